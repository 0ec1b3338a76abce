from __future__ import annotations

import pickle

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.questions import QuerySyntaxError
from kg.questions.syntax import check

PREFIXES = {"sc": "https://example.org/sc#", "": "http://127.0.0.1:9/"}


def fault(text: str) -> QuerySyntaxError:
    with pytest.raises(QuerySyntaxError) as caught:
        check(text, PREFIXES)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "ASK { ?s sc:within ?o }",
        "PREFIX a: <b:c> CONSTRUCT { ?s a:b ?o } WHERE { ?s ?p ?o }",
        "DESCRIBE <a:b>",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        # The letters of a forbidden keyword, but none of them a keyword.
        'SELECT ?from { ?service sc:serviceFrom \'SERVICE\', """FROM""" ; ?p <http://service.example/from> } # FROM',
        "PREFIX service: <a:> SELECT * { ?s ?p service:x }",
    ],
)
def test_a_query_that_reads_is_accepted(text: str) -> None:
    check(text, PREFIXES)


def test_the_caret_stands_under_the_first_word_that_cannot_be() -> None:
    error = fault("SELECT * WHERE {\n ?s ?p '桂林桂林' . FILTR( ?x) }")
    assert (error.line, error.column) == (2, 17)
    assert "FILTR cannot stand here" in str(error)
    # Four Chinese signs take eight cells, so the caret moves four cells to the right of its column.
    assert error.picture == " ?s ?p '桂林桂林' . FILTR( ?x) }\n" + " " * 20 + "^"


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        (
            "SELECT * WHERE { ?s ?p ?o . FILTER( }",
            (1, 37),
            '"}" cannot stand here — expected a name, a number, a string, a variable, an IRI, "("',
        ),
        ("SELECT * WHERE { ?s ?p ?o", (1, 26), 'ends too early — expected ",", ";", "{", "}"'),
        ("SELECT * { ?s ?p 'no end }", (1, 18), "this string has no end"),
        ("SELECT * { ?s foo:bar ?o }", (1, 15), "the prefix foo: is not declared"),
        ("SELECT * { ?s <relative> ?o }", (1, 15), "<relative> is not an absolute IRI"),
        ("SELECT * { ?s ?p 桂林 }", (1, 18), "桂林 cannot stand here"),
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", (1, 1), "contains a variable that is unbound"),
        ("SELECTT * { ?s ?p ?o }", (1, 1), "SELECTT cannot stand here"),
        ("SELECT * { ?s ?p ?o } LIMIT\nten", (2, 1), "ten cannot stand here"),
        ("  \n# nothing\n", (1, 1), "the query is empty"),
    ],
)
def test_each_mistake_is_told_with_its_place(text: str, place: tuple[int, int], what: str) -> None:
    error = fault(text)
    assert (error.line, error.column) == place
    assert what in str(error)


@pytest.mark.parametrize(
    "verb", ["INSERT DATA { <a:b> <a:b> <a:b> }", "DELETE WHERE { ?s ?p ?o }", "LOAD <a:b>", "DROP ALL"]
)
def test_updates_are_refused_by_name(verb: str) -> None:
    error = fault(f"PREFIX x: <a:b>\n{verb}")
    assert error.line == 2
    assert f"{verb.split()[0]} changes data" in str(error)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE:x { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { { SELECT (COUNT(*) AS ?n) { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT *FROMNAMED<http://127.0.0.1:9/>{ ?s ?p ?o }",
    ],
)
def test_nothing_outside_the_store_is_asked(text: str) -> None:
    error = fault(text)
    assert "SERVICE asks another server" in str(error) or "FROM names a source" in str(error)


def test_a_service_that_hides_between_two_signs_of_comparison_is_not_let_through() -> None:
    # To a reader of tokens `<?b)SERVICE#>` looks like an IRI; the parser sees a comparison, SERVICE and a comment.
    fault("SELECT * { ?a ?p ?b FILTER(?a<?b)SERVICE#>\n<http://127.0.0.1:9/>{ ?s ?p ?o } }")


PIECES = st.sampled_from(
    [*"{}().;,<>?\"'# \n", "SERVICE", "service", "SILENT", "FROM", "<http://127.0.0.1:9/>", "?s", "?p", "a", ":x", "1",
     "true", "'t'", "FILTER", "OPTIONAL", "UNION", "GRAPH", "@zh", "\\u0053ERVICE", "SELECT", "{ ?s ?p ?o }", "MINUS"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=600)
def test_what_passes_never_reaches_out(middle: str) -> None:
    text = f"SELECT * {{ ?s ?p ?o . {middle} }}"
    try:
        check(text, PREFIXES)
    except QuerySyntaxError:
        return
    # The engine refuses that port, so an attempt to go out would be an OSError.
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("a:b"), ox.NamedNode("a:b"), ox.NamedNode("a:b")))
    list(store.query(text, prefixes=PREFIXES))  # type: ignore[arg-type]


@given(st.text(max_size=60))
def test_any_text_is_accepted_or_refused_in_words(text: str) -> None:
    try:
        check(text, PREFIXES)
    except QuerySyntaxError as error:
        assert error.picture.endswith("^")


def test_an_error_survives_the_way_between_processes() -> None:
    error = fault("SELECT * { ?s <relative> ?o }")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.picture) == (str(error), error.picture)
