"""What the store takes in: a statement that a sentence says, of things that are described, as the ontology has it."""

from __future__ import annotations

from collections.abc import Mapping

from kg import ontology
from kg.errors import OntologyError, StoreError
from kg.model import Article, Extraction, Measurement, Statement


def admit(extraction: Extraction) -> None:
    """Look over what was extracted from an article.

    Raises StoreError for a statement whose quote does not stand where it says, whose things are not described, or
    whose confidence is no share above 0; OntologyError for one whose relation does not lead from the one class to the
    other.
    """
    kinds = {entity.iri: entity.kind for entity in extraction.entities}
    for statement in extraction.statements:
        _quoted(statement, extraction.article)
        _sure(statement, extraction.article)
        _fits(statement, extraction.article, kinds)


def _quoted(statement: Statement, article: Article) -> None:
    evidence = statement.evidence
    if article.text[evidence.start : evidence.end] != evidence.quote or not evidence.quote:
        raise StoreError(
            f"the quote of {statement.pattern} does not stand at {evidence.start}–{evidence.end}",
            where=article.source,
            remedy="a statement without its sentence is not stored; correct the pattern",
        )


def _sure(statement: Statement, article: Article) -> None:
    if not 0 < statement.confidence <= 1:
        what = f"the confidence of {statement.pattern} is {statement.confidence:g}"
        raise StoreError(what, where=article.source, remedy="give a number above 0 and up to 1")


def _fits(statement: Statement, article: Article, kinds: Mapping[str, str]) -> None:
    for thing in (statement.subject, statement.obj):
        if isinstance(thing, str) and thing not in kinds:
            raise StoreError(f"{statement.pattern} names {thing}, which is not described", where=article.source)
    subject = kinds[statement.subject]
    obj = "Measurement" if isinstance(statement.obj, Measurement) else kinds[statement.obj]
    if not ontology.load().fits(statement.predicate, subject, obj):
        raise OntologyError(
            f"{statement.pattern} says that a {subject} {statement.predicate} a {obj}",
            where=article.source,
            remedy=f"see what {statement.predicate} may join in {ontology.FILES[0]}; correct the pattern, or the file",
        )
