"""The pattern files of the recognisers: they load, and a wrong one is named."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kg.errors import LexiconError
from kg.extractor import rules
from kg.extractor.rules import load_rules, words
from kg.resources import data_path

RULE_FILES = sorted(data_path("seeds/patterns").rglob("*.yaml"))


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_a_file_reads_without_the_fast_loader_too(path: Path) -> None:
    # libyaml takes a bare ? in a list; PyYAML itself, all that some machines have, does not.
    assert yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)


@pytest.mark.parametrize("name", ["times", "units", "people", "documents"])
def test_no_list_holds_a_word_twice_or_none_at_all(name: str) -> None:
    for key, value in load_rules(name).items():
        for part, items in value.items() if isinstance(value, dict) else [("", value)]:
            if isinstance(items, tuple):
                assert items, f"{name}.yaml: {key} {part} is empty"
                twice = {item for item in items if items.count(item) > 1}
                assert not twice, f"{name}.yaml: {key} {part} has {twice} twice"


def test_no_unit_belongs_to_two_kinds() -> None:
    told = [unit for units in load_rules("units")["units"].values() for unit in units]
    assert {unit for unit in told if told.count(unit) > 1} == set()


def test_words_reach_into_nested_lists() -> None:
    assert "截至" in words(load_rules("times"), "before", "as_of")


@pytest.mark.parametrize("text", ["- a list", "{no: yaml", ""])
def test_a_wrong_file_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(rules, "data_path", lambda _: path)
    with pytest.raises(LexiconError, match=r"seeds/patterns/wrong-.*\.yaml"):
        load_rules(f"wrong-{text[:3]}")
