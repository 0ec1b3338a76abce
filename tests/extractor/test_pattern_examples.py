"""Every example beside the patterns holds, and every pattern has examples for and against it."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.extractor.relations.patterns import load_patterns
from tests.extractor.examples import KEYS, Example, examples, problems

PATTERNS = {pattern.name: pattern for pattern in load_patterns()}


def _parameters() -> list[object]:
    return [
        pytest.param(e, id=e.id, marks=[pytest.mark.xfail(reason=e.gap, strict=False)] if e.gap else [])
        for e in examples()
    ]


@pytest.mark.parametrize("example", _parameters())
def test_example(example: Example) -> None:
    assert problems(example, PATTERNS.get(example.topic)) == []


@pytest.mark.parametrize("name", PATTERNS)
def test_every_pattern_is_shown_twice_and_denied_once(name: str) -> None:
    shown = Counter("gives" in e.data for e in examples() if e.topic == name)
    assert shown[True] >= 2, f"write two texts that {name} reads into seeds/patterns/examples/"
    assert shown[False] >= 1, f"write a text that {name} must not read into seeds/patterns/examples/"


@pytest.mark.parametrize("example", [pytest.param(e, id=e.id) for e in examples()])
def test_an_example_is_well_formed(example: Example) -> None:
    assert set(example.data) <= KEYS
    assert {"gives", "not", "names", "no_names", "means"} & set(example.data), "an example must be able to fail"
    assert ("about" in example.data) == example.topic.endswith("-gap")
    assert bool(example.gap) == ("about" in example.data), "a known gap has a reason, other examples have none"
