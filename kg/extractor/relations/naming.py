"""What a name itself says.

江城智能计算中心 is in 江城, a branch belongs to its firm, a plan is about its field, and a registered name tells
what a firm does.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from kg import ids
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.knowledge import Knowledge, borders_latin
from kg.extractor.linking.linked import Linked
from kg.extractor.linking.places import choose_name_place
from kg.extractor.linking.registry import Draft
from kg.extractor.relations.patterns import word_groups
from kg.extractor.segmentation import segment
from kg.lexicon import Entry

# A registered name tells the business: 明远光伏科技有限公司.
_LEGAL = ("有限公司", "有限责任公司")
# Projects that the firm in their name need not run.
_HARDLY_RUN = ("客服", "客户", "公众号", "大厦", "电网", "用户", "总监", "负责人", "经理")
# An organisation at the head of a longer name: 滨江大学 in 滨江大学能源研究中心.
_PARENT = re.compile(
    r"(?P<parent>[^的、]{2,}?(?P<head>大学|设计院|科学院|基金会|集团|公司|联合会|协会|学会|研究院))"
    r"(?!有限|股份|附属中学)(?=[^院学会]..)"
)


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A relation that a name carries; `wording` is how the name calls the object, "" if that is not known."""

    predicate: str
    subject: str
    object: str
    object_kind: str
    pattern: str
    confidence: float
    wording: str = ""
    object_label: str = ""


def relations_in_name(
    mention: Linked, draft: Draft, home: str, knowledge: Knowledge, told: Container[str] = ()
) -> Iterator[NameFinding]:
    """The relations that the name of a mention states of the thing it names.

    `told` holds the IRIs of all things of the article: a short form of one is its name, though a word too.
    """
    group = knowledge.ontology.group(mention.kind)
    if group not in ("project", "organization", "document") and mention.kind != "Zone":
        return
    label = draft.label
    if group != "document" and mention.kind != "Media":
        yield from _place_in_name(mention, draft, label, home, knowledge, told)
    if group in ("project", "organization"):
        yield from _firm_in_name(mention, draft, group, home, knowledge, told)
    legal = mention.kind == "Firm" and draft.entry is None and label.endswith(_LEGAL)
    if (group in ("document", "project") and mention.specific) or legal:
        yield from _field_in_name(mention, label, group, knowledge)


def _place_in_name(
    mention: Linked, draft: Draft, label: str, home: str, knowledge: Knowledge, told: Container[str]
) -> Iterator[NameFinding]:
    if draft.entry is not None:
        if mention.kind == "Zone":
            where = _told_place(draft.entry, told, knowledge)
        else:
            where = next((p for n in sorted(draft.names) if (p := choose_name_place(n, home, knowledge))), "")
        known = where in knowledge.lexicon.entries and where not in (mention.iri, ids.CHINA)
        if known and _agrees(where, draft.entry.place, knowledge):
            yield NameFinding(
                "locatedIn", mention.iri, where, knowledge.lexicon.entries[where].kind, "name-place", 0.93
            )
        return
    if not is_place(mention.kind) and mention.kind != "Project":
        own = label[_owner_end(label, knowledge) :]
        # 滨江大学 is in 滨江, and tells so itself; 滨江大学江城校区 is in 江城.
        if label.endswith(word_groups()["branch"]) or choose_name_place(own, home, knowledge):
            label = own
    iri = choose_name_place(label, home, knowledge)
    if iri and iri != mention.iri:
        yield NameFinding("locatedIn", mention.iri, iri, knowledge.lexicon.entries[iri].kind, "name-place", 0.9)


def _told_place(entry: Entry, told: Container[str], knowledge: Knowledge) -> str:
    """The smallest place that a listed zone is told to lie in: the article names it, or the zone's name carries it."""
    for iri in knowledge.ancestors(entry.iri):
        place = knowledge.lexicon.entries.get(iri)
        carried = place is not None and any(len(n) > 1 and n in entry.label for n in place.names)
        if carried or iri in told:
            return iri
    return ""


def _owner_end(label: str, knowledge: Knowledge) -> int:
    """Where the name of the listed owner ends that a longer name begins with, 0 if with none."""
    start, end, name = next(knowledge.entry_matcher.find(label), (1, 0, ""))
    if start or len(name) < 4:
        return 0
    return end if is_organisation(knowledge.entries_by_name[name][0].kind) else 0


def _agrees(where: str, seat: str, knowledge: Knowledge) -> bool:
    """Whether the place read out of a listed name is its seat: 汇川技术 of Shenzhen is not in the district 汇川区."""
    return not seat or knowledge.lies_in(where, seat) or knowledge.lies_in(seat, where)


def _firm_in_name(
    mention: Linked, draft: Draft, group: str, home: str, knowledge: Knowledge, told: Container[str]
) -> Iterator[NameFinding]:
    if draft.entry is not None:
        return
    named = False
    for found in _known_in_name(mention, draft.label, group, knowledge, told):
        named = True
        yield found
        if found.predicate == "partOf":
            yield from _seat_of(found.object, found.object_kind, home, knowledge)
    if not named and group == "organization":
        yield from _open_parent(mention, draft.label, knowledge)


def _seat_of(owner: str, kind: str, home: str, knowledge: Knowledge) -> Iterator[NameFinding]:
    """Where the name of a listed owner says that it is: 滨江大学 in 滨江大学医学院."""
    entry = knowledge.lexicon.entries[owner]
    where = Linked(-1, -1, ((kind, owner),), "")
    draft = Draft(kind, entry.label, entry, names={entry.label})
    yield from _place_in_name(where, draft, entry.label, home, knowledge, ())


def _open_parent(mention: Linked, label: str, knowledge: Knowledge) -> Iterator[NameFinding]:
    """滨江大学能源研究中心 is a part of 滨江大学, which need not be known otherwise."""
    match = _PARENT.match(label)
    if match and label.endswith(word_groups()["branch"]) and match["parent"] not in knowledge.entries_by_name:
        parent, kind = match["parent"], knowledge.names.heads.get(match["head"], "Institution")
        iri = ids.entity_iri("organization", ids.name_key(parent))
        yield NameFinding("partOf", mention.iri, iri, kind, "name-parent", 0.86, object_label=parent)


def _known_in_name(
    mention: Linked, label: str, group: str, knowledge: Knowledge, told: Container[str]
) -> Iterator[NameFinding]:
    branches, tokens = word_groups()["branch"], segment(label)
    for start, end, name in knowledge.entry_matcher.find(label):
        entries = knowledge.entries_by_name[name]
        if len(name) < 4 and not tokens.at_border(start, end):
            continue
        if len(entries) != 1 or not is_organisation(entries[0].kind) or end == len(label):
            continue
        if (name in entries[0].weak_names and entries[0].iri not in told) or entries[0].iri == mention.iri:
            continue
        if group == "organization" and start == 0 and label.endswith(branches):
            yield NameFinding("partOf", mention.iri, entries[0].iri, entries[0].kind, "name-branch", 0.94)
        elif group == "project" and entries[0].kind == "Firm" and mention.specific and not label.endswith(_HARDLY_RUN):
            yield NameFinding("undertakes", entries[0].iri, mention.iri, mention.kind, "name-firm", 0.72)
        return


def _field_in_name(mention: Linked, label: str, group: str, knowledge: Knowledge) -> Iterator[NameFinding]:
    best: tuple[int, str, str, str] | None = None
    tokens = segment(label)
    for start, end, name in knowledge.sector_matcher.find(label):
        if len(name) < 4 and not tokens.at_border(start, end):
            continue
        if borders_latin(label, start, end) or len(name) < 2 or (end == len(label) and group == "project"):
            continue
        if any(c.kind == "Technology" for c in knowledge.concepts_by_name[name]) and group == "project":
            continue  # 云计算 in a project's name is what it is built on rather than its field
        for concept in knowledge.concepts_by_name[name]:
            if concept.kind == "Sector" and (best is None or len(name) > best[0]):
                best = (len(name), concept.iri, concept.kind, name)
    if best is not None:
        confidence = 0.85 if group == "document" else 0.72
        yield NameFinding("inSector", mention.iri, best[1], best[2], f"name-field-{group}", confidence, best[3])
