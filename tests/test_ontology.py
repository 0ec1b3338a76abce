"""The vocabulary says what facts.md says, in both languages."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import ids, ontology
from kg.errors import OntologyError
from kg.model import Status
from kg.ontology import load
from kg.store import history, vocab
from tests.conftest import ROOT
from tests.ontology_files import SKOS, VOCABULARY, quads_of

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


def test_the_kinds_are_those_of_the_design_with_their_groups() -> None:
    assert list(load().kinds) == [kind for kinds in CLASSES.values() for kind in kinds]
    assert {kind: load().group(kind) for kind in load().kinds} == {
        k: group for group in CLASSES for k in CLASSES[group]
    }


def test_every_term_that_the_store_writes_is_declared() -> None:
    written = [term for module in (vocab, history) for term in vars(module).values() if isinstance(term, str)]
    ours = [term[1:-1].removeprefix(ids.ONTOLOGY) for term in written if term.startswith(f"<{ids.ONTOLOGY}")]
    assert "evidence" in ours
    assert not set(ours) - load().labels.keys()


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
    typed = {q.subject.value for q in quads_of(VOCABULARY) if q.object == ox.NamedNode(ids.ONTOLOGY + "Status")}
    individuals = {iri for iri in typed if not ("Status" in iri or iri.endswith("tatus"))}
    assert individuals == {load().iri(status.value) for status in Status}
    assert load().label("underway", "zh") == "进行中"


def test_a_status_is_defined_and_not_told_by_the_words_that_give_it_away() -> None:
    """正在、加快、推进 are what the patterns look for; a reader wants to know what they mean."""
    for status in Status:
        definitions = {
            q.object.value
            for q in quads_of(VOCABULARY)
            if q.subject.value == load().iri(status.value) and q.predicate.value == SKOS + "definition"
        }
        (chinese,) = (text for text in definitions if not text.isascii())
        assert not all(len(part) < 4 for part in re.split("[、，。]", chinese)), chinese


def test_a_relation_may_have_a_word_of_its_own_for_a_status() -> None:
    """A partnership that is "completed" would read as one that has ended."""
    assert load().status_label("completed", "partnersWith") == ("已达成", "agreed")
    assert load().status_label("completed", "undertakes") == ("已完成", "completed")
    assert load().status_label("planned", "partnersWith") == ("计划", "planned")
    with pytest.raises(OntologyError):
        load().status_label("finished", "partnersWith")


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
    assert ids.article_iri("x.md", "y").startswith(table["article"])
    table["sc"] = "changed"
    assert ontology.prefixes()["sc"] == ids.ONTOLOGY


def test_loading_is_quick() -> None:
    """In CPU time and in a process of its own, away from the heap of a test run, which slows the collector."""
    code = "from time import process_time as now; from kg import ontology; t = now(); ontology.load(); print(now() - t)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT) for _ in range(3)]
    assert min(float(run.stdout) for run in runs) < 0.15


def test_loading_is_done_once() -> None:
    assert load() is load()
