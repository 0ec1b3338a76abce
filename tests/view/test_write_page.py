"""From a store to a file, by function and by command."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.view import register
from kg.errors import ExportError, QueryError
from kg.exporters.reading import property_graph
from kg.store import Store, open_store
from kg.view import find_thing, write_page
from tests.benchmarks.generator import extractions


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kg") / "store"
    with open_store(place) as store:
        store.add_many(extractions(20))
    return place


@pytest.fixture
def store(folder: Path):
    with open_store(folder, read_only=True) as store:
        yield store


def test_the_page_of_a_store(store: Store, tmp_path: Path) -> None:
    path = write_page(store, tmp_path / "sub" / "graph.html")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    first = property_graph(store).edges[0]
    assert first.best.quote in text


def test_a_focus_by_name_by_name_and_iri(store: Store, tmp_path: Path) -> None:
    graph = property_graph(store)
    city = max((node for node in graph.nodes if node.kind == "City"), key=lambda node: node.degree)
    for name in (city.label, city.iri, city.names[-1]):
        assert find_thing(graph, name).iri == city.iri
    text = write_page(store, tmp_path / "a.html", focus=city.label).read_text(encoding="utf-8")
    assert f"<title>{city.label} · " in text


def test_an_unknown_focus_suggests_what_is_near(store: Store, tmp_path: Path) -> None:
    city = next(node.label for node in property_graph(store).nodes if node.kind == "City" and len(node.label) > 2)
    with pytest.raises(QueryError, match=city):
        write_page(store, tmp_path / "a.html", focus=city[:-1] + "某市")
    assert not (tmp_path / "a.html").exists()


def test_a_threshold_leaves_doubtful_facts_out(store: Store, tmp_path: Path) -> None:
    whole = write_page(store, tmp_path / "all.html").stat().st_size
    sure = write_page(store, tmp_path / "sure.html", min_confidence=0.85).stat().st_size
    assert sure < whole


def test_a_page_that_cannot_be_written_leaves_the_old_one(store: Store, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError):
        write_page(store, tmp_path / "folder")


def test_the_command(folder: Path, tmp_path: Path) -> None:
    import typer

    app = typer.Typer()
    app.callback()(lambda: None)
    register(app)
    output = tmp_path / "graph.html"
    result = CliRunner().invoke(app, ["view", "--store", str(folder), "-o", str(output), "--min-confidence", "0.5"])
    assert result.exit_code == 0, result.output
    assert str(output) in result.output
    assert output.stat().st_size > 500_000
    assert CliRunner().invoke(app, ["view", "--min-confidence", "2"]).exit_code == 2
