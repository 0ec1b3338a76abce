"""Which thing of the graph a name means: by IRI, label, other name, English name, code or ticker."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg import ids, lexicon, ontology
from kg.errors import QueryError
from kg.namespaces import RDFS, SKOS
from kg.questions.library import Parameter

Ask = Callable[[str], ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples]
"""How a store is asked a SPARQL query."""

_PREFIXES: Final = f"PREFIX sc: <{ids.ONTOLOGY}> PREFIX rdfs: <{RDFS}> PREFIX skos: <{SKOS}> "
# A name that fits hundreds of things is a word; a list of them helps nobody.
_MANY: Final = 12
# A place is called by who acts for it too: 江城市人民政府, 江城市委, 江城高新区管委会.
_SEAT: Final = re.compile(
    "(?P<place>.{2,}?)(?:人民政府|政府|管委会|管理委员会|(?<=[省市县区州旗盟])(?:委|党委)(?:、?[省市县区州旗盟]政府)?)"
)
# What each place may call itself or its government, and so names none.
_OF_ANY: Final = re.compile(
    "(?:[我全本该]?[省市县区州旗盟]|当地)(?:人民政府|政府|党?委(?:、?[省市县区州旗盟]政府)?)?|我国|全国"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a name may mean; `by_label` tells that the name is its canonical one."""

    iri: str
    label: str
    kind: str
    by_label: bool

    def __str__(self) -> str:
        """For lists of choices: 朝阳区 (District, <iri>)."""
        return f"{self.label} ({self.kind}, {self.iri})"


def resolve(name: str, parameter: Parameter, ask: Ask) -> str:
    """The IRI of the one thing that the name means. Raises QueryError where there is none, or more than one.

    A canonical name beats an alias, so that 吉林省 may be called 吉林 as long as no other thing bears it as its label.
    """
    wanted = _classes(parameter.within)
    found = [one for one in candidates(name, ask) if not wanted or one.kind in wanted]
    best = [one for one in found if one.by_label] or found
    if len({one.iri for one in best}) == 1:
        return best[0].iri
    where = f"{parameter.name} ({parameter.label_zh})"
    if best:
        shown = "; ".join(str(one) for one in best[:_MANY])
        raise QueryError(
            f"{name} may be {len(best)} things 有多个同名事物", where=where, remedy=f"say which, by IRI 请指明: {shown}"
        )
    kind = f" {ontology.load().label(parameter.within).lower()}" if parameter.within else " thing"
    near = _near(name, wanted, ask)
    remedy = f"perhaps 是否为 {', '.join(near)}" if near else "kg show NAME searches the graph 可用 kg show 查找"
    raise QueryError(f"the graph knows no{kind} called {name} 图谱中没有这个名称", where=where, remedy=remedy)


def candidates(name: str, ask: Ask) -> list[Candidate]:
    """All things that the name may mean, those that have it as their label first.

    Only if none is spelt just so, names that differ in case, spaces and marks count too.
    """
    name = name.strip()
    iri = _as_iri(name)
    if iri:
        return [Candidate(found, _label(found, ask), kind, True) for found, kind in _described(iri, ask)]
    forms = " ".join(str(ox.Literal(name, language=language)) for language in ("zh", "en", None))
    exact = _PREFIXES + (
        f"SELECT DISTINCT ?thing ?by WHERE {{ VALUES ?name {{ {forms} }} "
        "VALUES ?by { rdfs:label skos:altLabel sc:code sc:ticker } ?thing ?by ?name }"
    )
    concepts = _concepts(name)
    found = _of(exact, ask)
    if not found and not concepts:
        found = _registered(name, ask) or _of(_loose(ox.Literal(ids.name_key(name))), ask) or _acted_for(name, ask)
    known = {one.iri for one in found}
    return found + [concept for concept in concepts if concept.iri not in known]


def names_any_place(name: str) -> bool:
    """Whether a name is what any place may call itself: 我市, 市政府, 县委."""
    return _OF_ANY.fullmatch(name.strip()) is not None


def known_as(name: str) -> str:
    """What the lexicons call what bears a name, or the place for whose government it stands; "" if they know it not."""
    entries = lexicon.load().by_name
    seat = _SEAT.fullmatch(name)
    found = entries.get(name) or (entries.get(seat["place"]) if seat else None)
    return found[0].label if found else ""


def _acted_for(name: str, ask: Ask) -> list[Candidate]:
    """The places that bear what a name begins with, where it ends as that of a government or committee does."""
    seat = None if names_any_place(name) else _SEAT.fullmatch(name)
    return [one for one in candidates(seat["place"], ask) if _is_place(one.kind)] if seat else []


def _is_place(kind: str) -> bool:
    return "Place" in ontology.load().ancestors(kind)


def _concepts(name: str) -> list[Candidate]:
    """The goals, sectors and technologies of that name, in the graph or not: narrower ones may be."""
    key = ids.name_key(name)
    return [
        Candidate(concept.iri, concept.label, concept.kind, key == ids.name_key(concept.label))
        for concept in ontology.load().concepts.values()
        if key in {ids.name_key(form) for form in (*concept.names, *concept.hidden, concept.label_en)}
    ]


def _registered(name: str, ask: Ask) -> list[Candidate]:
    """The things of the graph that the lexicons know by that name, though no article calls them so.

    A region of several places need not be in the graph: these may be.
    """
    return [
        Candidate(iri, entry.label, kind, name == entry.label)
        for entry in lexicon.load().by_name.get(name, ())
        for iri, kind in _described(entry.iri, ask) or _region(entry)
    ]


def _region(entry: lexicon.Entry) -> list[tuple[str, str]]:
    return [(entry.iri, entry.kind)] if lexicon.members(entry.iri) else []


def _loose(key: ox.Literal) -> str:
    """All names that are the same but for case and spaces; slower, since every name is looked at."""
    return _PREFIXES + (
        "SELECT DISTINCT ?thing ?by WHERE { VALUES ?by { rdfs:label skos:altLabel sc:ticker } ?thing ?by ?name . "
        f'FILTER(REPLACE(LCASE(STR(?name)), "[\\\\s()（）“”《》·-]", "") = {key}) }}'
    )


def _of(query: str, ask: Ask) -> list[Candidate]:
    ways: dict[str, bool] = {}
    for iri, by in _rows(query, ask):
        ways[iri] = ways.get(iri, False) or by.endswith(("#label", "#code", "#ticker"))
    found = [
        Candidate(whole, _label(whole, ask), kind, by_label)
        for iri, by_label in ways.items()
        for whole, kind in _described(iri, ask)
    ]
    return sorted(set(found), key=lambda one: (not one.by_label, one.iri))


def _described(iri: str, ask: Ask) -> list[tuple[str, str]]:
    """The thing's IRI, or that of the thing it was merged into, and its class by local name."""
    query = (
        f"{_PREFIXES}SELECT ?thing ?kind WHERE {{ <{iri}> sc:mergedInto? ?thing . ?thing a ?kind "
        "FILTER NOT EXISTS { ?thing sc:mergedInto ?other } }"
    )
    return [(thing, _local(kind)) for thing, kind in _rows(query, ask) if kind.startswith(ids.ONTOLOGY)]


def _local(iri: str) -> str:
    return iri.removeprefix(ids.ONTOLOGY)


def _label(iri: str, ask: Ask) -> str:
    query = (
        f"{_PREFIXES}SELECT ?label ?thing WHERE {{ VALUES ?thing {{ <{iri}> }} "
        '?thing rdfs:label ?label FILTER(LANG(?label) = "zh") }'
    )
    return min((label for label, _ in _rows(query, ask)), default=iri)


def _near(name: str, wanted: frozenset[str], ask: Ask) -> list[str]:
    """Labels that look like the name."""
    query = f'{_PREFIXES}SELECT ?label ?kind WHERE {{ ?thing rdfs:label ?label ; a ?kind FILTER(LANG(?label) = "zh") }}'
    labels = sorted({label for label, kind in _rows(query, ask) if not wanted or _local(kind) in wanted})
    holding = [label for label in labels if name in label or label in name]
    near = [*sorted(holding, key=len), *difflib.get_close_matches(name, labels, 3, 0.5)]
    return list(dict.fromkeys(near))[:3]


def _rows(query: str, ask: Ask) -> Iterator[tuple[str, str]]:
    """The first two columns of a result, as plain strings."""
    solutions = ask(query)
    assert isinstance(solutions, ox.QuerySolutions)
    for solution in solutions:
        first, second = solution[0], solution[1]
        assert isinstance(first, ox.NamedNode | ox.Literal)
        assert isinstance(second, ox.NamedNode | ox.Literal)
        yield first.value, second.value


def _as_iri(name: str) -> str:
    """The name as an IRI, if it is one, in angle brackets or not; else ""."""
    name = name.removeprefix("<").removesuffix(">")
    if name.startswith(("http://", "https://")):
        try:
            return ox.NamedNode(name).value
        except ValueError:
            return ""
    return ""


def _classes(within: str) -> frozenset[str]:
    """The classes at or below one, by local name; none for ""."""
    known = ontology.load()
    return frozenset(name for name in known.classes if within in known.ancestors(name)) if within else frozenset()
