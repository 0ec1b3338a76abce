"""What an expression may begin with, and that it is found all the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractor.beginnings import Expressions, compiled, first_look

SOURCES = (
    "(?<!上)市|(?:正在|已)开工",
    "(?:^|，)[^市]?开工",
    "(?P<name>“?甲”?乙)(?=称号)|[丙-戊]{2,3}?",
    "甲*(?:乙|丙?)丁|戊+",
    r"(?:\d{1,2}|十)[月日]|\(市",
    "(?:正|已)?(?!上)(?:开|在|$)",
    "(?:甲|乙)++(?:丙(?:丁|[(|]戊)|市)",
)


@pytest.mark.parametrize(
    ("expression", "look"),
    [
        ("(?<!上)市|(?:正在|已)开工", "(?=[已市正])"),
        ("“?甲?[乙丙]丁", "(?=[“丙乙甲])"),
        (r"(?:大{2}|小+)企|\d{1,2}\.", r"(?=[\d大小])"),
        ("[^，]市|县", ""),
        (".市", ""),
        ("甲?", ""),
        ("甲|(?:^|，)", ""),
        ("(?>甲|乙)丙|丁", ""),
    ],
)
def test_a_look_at_what_an_expression_may_begin_with(expression: str, look: str) -> None:
    assert first_look(expression) == look


def test_what_python_finds_at_once_stays_as_it_is() -> None:
    assert [compiled(one).pattern for one in ("甲.*乙", "[甲乙]丙", "(?:甲|乙丙)丁")] == [
        "甲.*乙",
        "[甲乙]丙",
        "(?:甲|乙丙)丁",
    ]


@given(st.text("上市正在已开工甲乙丙丁戊“”称号，十月日1(|", max_size=12))
def test_an_expression_with_a_look_finds_the_same(text: str) -> None:
    for source in SOURCES:
        plain, quick = re.compile(source), compiled(source)
        assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_expressions_are_compiled_when_they_are_asked_for() -> None:
    expressions = Expressions({"begun": "(?:已|正)开工", "wrong": "("})
    assert expressions["begun"].search("项目已开工")
    with pytest.raises(re.error):
        expressions.get_ready()


def test_what_is_no_expression_is_still_refused() -> None:
    with pytest.raises(re.error):
        compiled("+甲|(乙")
