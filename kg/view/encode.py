"""The property graph as compact columns: every name once, every sentence once, small integers for the rest.

Things are numbered by how well connected they are, so that the first numbers are the best-connected things. The page
reads two blocks: the graph (needed at once) and the text (sentences and articles, needed when something is opened).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kg import ids
from kg.exporters.property_graph import Edge, EvidenceRow, Node, PropertyGraph
from kg.exporters.times import bounds
from kg.ontology import load as load_ontology
from kg.view.sound import sound_of_parts

Columns = dict[str, Any]

STATUSES: Final = ("", "planned", "underway", "completed")
_COORDINATES: Final = ("coordinates", ("经纬度", "Coordinates"))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A property graph in page order: `things` best connected first, `facts` by subject, relation and object.

    A fact is an edge or a measurement; `row` gives a thing's number by the node's id, `unspoken` how many have no fact.
    """

    things: tuple[Node, ...]
    facts: tuple[Edge, ...]
    row: Mapping[str, int]
    unspoken: int = 0

    def target(self, fact: Edge) -> int:
        """The number of the object, -1 for a measured value."""
        return -1 if fact.measure else self.row[fact.target]

    def links(self) -> list[tuple[int, int]]:
        """The ends of every fact that can be drawn."""
        return [(self.row[fact.source], self.row[fact.target]) for fact in self.facts if not fact.measure]


def number(graph: PropertyGraph) -> Numbered:
    """The graph in page order; equals by IRI, so that the same graph gives the same page."""
    degree = Counter(end for edge in graph.edges for end in {edge.source, edge.target})
    things = tuple(sorted(graph.nodes, key=lambda node: (-degree[node.id], node.iri)))
    row = {node.id: index for index, node in enumerate(things)}

    def place(fact: Edge) -> tuple[int, str, int, str]:
        return row[fact.source], fact.predicate, -1 if fact.measure else row[fact.target], fact.iri

    return Numbered(things, tuple(sorted((*graph.edges, *graph.measurements), key=place)), row, graph.unspoken)


def encode_graph(page: Numbered) -> Columns:
    """The block that the picture, the search and the table need."""
    ontology = load_ontology()
    present = {thing.kind for thing in page.things}
    kinds = [name for name in ontology.classes if name in present]
    used = {fact.predicate for fact in page.facts}
    predicates = [name for name in ontology.predicates if name in used]
    return {
        "base": ids.BASE,
        "articles": len(_articles_of(page)),
        "unspoken": page.unspoken,
        "kinds": [_kind(name) for name in kinds],
        "predicates": [_predicate(name) for name in predicates],
        "details": _detail_names(page.things),
        "things": _things(page.things, kinds),
        "facts": _facts(page, predicates),
    }


def encode_text(page: Numbered) -> Columns:
    """The block that the details need: articles, sentences, and which fact rests on which."""
    articles = _articles_of(page)
    place = {iri: index for index, iri in enumerate(articles)}
    quotes: dict[str, int] = {}
    patterns: dict[str, int] = {}
    proofs = [(index, proof) for index, fact in enumerate(page.facts) for proof in fact.evidence]
    return {
        "articles": _articles(articles.values()),
        "proofs": {
            "fact": [index for index, _ in proofs],
            "article": [place[proof.article] for _, proof in proofs],
            "quote": [quotes.setdefault(proof.quote, len(quotes)) for _, proof in proofs],
            "status": [STATUSES.index(proof.status) for _, proof in proofs],
            "confidence": [_thousandths(proof.confidence) for _, proof in proofs],
            "time": _sparse((row, proof.time) for row, (_, proof) in enumerate(proofs)),
            "pattern": [patterns.setdefault(proof.pattern, len(patterns)) for _, proof in proofs],
        },
        "quotes": list(quotes),
        "patterns": list(patterns),
    }


def _articles_of(page: Numbered) -> dict[str, EvidenceRow]:
    """One reading from each article, by the article's IRI."""
    found = {proof.article: proof for fact in page.facts for proof in fact.evidence}
    return dict(sorted(found.items()))


def _kind(name: str) -> tuple[str, str, str, str]:
    term = load_ontology().classes[name]
    return name, term.label_zh, term.label_en, term.group


def _predicate(name: str) -> list[Any]:
    """Name, label, label from the object's side (Chinese and English each), whether it has two equal sides, and what
    it calls a status by a word of its own.
    """
    ontology = load_ontology()
    term = ontology.predicates[name]
    back = ontology.labels[term.inverse] if term.inverse else ("", "")
    return [name, term.label_zh, term.label_en, *back, int(term.symmetric), dict(term.status_labels)]


def _detail_names(things: Sequence[Node]) -> dict[str, tuple[str, str]]:
    """What the details are called that things carry."""
    labels = dict([_COORDINATES], **load_ontology().labels)
    used = sorted({name for thing in things for name, _ in _details(thing)})
    return {name: labels.get(name, (name, name)) for name in used}


def _details(thing: Node) -> list[tuple[str, str | float]]:
    """The attributes, latitude and longitude as one; of the places above only the next, by its name."""
    found = {name: value for name, value in thing.attributes if name not in ("within_id", "within_all")}
    latitude, longitude = found.pop("lat", None), found.pop("long", None)
    here = [(_COORDINATES[0], f"{latitude}, {longitude}")] if latitude is not None and longitude is not None else []
    return [*found.items(), *here]


def _things(things: Sequence[Node], kinds: Sequence[str]) -> Columns:
    known = {name for thing in things for name in thing.names}
    return {
        "id": [thing.iri.removeprefix(ids.BASE) for thing in things],
        "label": [thing.label for thing in things],
        "en": _sparse((row, thing.label_en) for row, thing in enumerate(things)),
        "kind": [kinds.index(thing.kind) for thing in things],
        "names": _sparse((row, _other_names(thing)) for row, thing in enumerate(things)),
        "sound": _sparse((row, _sounds(thing, known)) for row, thing in enumerate(things)),
        "details": _sparse((row, _details(thing)) for row, thing in enumerate(things)),
    }


def _other_names(thing: Node) -> list[str]:
    return [name for name in dict.fromkeys(thing.names) if name not in (thing.label, thing.label_en)]


def _sounds(thing: Node, known: Collection[str]) -> list[str]:
    return [heard for name in (thing.label, *_other_names(thing)) if (heard := sound_of_parts(name, known))]


def _facts(page: Numbered, predicates: Sequence[str]) -> Columns:
    facts = page.facts
    months = [_months(fact) for fact in facts]
    return {
        "id": [fact.iri.removeprefix(ids.ID + "statement/") for fact in facts],
        "s": [page.row[fact.source] for fact in facts],
        "p": [predicates.index(fact.predicate) for fact in facts],
        "o": [page.target(fact) for fact in facts],
        "status": [STATUSES.index(fact.status) for fact in facts],
        "confidence": [_thousandths(fact.confidence) for fact in facts],
        "support": [fact.support for fact in facts],
        "from": [first for first, _ in months],
        "to": [last for _, last in months],
        "time": _sparse((row, "; ".join(fact.times)) for row, fact in enumerate(facts)),
        "reported": _sparse((row, _first_report(fact)) for row, fact in enumerate(facts)),
        "more": _sparse((row, _more(fact)) for row, fact in enumerate(facts)),
    }


def _months(fact: Edge) -> tuple[int, int]:
    """First and last month, counted from year 0, of the fact's own time or else of its reports; -1 without either."""
    first, last = fact.start, fact.end
    if not first and not last:
        first, last = bounds(tuple(proof.date[:10] for proof in fact.evidence if proof.date))
    first, last = first or last, last or first
    return (_month(first), _month(last)) if first and last else (-1, -1)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_report(fact: Edge) -> str:
    return min((proof.date[:10] for proof in fact.evidence if proof.date), default="")


def _more(fact: Edge) -> Columns:
    measure = fact.measure
    figure = (measure.indicator, measure.wording or f"{measure.value:.15g}{measure.unit}") if measure else ()
    shown = {
        "amount": _amount(fact),
        "value": fact.amount,
        "title": fact.title,
        "agreement": fact.agreement,
        "figure": [*figure, measure.time, int(measure.target)] if measure else [],
    }
    return {key: value for key, value in shown.items() if value}


def _amount(fact: Edge) -> str:
    """As an article words it, or else the number."""
    if fact.amount is None:
        return ""
    worded = (proof.amount_wording for proof in fact.evidence if proof.amount == fact.amount and proof.amount_wording)
    return next(worded, f"{fact.amount:,.15g} {fact.amount_unit}".strip())


def _articles(rows: Iterable[EvidenceRow]) -> Columns:
    listed = list(rows)
    return {
        "title": [row.article_title for row in listed],
        "publisher": [row.publisher for row in listed],
        "date": [row.date[:10] for row in listed],
        "url": [row.url for row in listed],
    }


def _thousandths(confidence: float) -> int:
    return round(confidence * 1000)


def _sparse(pairs: Iterable[tuple[int, Any]]) -> dict[str, Any]:
    """Only the rows that have a value; JSON wants string keys."""
    return {str(row): value for row, value in pairs if value}
