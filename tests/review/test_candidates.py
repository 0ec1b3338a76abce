from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from kg.review.candidates import candidates
from kg.review.likeness import Surroundings, likeness
from kg.review.things import Thing

NOWHERE = Surroundings({}, {}, {})


def firm(number: int, name: str) -> Thing:
    return Thing(f"firm/{number:06}", "Firm", "organization", (name,), frozenset(), False)


SYLLABLES = st.sampled_from("云帆海蓝桂电数智科技集团公司中心平台一二")
NAMES = st.lists(st.text(SYLLABLES, min_size=2, max_size=8), min_size=2, max_size=8, unique=True)


@given(NAMES)
def test_no_pair_that_is_alike_is_missed_among_few_things(names: list[str]) -> None:
    things = {thing.iri: thing for thing in (firm(i, name) for i, name in enumerate(names))}
    found = set(candidates(things, NOWHERE))
    alike = {
        (a.iri, b.iri)
        for a in things.values()
        for b in things.values()
        if a.iri < b.iri and likeness(a, b, NOWHERE).score > 0
    }
    assert alike <= found


def test_things_of_two_groups_are_not_compared() -> None:
    one = firm(1, "云帆智慧")
    other = Thing("project/1", "Project", "project", ("云帆智慧",), frozenset(), False)
    assert candidates({one.iri: one, other.iri: other}, NOWHERE) == []


def test_the_work_grows_with_the_number_of_things_not_with_its_square() -> None:
    signs = [chr(code) for code in range(0x4E00, 0x4E00 + 2_000)]
    draw = random.Random(5)
    tails = ("科技有限公司", "集团", "网络科技有限公司", "股份有限公司", "")

    def measured(count: int) -> tuple[int, float]:
        things = {}
        for number in range(count):
            thing = firm(number, "".join(draw.choices(signs, k=3)) + draw.choice(tails))
            things[thing.iri] = thing
        since = time.process_time()
        return len(candidates(things, NOWHERE)), time.process_time() - since

    few, short = measured(2_000)
    many, long = measured(16_000)
    assert many < 16_000 * 40
    assert long < 8 * 3 * max(short, 0.05), (few, short, many, long)
