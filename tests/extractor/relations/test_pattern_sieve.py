"""The sieve holds back what cannot match, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from kg.extractor.relations.coding import first_symbols, symbol_class
from kg.extractor.relations.notation import word_groups
from kg.extractor.relations.pattern_sieve import needs, possible_context, possible_patterns
from kg.extractor.relations.patterns import load_context, load_patterns
from kg.extractor.sieve import Sieve
from tests.extractor.examples import examples, problems

FIRM, CITY = symbol_class("firm")[0], symbol_class("place")[0]


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        ("签约", [{"签约"}]),
        ("签约仪式?", [{"签约仪"}]),
        ("(?:与|和)~8签约", [{"与", "和"}, {"签约"}]),
        ("(?:正式)?签约(?:了|过){0,2}", [{"签约"}]),
        ("(?<!未)签约(?!仪式|台)", [{"签约"}]),
        ("(?<=已)签约(?=~4(?:成功|完成))", [{"已"}, {"签约"}, {"成功", "完成"}]),
        ("签约(?=成功|$)", [{"签约"}]),
        ("(?:^|，)签约", [{"签约"}]),
        ("(?:在~4|位于)签约", [{"在", "位于"}, {"签约"}]),
        ("(?:与{A:firm}|(?:和|同)一起)签约{2}", [{"与", "一起"}, {"签"}, {"约"}]),
        ("[与和]签约[{:any}（）]", [{"签约"}]),
        (r"\d+年签约.$", [{"年签约"}]),
        ("{A:firm+}签约", [{FIRM}, {"签约"}]),
        ("(?P<A>{:firm}(?:、{:firm})*)", [{FIRM}]),
        ("{A:firm}?{O:*50}签约", [{"签约"}]),
        ("<sign>", [set(word_groups()["sign"])]),
        ("签约|~8", []),
    ],
)
def test_what_an_expression_needs(source: str, needed: list[set[str]]) -> None:
    assert needs(source) == needed


def test_what_lacks_one_of_its_needs_does_not_pass() -> None:
    sieve = Sieve((needs(source), source) for source in ("{A:firm}~8签约", "签约", "落户{L:place}"))
    assert sieve.passing(f"{FIRM}签约") == ["{A:firm}~8签约", "签约"]
    assert sieve.passing(f"{CITY}签约") == ["签约"]
    assert sieve.passing(f"{CITY}落户") == ["落户{L:place}"], "the order of words does not count"
    assert sieve.passing("") == []


def test_a_role_needs_a_mention_of_any_of_its_sorts() -> None:
    assert needs("{A:firm|place}") == [set(first_symbols("firm|place"))]
    assert FIRM in first_symbols("actor") and CITY in first_symbols("actor") and FIRM not in first_symbols("place")


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """The coded sentences of all examples."""
    seen: list[str] = []
    with patch(
        "kg.extractor.relations.context.possible_context", lambda text: seen.append(text) or possible_context(text)
    ):
        for example in examples():
            problems(example)
    return seen


def _matching(text: str) -> Iterator[str]:
    return (pattern.name for pattern in load_patterns() if pattern.expression.regex.search(text))


def test_no_pattern_is_held_back_from_a_sentence_that_it_matches(sentences: list[str]) -> None:
    matched = {(name, text) for text in sentences for name in _matching(text)}
    passed = {(pattern.name, text) for text in sentences for pattern in possible_patterns(text)}
    assert matched <= passed
    assert {name for name, _ in matched} > {"make", "publish", "sign-with"}
    assert len(passed) < len(sentences) * len(load_patterns()) / 5, "the sieve holds most back"


def test_no_role_is_held_back_from_a_sentence_that_has_it(sentences: list[str]) -> None:
    lines = [(role, line) for role, lines in load_context().items() for line in lines]
    for text in sentences:
        matched = [(role, line) for role, line in lines if line.regex.search(text)]
        assert set(matched) <= set(possible_context(text))
