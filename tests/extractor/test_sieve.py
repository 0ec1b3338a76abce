"""What an expression needs, and what is held back for want of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.sieve import Sieve, needs

SOURCES = (
    "签约",
    "(?:与|和).{0,2}签约",
    "获评(?:示范|试点)?县",
    "“?小(?!大)巨?人”?(?:企业|厂)",
    "大{2}|小+企",
    "[与和]?",
)


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        ("签约仪式?", [{"签约仪"}]),
        ("(?:与|和).{1,8}签约", [{"与", "和"}, {"签约"}]),
        ("(?P<name>“?甲”?乙)(?=称号|证书)", [{"甲"}, {"乙"}, {"称号", "证书"}]),
        (r"20\d\d年度?(?<!学年)", [{"20"}, {"年"}]),
        ("甲|[乙丙]", []),
    ],
)
def test_what_an_expression_needs(source: str, needed: list[set[str]]) -> None:
    assert needs(source) == needed


@given(st.text("签约与和获评示范县“小巨人”企业厂大", max_size=12))
def test_nothing_is_held_back_that_matches(text: str) -> None:
    passed = Sieve((needs(source), source) for source in SOURCES).passing(text)
    assert {source for source in SOURCES if re.search(source, text)} <= set(passed)
