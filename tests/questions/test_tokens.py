from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.questions.tokens import TokenKind, meaningful, tokenize


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind.value, token.text) for token in meaningful(tokenize(text))]


def test_a_query_falls_into_words_names_variables_and_marks() -> None:
    assert kinds("SELECT ?x { ?x sc:within* <a:b> } # done") == [
        ("word", "SELECT"),
        ("variable", "?x"),
        ("mark", "{"),
        ("variable", "?x"),
        ("name", "sc:within"),
        ("mark", "*"),
        ("iri", "<a:b>"),
        ("mark", "}"),
    ]


def test_a_number_sign_inside_an_iri_or_a_string_begins_no_comment() -> None:
    assert kinds("<a:b#c> '#' 1") == [("iri", "<a:b#c>"), ("string", "'#'"), ("number", "1")]


def test_quotation_marks_inside_long_strings_and_behind_backslashes_end_nothing() -> None:
    assert kinds('"""他说"好"。""" "a\\"b" \'\'') == [
        ("string", '"""他说"好"。"""'),
        ("string", '"a\\"b"'),
        ("string", "''"),
    ]


def test_a_string_without_its_end_is_told() -> None:
    assert TokenKind.UNCLOSED in [token.kind for token in tokenize("SELECT * { ?s ?p '桂林 }")]


def test_a_full_stop_ends_a_name_unless_more_of_it_follows() -> None:
    assert kinds("sc:a.b sc:c.") == [("name", "sc:a.b"), ("name", "sc:c"), ("mark", ".")]


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    tokens = tokenize(text)
    assert "".join(token.text for token in tokens) == text
    assert all(text[token.start : token.end] == token.text for token in tokens)
