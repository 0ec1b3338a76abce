from __future__ import annotations

import csv
import io
import json
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.questions import Limits, ready
from kg.store import open_store
from tests.questions.sample import extractions

CITIES = "SELECT ?city { ?city a sc:City } ORDER BY ?city"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("cli") / "store"
    with open_store(place) as store:
        store.add_many(extractions())
    yield place


def kg(*args: str, folder: Path | None = None, stdin: str | None = None) -> Result:
    where = ["--store", str(folder)] if folder else []
    return CliRunner().invoke(app, ["query", *args, *where], input=stdin)


def test_a_ready_question_prints_a_straight_table(folder: Path) -> None:
    found = kg("firms-in-city", "--set", "city=兰州市", folder=folder)
    assert found.exit_code == 0
    rows = [line for line in found.stdout.splitlines() if line.startswith("│")]
    assert len({cell_len(line) for line in rows}) == 1
    assert any("浪潮" in line and "合作 partners with" in line and "已达成 agreed" in line for line in rows)
    assert "4 rows" in found.stdout


def test_a_query_of_ones_own_needs_no_prefixes(folder: Path) -> None:
    found = kg(CITIES, "--format", "csv", folder=folder)
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert [row["city_label"] for row in rows] == ["兰州市", "天水市", "西宁市"]


def test_a_query_comes_from_a_file_or_from_standard_input(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "cities.rq"
    file.write_text(CITIES, encoding="utf-8")
    from_file = kg(str(file), "-f", "json", folder=folder)
    from_stdin = kg("-", "-f", "json", folder=folder, stdin=CITIES)
    assert from_file.stdout == from_stdin.stdout
    assert len(json.loads(from_file.stdout)) == 3


@pytest.mark.parametrize("ending", ["csv", "tsv", "json", "parquet", "txt"])
def test_the_ending_of_the_file_chooses_the_format(ending: str, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "new" / f"cities.{ending}"
    found = kg(CITIES, "-o", str(file), folder=folder)
    assert found.exit_code == 0
    assert "兰州市" not in found.stdout
    if ending == "parquet":
        assert pq.read_table(file).column("city_label").to_pylist()[0] == "兰州市"
    else:
        assert "兰州市" in file.read_text(encoding="utf-8")


def test_a_dash_is_standard_output(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert kg(CITIES, "-f", "json", "-o", "-", folder=folder).stdout == kg(CITIES, "-f", "json", folder=folder).stdout
    assert kg(CITIES, "-o", "-", folder=folder).exit_code == 0
    assert not list(tmp_path.iterdir())


def test_a_csv_file_is_marked_for_excel_and_a_pipe_is_not(folder: Path, tmp_path: Path) -> None:
    kg(CITIES, "-o", str(tmp_path / "a.csv"), folder=folder)
    piped = kg(CITIES, "-f", "csv", folder=folder).stdout_bytes
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + piped


def test_a_syntax_error_has_a_caret_and_an_exit_status(folder: Path) -> None:
    found = kg("SELECT ?c { ?c a sc:City . FILTR(?c) }", folder=folder)
    assert found.exit_code == 1
    query, caret, message = found.stderr.splitlines()[:3]
    assert caret.index("^") == query.index("FILTR")
    assert (
        message
        == f"kg: line 1, column {query.index('FILTR') + 1}: FILTR cannot stand here — "
        + message[message.index("expected") :]
    )


@pytest.mark.parametrize(
    "text", ["SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SELECT * FROM <a:b> { ?s ?p ?o }"]
)
def test_nothing_outside_is_asked(text: str, folder: Path) -> None:
    found = kg(text, folder=folder)
    assert found.exit_code == 1
    assert "this store only" in found.stderr or "never goes out to the network" in found.stderr


def test_an_update_is_refused_and_changes_nothing(folder: Path) -> None:
    found = kg("DELETE WHERE { ?s ?p ?o }", folder=folder)
    assert found.exit_code == 1
    assert "DELETE changes data" in found.stderr
    assert len(json.loads(kg(CITIES, "-f", "json", folder=folder).stdout)) == 3


def test_a_question_and_its_parameters_have_chinese_names(folder: Path) -> None:
    by_name = kg("firms-in-city", "--set", "city=兰州市", "-f", "csv", folder=folder)
    by_title = kg("哪些企业在一座城市开展业务，担任什么角色", "--set", "城市=兰州市", "-f", "csv", folder=folder)
    assert by_title.exit_code == 0 and by_title.stdout == by_name.stdout


def test_a_query_with_a_slip_is_answered_and_the_slip_is_told(folder: Path) -> None:
    found = kg('SELECT ?x { ?x sc:partnerWith ?y ; rdfs:label "兰州市" }', folder=folder)
    assert found.exit_code == 0
    assert "sc:partnersWith" in found.stderr and '"兰州市"@zh' in found.stderr


def test_the_row_limit_is_told(folder: Path) -> None:
    found = kg(CITIES, "--limit", "2", folder=folder)
    assert "the first 2 rows; --limit 0 shows all" in found.stdout
    piped = kg(CITIES, "--limit", "2", "-f", "csv", folder=folder)
    assert len(piped.stdout.splitlines()) == 3
    assert "the first 2 rows" in piped.stderr
    assert "3 rows" in kg(CITIES, "--limit", "0", folder=folder).stdout


def test_the_time_limit_ends_the_query(folder: Path) -> None:
    endless = " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(100)))} }}" for i in range(6))
    found = kg(f"SELECT (COUNT(*) AS ?n) {{ {endless} }}", "--timeout", "0.5", folder=folder)
    assert found.exit_code == 1
    assert "ended after 0.5 s" in found.stderr


def test_min_confidence_is_a_parameter_of_the_questions_that_declare_it(folder: Path) -> None:
    found = kg("firms-in-city", "--set", "city=天水", "--min-confidence", "0.6", folder=folder)
    assert "科大讯飞" not in found.stdout
    assert "浪潮" in found.stdout
    refused = kg("what-two-share", "--set", "a=兰州", "--set", "b=天水", "--min-confidence", "0.6", folder=folder)
    assert refused.exit_code == 1
    assert "has no ?min_confidence" in refused.stderr
    above = kg("firms-in-city", "--set", "city=天水", "--min-confidence", "60", folder=folder)
    assert above.exit_code == 2, "nothing is so sure, and an empty answer would hide the slip"


@pytest.mark.parametrize("value", ["2", "-0.1"])
def test_a_confidence_is_from_0_to_1(value: str, folder: Path) -> None:
    refused = kg("firms-in-city", "--set", "city=兰州市", "--set", f"min_confidence={value}", folder=folder)
    assert refused.exit_code == 1
    assert "from 0 to 1" in refused.stderr


def test_a_parameter_that_is_missing_is_told_with_an_example(folder: Path) -> None:
    found = kg("firms-in-city", folder=folder)
    assert found.exit_code == 1
    assert "--set city=桂林市" in found.stderr


@pytest.mark.parametrize("args", [[], [CITIES, "--set", "city"], [CITIES, "-f", "xml"]])
def test_wrong_usage_has_its_own_exit_status(args: list[str], folder: Path) -> None:
    assert kg(*args, folder=folder).exit_code == 2


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    found = kg(CITIES, folder=tmp_path / "none")
    assert isinstance(found.exception, Exception)
    assert "there is no store" in str(found.exception)


def test_the_list_names_every_question_in_both_languages() -> None:
    found = kg("--list")
    for question in ready():
        assert question.name in found.stdout
        assert question.title_zh in found.stdout
        assert question.title_en in found.stdout


def test_the_limits_of_the_command_are_those_of_the_library() -> None:
    import inspect

    from kg.cli.query import query

    defaults = {name: parameter.default for name, parameter in inspect.signature(query).parameters.items()}
    assert Limits(defaults["timeout"], defaults["limit"], defaults["memory"]) == Limits()


def test_help_has_an_example() -> None:
    assert "Example: kg query firms-in-city --set city=桂林市" in kg("--help").stdout


def on_a_terminal(folder: Path, *args: str, lines: int = 12, columns: int = 100) -> str:
    """What `kg query` writes to a terminal of so many lines and columns, with a pager that marks what it was given."""
    main, other = pty.openpty()
    env = {
        **os.environ,
        "PAGER": "cat -n",
        "COLUMNS": str(columns),
        "LINES": str(lines),
        "TERM": "xterm",
        "KG_STORE": str(folder),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "query", *args], stdin=other, stdout=other, stderr=other, env=env, close_fds=True
    )
    os.close(other)
    written, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([main], [], [], 0.2)[0]:
            try:
                block = os.read(main, 65_536)
            except OSError:
                break
            if not block:
                break
            written += block
        elif process.poll() is not None:
            break
    process.wait(timeout=30)
    os.close(main)
    return written.decode("utf-8", "replace")


def test_a_long_result_is_paged_on_a_terminal_and_a_short_one_is_not(folder: Path) -> None:
    long = on_a_terminal(folder, "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 40")
    assert "     1\t" in long.replace("\r", "")
    assert "     1\t" not in on_a_terminal(folder, CITIES, lines=50)
    assert "     1\t" not in on_a_terminal(folder, "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 40", "--no-pager")


def test_few_rows_that_take_many_lines_on_a_narrow_terminal_are_paged(folder: Path) -> None:
    asked = ("SELECT ?a ?b ?c ?d ?e ?f { ?a ?b ?c . ?d ?e ?f } LIMIT 4",)
    assert "     1\t" in on_a_terminal(folder, *asked, lines=24, columns=40)
    assert "     1\t" not in on_a_terminal(folder, *asked, lines=24, columns=240)
