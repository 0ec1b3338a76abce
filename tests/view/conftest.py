"""A headless Chromium with the network cut, and pages opened in it from disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.exporters.property_graph import PropertyGraph
from kg.view.page import render
from tests.conftest import miss
from tests.view.driving import Page, start_browser
from tests.view.synthetic import graph as synthetic


@pytest.fixture(scope="session")
def browser(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests of the page."""
    driver = shutil.which("chromedriver")
    if driver is None:
        miss("browser", "no chromedriver on the PATH; install Debian's chromium-driver")
    browser = start_browser(chromium, Path(driver), tmp_path_factory.mktemp("profile"))
    yield browser
    browser.quit()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[PropertyGraph, str | None], Path]:
    """Pages on disk: the same graph is written once."""
    folder = tmp_path_factory.mktemp("pages")
    known: dict[tuple[int, str | None], Path] = {}

    def write(graph: PropertyGraph, focus: str | None = None) -> Path:
        key = (hash(graph), focus)
        if key not in known:
            known[key] = folder / f"{len(known)}.html"
            known[key].write_text(render(graph, focus=focus), encoding="utf-8", newline="\n")
        return known[key]

    return write


@pytest.fixture(scope="session")
def sizes() -> Callable[[int], PropertyGraph]:
    """Made-up graphs by size, each made once."""
    return cache(synthetic)


@pytest.fixture
def opened(browser: Any, files: Any) -> Iterator[Callable[..., Page]]:
    """Open a graph's page; afterwards the console must be empty and nothing may have been requested."""
    pages: list[Page] = []

    def open_graph(graph: PropertyGraph, fragment: str = "", *, focus: str | None = None, **look: Any) -> Page:
        page = Page(browser, files(graph, focus))
        page.open(fragment, **look)
        pages.append(page)
        return page

    yield open_graph
    for page in pages[-1:]:
        assert page.console() == []
        assert page.requests() == []


@pytest.fixture
def small(opened: Callable[..., Page], sizes: Callable[[int], PropertyGraph]) -> Page:
    """The page of thirty things."""
    return opened(sizes(30))
