"""A question is asked: parameters bound, prefixes added, rows collected, IRIs named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import islice, pairwise
from pathlib import Path
from time import perf_counter

import pyoxigraph as ox

from kg import ontology
from kg.allocation import no_look
from kg.errors import QueryError
from kg.questions import library
from kg.questions.binding import bind
from kg.questions.labels import labels
from kg.questions.library import Column, Kind, Question
from kg.questions.limits import Limits
from kg.questions.syntax import check
from kg.questions.table import Iri, Table, Value, value
from kg.questions.tokens import TokenKind, meaningful, tokenize
from kg.questions.values import terms
from kg.store.backends import Backend


def question_of(asked: str) -> Question:
    """What was meant: the name of a ready question, the path of a file, or a query in SPARQL.

    Raises QueryError for a name that no question has and a file that cannot be read.
    """
    text = asked.strip()
    if text.endswith(".rq") or ("\n" not in text and "{" not in text and Path(text).is_file()):
        return library.read(Path(text))
    # A name is one word; no query is.
    return library.find(text) if text and not any(sign in text for sign in " \n\t{") else library.parse(asked)


# Rows and labels hold no cycles, and to look for some among so many takes longer than to make them typed.
@no_look()
def answer(backend: Backend, question: Question, given: Mapping[str, str], limits: Limits) -> Table:
    """The answer, whatever time it takes; no more rows than the limit. Raises QueryError."""
    since = perf_counter()
    # Checked as it was written: what is bound afterwards are terms, and cannot make another query of it.
    text = bind(_checked(question.text), question.where, terms(question, given, backend.query))
    names, rows, truncated = _collected(backend.query(text), limits.rows)
    nodes = {cell for row in rows for cell in row if isinstance(cell, Iri)}
    return Table(
        columns=_columns(question, names, rows),
        rows=rows,
        labels=labels(nodes, backend),
        truncated=truncated,
        seconds=perf_counter() - since,
        title_zh=question.title_zh,
        title_en=question.title_en,
    )


@lru_cache(maxsize=64)
def _checked(text: str) -> str:
    """The text with all prefixes declared; each text is looked at once. Raises QuerySyntaxError."""
    prefixes = ontology.prefixes()
    check(text, prefixes)
    return declared(text, prefixes)


def declared(text: str, prefixes: Mapping[str, str]) -> str:
    """The text with a PREFIX for each usual prefix that it uses and does not declare, all on its first line."""
    tokens = meaningful(tokenize(text))
    used = {token.text.partition(":")[0] for token in tokens if token.kind is TokenKind.NAME}
    own = {name.text.rstrip(":") for keyword, name in pairwise(tokens) if keyword.text.upper() == "PREFIX"}
    missing = sorted((used - own) & prefixes.keys())
    return "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in missing) + text


Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def _collected(results: Results, limit: int | None) -> tuple[tuple[str, ...], tuple[tuple[Value, ...], ...], bool]:
    """The names of the columns, the rows up to the limit, and whether there were more."""
    if isinstance(results, ox.QueryBoolean):
        return ("answer",), ((bool(results),),), False
    stop = None if limit is None else limit + 1
    known: dict[str, Iri] = {}
    try:
        if isinstance(results, ox.QueryTriples):
            names: tuple[str, ...] = ("subject", "predicate", "object")
            rows = [tuple([value(term, known) for term in triple]) for triple in islice(results, stop)]
        else:
            names = tuple(variable.value for variable in results.variables)
            rows = [tuple([value(term, known) for term in solution]) for solution in islice(results, stop)]
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the store could not answer: {error}") from error
    return names, tuple(rows[:limit]), limit is not None and len(rows) > limit


def _columns(question: Question, names: tuple[str, ...], rows: tuple[tuple[Value, ...], ...]) -> tuple[Column, ...]:
    """The columns as the question's head declares them, or else as the first cell that holds something tells."""
    known = {column.name: column for column in question.columns}
    found = []
    for at, name in enumerate(names):
        cell = next((row[at] for row in rows if row[at] is not None), None)
        found.append(known.get(name) or Column(name, _kind(cell), "", name.replace("_", " ")))
    return tuple(found)


def _kind(cell: Value) -> Kind:
    if isinstance(cell, Iri):
        return Kind.ENTITY
    if isinstance(cell, bool):
        return Kind.BOOLEAN
    if isinstance(cell, int):
        return Kind.INTEGER
    if isinstance(cell, date):
        return Kind.DATE
    return Kind.TEXT if isinstance(cell, str) or cell is None else Kind.NUMBER
