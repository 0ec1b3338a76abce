"""What a pattern proved worth decides how sure a statement is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LexiconError
from kg.explain.rule_texts import rules_of
from kg.extractor.relations import reliability
from kg.extractor.relations.patterns import load_patterns
from kg.extractor.relations.reliability import Record, load_records, weighed
from kg.model import Evidence, Statement

_STATEMENT = Statement("a", "partnersWith", "b", Evidence(0, 1, "甲"), "signs", 0.8)


def _with_record(monkeypatch: pytest.MonkeyPatch, record: Record) -> Statement:
    monkeypatch.setattr(reliability, "load_records", lambda: {("signs", "partnersWith"): record})
    return weighed(_STATEMENT)


def test_a_pattern_that_was_never_read_keeps_its_own_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a record the rules are believed."""
    monkeypatch.setattr(reliability, "load_records", dict)
    assert weighed(_STATEMENT) == _STATEMENT


def test_a_pattern_often_right_is_believed_and_one_often_wrong_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 100 statements the share that was right decides, whatever the rules gave."""
    assert _with_record(monkeypatch, Record(95, 5, 0.8)).confidence == pytest.approx(0.94, abs=0.01)
    doubtful = _with_record(monkeypatch, Record(20, 80, 0.8))
    assert doubtful.confidence == pytest.approx(0.25, abs=0.01)


def test_few_statements_read_change_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """One error is chance."""
    assert _with_record(monkeypatch, Record(0, 1, 0.8)).confidence == pytest.approx(0.73, abs=0.01)


def test_a_surer_reading_of_the_same_pattern_stays_surer() -> None:
    """The record moves the pattern, not the order of its statements."""
    record = Record(6, 4, 0.8)
    assert 0.8 * record.factor > 0.7 * record.factor


@given(st.integers(0, 500), st.integers(0, 500), st.floats(0.3, 0.98))
def test_any_record_gives_a_confidence_the_more_right_the_higher(right: int, wrong: int, mean: float) -> None:
    """One more statement that was right never lowers the factor, one that was wrong never raises it."""
    factor = Record(right, wrong, mean).factor
    assert 0 < factor * mean <= 1
    assert Record(right, wrong + 1, mean).factor <= factor <= Record(right + 1, wrong, mean).factor


def test_the_records_are_those_of_patterns_and_make_sense() -> None:
    """Each line of the file counts something, and no pattern that was read is lost or renamed without its record."""
    made = {(pattern.name, emission.predicate) for pattern in load_patterns() for emission in pattern.emissions}
    for name, predicate in load_records():
        (rule,) = rules_of([name])
        assert rule.file, f"{name} is neither a pattern nor told in seeds/patterns/rules.yaml"
        assert not rule.emits or (name, predicate) in made
    assert all(record.right + record.wrong > 0 and 0 < record.given <= 1 for record in load_records().values())


def test_a_broken_line_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The error tells the line and what to write there."""
    path = tmp_path / "reliability.tsv"
    path.write_text("pattern\tpredicate\tright\twrong\tgiven\nsigns\tpartnersWith\tmany\t0\t0.8\n", encoding="utf-8")
    monkeypatch.setattr(reliability, "data_path", lambda _: path)
    with pytest.raises(LexiconError) as error:
        load_records.__wrapped__()
    assert "reliability.tsv:2" in str(error.value)


def test_a_statement_is_only_changed_in_its_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else stays as it was read."""
    changed = _with_record(monkeypatch, Record(5, 5, 0.8))
    assert replace(changed, confidence=_STATEMENT.confidence) == _STATEMENT


@pytest.mark.parametrize("read", [True, False])
def test_nothing_is_quite_sure(monkeypatch: pytest.MonkeyPatch, read: bool) -> None:
    """Neither what a pattern says of itself nor its record makes a reading surer than readings are."""
    records = {(_STATEMENT.pattern, _STATEMENT.predicate): Record(500, 0, 0.8)} if read else {}
    monkeypatch.setattr(reliability, "load_records", lambda: records)
    assert weighed(replace(_STATEMENT, confidence=0.995)).confidence == 0.98
