"""The Neo4j folder: its CSV by the rules of the importer, its Cypher run by an embedded engine."""

from __future__ import annotations

import csv
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ladybug
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.exporters import cypher
from kg.exporters.neo4j import relationship_type
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.text import clean
from tests.exporters import sample

TYPES = {
    "string": "STRING",
    "long": "INT64",
    "double": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "string[]": "STRING[]",
}


@pytest.fixture
def folder(exported: Callable[[str], Path]) -> Path:
    return exported("neo4j")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_headers_are_typed_and_cells_match_their_types(folder: Path) -> None:
    shapes = {
        "string": ".*",
        "long": r"-?\d*",
        "double": r"(-?\d+(\.\d+)?)?",
        "boolean": "(true|false)?",
        "date": r"(\d{4}-\d\d-\d\d)?",
        "string[]": ".*",
    }
    for name in ("nodes", "measurements", "relationships"):
        for row in rows(folder / f"{name}.csv"):
            for head, cell in row.items():
                kind = head.partition(":")[2]
                assert kind in {*shapes, "ID", "LABEL", "START_ID", "END_ID", "TYPE", ""}
                assert re.fullmatch(shapes.get(kind, ".+"), cell), (head, cell)


def test_ids_are_unique_and_relationships_lead_to_nodes(folder: Path) -> None:
    ids = [row["id:ID"] for name in ("nodes", "measurements") for row in rows(folder / f"{name}.csv")]
    assert len(ids) == len(set(ids)) == sample.NODES + sample.ABOVE + sample.MEASUREMENTS
    related = rows(folder / "relationships.csv")
    assert len({row["id"] for row in related}) == len(related) == sample.EDGES + sample.MEASUREMENTS + sample.WITHIN
    assert {row[end] for row in related for end in (":START_ID", ":END_ID")} <= set(ids)


def test_no_byte_order_mark_and_one_line_a_row(folder: Path) -> None:
    for name, count in (("nodes", sample.NODES + sample.ABOVE), ("measurements", sample.MEASUREMENTS)):
        raw = (folder / f"{name}.csv").read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in raw
        assert raw.count(b"\n") == count + 1


def test_names_are_a_list_without_stray_semicolons(folder: Path) -> None:
    firm = next(row for row in rows(folder / "nodes.csv") if row["name:string"] == sample.HOSTILE_SHOWN)
    assert firm["names:string[]"].split(";") == [sample.HOSTILE_SHOWN.replace(";", "；"), "-云帆；数据'"]
    assert firm[":LABEL"] == "Thing;Organization;Firm"


def test_the_script_names_the_files_that_are_there(folder: Path) -> None:
    script = (folder / "import.sh").read_text(encoding="utf-8")
    assert set(re.findall(r"=(\w+\.csv)", script)) == {path.name for path in folder.glob("*.csv")}
    subprocess.run(["sh", "-n", str(folder / "import.sh")], check=True)


@pytest.mark.parametrize(
    ("words", "status", "asked"),
    [
        ([], 2, ""),
        (["--overwrite"], 2, ""),
        (["smartcity", "--force"], 2, ""),
        (["smartcity"], 0, "full smartcity --nodes=nodes.csv"),
        (["smartcity", "--overwrite"], 0, "full smartcity --overwrite-destination --nodes=nodes.csv"),
    ],
)
def test_the_script_replaces_no_database_unasked(
    folder: Path, tmp_path: Path, words: list[str], status: int, asked: str
) -> None:
    admin = tmp_path / "bin" / "neo4j-admin"
    admin.parent.mkdir()
    admin.write_text('#!/bin/sh\necho "$@"\n')
    admin.chmod(0o755)
    path = f"{admin.parent}:{os.environ['PATH']}"
    command = ["sh", str(folder / "import.sh"), *words]
    done = subprocess.run(command, env={"PATH": path}, capture_output=True, encoding="utf-8")
    assert done.returncode == status
    assert asked in done.stdout if asked else done.stdout == "" and "usage" in done.stderr


@pytest.fixture
def engine(folder: Path, tmp_path: Path) -> ladybug.Connection:
    """An embedded engine with the tables that the CSV headers describe; it wants them before any data.

    Its nodes have a single label, which is the first.
    """
    connection = ladybug.Connection(ladybug.Database(str(tmp_path / "graph.lbug")))
    kinds = {}
    for name in ("nodes", "measurements"):
        found = rows(folder / f"{name}.csv")
        kinds |= {row["id:ID"]: row[":LABEL"].split(";")[0] for row in found}
        (label,) = {row[":LABEL"].split(";")[0] for row in found}
        connection.execute(f"CREATE NODE TABLE {label} (id STRING PRIMARY KEY, {columns(found[0])})")
    related = rows(folder / "relationships.csv")
    for kind in sorted({row[":TYPE"] for row in related}):
        ends = sorted({(kinds[r[":START_ID"]], kinds[r[":END_ID"]]) for r in related if r[":TYPE"] == kind})
        pairs = ", ".join(f"FROM {a} TO {b}" for a, b in ends)
        connection.execute(f"CREATE REL TABLE {kind} ({pairs}, id STRING, {columns(related[0])})")
    return connection


def columns(row: dict[str, str]) -> str:
    heads = (head.partition(":") for head in row)
    return ", ".join(f"{name} {TYPES[kind]}" for name, _, kind in heads if name and kind in TYPES)


def statements(folder: Path) -> list[str]:
    return (folder / "import.cypher").read_text(encoding="utf-8").split(";\n")[:-1]


def run(engine: ladybug.Connection, query: str) -> list[list[Any]]:
    result = engine.execute(query)
    assert isinstance(result, ladybug.QueryResult)
    return result.get_all()


def test_the_cypher_runs_twice_and_gives_the_graph_once(
    engine: ladybug.Connection, folder: Path, graph: PropertyGraph
) -> None:
    for _ in range(2):
        for statement in statements(folder):
            engine.execute(re.sub(r"\n(REMOVE|SET) n:.*", "", statement))
    names = run(engine, "MATCH (n) WHERE label(n) <> 'Measurement' RETURN n.name")
    assert sorted(name for (name,) in names) == sorted(node.label for node in graph.all_nodes)
    found = run(engine, "MATCH (a)-[r]->(b) RETURN a.id, label(r), b.id")
    expected = [[e.source, relationship_type(e.predicate), e.target] for e in (*graph.edges, *graph.measurements)]
    assert sorted(found) == sorted([*expected, ["place.451100", "WITHIN", "place.450000"]])
    lying = "MATCH (f:Thing)-[:PARTNERS_WITH]-(c:Thing)-[:WITHIN* 1..4]->(r:Thing) WHERE r.name = '广西'"
    assert run(engine, f"{lying} RETURN f.name, c.name") == [[sample.HOSTILE_SHOWN, "贺州市"]]
    aims = run(engine, "MATCH (:Thing)-[:HAS_MEASUREMENT]->(m) WHERE m.target RETURN m.value, m.unit")
    assert aims == [[5000.0, "个"]]
    (dates,) = run(engine, "MATCH ()-[r:UNDERTAKES]->() RETURN r.from_day, r.to_day, r.quote")
    assert [str(day) for day in dates[:2]] == ["2022-01-01", "2025-12-31"]
    assert dates[2] == f"{sample.HOSTILE_SHOWN}拟投资12.5亿元建设贺州城市大脑。"


def test_a_thing_is_found_again_whatever_its_class_has_become(folder: Path) -> None:
    """So a second import, of a graph that knows better, gives it other labels and makes no second node."""
    (firms,) = [statement for statement in statements(folder) if "SET n:Organization:Firm\n" in statement]
    assert "MERGE (n:Thing {id: row.id})\nREMOVE n:" in firms
    taken = firms.partition("REMOVE n:")[2].partition("\n")[0].split(":")
    assert {"Place", "City", "Organization", "Firm", "Government", "Project"} < set(taken)
    looked_up = {label for statement in statements(folder) for label in re.findall(r"\w+:(\w+) {id:", statement)}
    text = (folder / "constraints.cypher").read_text(encoding="utf-8")
    assert re.findall(r"FOR \(n:(\w+)\) REQUIRE n.id IS UNIQUE;\n", text) == ["Thing", "Measurement"]
    assert {label for label in looked_up if not label.isupper() and "_" not in label} == {"Thing", "Measurement"}


@pytest.fixture(scope="module")
def memory() -> ladybug.Connection:
    """An engine without data."""
    return ladybug.Connection(ladybug.Database(":memory:"))


@given(text=st.text(st.characters(exclude_categories=["Cs"])).map(clean))
def test_string_literals_keep_any_clean_text(memory: ladybug.Connection, text: str) -> None:
    assert run(memory, f"RETURN {cypher.text(text)}") == [[text]]


def test_relationship_types_are_in_capitals() -> None:
    assert relationship_type("partnersWith") == "PARTNERS_WITH"
    assert relationship_type("inSector") == "IN_SECTOR"


def test_literals_keep_their_types() -> None:
    assert cypher.literal(5.0) == "5.0"
    assert cypher.literal(True) == "true"
    assert cypher.literal(("甲", "it's")) == "['甲', 'it\\'s']"
