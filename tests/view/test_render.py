"""The file itself, read as text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

import kg.view
from kg.exporters.property_graph import PropertyGraph
from kg.view.embed import csp_hash
from kg.view.page import render
from tests.view.synthetic import graph

_FOLDER = Path(kg.view.__file__).parent


class Reader(HTMLParser):
    """Tags with their attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[tuple[dict[str, str | None], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.inline.append((self.tags[-1][1], data))


@pytest.fixture(scope="module")
def text() -> str:
    return render(graph(30))


@pytest.fixture(scope="module")
def page(text: str) -> Reader:
    return Reader(text)


def test_it_asks_for_nothing(page: Reader) -> None:
    for tag, attributes in page.tags:
        assert tag not in ("link", "iframe", "object", "embed", "img", "base"), tag
        for name in ("src", "href"):
            value = attributes.get(name)
            assert value is None or value.startswith("#"), (tag, value)
        assert not any(name.startswith("on") or name == "style" for name in attributes), (tag, attributes)


def test_the_policy_names_the_hash_of_every_script_and_style(page: Reader) -> None:
    policy = next(
        a["content"] for t, a in page.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    run = [body for attributes, body in page.inline if attributes.get("type") != "application/json"]
    assert len(run) == 4, "the style, the theme, vis-network and the page's own script"
    assert all(csp_hash(body) in str(policy) for body in run)


def test_the_licence_of_vis_network_stays_with_it(text: str) -> None:
    assert "@license" in text
    assert "visjs contributors" in text
    assert "sourceMappingURL" not in text


def test_the_same_graph_gives_the_same_bytes(text: str) -> None:
    assert render(graph(30)) == text


def test_the_data_blocks_are_json(page: Reader) -> None:
    blocks = {a["id"]: json.loads(body) for a, body in page.inline if a.get("type") == "application/json"}
    assert set(blocks) == {"kg-words", "kg-looks", "kg-opening", "kg-graph", "kg-text"}
    assert len(blocks["kg-graph"]["things"]["id"]) == 30
    assert len(blocks["kg-opening"]["nodes"]) == 30
    assert blocks["kg-opening"]["options"]["physics"] == {"enabled": False}


def test_ten_thousand_things_fit_in_a_few_megabytes(sizes: Callable[[int], PropertyGraph]) -> None:
    large = sizes(3000)
    assert len(render(large).encode()) / (len(large.edges) or 1) < 500, "bytes for each fact with its sentences"


def words_used() -> set[str]:
    """The keys that script and template ask for."""
    script = "".join(path.read_text(encoding="utf-8") for path in (_FOLDER / "script").glob("*.js"))
    template = (_FOLDER / "page.html.j2").read_text(encoding="utf-8")
    used = set(re.findall(r'\bt\("(\w+)"', script)) | set(re.findall(r'data-word(?:-\w+)?="(\w+)"', template))
    used |= set(re.findall(r'word: "(\w+)"', script)) | set(re.findall(r'\], "(key\w+)"\]', script))
    return used


def test_every_word_has_both_languages_and_the_same_gaps() -> None:
    words = json.loads((_FOLDER / "words.json").read_text(encoding="utf-8"))
    assert words_used() - words.keys() == set()
    for key, (zh, en) in words.items():
        assert zh and en, key
        gaps = set(re.findall(r"\{\w+\}", en)) - {"{s}"}
        assert set(re.findall(r"\{\w+\}", zh)) == gaps, key
        assert "{s}" not in en or "{n}" in gaps, f"{key}: a plural of what?"


def test_no_word_is_kept_that_nobody_says() -> None:
    words = json.loads((_FOLDER / "words.json").read_text(encoding="utf-8"))
    sources = [*(_FOLDER / "script").glob("*.js"), _FOLDER / "page.html.j2"]
    said = "".join(path.read_text(encoding="utf-8") for path in sources)
    assert [key for key in words if not re.search(rf'"{key}"', said)] == []


def test_every_script_and_style_is_part_of_the_page(text: str) -> None:
    for path in (*(_FOLDER / "script").glob("*.js"), *(_FOLDER / "style").glob("*.css")):
        assert path.read_text(encoding="utf-8").strip() in text, path.name
