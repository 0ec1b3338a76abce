"""Classes of characters in regular expressions: equal ones are worked out once, and match as ever."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kg import character_classes

COMPILER: Any = re._compiler  # type: ignore[attr-defined]


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What Python works out from now on, with classes shared; afterwards it does as before."""
    seen: list[Any] = []
    work_out = COMPILER._optimize_charset

    def noted(members: Any, *folding: Any) -> Any:
        seen.append(members)
        return work_out(members, *folding)

    monkeypatch.setattr(COMPILER, "_optimize_charset", noted)
    character_classes.share()
    re.purge()
    return seen


def test_equal_classes_of_several_expressions_are_worked_out_once(worked_out: list[Any]) -> None:
    re.compile("在[一-鿿]{2,4}市")
    assert len(worked_out) == 1
    re.compile("位于[一-鿿]+县")
    assert len(worked_out) == 1


@pytest.mark.usefixtures("worked_out")
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_expressions_match_as_without_sharing(flags: int) -> None:
    first, other, barred = (re.compile(expression, flags) for expression in ("[a-f一-鿿]+", "[A-F]+", "[^，。；a-f]+"))
    text = "江城ABC，abc"
    folded = flags == re.IGNORECASE
    assert first.findall(text) == (["江城ABC", "abc"] if folded else ["江城", "abc"])
    assert other.findall(text) == (["ABC", "abc"] if folded else ["ABC"])
    assert barred.findall(text) == (["江城"] if folded else ["江城ABC"])


def test_a_python_that_works_in_another_way_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(COMPILER, "_optimize_charset")
    character_classes.share()
    assert not hasattr(COMPILER, "_optimize_charset")
