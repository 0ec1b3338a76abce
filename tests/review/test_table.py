from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LexiconError
from kg.review.table import decide, links, rows_between, take_back
from kg.store import judgements as judged
from kg.store.judgements import COLUMNS, Row

A, B, C = (f"https://example.org/{name}" for name in "abc")


def decision(judgement: str, a: str = A, b: str = B, why: str = "同一家企业") -> Row:
    return Row(judgement, a, b, "lin", "2024-05-01", why, "甲", "乙")


def test_a_decision_is_a_row_that_the_store_reads(tmp_path: Path) -> None:
    path = tmp_path / "new" / "judgements.tsv"
    found = decide(path, decision("same"))
    assert found.canonical(A) == found.canonical(B)
    assert path.read_text(encoding="utf-8").splitlines() == [
        "\t".join(COLUMNS),
        f"same\t{A}\t{B}\tlin\t2024-05-01\t同一家企业\t甲\t乙",
    ]
    row = judged.load(path).rows[0]
    assert (row.judgement, row.who, row.when, row.why) == ("same", "lin", "2024-05-01", "同一家企业")


def test_a_later_decision_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    decide(path, decision("same"))
    found = decide(path, decision("different", B, A))
    assert found.different(A, B)
    assert len(found.rows) == 1


def test_comments_and_other_rows_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_text(f"# by hand\n\ndifferent\t{A}\t{C}\n", encoding="utf-8")
    decide(path, decision("same"))
    take_back(path, B, A)
    assert path.read_text(encoding="utf-8") == f"# by hand\n\ndifferent\t{A}\t{C}\n"


def test_a_contradiction_is_refused_and_the_file_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    decide(path, decision("same", A, B))
    decide(path, decision("same", B, C))
    before = path.read_bytes()
    with pytest.raises(LexiconError, match="are said to be different here and the same in line 2, 3"):
        decide(path, decision("different", A, C))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_merge_that_is_taken_back_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    decide(path, decision("same"))
    found = take_back(path, A, B)
    assert found.canonical(A) == A
    assert found.canonical(B) == B


@given(st.text())
def test_no_reason_breaks_the_table(tmp_path_factory: pytest.TempPathFactory, why: str) -> None:
    path = tmp_path_factory.mktemp("t") / "judgements.tsv"
    try:
        why.encode("utf-8")
    except UnicodeEncodeError:
        return
    assert len(decide(path, decision("same", why=why)).rows) == 1


def test_the_chain_that_makes_two_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    decide(path, decision("same", A, B))
    found = decide(path, decision("same", C, B))
    assert [(row.a, row.b) for row in links(found, A, C)] == [(A, B), (C, B)]
    assert links(found, A, "https://example.org/z") == []


def test_different_holds_for_what_the_two_are_one_with(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    decide(path, decision("same", A, B))
    found = decide(path, decision("different", B, C))
    assert [row.line for row in rows_between(found, A, C)] == [3]
