"""The graph as graph tools know it: nodes and edges with plain values, sanitised once for every format and the page.

Nodes are the things that at least one statement speaks of; an edge is one statement between two of them, so that
parallel edges differ in their predicate. A measured value is no node, or every indicator would hang in the picture as a
leaf: it stands as readable text on its owner, and with all its parts in `measurements` for the formats with tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One place in one article that a statement rests on, with the reading's own qualifiers.

    `article_title` is the name of its file (`source`) where the article has no title, so that every reading says where
    it was read. `start` and `end` are code points of the article's text, `date` is ISO 8601 with the time of day where
    known.
    """

    id: str
    quote: str
    article: str
    article_title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    source: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    pattern: str = ""
    confidence: float = 0.0
    status: str = ""
    time: str = ""
    time_precision: str = ""
    time_wording: str = ""
    amount: float | None = None
    amount_unit: str = ""
    amount_wording: str = ""
    title: str = ""
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured and the figure; `target` tells an aim from an attained value, `time` is ISO 8601."""

    indicator: str
    value: float
    unit: str = ""
    wording: str = ""
    time: str = ""
    target: bool = False

    def __str__(self) -> str:
        """One line for people: 5G基站 1787个 (2021-11)."""
        remarks = ", ".join(word for word in (self.time, "target" if self.target else "") if word)
        figure = self.wording or f"{self.value:.15g}{self.unit}"
        return f"{self.indicator} {figure}" + (f" ({remarks})" if remarks else "")


@dataclass(frozen=True, slots=True)
class Node:
    """A thing. `id` is safe in every format (`place.450300`), `kind` and `group` are local names of the ontology.

    `attributes` are the other plain properties, sorted by name: code, lat, long, ticker, and of the place that it lies
    in the label (`within`) and the id (`within_id`), with the labels of all further ones (`within_all`), the nearest
    first. `community`, `x`, `y` and `size` are set by `layout.arrange`.
    """

    id: str
    iri: str
    label: str
    label_en: str
    kind: str
    group: str
    names: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str | float], ...] = ()
    measurements: tuple[str, ...] = ()
    degree: int = 0
    community: int = -1
    x: float = 0.0
    y: float = 0.0
    size: float = 10.0
    color: str = "#888888"


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement. `source` and `target` are ids of nodes; that of a measurement leads to `measure`, not to a node.

    `times` are as stated, `start` and `end` the first and last day that they cover. Amounts are in the base unit.
    `evidence` is never empty in a sound store, the most confident first.
    """

    id: str
    iri: str
    source: str
    target: str
    predicate: str
    label: str
    label_en: str
    symmetric: bool = False
    status: str = ""
    times: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    confidence: float = 0.0
    support: int = 0
    amount: float | None = None
    amount_unit: str = ""
    title: str = ""
    agreement: str = ""
    evidence: tuple[EvidenceRow, ...] = ()
    measure: Measure | None = None

    @property
    def best(self) -> EvidenceRow:
        """The most confident evidence; a blank one where the store holds none."""
        return self.evidence[0] if self.evidence else EvidenceRow(id="", quote="", article="")


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Nodes by id, edges and measurements by id; the same store gives the same graph in the same order.

    `above` are the places that nodes lie in and no statement speaks of, each with its own, for the formats that need
    not draw them: in a picture every province would be a hub that says nothing. `unspoken` counts the things of the
    store that are no nodes, as no statement of these speaks of them: the province that a city lies in, say.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    measurements: tuple[Edge, ...] = ()
    unspoken: int = 0
    above: tuple[Node, ...] = ()

    @property
    def all_nodes(self) -> tuple[Node, ...]:
        """The nodes and the places above them, by id."""
        return tuple(sorted((*self.nodes, *self.above), key=lambda node: node.id))

    def by_id(self) -> dict[str, Node]:
        """The nodes by their ids."""
        return {node.id: node for node in self.nodes}
