"""Where things are, as an article tells it bit by bit: what a place builds is there, and so is what enters a park.

What a bureau or a society of a place runs is there as well.

A site that is told is better than one that is concluded, and the name of a thing may tell one too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.rulebook import OF_SOURCE, how_sure
from kg.extractor.rules import load_rules, words
from kg.model import Statement, Status

_RULE: Final = "site-of-maker"
# Of less sure statements nothing is concluded: two doubts are one too many.
_SURE: Final = 0.68
# Bodies that work for the place in their name; a firm or a university goes elsewhere.
_OF_PLACE: Final = frozenset(["Government", "Association"])


class Sites:
    """The sites that the sentences read so far tell; `in_name` gives the place in the name of a thing."""

    def __init__(
        self, drafts: Mapping[str, Draft], in_name: Callable[[str], LinkedMention | None], knowledge: Knowledge
    ) -> None:
        """`drafts` are the things of the article by IRI."""
        self._drafts, self._in_name, self._knowledge = drafts, in_name, knowledge
        self._told: dict[str, LinkedMention] = {}

    def note(self, statement: Statement) -> None:
        """Keep where a statement says that its subject is, if it is the first to say so."""
        if statement.predicate == "locatedIn" and isinstance(statement.obj, str):
            place = LinkedMention.unplaced(self._drafts[statement.obj].kind, statement.obj, "told before")
            self._told.setdefault(statement.subject, place)

    def place_of(self, iri: str) -> LinkedMention | None:
        """Where a thing is, by what was told or else by its name, None if neither tells."""
        return self._told.get(iri) or self._in_name(iri)

    def concluded(self, statement: Statement) -> Statement | None:
        """That what a place or a body of it builds or runs is there, if nothing tells that it is elsewhere."""
        maker, made = statement.subject, statement.obj
        if statement.predicate != "undertakes" or not isinstance(made, str) or statement.confidence < _SURE:
            return None
        place = self._served(maker)
        if place is None or self._drafts[made].label.endswith(words(load_rules("places"), "no_site")):
            return None
        known = self.place_of(made)
        if known is not None and (known.iri == place or not self._knowledge.lexicon.lies_in(place, known.iri)):
            return None
        return replace(
            statement,
            subject=made,
            predicate="locatedIn",
            obj=place,
            pattern=_RULE,
            confidence=round(statement.confidence * how_sure(_RULE, OF_SOURCE), 3),
            status=statement.status if statement.status is Status.PLANNED else None,
            time=None,
            amount=None,
        )

    def _served(self, maker: str) -> str | None:
        """The place that a maker is, or that it works for by its name; no country, which is too wide for a site."""
        kind = self._drafts[maker].kind
        if is_place(kind):
            return maker if kind != "Country" else None
        place = self._in_name(maker) if kind in _OF_PLACE else None
        return place.iri if place is not None and place.kind != "Country" else None
