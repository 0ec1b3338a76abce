"""The vocabulary says what facts.md says, in both languages, and every tool reads it alike."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg import ids, ontology
from kg.errors import OntologyError
from kg.model import Status
from kg.ontology import Concept, load
from tests.canonical_turtle import ONTOLOGY, canonical
from tests.conftest import ROOT

FILES = [ONTOLOGY / name for name in ("concepts.ttl", "shapes.ttl", "smartcity.ttl")]
SKOS = "http://www.w3.org/2004/02/skos/core#"
SDG = "http://metadata.un.org/sdg/"

CLASSES = {
    "place": ["Country", "Region", "City", "District", "Zone"],
    "organization": ["Firm", "Government", "Institution", "Association", "Media"],
    "project": ["Project"],
    "document": ["Document"],
    "goal": ["Goal"],
    "technology": ["Technology"],
    "sector": ["Sector"],
    "award": ["Award"],
    "person": ["Person"],
}
ACTOR = {"Place", "Organization"}
RELATIONS: dict[str, tuple[set[str], set[str]]] = {
    "partnersWith": (ACTOR, ACTOR),
    "undertakes": (ACTOR, {"Project"}),
    "locatedIn": ({"Project", "Organization", "Zone"}, {"Place"}),
    "partOf": ({"Project", "Organization"}, {"Project", "Organization"}),
    "investsIn": (ACTOR, {"Project", "Organization", "Place"}),
    "publishes": (ACTOR, {"Document"}),
    "pursues": (ACTOR | {"Project", "Document"}, {"Goal"}),
    "usesTechnology": (ACTOR | {"Project"}, {"Technology"}),
    "inSector": (ACTOR | {"Project", "Document"}, {"Sector"}),
    "recognisedAs": (ACTOR | {"Project"}, {"Award"}),
    "holdsPosition": ({"Person"}, ACTOR),
    "hasMeasurement": (ACTOR | {"Project"}, {"Measurement"}),
}


def quads_of(path: Path) -> list[ox.Quad]:
    return list(ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE))


# Classes and relations


def test_the_kinds_are_those_of_the_design_with_their_groups() -> None:
    assert list(load().kinds) == [kind for kinds in CLASSES.values() for kind in kinds]
    assert {kind: load().group(kind) for kind in load().kinds} == {
        k: group for group in CLASSES for k in CLASSES[group]
    }


def test_domain_and_range_are_those_of_the_design() -> None:
    found = {name: (set(term.domain), set(term.range)) for name, term in load().predicates.items()}
    assert found == RELATIONS
    assert list(found) == list(RELATIONS)


def test_every_pair_of_kinds_fits_exactly_where_the_table_says() -> None:
    parents = {kind: {kind, load().classes[kind].parent} for kind in (*load().kinds, "Measurement")}
    for name, (domain, values) in RELATIONS.items():
        for subject in parents:
            for obj in parents:
                expected = bool(parents[subject] & domain) and bool(parents[obj] & values)
                if name == "partOf":
                    expected = expected and (subject == "Project") == (obj == "Project")
                assert load().fits(name, subject, obj) is expected, (name, subject, obj)


def test_an_unknown_relation_or_class_fits_nothing() -> None:
    assert not load().fits("likes", "City", "City")
    assert not load().fits("partnersWith", "City", "Dragon")
    assert not load().fits("status", "City", "City")


@pytest.mark.shared
def test_the_design_document_says_the_same(shared_dir: Path) -> None:
    text = (shared_dir / "design" / "facts.md").read_text(encoding="utf-8")
    rows = [re.split(r"\s*\|\s*", line.strip("| \n")) for line in text.splitlines() if line.startswith("|")]
    links = {row[0]: row[1] for row in rows if "→" in row[1] or "↔" in row[1]}
    links.pop("predicate")
    for name, link in links.items():
        # partOf has two arrows, each between things of one class: "Project → Project, Organization → Organization".
        arrows = link.split(", ") if link.count("→") > 1 else [link]
        ends = [[set(re.findall(r"[A-Z]\w+|number", side)) for side in re.split("→|↔", arrow)] for arrow in arrows]
        left, right = (set().union(*(pair[side] for pair in ends)) for side in (0, 1))
        assert (left, {"Measurement" if end == "number" else end for end in right}) == RELATIONS[name]
        assert load().predicates[name].same_group is (len(arrows) > 1)
    assert set(links) == set(RELATIONS)
    classes = {name for row in rows if len(row) == 4 and row[0] != "class" for name in row[0].split(", ")}
    assert classes - {"---"} == set(load().kinds)


def test_only_partnership_is_symmetric() -> None:
    assert [name for name, term in load().predicates.items() if term.symmetric] == ["partnersWith"]


def test_inverses_swap_domain_and_range() -> None:
    properties = load().properties
    inverses = {name: term.inverse for name, term in properties.items() if term.inverse}
    assert set(RELATIONS) - set(inverses) == {"partnersWith"}
    for name, inverse in inverses.items():
        assert properties[inverse].inverse == name
        assert (properties[inverse].domain, properties[inverse].range) == (
            properties[name].range,
            properties[name].domain,
        )
    assert not {inverses[name] for name in RELATIONS if name in inverses} & set(RELATIONS)


def test_every_term_has_a_label_and_a_definition_in_both_languages() -> None:
    terms = [*load().classes.values(), *load().properties.values()]
    for term in terms:
        for chinese in (term.label_zh, term.comment_zh):
            assert re.search(r"[一-鿿]", chinese), term.name
        for english in (term.label_en, term.comment):
            assert english and not re.search(r"[一-鿿]", english), term.name
    for language in ("zh", "en"):
        labels = Counter(load().label(term.name, language).lower() for term in load().predicates.values())
        assert not [label for label, count in labels.items() if count > 1]


def test_the_statuses_of_the_model_are_individuals_of_the_ontology() -> None:
    typed = {q.subject.value for q in quads_of(FILES[2]) if q.object == ox.NamedNode(ids.ONTOLOGY + "Status")}
    individuals = {iri for iri in typed if not ("Status" in iri or iri.endswith("tatus"))}
    assert individuals == {load().iri(status.value) for status in Status}
    assert load().label("underway", "zh") == "进行中"


def test_terms_are_asked_by_local_name() -> None:
    assert load().iri("City") == "https://w3id.org/smartcity-kg/ontology#City"
    assert load().label("investsIn", "en") == "invests in"
    with pytest.raises(OntologyError, match="Dragon"):
        load().iri("Dragon")
    with pytest.raises(OntologyError, match="planned"):
        load().group("planned")


def test_classes_have_an_order_without_gaps_or_ties() -> None:
    assert [term.order for term in load().classes.values()] == list(range(1, len(load().classes) + 1))


def test_the_prefix_table_agrees_with_the_minting_of_iris() -> None:
    table = ontology.prefixes()
    assert (table["sc"], table["id"], table["concept"]) == (ids.ONTOLOGY, ids.ID, ids.CONCEPT)
    for group in ("place", "organization", "project", "document", "award", "person"):
        assert ids.entity_iri(group, "x").startswith(table[group])
    assert ids.article_iri("x") == table["article"] + "x"
    table["sc"] = "changed"
    assert ontology.prefixes()["sc"] == ids.ONTOLOGY


# Concepts


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
    tops = {q.subject.value for q in quads_of(FILES[0]) if q.predicate.value == SKOS + "topConceptOf"}

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
    found = {(q.subject.value, q.predicate.value.removeprefix(SKOS), q.object.value) for q in quads_of(FILES[0])}
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


# The files


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_are_in_canonical_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == canonical(text), "run python -m tests.canonical_turtle"


def test_the_canonical_form_keeps_every_triple_and_settles() -> None:
    text = '# top\n@prefix a: <http://a/> .\na:z a:p "x\\"y"@en , a:b , 1.5 , true . a:b a a:C ; a:p "甲"^^a:T , "1" .'
    once = canonical(text)
    assert canonical(once) == once
    assert once.startswith("# top\n\n@prefix a:")
    assert isomorphic(*(rdflib.Graph().parse(data=version, format="turtle") for version in (text, once)))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.sampled_from(["@zh", "", "^^a:T"]))
def test_the_canonical_form_keeps_any_literal(value: str, tail: str) -> None:
    text = f"@prefix a: <http://a/> .\na:b a:c {ox.Literal(value)}{tail} ."
    assert {*ox.parse(canonical(text), ox.RdfFormat.TURTLE)} == {*ox.parse(text, ox.RdfFormat.TURTLE)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_there_are_no_blank_nodes_and_two_parsers_agree(path: Path) -> None:
    ours = {(str(q.subject), str(q.predicate), str(q.object)) for q in quads_of(path)}
    theirs = rdflib.Graph().parse(path)
    assert not [term for triple in theirs for term in triple if isinstance(term, rdflib.BNode)]
    again = ox.parse(theirs.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    assert {(str(q.subject), str(q.predicate), str(q.object)) for q in again} == ours


def test_every_term_of_ours_that_a_file_uses_is_declared() -> None:
    for path in FILES:
        used = {t.value for q in quads_of(path) for t in (q.predicate, q.object) if isinstance(t, ox.NamedNode)}
        for iri in used:
            if iri.startswith(ids.ONTOLOGY):
                load().iri(iri.removeprefix(ids.ONTOLOGY))


def test_loading_is_quick() -> None:
    """In CPU time and in a process of its own, away from the heap of a test run, which slows the collector."""
    code = "from time import process_time as now; from kg import ontology; t = now(); ontology.load(); print(now() - t)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT) for _ in range(3)]
    assert min(float(run.stdout) for run in runs) < 0.15


def test_loading_is_done_once() -> None:
    assert load() is load()


@pytest.mark.parametrize(
    ("vocabulary", "where", "what"),
    [
        ("@prefix a: <http://a/> .\na:b a:c a:d ;;\n  a:e oops .\n", "broken.ttl:3", "not Turtle"),
        ("<http://a> <http://b> [] .\n", "broken.ttl", "no IRI"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, vocabulary: str, where: str, what: str) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text(vocabulary, encoding="utf-8")
    with pytest.raises(OntologyError) as caught:
        ontology.read(path, ONTOLOGY / "concepts.ttl")
    assert caught.value.where.endswith(where)
    assert what in caught.value.what


def test_a_missing_file_is_named() -> None:
    with pytest.raises(OntologyError, match="no-such"):
        ontology.read(Path("no-such.ttl"), ONTOLOGY / "concepts.ttl")


def test_a_concept_with_two_names_in_one_language_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "concepts.ttl"
    head = f"@prefix s: <{SKOS}> .\n<http://a/x> a <{ids.ONTOLOGY}Goal> ; "
    path.write_text(head + 's:prefLabel "甲"@zh , "乙"@zh , "A"@en .', encoding="utf-8")
    with pytest.raises(OntologyError, match="http://a/x"):
        _ = ontology.read(ONTOLOGY / "smartcity.ttl", path).concepts


# The JSON-LD context

CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]


def test_the_context_has_every_class_and_property() -> None:
    for term in (*load().classes.values(), *load().properties.values()):
        if term.name == "relatedTo":
            continue
        entry = CONTEXT[term.name]
        target = entry if isinstance(entry, str) else entry.get("@id", entry.get("@reverse"))
        reverse = not isinstance(entry, str) and "@reverse" in entry
        assert target == f"sc:{load().properties[term.name].inverse if reverse else term.name}"
    assert all(ontology.prefixes()[name] == CONTEXT[name] for name in ("sc", "dcterms", "oa", "rdf", "skos", "xsd"))


def test_a_document_with_the_context_becomes_the_triples_of_the_store() -> None:
    place, project = ids.ID + "place/450300", ids.ID + "project/1"
    document = {
        "@context": CONTEXT,
        "@graph": [
            {"id": place, "type": "City", "label": {"zh": "桂林市", "en": "Guilin"}, "lat": "25.27"},
            {"id": project, "type": "Project", "undertakenBy": place},
            {"id": ids.article_iri("1"), "type": "Article", "title": "标题", "issued": "2022-06-12T09:53:00+08:00"},
            {"id": ids.ID + "statement/1", "type": "Statement", "predicate": "undertakes", "status": "planned"},
            {"id": ids.ID + "statement/2", "type": "Statement", "title": "市长", "confidence": "0.9"},
        ],
    }
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    sc, dcterms = rdflib.Namespace(ids.ONTOLOGY), rdflib.DCTERMS
    one, two = (rdflib.URIRef(f"{ids.ID}statement/{number}") for number in (1, 2))
    for triple in (
        (rdflib.URIRef(place), sc.undertakes, rdflib.URIRef(project)),
        (rdflib.URIRef(place), rdflib.RDFS.label, rdflib.Literal("桂林市", "zh")),
        (rdflib.URIRef(ids.article_iri("1")), dcterms.title, rdflib.Literal("标题")),
        (one, rdflib.RDF.predicate, sc.undertakes),
        (one, sc.status, sc.planned),
        (two, sc.title, rdflib.Literal("市长")),
        (two, sc.confidence, rdflib.Literal("0.9", datatype=rdflib.XSD.decimal)),
    ):
        assert triple in graph


def test_context_lines_are_one_term_each() -> None:
    lines = (ONTOLOGY / "context.jsonld").read_text(encoding="utf-8").splitlines()[2:-2]
    names = [re.match(r'    "([^"]+)": ', line) for line in lines]
    assert all(names)
    assert len(names) == len(CONTEXT)
    assert all(line.endswith(",") for line, _ in pairwise(lines))
