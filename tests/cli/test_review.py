from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.questions import run_query
from kg.store import judgements as judged
from kg.store import open_store
from tests.review.sample import BANK_A, BANK_B, LONG, SHORT, fill


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    """A store and an empty table of judgements."""
    table = tmp_path / "judgements.tsv"
    table.write_text("", encoding="utf-8")
    with open_store(tmp_path / "store", judgements=table) as store:
        fill(store)
    return tmp_path / "store", table


def kg(paths: tuple[Path, Path], *args: str, stdin: str | None = None) -> Result:
    where = ["--store", str(paths[0]), "--judgements", str(paths[1])]
    return CliRunner().invoke(app, [*args, *where], input=stdin)


def firms(place: Path) -> set[str]:
    return {str(row[0]) for row in run_query(place, "SELECT ?f { ?f a sc:Firm }").rows}


def test_the_list_is_read_by_people_and_programs(paths: tuple[Path, Path]) -> None:
    text = kg(paths, "review", "--list").stdout
    assert "仅地名不同 same but for the place" in text and "企业 Firm" in text
    assert "“云帆科技与桂林市签约共建云平台。”" in text
    first, *rest = json.loads(kg(paths, "review", "--list", "--format", "json").stdout)
    assert all(first["score"] >= other["score"] for other in rest)
    assert first["reasons"][0].keys() == {"reason", "weight", "detail"}
    assert {"iri", "class", "label", "names", "sentence", "title", "issued"} == first["a"].keys()
    assert json.loads(kg(paths, "review", "--list", "--format", "json", "--class", "城市").stdout) == []


def test_answers_become_rows_at_once_and_take_effect(paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cli.answers.somebody_is_there", lambda: True)
    before = firms(paths[0])
    found = kg(paths, "review", "--who", "lin", stdin="?\ny\nn\n")
    assert found.exit_code == 0
    rows = judged.load(paths[1]).rows
    assert [(row.judgement, row.who) for row in rows] == [("same", "lin"), ("different", "lin")]
    assert len(firms(paths[0])) == len(before) - 1
    assert kg(paths, "review", "--list").stdout.strip() == "0 pairs 对"


def test_quit_leaves_the_rest_unjudged(paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cli.answers.somebody_is_there", lambda: True)
    found = kg(paths, "review", stdin="s\nq\n")
    assert "nothing was judged" in found.stdout
    assert judged.load(paths[1]).rows == ()


def test_nobody_to_answer_is_told(paths: tuple[Path, Path]) -> None:
    found = kg(paths, "review", stdin="")
    assert found.exit_code == 2
    assert "use --list" in found.stderr


def test_answers_are_read_from_a_pipe_a_line_for_each_pair(paths: tuple[Path, Path]) -> None:
    before = firms(paths[0])
    found = kg(paths, "review", "--who", "lin", stdin="是\n否\n")
    assert found.exit_code == 0 and "2 judgements" in found.stdout
    assert [row.judgement for row in judged.load(paths[1]).rows] == ["same", "different"]
    assert len(firms(paths[0])) == len(before) - 1


def test_a_pipe_that_ends_leaves_the_rest_unjudged(paths: tuple[Path, Path]) -> None:
    assert kg(paths, "review", stdin="\n").exit_code == 0
    assert kg(paths, "review", stdin="s\ny\n").exit_code == 0
    assert len(judged.load(paths[1]).rows) == 1


def test_a_wrong_line_of_a_pipe_ends_it_and_what_was_answered_holds(paths: tuple[Path, Path]) -> None:
    before = firms(paths[0])
    found = kg(paths, "review", stdin="y\nmaybe\nn\n")
    assert "not an answer" in str(found.exception) and "maybe" in str(found.exception)
    assert [row.judgement for row in judged.load(paths[1]).rows] == ["same"]
    assert len(firms(paths[0])) == len(before) - 1


def test_merge_split_and_why(paths: tuple[Path, Path]) -> None:
    before = firms(paths[0])
    merged = kg(paths, "merge", "云帆科技", "桂林云帆科技有限公司", "--why", "同一家企业", "--who", "lin")
    assert merged.exit_code == 0, merged.exception
    assert len(firms(paths[0])) == len(before) - 1
    told = kg(paths, "why", "云帆科技", "桂林云帆科技有限公司").stdout
    assert "are one thing" in told
    assert "Judged the same" in told
    assert "lin" in told
    assert "同一家企业" in told
    again = kg(paths, "merge", "云帆科技", "桂林云帆科技有限公司")
    assert "are one thing already" in str(again.exception)
    assert kg(paths, "merge", "云帆科技", "桂林云帆科技有限公司", "--why", "工商登记", "--who", "lin").exit_code == 0
    assert [(row.judgement, row.why) for row in judged.load(paths[1]).rows] == [("same", "工商登记")]
    split = kg(paths, "split", "云帆科技", "桂林云帆科技有限公司", "--why", "两家")
    assert split.exit_code == 0, split.exception
    assert "taken back" in split.stderr and "same 相同, lin" in split.stderr and "工商登记" in split.stderr
    assert firms(paths[0]) == before
    told = kg(paths, "why", SHORT.iri, LONG.iri).stdout
    assert "are two things" in told and f"<{SHORT.iri}>" in told.splitlines()[0]
    assert "Judged different 判为不同" in told and "Likeness 相似度" in told
    assert "same but for the place" in told


def test_the_reason_of_a_merge_is_changed_by_ids_too(paths: tuple[Path, Path]) -> None:
    kg(paths, "merge", SHORT.iri, LONG.iri, "--why", "同一家企业")
    merged = firms(paths[0])
    assert kg(paths, "merge", SHORT.iri, LONG.iri, "--why", "工商登记").exit_code == 0
    assert [row.why for row in judged.load(paths[1]).rows] == ["工商登记"] and firms(paths[0]) == merged


def test_what_the_lexicons_call_by_two_names_needs_no_reason(paths: tuple[Path, Path]) -> None:
    assert "never merged" in str(kg(paths, "merge", "桂林市", "桂林", "--why", "同城").exception)


def test_a_merge_outlives_commands_that_do_not_name_its_table(paths: tuple[Path, Path], tmp_path: Path) -> None:
    assert kg(paths, "merge", "云帆科技", "桂林云帆科技有限公司").exit_code == 0
    merged = firms(paths[0])
    (tmp_path / "d.txt").write_text("桂林市与江苏省签约。", encoding="utf-8")
    for command in (["build", str(tmp_path / "d.txt"), "--no-exports"], ["remove", "d.txt"], ["check", "--repair"]):
        done = CliRunner().invoke(app, [*command, "--store", str(paths[0])])
        assert done.exit_code == 0, done.output
        assert firms(paths[0]) == merged
    split = CliRunner().invoke(app, ["split", "云帆科技", "桂林云帆科技有限公司", "--store", str(paths[0])])
    assert split.exit_code == 0 and str(paths[1]) in split.stdout.replace("\n", "")


def test_a_judgement_that_the_table_no_longer_has_is_told(paths: tuple[Path, Path]) -> None:
    kg(paths, "merge", "云帆科技", "桂林云帆科技有限公司")
    paths[1].write_text("", encoding="utf-8")
    done = CliRunner().invoke(app, ["remove", "a.txt", "--store", str(paths[0])])
    assert "1 judgement no longer held" in done.stderr
    assert "same 相同 云帆科技 · 桂林云帆科技有限公司" in done.stderr


def test_a_new_table_takes_over_what_held_before(paths: tuple[Path, Path]) -> None:
    kg(paths, "merge", "云帆科技", "桂林云帆科技有限公司")
    other = paths[1].with_name("ours.tsv")
    assert kg((paths[0], other), "split", "桂林农商银行", "柳州农商银行").exit_code == 0
    assert [row.judgement for row in judged.load(other).rows] == ["same", "different"]


def test_rows_are_written_where_one_works_if_the_program_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "kg" / "_data" / "seeds" / "judgements.tsv"
    installed.parent.mkdir(parents=True)
    installed.write_text(f"different\t{BANK_A.iri}\t{BANK_B.iri}\n", encoding="utf-8")
    monkeypatch.setattr("kg.resources.PACKAGE", tmp_path / "kg")
    monkeypatch.setattr(judged, "data_path", lambda _: installed)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    with open_store("store") as store:
        fill(store)
    done = CliRunner().invoke(app, ["split", "云帆科技", "桂林云帆科技有限公司", "--store", "store"])
    assert done.exit_code == 0, done.exception
    assert [row.judgement for row in judged.load(Path("seeds/judgements.tsv")).rows] == ["different", "different"]
    assert len(judged.load(installed).rows) == 1


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [("柳州市", "海蓝数据", "of different kinds"), ("柳州市", "桂林市", "lists tell the two apart")],
)
def test_what_cannot_be_one_is_not_merged(paths: tuple[Path, Path], one: str, other: str, reason: str) -> None:
    before = firms(paths[0])
    refused = kg(paths, "merge", one, other)
    assert refused.exit_code == 1 and reason in str(refused.exception)
    assert judged.load(paths[1]).rows == () and firms(paths[0]) == before


def test_exports_that_a_merge_leaves_behind_are_named(
    paths: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "d.txt").write_text("桂林市与江苏省签约。", encoding="utf-8")
    CliRunner().invoke(app, ["build", "d.txt", "--store", str(paths[0])])
    merged = kg(paths, "merge", "云帆科技", "桂林云帆科技有限公司")
    assert "out of date" in merged.stderr and "graph.html" in merged.stderr


def test_a_table_that_is_not_there_yet_is_begun(paths: tuple[Path, Path]) -> None:
    store, table = paths[0], paths[1].with_name("ours.tsv")
    assert kg((store, table), "merge", "云帆科技", "桂林云帆科技有限公司").exit_code == 0
    assert [row.judgement for row in judged.load(table).rows] == ["same"]
    missing = paths[1].with_name("none.tsv")
    assert kg((store, missing), "why", SHORT.iri, LONG.iri).exit_code == 1
    assert not missing.exists()


def test_a_concept_that_no_article_names_is_told_by_name(paths: tuple[Path, Path]) -> None:
    assert "states nothing of 数字孪生" in str(kg(paths, "why", "云帆科技", "数字孪生").exception)


def test_what_was_never_merged_cannot_be_split_from_itself(paths: tuple[Path, Path]) -> None:
    found = kg(paths, "split", "桂林市", "桂林")
    assert "are one thing that was never merged" in str(found.exception)


@pytest.mark.parametrize("command", ["merge", "split", "why"])
def test_an_unknown_name_is_told(command: str, paths: tuple[Path, Path]) -> None:
    found = kg(paths, command, "云帆科技", "没有这个")
    assert "the graph knows no thing called 没有这个" in str(found.exception)


@pytest.mark.parametrize("command", ["review", "merge", "split", "why"])
def test_help_has_an_example(command: str) -> None:
    assert f"Example: kg {command}" in CliRunner().invoke(app, [command, "--help"]).stdout
