from kg.store.batches import LEAST, batches
from kg.store.prepared import prepare
from tests.store.samples import partnership

COUNT = 10 * LEAST


def test_batches_are_large_where_nobody_waits_for_them():
    one = prepare(partnership("a.txt", "百色市与云帆科技签约。"))
    assert [len(batch) for batch in batches(one for _ in range(COUNT))] == [COUNT]


def test_batches_get_smaller_towards_the_end_if_it_is_known():
    one = prepare(partnership("a.txt", "百色市与云帆科技签约。"))
    given = 0

    def articles():
        nonlocal given
        for _ in range(COUNT):
            given += 1
            yield one

    sizes = [len(batch) for batch in batches(articles(), lambda: COUNT - given)]
    assert sum(sizes) == COUNT
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == COUNT // 2 and sizes[-1] <= LEAST
