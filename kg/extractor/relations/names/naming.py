"""What a name itself says.

江城智能计算中心 is in 江城, a branch belongs to its firm, a plan is about its field, and a registered name tells
what a firm does.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg import ids
from kg.extractor.kinds import is_organisation
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.drafts import Draft, opened_by
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.linking.name_places import NamePlace, listed_place, open_place, opening_country
from kg.extractor.relations.names.fields import aims_in_title, fields_in_name, technologies_in_name, telling_part
from kg.extractor.relations.names.wholes import Whole, chain, project_in_name, wholes_in_name
from kg.extractor.relations.rulebook import OF_SOURCE, how_sure
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import Tokens, is_word, segment
from kg.lexicon import Entry

# What may lie in a region of several provinces, or be its office.
_OF_REGIONS: Final = ("Zone", "Government")
# The name of a house in that of a project has so many characters, or so many if it is coined: shorter ones are words.
_HOUSE: Final = 4
_BRAND: Final = 2
# How many characters of a head noun a name before it may share with it.
_LONGEST_HEAD: Final = 4


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
    mention: LinkedMention, draft: Draft, home: str, knowledge: Knowledge, told: Mapping[str, Draft]
) -> Iterator[NameFinding]:
    """The relations that the name of a mention states of the thing it names.

    `told` holds all things of the article by IRI: a short form of one is its name, though a word too.
    """
    group = knowledge.ontology.group(mention.kind)
    if group not in ("project", "organization", "document") and mention.kind != "Zone":
        return
    label = draft.label
    wholes = _wholes_told(draft, told, knowledge) if group == "organization" else ()
    if group != "document" and mention.kind != "Media":
        own = _own_part(label, wholes, home, knowledge, told)
        yield from _place_in_name(mention, draft, own, home, knowledge, told)
    yield from _wholes(mention, wholes, home, knowledge)
    if group == "project":
        yield from _project_whole(mention, label, told)
    if group == "project" and draft.entry is None:
        yield from _house_in_name(mention, label, told) or _firm_in_name(mention, label, home, knowledge, told)
    if group == "organization" and draft.entry is None:
        yield from _fields_in_name(mention, telling_part(label), group, knowledge)
    elif group in ("document", "project") and mention.specific:
        yield from _fields_in_name(mention, label, group, knowledge)


def _place_in_name(
    mention: LinkedMention, draft: Draft, label: str, home: str, knowledge: Knowledge, told: Mapping[str, Draft]
) -> Iterator[NameFinding]:
    if draft.entry is not None:
        place = _place_of_listed(draft, home, knowledge, told)
        # Where the name of a zone does not carry the place, only the gazetteer says that it lies there.
        by_name = place is None or place.wording or draft.entry.kind != "Zone"
        rule, case = ("name-place", "listed") if by_name else ("gazetteer-place", "zone")
    else:
        near = None if mention.kind == "Zone" else open_place(label, told)
        place = near or _of_expatriates(label, knowledge) or listed_place(label, home, knowledge, told)
        place, rule, case = place or _abroad(mention, label, knowledge), "name-place", "open"
    if place is None or place.iri in (mention.iri, ids.CHINA) or _tells_no_site(mention, label, place, knowledge):
        return
    entry = knowledge.lexicon.entries.get(place.iri)
    kind, sure = entry.kind if entry else told[place.iri].kind, how_sure(rule, case)
    yield NameFinding("locatedIn", mention.iri, place.iri, kind, rule, sure, place.wording)
    if draft.entry is None and entry is not None and kind == "Zone":
        yield from _seat_of(entry, home, knowledge, told)


def _tells_no_site(mention: LinkedMention, label: str, place: NamePlace, knowledge: Knowledge) -> bool:
    """Whether the place in a name is no site of the thing: it says whose it is, or how far it reaches.

    江城大学储能项目 is not in 江城 for that, nor are 江城科技援疆计划 and, in any one place, 长三角数字干线.
    """
    rules, entry = load_rules("places"), knowledge.lexicon.entries.get(place.iri)
    if entry is not None and entry.kind == "Region" and not entry.label.endswith(words(rules, "provinces")):
        return mention.kind not in _OF_REGIONS
    if mention.kind not in ("Project", "Zone"):
        return False
    if _is_for_guests(label, place, entry):
        return True
    if mention.kind == "Zone":
        return False
    if label.endswith(words(rules, "no_site")):
        return True
    if not label.endswith(words(rules, "of_houses")):
        return False
    house = knowledge.opening_word(label)
    return 0 < len(house) < len(label) and knowledge.lexicon.by_name[house][0].kind == "Institution"


def _is_for_guests(label: str, place: NamePlace, entry: Entry | None) -> bool:
    """Whether a park is named after the land whose firms it is for: 台湾工业园, 韩国产业园."""
    rules = load_rules("places")
    abroad = (entry is not None and entry.kind == "Country") or place.wording in words(rules, "lands_of_guests")
    return abroad and label.removeprefix(place.wording) in words(rules, "of_guests")


def _of_expatriates(label: str, knowledge: Knowledge) -> NamePlace | None:
    """The country where those meet who come from the place named behind it: 肯尼亚江城商会."""
    return opening_country(label, knowledge) if label.endswith(words(load_rules("places"), "of_expatriates")) else None


def _abroad(mention: LinkedMention, label: str, knowledge: Knowledge) -> NamePlace | None:
    """The foreign country that a name begins with, unless it is that of the firm whose project is named."""
    whose = mention.kind == "Project" and ("公司" in label or not mention.specific)
    return None if whose else opening_country(label, knowledge)


def _place_of_listed(draft: Draft, home: str, knowledge: Knowledge, told: Mapping[str, Draft]) -> NamePlace | None:
    """Where the names that the article uses for a listed organisation or zone say that it is."""
    entry = draft.entry
    if entry is None:
        return None
    if entry.kind == "Zone":
        return _told_place(draft, told, knowledge)
    places = (listed_place(n, home, knowledge, told) or opening_country(n, knowledge) for n in sorted(draft.names))
    found = next(filter(None, places), None)
    return found if found and _agrees(found.iri, entry.place, knowledge) else None


def _own_part(label: str, wholes: Sequence[Whole], home: str, knowledge: Knowledge, told: Container[str]) -> str:
    """The part of a name that tells where the thing itself is: 滨江大学江城校区 is in 江城.

    滨江大学能源学院, which tells no place of its own, is where its university is.
    """
    if not wholes:
        return label
    own = label[wholes[-1].end :]
    return own if listed_place(own, home, knowledge, told) else label


def _told_place(draft: Draft, told: Container[str], knowledge: Knowledge) -> NamePlace | None:
    """The smallest place that a listed zone is told to lie in: the article names it, or one of its names does."""
    entry = draft.entry
    for iri in knowledge.lexicon.ancestors(entry.iri) if entry else ():
        place = knowledge.lexicon.entries.get(iri)
        called = {draft.label, *draft.names}
        carried = next((n for n in place.names if len(n) > 1 and any(n in c for c in called)), "") if place else ""
        if carried or iri in told:
            return NamePlace(iri, carried)
    return None


def _agrees(where: str, seat: str, knowledge: Knowledge) -> bool:
    """Whether the place read out of a listed name is its seat: 汇川技术 of Shenzhen is not in the district 汇川区."""
    return not seat or knowledge.lexicon.lies_in(where, seat) or knowledge.lexicon.lies_in(seat, where)


def _wholes_told(draft: Draft, told: Container[str], knowledge: Knowledge) -> tuple[Whole, ...]:
    if draft.entry is None:
        return wholes_in_name(draft.label, told, knowledge)
    longest = max(draft.names, key=lambda name: (len(name), name), default="")
    return wholes_in_name(longest, told, knowledge, listed_itself=True)


def _wholes(mention: LinkedMention, wholes: Sequence[Whole], home: str, knowledge: Knowledge) -> Iterator[NameFinding]:
    """Whose part an organisation is, and the houses between: a department of a branch of a firm."""
    for part, whole in (*_above(wholes, knowledge), *chain(wholes, mention.iri)):
        if part == whole.iri:
            continue
        pattern, case = ("name-branch", "listed") if whole.listed else ("name-parent", "open")
        label = "" if whole.listed else whole.label
        yield NameFinding("partOf", part, whole.iri, whole.kind, pattern, how_sure(pattern, case), whole.wording, label)
        yield from _seat_of(whole, home, knowledge, {})


def _above(wholes: Sequence[Whole], knowledge: Knowledge) -> list[tuple[str, Whole]]:
    """Whose part the outermost of the wholes is itself, if it is listed: 中国科学院 above 中国科学院江城研究院."""
    if not wholes or not wholes[0].listed:
        return []
    outermost = wholes[0]
    return [(outermost.iri, w) for w in wholes_in_name(outermost.label, (), knowledge, listed_itself=True)]


def _of_project(predicate: str, subject: str, obj: str, kind: str, rule: str) -> NameFinding:
    """What the name of a project tells by a rule."""
    return NameFinding(predicate, subject, obj, kind, rule, how_sure(rule, "project"))


def _project_whole(mention: LinkedMention, label: str, told: Mapping[str, Draft]) -> Iterator[NameFinding]:
    """The project of which the article names a part by its name and another noun."""
    projects = {d.label: iri for iri, d in told.items() if d.kind == "Project" and iri != mention.iri}
    whole = project_in_name(label, projects)
    if whole:
        yield _of_project("partOf", mention.iri, whole, "Project", "name-project")


def _seat_of(named: Entry | Whole, home: str, knowledge: Knowledge, told: Mapping[str, Draft]) -> Iterator[NameFinding]:
    """Where what is named in another name says that it is: 滨江大学 in 滨江大学医学院."""
    where = LinkedMention.unplaced(named.kind, named.iri, "")
    draft = Draft(named.kind, named.label, knowledge.lexicon.entries.get(named.iri), names={named.label})
    yield from _place_in_name(where, draft, named.label, home, knowledge, told)


def _house_in_name(mention: LinkedMention, label: str, told: Mapping[str, Draft]) -> list[NameFinding]:
    """The organisation told of whose name the name of a project begins with: its own, 江城供电公司监控中心."""
    if not _may_be_run(mention, label):
        return []
    # Without its end, so that more than one character is left for the work.
    houses = sorted((len(name), iri) for iri, name in opened_by(label[:-2], told, _BRAND) if _is_house(told[iri], name))
    return [_of_project("undertakes", iri, mention.iri, mention.kind, "name-house") for _, iri in houses[-1:]]


def _is_house(house: Draft, name: str) -> bool:
    """Whether what a name begins with means the organisation: short names may be words as well, but for coined ones."""
    return len(name) >= _HOUSE or (house.kind == "Firm" and house.entry is None and not is_word(name))


def _firm_in_name(
    mention: LinkedMention, label: str, home: str, knowledge: Knowledge, told: Container[str]
) -> Iterator[NameFinding]:
    """The listed firm that runs the project named after it: 明远智慧停车平台."""
    tokens = segment(label)
    for start, end, name in knowledge.entry_matcher.in_name(label):
        entries = knowledge.lexicon.by_name[name]
        if (len(name) < 4 and not tokens.at_border(start, end)) or _goes_on(label, tokens, (start, end), knowledge):
            continue
        entry, weak = entries[0], name in entries[0].weak_names
        if len(entries) != 1 or not is_organisation(entry.kind) or end == len(label):
            continue
        if start and label[end:] in words(load_rules("owners"), "hosted"):
            continue
        if start and weak and label[start - 1] not in "“‘":
            continue  # 投资可以更美的
        if (start or weak) and entry.iri not in told:
            continue  # in the middle of a name an owner may stand whom the article does not speak of
        runs = entry.kind == "Firm" or (entry.kind == "Institution" and start == 0)
        if runs and _may_be_run(mention, label):
            yield _of_project("undertakes", entry.iri, mention.iri, mention.kind, "name-firm")
            yield from _seat_of(entry, home, knowledge, {})
        return


def _goes_on(label: str, tokens: Tokens, span: tuple[int, int], knowledge: Knowledge) -> bool:
    """Whether a name ends within another word: 江城大学|生, 江城银行|业, or within the head noun: 江科大|脑.

    小川科技|园 is called after 小川 all the same.
    """
    start, end = span
    token = tokens.items[tokens.index_at(end - 1)]
    shorter = {e.iri for e in knowledge.lexicon.by_name.get(label[start : token.start], ())}
    if any(e.iri in shorter for e in knowledge.lexicon.by_name[label[start:end]]):
        return False
    heads = (size for size in range(len(label) - end + 1, len(label) - end + _LONGEST_HEAD) if size < len(label))
    within_head = any(knowledge.names.heads.get(label[-size:]) == "Project" for size in heads)
    return within_head or (token.end > end and is_word(token.word))


def _may_be_run(mention: LinkedMention, label: str) -> bool:
    """Whether a project is of a kind that the organisation in its name runs."""
    return mention.specific and not label.endswith(words(load_rules("owners"), "hardly_run"))


def _fields_in_name(mention: LinkedMention, label: str, group: str, knowledge: Knowledge) -> Iterator[NameFinding]:
    pattern, confidence = f"name-field-{group}", how_sure("name-field-", group)
    for told in fields_in_name(label, "firm" if mention.kind == "Firm" else group, knowledge):
        about = told.iri, told.kind, pattern, confidence, told.wording, told.label
        yield NameFinding("inSector", mention.iri, *about)
    for told in aims_in_title(label, knowledge) if group == "document" else ():
        aimed = told.iri, told.kind, "name-aim", how_sure("name-aim", group), told.wording
        yield NameFinding("pursues", mention.iri, *aimed)
    for told in technologies_in_name(label, knowledge) if group == "project" else ():
        named = told.iri, told.kind, "name-technology", how_sure("name-technology", group), told.wording
        yield NameFinding("usesTechnology", mention.iri, *named)


def field_of_aim(subject: LinkedMention, aim: Draft, confidence: float, knowledge: Knowledge) -> Iterator[NameFinding]:
    """The field in an aim of no list that somebody has: who wants to be 新能源之都 works in 新能源."""
    if aim.kind == "Goal" and aim.source == "aim":
        for told in fields_in_name(aim.label, "goal", knowledge):
            sure = round(confidence * how_sure("aim-field", OF_SOURCE), 3)
            about = told.iri, told.kind, "aim-field", sure, told.wording, told.label
            yield NameFinding("inSector", subject.iri, *about)
