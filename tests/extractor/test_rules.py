"""The pattern files of the recognisers: they load, and a wrong one is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from kg import yaml_data
from kg.errors import LexiconError
from kg.extractor.rules import compiled_rules, load_rules, words
from kg.resources import data_path

RULE_FILES = sorted(data_path("seeds/patterns").rglob("*.yaml"))
HEADED = [path for path in RULE_FILES if path.parent.name == "patterns" and path.stem != "noise"]


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_a_file_reads_without_the_fast_loader_too(path: Path) -> None:
    # libyaml takes a bare ? in a list; PyYAML itself, all that some machines have, does not.
    assert yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_no_heading_stands_twice_and_no_list_holds_a_word_twice_or_none_at_all(path: Path) -> None:
    # Of two equal headings YAML keeps the last and says nothing: the words or the examples below the first are lost.
    for node in _nodes(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)):
        where = f"{path.name}:{node.start_mark.line + 1}"
        parts = [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else node.value
        assert parts, f"{where}: nothing stands here"
        told = [part.value for part in parts if isinstance(part, yaml.ScalarNode)]
        assert len(told) == len(set(told)), f"{where}: {Counter(told).most_common(1)} twice"


def _nodes(node: yaml.Node) -> Iterator[yaml.CollectionNode]:
    if isinstance(node, yaml.CollectionNode):
        yield node
        for inner in chain.from_iterable(node.value) if isinstance(node, yaml.MappingNode) else node.value:
            yield from _nodes(inner)


def test_no_unit_belongs_to_two_kinds() -> None:
    told = [unit for units in load_rules("units")["units"].values() for unit in units]
    assert {unit for unit in told if told.count(unit) > 1} == set()


def test_words_reach_into_nested_lists() -> None:
    assert "截至" in words(load_rules("times"), "before", "as_of")


def test_a_list_takes_in_one_above_it() -> None:
    rules = load_rules("brands")
    assert set(words(rules, "facing")) < set(words(rules, "before", "partner"))


@pytest.mark.parametrize("path", HEADED, ids=lambda path: path.stem)
def test_no_list_repeats_a_word_of_those_that_it_takes_in(path: Path) -> None:
    for listed, spelt in _lists(yaml_data.load(f"seeds/patterns/{path.name}"), load_rules(path.stem)):
        assert [word for word in map(str, listed) if spelt.count(word) > 1] == []


def _lists(written: object, spelt: Any) -> Iterator[tuple[list[object], tuple[str, ...]]]:
    """Each list of a file as it is written there, and with the words of those that it takes in."""
    if isinstance(written, dict):
        for key, inner in written.items():
            yield from _lists(inner, spelt[str(key)])
    elif isinstance(written, list):
        yield written, spelt


class _Made(NamedTuple):
    office: re.Pattern[str]
    verb: re.Pattern[str]
    number: int


def test_the_lists_of_a_file_fill_expressions() -> None:
    made = compiled_rules("people", _Made, {"office": "^{before_office}{2}$", "verb": "{held_before+held}长"}, number=3)
    assert made.office.match("后又") and not made.office.match("后又于")
    assert all(made.verb.fullmatch(f"{word}长") for word in ("曾任", "担任"))
    assert made.number == 3


def test_what_is_picked_from_a_list_stands_in_it() -> None:
    anaphora = load_rules("anaphora")
    projects = {*words(anaphora, "nouns", "Project"), *words(anaphora, "bare_nouns", "Project")}
    assert set(words(anaphora, "houses")) <= projects


def test_no_trade_stands_in_both_lists() -> None:
    rules = load_rules("generic")
    assert set(words(rules, "common_trades")).isdisjoint(words(rules, "common_companies"))


@pytest.mark.parametrize("text", ["- a list", "{no: yaml", "", "other: [words]"])
def test_a_wrong_file_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(yaml_data, "data_path", lambda _: path)
    with pytest.raises(LexiconError, match=r"seeds/patterns/acting.yaml:\d"):
        load_rules.__wrapped__("acting")
