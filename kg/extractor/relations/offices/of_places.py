"""Offices of a place that is not named with them: 市政协主席, and a bare 副市长 of the home."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft, take_in
from kg.extractor.linking.home import home_at
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.linking.linker import Linking
from kg.extractor.linking.open_names import open_iri
from kg.extractor.relations.offices.office import HOME, UNIT, Office
from kg.extractor.relations.offices.office_rules import office_rules

_PLAIN: Final = re.compile(r"[一-龥A-Za-z0-9&＆·/ -]")
# How far back, in characters, a bare title may look for its place.
_NEAR: Final = 120
_BEFORE_BARE: Final = frozenset("由与和及请见向对跟 ")


class PlaceOffices:
    """Finds such offices in one article."""

    def __init__(self, text: str, bodies: Mapping[int, LinkedMention], linking: Linking, knowledge: Knowledge) -> None:
        """`bodies` has the places and organisations named, by every offset in them."""
        self._text, self._by_end, self._linking, self._knowledge = text, bodies, linking, knowledge

    def council(self, first: int, start: int, end: int) -> Office | None:
        """A seat in the council of a place: 江城市政协主席, and a bare 市政协主席 of the home."""
        council = office_rules().councils.match(self._text, start, end)
        if council is None or council.end() == end:
            return None
        told = self._by_end.get(council.end())
        if told is not None and told.start == start and not is_place(told.kind):
            return Office(told.iri, UNIT, start, council.end(), end)
        body = self._by_end.get(start + len(council["level"]))
        if body is not None and (not is_place(body.kind) or body.start < first):
            return None
        begin, place = (body.start, body.iri) if body is not None else (start, self._home_at(council["level"]))
        if not place or (body is None and not council["level"]):
            return None
        take_in(place, "place of council", self._linking.drafts, self._knowledge)
        label = self._linking.drafts[place].label + council["council"]
        iri = open_iri("Government", label, self._knowledge)
        draft = self._linking.drafts.setdefault(iri, Draft("Government", label, reason="council"))
        draft.names.add(self._text[begin : council.end()])
        return Office(iri, UNIT, begin, council.end(), end)

    def _home_at(self, level: str) -> str:
        return home_at(level, self._linking.home, self._knowledge, self._linking.told) if level else ""

    def _told_at(self, level: str, offset: int) -> str:
        """The only place of a level that the sentences just before name: …在滨河区圆满落幕。副区长王甲."""
        told = {m.iri for o in range(max(0, offset - _NEAR), offset) if (m := self._by_end.get(o)) and is_place(m.kind)}
        drafts = (self._linking.drafts.get(iri) for iri in told)
        fitting = [iri for iri, draft in zip(told, drafts, strict=True) if draft and draft.label.endswith(level)]
        return fitting[0] if len(fitting) == 1 else ""

    def of_home(self, start: int, end: int) -> Office | None:
        """A bare 副市长 or 区委书记 is one of the home place, or of the place told of right before."""
        level = office_rules().level.match(self._text, start, end)
        ahead = self._text[max(0, start - 1) : start]
        if level is None or (_PLAIN.match(ahead) and ahead not in _BEFORE_BARE):
            return None
        place = self._home_at(level["level"]) or self._told_at(level["level"], start)
        if not place:
            return None
        take_in(place, "home of paper", self._linking.drafts, self._knowledge)
        return Office(place, HOME, start, start, end)
