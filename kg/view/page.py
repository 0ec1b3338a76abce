"""The page itself: pyvis generates it, with a template, style and script of our own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from kg.exporters.property_graph import PropertyGraph
from kg.view.embed import data_block, policy
from kg.view.encode import Numbered, encode_graph, encode_text, number
from kg.view.looks import looks
from kg.view.opening_picture import Opening, choose_opening

_HERE: Final = Path(__file__).parent
_VIS: Final = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_SOURCE_MAP: Final = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)

# The parts are joined into one script; what runs at once needs what stands before it.
_SCRIPTS: Final = (
    "dom",
    "words",
    "graph",
    "search",
    "filters",
    "paths",
    "arrange",
    "mainlinks",
    "scene",
    "draw",
    "labels",
    "canvas",
    "touch",
    "camera",
    "finder",
    "rail",
    "facts",
    "timeline",
    "panel",
    "welcome",
    "pathview",
    "columns",
    "table",
    "takeaway",
    "permalink",
    "actions",
    "keys",
    "main",
)
_STYLES: Final = ("base", "header", "frame", "floats", "rail", "panel", "cards", "ways", "table", "small")

_OPTIONS: Final = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "keyboard": {"enabled": False},
        "zoomSpeed": 0.6,
    },
}


def render(graph: PropertyGraph, *, focus: str | None = None) -> str:
    """The HTML of the page that shows this graph; the same graph gives the same text.

    `focus` is the id of the node that the page opens on.
    """
    page = number(graph)
    opening = choose_opening(page.links(), len(page.things), page.row[focus] if focus else None, _classes(page))
    environment = _environment()
    environment.globals.update(
        title=page.things[opening.focus].label if focus else "",
        graph=encode_graph(page),
        text=encode_text(page),
        focus=opening.focus,
        looks=looks(),
        words=json.loads((_HERE / "words.json").read_text(encoding="utf-8")),
        library=Markup(_library()),
        script=Markup(_script()),
        theme_script=Markup(_theme()),
        style=Markup(_style()),
        policy=policy([_theme(), _library(), _script()], [_style()]),
    )
    network = _network(page, opening)
    network.templateEnv = environment
    network.path = "page.html.j2"
    return str(network.generate_html())


def _classes(page: Numbered) -> list[int]:
    """The rank of each thing's class, in the order in which the page lists and places them."""
    rank = {kind: place for place, kind in enumerate(looks())}
    return [rank[thing.kind] for thing in page.things]


def _network(page: Numbered, opening: Opening) -> Network:
    """The opening picture: which things, and where. The script adds the links, whose look depends on the theme."""
    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    for row, (x, y) in opening.positions.items():
        network.add_node(row, label=page.things[row].label, shape="custom", x=x, y=y)
    return network


def _environment() -> Environment:
    loader = FileSystemLoader(_HERE, encoding="utf-8")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters.update(data_block=data_block, from_json=json.loads)
    return environment


@cache
def _library() -> str:
    """vis-network as pyvis ships it, licence notice and all; a source map would be one more request."""
    return _SOURCE_MAP.sub("", _VIS.read_text(encoding="utf-8")).strip()


@cache
def _script() -> str:
    parts = (f"// {name}.js\n" + (_HERE / "script" / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();"


@cache
def _theme() -> str:
    return (_HERE / "script" / "theme.js").read_text(encoding="utf-8")


@cache
def _style() -> str:
    parts = [(_HERE / "style" / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES]
    return "\n".join([*parts, *_symbol_rules()])


def _symbol_rules() -> Iterator[str]:
    """The colours of the symbols in legend and lists, from the same files as those on the canvas."""
    for kind, look in looks().items():
        for theme in ("light", "dark"):
            colours = look[theme]
            yield f'[data-theme="{theme}"] .k-{kind} path{{fill:{colours["fill"]};stroke:{colours["line"]}}}'
