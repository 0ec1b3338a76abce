"""Sentences in which each mention is one symbol."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.coding import ROLE_SORTS, encode, symbol_class

TEXT = "昨天，海康威视与绵阳市签约。"
FIRM = LinkedMention(3, 7, (("Firm", "f"),), "")
CITY = LinkedMention(8, 11, (("City", "c"),), "")


def test_a_mention_becomes_one_symbol() -> None:
    coded = encode(TEXT, 0, len(TEXT), [FIRM, CITY])
    assert re.fullmatch(f"昨天，[{symbol_class('firm')}]与[{symbol_class('place')}]签约。", coded.text)
    assert coded.symbols(coded.text) == [FIRM, CITY]


def test_offsets_lead_there_and_back() -> None:
    coded = encode(TEXT, 0, len(TEXT), [FIRM, CITY])
    for position in range(len(coded.text)):
        assert coded.position(coded.offset(position)) == position
    assert coded.offset(len(coded.text)) == len(TEXT)
    assert coded.position(5) == 3, "inside a mention is its symbol"


def test_a_concept_of_two_readings_fills_both_roles() -> None:
    both = LinkedMention(0, 4, (("Technology", "t"), ("Sector", "s")), "")
    symbol = encode("人工智能", 0, 4, [both]).text
    assert re.fullmatch(f"[{symbol_class('tech')}]", symbol)
    assert re.fullmatch(f"[{symbol_class('sector')}]", symbol)
    assert not re.fullmatch(f"[{symbol_class('goal')}]", symbol)


def test_an_unspecific_project_is_a_work_and_no_project() -> None:
    symbol = encode("服务平台", 0, 4, [LinkedMention(0, 4, (("Project", "p"),), "", specific=False)]).text
    assert re.fullmatch(f"[{symbol_class('work')}]", symbol)
    assert not re.fullmatch(f"[{symbol_class('project')}]", symbol)


def test_an_icon_in_the_text_is_no_mention() -> None:
    coded = encode("\U000f0000绵阳市", 0, 4, [LinkedMention(1, 4, (("City", "c"),), "")])
    assert coded.symbols(coded.text) == [LinkedMention(1, 4, (("City", "c"),), "")]
    assert len(coded.text) == 2


def test_more_mentions_than_symbols_stay_words() -> None:
    text = "甲" * 600
    coded = encode(text, 0, 600, [LinkedMention(i, i + 1, (("Firm", str(i)),), "") for i in range(600)])
    assert len(coded.mentions) == 512
    assert len(coded.text) == 600


@given(st.sets(st.integers(0, 30), max_size=8), st.sampled_from(sorted(ROLE_SORTS["actor"])))
def test_any_cut_of_a_text_can_be_undone(cuts: set[int], kind: str) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(31))
    edges = sorted(cuts)
    mentions = [LinkedMention(a, b, ((kind, str(a)),), "") for a, b in zip(edges[::2], edges[1::2], strict=False)]
    coded = encode(text, 0, len(text), mentions)
    assert "".join(text[m.start : m.end] if (m := coded.mentions.get(ch)) else ch for ch in coded.text) == text
