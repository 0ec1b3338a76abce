"""Questions to the graph: ready ones and one's own, within limits, and what to do with the answers."""

from __future__ import annotations

from kg.questions.doubts import doubts
from kg.questions.library import Column, Parameter, Question, ready
from kg.questions.limits import Limits
from kg.questions.syntax import QuerySyntaxError
from kg.questions.table import Iri, Table
from kg.questions.worker import Worker, run_query

__all__ = [
    "Column",
    "Iri",
    "Limits",
    "Parameter",
    "QuerySyntaxError",
    "Question",
    "Table",
    "Worker",
    "doubts",
    "ready",
    "run_query",
]
