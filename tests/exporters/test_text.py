from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg.exporters.markup import tag, text
from kg.exporters.text import clean, xml_text

ANY = st.text(st.characters(exclude_categories=["Cs"]))


def test_a_label_is_one_line_without_control_characters() -> None:
    assert clean("\ufeff 桂林\r\n智慧\u2028城市\x00\x1b ") == "\ufeff 桂林 智慧 城市"
    assert clean("智慧城市") == "智慧城市"


@given(ANY)
def test_clean_text_survives_xml_and_stays_clean(raw: str) -> None:
    shown = clean(raw)
    assert clean(shown) == shown
    element = etree.fromstring(tag("a", text(shown), b=shown))
    assert (element.text or "") == shown
    assert element.get("b") == shown


@given(ANY)
def test_text_for_xml_keeps_its_length_and_line_breaks(raw: str) -> None:
    kept = xml_text(raw)
    assert len(kept) == len(raw)
    assert [place for place, sign in enumerate(raw) if sign in "\t\n\r"] == [
        place for place, sign in enumerate(kept) if sign in "\t\n\r"
    ]
    etree.fromstring(tag("a", text(kept.replace("\r", ""))))


def test_attributes_may_have_prefixes_and_reserved_names() -> None:
    assert tag("y:a", for_="n", xmlns__y="u") == '<y:a for="n" xmlns:y="u"/>'
