"""The page is drawn in a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kg.build import drawing
from kg.errors import ExportError
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.reading import property_graph
from kg.store import open_store
from kg.view import draw_page
from tests.exporters.sample import extractions


@pytest.fixture
def graph() -> PropertyGraph:
    with open_store() as store:
        store.add_many(extractions())
        return property_graph(store)


def refuse(*_: object) -> None:
    raise AssertionError("drawn in this process")


def test_another_process_draws_the_same_page(
    graph: PropertyGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "here", refuse)
    with drawing.elsewhere() as draw:
        draw(graph, tmp_path / "apart.html")()
    page = draw_page(graph, tmp_path / "here.html")
    assert (tmp_path / "apart.html").read_bytes() == page.read_bytes()


def test_what_cannot_be_drawn_there_is_drawn_here(
    graph: PropertyGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", ["nowhere"])
    with drawing.elsewhere() as draw:
        finish = draw(graph, tmp_path / "page.html")
        monkeypatch.undo()
        finish()
    assert (tmp_path / "page.html").is_file()


def test_why_a_page_cannot_be_written_is_told(graph: PropertyGraph, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with drawing.elsewhere() as draw, pytest.raises(ExportError, match="file"):
        draw(graph, tmp_path / "file" / "page.html")()


def test_there_may_be_nothing_to_draw() -> None:
    with drawing.elsewhere():
        pass
