"""A sentence is cut into pieces that make it up again, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.explain.explanation import Counted, Dated, Explained, Meant, Named
from kg.explain.painting import painted
from kg.wording import Words

TEXT = "绍兴市2022年建成基站9800个。"


def _sentence(offset: int, named: list[tuple[int, int]], times: list[tuple[int, int]]) -> Explained:
    end = offset + len(TEXT)
    thing = Meant("urn:x", "City", "绍兴市")
    return Explained(
        number=1,
        start=offset,
        end=end,
        text=TEXT,
        block="paragraph",
        named=tuple(Named(offset + a, offset + b, TEXT[a:b], (thing,), Words("因", "why")) for a, b in named),
        people=(),
        times=tuple(Dated(offset + a, offset + b, TEXT[a:b], "2022", "year", "event") for a, b in times),
        figures=(Counted(offset + 12, offset + 17, "9800个", 9800, "个", 9800, 9800),),
        statements=(),
        missed=False,
    )


def test_each_find_is_a_piece() -> None:
    pieces = [(piece, type(span).__name__) for piece, span in painted(_sentence(40, [(0, 3)], [(3, 8)]))]
    assert pieces == [
        ("绍兴市", "Named"),
        ("2022年", "Dated"),
        ("建成基站", "NoneType"),
        ("9800个", "Counted"),
        ("。", "NoneType"),
    ]


def test_a_mention_goes_before_a_time_that_overlaps_it() -> None:
    pieces = [(piece, type(span).__name__) for piece, span in painted(_sentence(0, [(0, 8)], [(3, 8)]))]
    assert pieces[0] == ("绍兴市2022年", "Named")


_places = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT) + 5)), max_size=6)


@given(st.integers(0, 500), _places, _places)
def test_the_pieces_are_the_sentence(offset: int, named: list[tuple[int, int]], times: list[tuple[int, int]]) -> None:
    assert "".join(piece for piece, _ in painted(_sentence(offset, named, times))) == TEXT
