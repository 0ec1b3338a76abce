"""Rules are shown as their files have them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kg.explain.rule_texts import rules_of
from kg.extractor import analyse
from kg.extractor.relations.rulebook import rulebook
from kg.reader import read_path
from kg.resources import data_path


def test_every_pattern_is_shown_as_written() -> None:
    for path in sorted(data_path("seeds/patterns/relations").glob("*.yaml")):
        for item in yaml.safe_load(path.read_text(encoding="utf-8")):
            (rule,) = rules_of([item["name"]])
            assert (rule.name, rule.source, list(rule.emits)) == (item["name"], item["match"], item["emit"])
            assert rule.file.endswith(path.name)


def test_the_words_of_a_group_are_told() -> None:
    (rule,) = rules_of(["make"])
    assert dict(rule.words).keys() == {"make", "nothing-made"}
    assert "建成" in dict(rule.words)["make"]


def test_rules_that_are_no_patterns_say_what_they_look_at() -> None:
    by_hand = ["position-title", "headed-unit", "figure", "aim-field", "site-of-maker", "name-place"]
    assert all(rule.looks_at and data_path(rule.file) for rule in rules_of(by_hand))


@pytest.mark.parametrize("name", rulebook())
def test_a_rule_that_is_no_pattern_is_made_in_the_module_that_is_told(name: str) -> None:
    # Its name stands there; a file of words is told where these alone decide.
    (rule,) = rules_of([name])
    assert rule.file.endswith(".yaml") or f'"{name}' in data_path(rule.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(data_path("seeds/articles").iterdir()), ids=lambda path: path.name)
def test_every_rule_that_made_a_statement_is_told(path: Path) -> None:
    # What the examples beside the patterns give is looked at where they are read.
    for article in read_path(path):
        assert [
            rule.name
            for rule in rules_of(s.pattern for s in analyse(article).statements)
            if not (rule.source or rule.looks_at)
        ] == []


def test_an_unknown_rule_has_no_source_and_each_rule_comes_once() -> None:
    assert [(rule.name, bool(rule.source)) for rule in rules_of(["unheard", "make", "make"])] == [
        ("make", True),
        ("unheard", False),
    ]
