"""What a pattern file says beside its expressions, and what is said of a mistake in one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.errors import LexiconError
from kg.extractor.relations import patterns
from kg.extractor.relations.patterns import load_patterns
from kg.extractor.rules import load_items


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the patterns are looked for instead."""
    monkeypatch.setattr(patterns, "data_path", lambda _: tmp_path)
    return tmp_path


def loading(folder: Path, monkeypatch: pytest.MonkeyPatch, *items: dict[str, Any]) -> LexiconError:
    (folder / "mine.yaml").write_text("", encoding="utf-8")
    original = load_items
    monkeypatch.setattr(patterns, "load_items", lambda name: items if name == "relations/mine" else original(name))
    with pytest.raises(LexiconError) as caught:
        for pattern in load_patterns.__wrapped__():
            _ = pattern.expression.regex
    return caught.value


GOOD = {"name": "one", "match": "{A:org}甲{B:org}", "emit": ["partnersWith A B"]}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"match": "({A:org}"}, "not a regular expression"),
        ({"emit": ["befriends A B"]}, "not an emission: befriends A B"),
        ({"emit": ["partnersWith A"]}, "not an emission: partnersWith A"),
        ({"emit": ["partOf A B:project"]}, "not a sort of a role: partOf A B:project"),
        ({"emit": ["partOf A:animal B"]}, "not a sort of a role: partOf A:animal B"),
        ({"match": "<nowhere>"}, "no word group"),
        ({"match": "{A:animal}"}, "no sort of mention"),
    ],
)
def test_a_faulty_pattern(folder: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], what: str) -> None:
    error = loading(folder, monkeypatch, {**GOOD, **change})
    assert what in str(error)
    assert "mine.yaml" in error.where and "one" in error.where
    assert error.remedy


def test_a_pattern_that_lacks_something(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = loading(folder, monkeypatch, {"name": "one", "emit": ["partnersWith A B"]})
    assert "match" in str(error) and error.remedy


def test_two_patterns_of_one_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = loading(folder, monkeypatch, GOOD, GOOD)
    assert "two patterns are called one" in str(error)
    assert error.where and error.remedy
