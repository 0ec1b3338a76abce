"""Of which body an office is: the thing named before the title, a unit of it, or the home place for a bare 市长."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft, take_in
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.linking.linker import Linking
from kg.extractor.linking.open_names import open_iri
from kg.extractor.relations.offices.of_places import PlaceOffices
from kg.extractor.relations.offices.office import DEPARTMENT, NAMED, OPEN, TOLD, UNIT, Office, of_two, title_start
from kg.extractor.relations.offices.office_rules import office_rules
from kg.extractor.relations.offices.open_bodies import OpenBodies
from kg.extractor.relations.offices.told_bodies import ToldBodies
from kg.extractor.rules import load_rules
from kg.extractor.segmentation import Tokens

# How far back of a title its body is looked for, in characters.
_REACH: Final = 40
# 市发改委: a shorter wording of a place is its level alone.
_SHORTEST_PLACE: Final = 2
_LONGEST_UNIT: Final = 18
_SHORTEST_UNIT: Final = 2
_LONGEST_PART: Final = 12
_MARK: Final = re.compile(r"[，,。；;：:！？!?“”\"‘’《》\n]|、")
_ALIAS: Final = re.compile(r"[（(][^（）()\n]{1,16}[）)]$")
# Bodies whose committees and offices are things by themselves, of their own kind.
_WITH_OFFICES: Final = ("Government", "Association")
# The committee of a zone is a body like any other.
_COMMITTEES: Final = {"Zone": "Government"}
# What stands before a list of bodies that share a title.
_OPENS: Final = frozenset("。！？；：”\n，")
_JOINT: Final = re.compile("[与和及、]")
_PLAIN: Final = re.compile(r"[一-龥A-Za-z0-9&＆·/ -]+")


class Bodies:
    """Finds the bodies of titles in one article."""

    def __init__(self, text: str, tokens: Tokens, linking: Linking, knowledge: Knowledge) -> None:
        """The mentions are those of the article, in text order."""
        self._text, self._linking, self._knowledge = text, linking, knowledge
        self._open = OpenBodies(text, tokens, linking.drafts, knowledge)
        organisations = [m for m in linking.mentions if is_organisation(m.kind)]
        self._told = ToldBodies(text, organisations, linking.firm)
        self._facilities: dict[str, str] = {}
        self._all = [m for m in map(self._as_body, linking.mentions) if m is not None]
        self._by_end = {offset: m for m in self._all for offset in range(m.start + 1, m.end + 1)}
        self._seats = PlaceOffices(text, self._by_end, linking, knowledge)

    def offices(
        self, parts: Sequence[tuple[int, int]], before: Mapping[int, Office], *, same: bool, since: int = 0
    ) -> list[Office]:
        """The offices that titles of one person stand for; those of one body together.

        `before` has the last office of each person by where the name ends; `same` tells that the first title is one of
        the same body as that of the person right before. No body begins before `since`.
        """
        found: list[Office] = []
        last = self._by_end.get(parts[0][0])
        if last is not None and of_two(self._text, last.start, self._text[slice(*parts[0])]):
            return []
        first = max(since, parts[0][0] - _REACH)
        for index, (start, end) in enumerate(parts):
            office = self._seats.council(first, start, end) or self._at(first, start, end)
            if office is None and index:
                office = self._going_on(found, first, start, end)
            elif office is None:
                office = self._inherited(before, start, end, same=same)
                # A new body rather than a department of the one before: ，苏云投资亚洲区总裁李乙.
                office = office and ((office.start < start and self._unlisted(first, start, end)) or office)
            office = office or self._unlisted(first, start, end)
            office = office or (None if index else self._seats.of_home(start, end) or self._of_told(first, start, end))
            if office is not None:
                found += self._shared(office) if not found else ()
                if found and found[-1].body == office.body and found[-1].end == first:
                    found[-1] = replace(found[-1], end=end)
                else:
                    found.append(office)
            first = end
        return found

    def _unlisted(self, first: int, start: int, end: int) -> Office | None:
        """An office at a body that was not recognised: 明远智储董事长."""
        # The title of a town's secretary begins with its last character: 长乐|镇党委书记.
        town = office_rules().towns.match(self._text, start, end)
        stop = town.end() if town else first + len(self._text[first:start].rstrip(" 的"))
        found = self._open.before(first, stop, self._text[max(stop, start) : end])
        if found is None:
            return None
        iri = found.iri or open_iri(found.kind, found.label, self._knowledge)
        if found.iri:
            take_in(iri, "office", self._linking.drafts, self._knowledge, "office")
        body = Draft(found.kind, found.label, source="office", reason="body")
        self._linking.drafts.setdefault(iri, body).names.add(found.label)
        return Office(iri, OPEN, found.start, found.end, end)

    def _shared(self, office: Office) -> list[Office]:
        """The offices at the bodies listed before one of the same kind: 甲集团、乙集团董事长.

        Of two academies the first rather ends what was told of it before.
        """
        offices: list[Office] = []
        begin, kind = office.begin, self._linking.drafts[office.body].kind
        while self._text[begin - 1 : begin] == "、" and (body := self._by_end.get(begin - 1)):
            if (
                _COMMITTEES.get(body.kind, body.kind) != _COMMITTEES.get(kind, kind)
                or body.end != begin - 1
                or kind == "Institution"
            ):
                return []
            begin = body.start
            offices.insert(0, replace(office, body=self._taken(body), begin=begin))
        opens = not begin or self._text[begin - 1] in _OPENS
        return offices if opens else []

    def named_at(self, offset: int, start: int, end: int) -> list[Office]:
        """The office of whoever is named from `offset` on, with the title elsewhere (王甲、李乙等负责同志)."""
        body = self._by_end.get(offset)
        return [Office(self._taken(body), NAMED, body.start, start, end)] if body else []

    def before_name(self, offset: int, start: int, end: int) -> list[Office]:
        """The office of whoever is named from `offset` on, between the body and the title: 江城大学王甲教授."""
        office = self._at(max(0, offset - _REACH), offset, end)
        return [replace(office, start=start)] if office else []

    def _inherited(self, before: Mapping[int, Office], start: int, end: int, *, same: bool) -> Office | None:
        """An office of the same body as that of the person right before: ，总经理李乙, ，市场部经理李乙."""
        mark = next((m.start() for m in reversed(list(_MARK.finditer(self._text, max(0, start - _REACH), start)))), -1)
        told = before.get(mark)
        if told is None:
            return None
        wording = self._text[mark + 1 : start]
        draft = self._linking.drafts[told.body]
        if not wording:
            level = office_rules().level.match(self._text, start, end)
            agrees = level is None or not is_place(draft.kind) or draft.label.endswith(level["level"])
            return Office(told.body, NAMED, start, start, end) if same and agrees else None
        if is_place(draft.kind) or len(wording) > _LONGEST_PART:
            return None
        if not wording.endswith(office_rules().parts):
            return None
        return Office(told.body, DEPARTMENT * 0.93, mark + 1, mark + 1, end)

    def _as_body(self, mention: LinkedMention) -> LinkedMention | None:
        """A mention as one of a body; a laboratory that was read as a project has a head as well."""
        if is_place(mention.kind) or is_organisation(mention.kind):
            return mention
        draft = self._linking.drafts.get(mention.iri)
        if mention.kind != "Project" or draft is None or not draft.label.endswith(office_rules().institutes):
            return None
        iri = open_iri("Institution", draft.label, self._knowledge)
        self._facilities[iri] = draft.label
        return LinkedMention(mention.start, mention.end, (("Institution", iri),), "may be headed")

    def _at(self, first: int, start: int, end: int) -> Office | None:
        """The body that ends where a title begins, or whose unit does."""
        stop = first + len(self._text[first:start].rstrip(" 的"))
        alias = _ALIAS.search(self._text, first, stop)
        stop = alias.start() if alias else stop
        vague = office_rules().vague.search(self._text, first, stop)
        if vague and (body := self._by_end.get(vague.start())) is not None and is_organisation(body.kind):
            return Office(self._taken(body), DEPARTMENT, body.start, start, end)
        body = self._by_end.get(stop)
        if body is not None and body.start >= first:
            owner = self._by_end.get(body.start) if is_place(body.kind) else None
            if owner is not None and is_organisation(owner.kind) and owner.end == body.start >= first:
                return self._branch(owner, body, start, end)
            return self._held(body, title_start(self._text, body, start), end) if body.end < end else None
        return self._in_unit(first, stop, end)

    def _branch(self, owner: LinkedMention, place: LinkedMention, start: int, end: int) -> Office:
        """A firm's branch by its place (明远江城总经理); a country, or 东南亚地区, is a region of its business."""
        named = self._text[place.start : place.end]
        region = place.kind == "Country" or (place.kind == "Region" and named.endswith(office_rules().parts_by_place))
        if owner.kind != "Firm" or region or place.end != start:
            return Office(self._taken(owner), DEPARTMENT, owner.start, owner.end, end)
        return self._unit(owner, named, "Firm", start, end)

    def _in_unit(self, first: int, stop: int, end: int) -> Office | None:
        """A unit whose name begins with that of a body: 某大学某学院院长, or a department: 某公司市场部经理."""
        body = next((m for m in reversed(self._all) if m.end < stop and m.start >= first), None)
        owner = self._by_end.get(body.start) if body is not None and is_place(body.kind) else None
        body = owner if owner is not None and is_organisation(owner.kind) and owner.start >= first else body
        if body is None:
            return None
        wording = self._text[body.end : stop]
        if body.kind == "Country" and wording.startswith(_sent()):
            return self._held(body, body.end, end)  # 江国|驻华大使
        if not self._is_unit(wording):
            return None
        if is_place(body.kind) and self._text.endswith(office_rules().bodies, 0, body.start):
            return None
        head = office_rules().units.search(wording)
        kind = office_rules().unit_kinds[head[0]] if head else ""
        if is_place(body.kind) and wording.endswith(office_rules().seats):
            return self._held(body, body.end, end)
        if is_place(body.kind) and self._text.endswith(office_rules().committees, body.start, body.end):
            return Office(self._taken(body), DEPARTMENT, body.start, body.end, end)
        if head and (
            head[0] in office_rules().of_place if is_place(body.kind) else kind != "Government" or kind == body.kind
        ):
            return self._unit(body, wording, kind, stop, end)
        return None if is_place(body.kind) else Office(self._taken(body), DEPARTMENT, body.start, body.end, end)

    def _is_unit(self, wording: str) -> bool:
        """Whether the words between a body and a title can name a part of the body."""
        if len(wording) > _LONGEST_UNIT or not _PLAIN.fullmatch(wording):
            return False
        if len(wording) < _SHORTEST_UNIT and wording not in office_rules().parts:
            return False
        if _JOINT.match(wording) or (
            _JOINT.search(wording)
            and not wording.endswith(office_rules().parts)
            and not office_rules().units.search(wording)
        ):
            return False
        return not office_rules().verbs.search(wording)

    def _unit(self, body: LinkedMention, wording: str, kind: str, stop: int, end: int) -> Office:
        draft, named = self._linking.drafts[body.iri], self._text[body.start : body.end]
        deictic = is_place(body.kind) and len(named) < _SHORTEST_PLACE
        label = (draft.label if deictic or draft.label.endswith(named) else named) + wording
        kind = body.kind if body.kind in _WITH_OFFICES else kind
        iri = open_iri(kind, label, self._knowledge)
        taken = self._linking.drafts.setdefault(iri, Draft(kind, label, reason="unit"))
        taken.names.add(self._text[body.start : stop])
        return Office(iri, UNIT, body.start, stop, end, "" if is_place(body.kind) else body.iri, body.end)

    def _held(self, body: LinkedMention, start: int, end: int) -> Office | None:
        """The office at a body named; a place has no managers or professors."""
        title = self._text[start:end]
        lead = self._text[max(0, body.start - 2) : body.start]
        if is_place(body.kind) and lead.endswith(_sent()):
            return self._posted(body.start - len(_sent()), end)
        if is_place(body.kind) and (title.endswith(office_rules().not_of_places) or lead.endswith("首席")):
            return None
        return Office(self._taken(body), NAMED, body.start, start, end)

    def _posted(self, offset: int, end: int) -> Office | None:
        """The office of an envoy, whose title tells where he serves: of 泰国 for 泰国|驻中国大使."""
        sender = self._by_end.get(offset)
        if sender is None or sender.end != offset or sender.kind != "Country":
            return None
        return Office(self._taken(sender), NAMED, sender.start, offset, end)

    def _taken(self, body: LinkedMention) -> str:
        """The IRI of a body, taken in among the things of the article."""
        if body.iri not in self._linking.drafts:
            draft = Draft(body.kind, self._facilities[body.iri], reason="headed")
            self._linking.drafts[body.iri] = draft
            draft.names.add(self._text[body.start : body.end])
        return body.iri

    def _going_on(self, found: Sequence[Office], first: int, start: int, end: int) -> Office | None:
        """A further title at the body before: 副总裁、政企业务部部长."""
        if not found or found[-1].end != first:
            return None
        wording = _ALIAS.sub("", _MARK.sub("", self._text[first:start]).strip(" 兼暨和及/／"))
        if wording and (len(wording) > _LONGEST_PART or not self._is_unit(wording)):
            return None
        if wording and (self._names_another(first, start) or office_rules().past_title.match(wording)):
            return None
        if wording and not wording.endswith(office_rules().parts) and self._unlisted(first, start, end):
            return None
        return Office(found[-1].body, found[-1].trust * (0.93 if wording else 1.0), start, start, end)

    def _names_another(self, first: int, start: int) -> bool:
        """Whether a further title has a body of its own; 江城 in 江城分公司总经理 only tells which part is meant."""
        inner = next((m for m in self._all if first <= m.start and m.end <= start and m.kind != "Country"), None)
        return inner is not None and not self._text.startswith(office_rules().parts_by_place, inner.end)

    def _of_told(self, first: int, start: int, end: int) -> Office | None:
        """A title of what the text speaks of: 公司董事长, 公司办公室主任, and 院长 alone."""
        begin = self._open.start(first, start)
        noun = self._told.noun_before(begin)
        if noun and self._open.may_begin(first, begin - len(noun)):
            begin -= len(noun)
        said = self._told.stand_in(self._text[begin:start])
        wording = self._text[begin + len(said) : start].strip(" 的")
        if wording and not (said and self._is_unit(wording) and wording.endswith(office_rules().parts)):
            return None
        body = self._told.meant(begin, start, end)
        trust = TOLD * (DEPARTMENT if wording else 1.0)
        return Office(body.iri, trust, start, begin + len(said) if wording else start, end) if body else None


def _sent() -> str:
    """What stands between the country of an envoy, who serves it, and the place he is sent to: 泰国|驻|中国|大使."""
    sent: str = load_rules("places")["sent"]
    return sent
