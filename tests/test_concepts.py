"""Goals, sectors and technologies: whom a name leads to, and how the concepts hang together."""

from __future__ import annotations

import re

import pytest

from kg import ids
from kg.ontology import Concept, load
from tests.ontology_files import CONCEPTS, SKOS, quads_of

SDG = "http://metadata.un.org/sdg/"


def by_kind(kind: str) -> list[Concept]:
    return [concept for concept in load().concepts.values() if concept.kind == kind]


def named(kind: str, name: str) -> list[str]:
    return [c.label for c in by_kind(kind) if name in c.names or name in c.hidden]


@pytest.mark.parametrize(("kind", "least"), [("Goal", 120), ("Sector", 150), ("Technology", 150)])
def test_the_schemes_are_wide(kind: str, least: int) -> None:
    assert len(by_kind(kind)) >= least


@pytest.mark.parametrize(
    ("kind", "name", "label"),
    [
        ("Goal", "“双碳”目标", "双碳"),
        ("Goal", "数字化转型升级", "数字化转型"),
        ("Sector", "智能交通", "智慧交通"),
        ("Sector", "新能源车", "新能源汽车"),
        ("Technology", "AI", "人工智能"),
        ("Technology", "IoT", "物联网"),
        ("Technology", "数字孪生技术", "数字孪生"),
    ],
)
def test_other_forms_lead_to_one_concept(kind: str, name: str, label: str) -> None:
    assert named(kind, name) == [label]


def test_what_is_not_the_same_is_kept_apart() -> None:
    assert named("Technology", "车联网") == ["车联网"]
    assert named("Goal", "碳达峰") == ["碳达峰"]
    assert named("Goal", "碳中和") == ["碳中和"]


def test_hidden_forms_are_never_among_the_names() -> None:
    for concept in load().concepts.values():
        assert not set(concept.hidden) & set(concept.names), concept.label
        assert concept.names[0] == concept.label


def test_a_label_belongs_to_one_concept_of_a_scheme() -> None:
    for kind in ("Goal", "Sector", "Technology"):
        owners: dict[str, set[str]] = {}
        for concept in by_kind(kind):
            for name in (*concept.names, *concept.hidden, concept.label_en):
                owners.setdefault(name.lower(), set()).add(concept.iri)
        assert not {name: iris for name, iris in owners.items() if len(iris) > 1}


def test_a_label_in_two_schemes_is_marked_on_both_sides() -> None:
    owners: dict[str, set[str]] = {}
    for concept in load().concepts.values():
        for name in (*concept.names, *concept.hidden):
            owners.setdefault(name, set()).add(concept.iri)
    shared = [iris for iris in owners.values() if len(iris) > 1]
    assert shared
    for iris in shared:
        assert all(iris - {iri} <= set(load().concepts[iri].related) for iri in iris)


def test_no_label_is_a_word_that_says_nothing() -> None:
    names = {name for concept in load().concepts.values() for name in (*concept.names, *concept.hidden)}
    assert not names & {
        "发展",
        "建设",
        "安全",
        "管理",
        "服务",
        "技术",
        "产业",
        "行业",
        "项目",
        "平台",
        "科技",
        "创新",
        "应用",
    }
    assert not [name for name in names if len(name) < 2 or name != name.strip()]


def test_concepts_lie_under_their_scheme() -> None:
    for concept in load().concepts.values():
        assert concept.iri.startswith(f"{ids.CONCEPT}{concept.kind.lower()}/"), concept.iri
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", concept.iri.rpartition("/")[2]), concept.iri


def test_broader_leads_up_to_a_top_concept_without_a_circle() -> None:
    concepts = load().concepts
    tops = {q.subject.value for q in quads_of(CONCEPTS) if q.predicate.value == SKOS + "topConceptOf"}

    def climb(iri: str, below: tuple[str, ...]) -> None:
        assert iri not in below, f"circle through {iri}"
        assert bool(concepts[iri].broader) != (iri in tops), f"{iri} is neither below another nor at the top, or both"
        for parent in concepts[iri].broader:
            assert concepts[parent].kind == concepts[iri].kind
            climb(parent, (*below, iri))

    for iri in concepts:
        climb(iri, ())
    assert len(tops) < len(concepts) / 20


def test_what_is_broader_is_not_merely_related() -> None:
    concepts = load().concepts

    def above(iri: str) -> set[str]:
        return {up for parent in concepts[iri].broader for up in (parent, *above(parent))}

    assert not [iri for iri, concept in concepts.items() if above(iri) & set(concept.related)]


def test_links_that_have_an_inverse_stand_in_both_directions() -> None:
    found = {(q.subject.value, q.predicate.value.removeprefix(SKOS), q.object.value) for q in quads_of(CONCEPTS)}
    for one, other in (("broader", "narrower"), ("topConceptOf", "hasTopConcept"), ("related", "related")):
        forward = {(s, o) for s, p, o in found if p == one}
        assert forward == {(o, s) for s, p, o in found if p == other}


def test_goals_are_mapped_to_goals_and_targets_that_the_united_nations_have_set() -> None:
    numbered = dict(zip(range(1, 18), (5, 5, 9, 7, 6, 6, 3, 10, 5, 7, 7, 8, 3, 7, 9, 10, 19), strict=True))
    lettered = dict(zip(range(1, 18), (2, 3, 4, 3, 3, 2, 2, 2, 3, 3, 3, 3, 2, 3, 3, 2, 0), strict=True))
    targets = {f"{goal}.{number}" for goal in numbered for number in range(1, numbered[goal] + 1)}
    targets |= {f"{goal}.{'abcd'[index]}" for goal in lettered for index in range(lettered[goal])}
    mapped = {match.removeprefix(SDG) for c in load().concepts.values() for match in c.matches if match.startswith(SDG)}
    assert mapped <= targets | {str(goal) for goal in numbered}
    assert len([concept for concept in by_kind("Goal") if concept.matches]) >= len(by_kind("Goal")) / 3
