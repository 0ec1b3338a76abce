"""The fields of activity and the technologies that a name carries.

江城生物医药产业园 works in 生物医药, 江城弹性体材料产业联盟 in a field of no list, and 江城5G平台 is built on 5G.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg import ids
from kg.extractor.knowledge import Knowledge, borders_latin, names_no_field
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token, Tokens, is_word, segment
from kg.ontology import Concept

# How many words the name of an unlisted field may have.
_WORDS: Final = 3
# How many characters a word has that opens no trade but the name of one that we know.
_LEVEL: Final = 2
# The least number of characters of an aim in a title.
_AIM: Final = 3
# With one of these behind it the name of a field reads as an aim (新型基础设施建设, 数字经济发展).
_WORK: Final = re.compile("(?:建设|发展)$")
# Words of these tags can stand in the name of a field.
_NOMINAL: Final = ("n", "b", "a", "j", "l", "vn", "eng", "g")
_ADJECTIVE: Final = ("型", "性", "级", "化", "式")
_AREA: Final = ("区", "市", "县", "省", "镇", "城", "港")
# Where an organisation sits, behind its name: 明远研究院（江城）.
_SEAT: Final = re.compile(r"[（(][^（）()]+[）)]$")
# What a thing is called, behind what it is, or its version; or nothing.
_CALLED: Final = re.compile(r"\s*(?:“[^”]+”|《[^》]+》|[0-9.]+\s*系统|[A-Za-z0-9][A-Za-z0-9 .+-]*)?")
# Which edition of a document it is, behind its title: （试行）, （2021—2025年）.
_EDITION: Final = re.compile(r"[（(][^（）()]+[）)]$")
# What joins two fields of one name, or a short word between them (光伏和储能, 碳减排碳交易).
_JOINT: Final = re.compile(r"[与和及、暨+＋]|以及")


@dataclass(frozen=True, slots=True)
class NamedField:
    """A field or technology in a name: its class and IRI, the name's word for it, and its label if no list knows it."""

    kind: str
    iri: str
    wording: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Rules:
    trade: re.Pattern[str]
    vague: frozenset[str]
    levels: frozenset[str]
    too_wide: Mapping[str, frozenset[str]]
    shortest: Mapping[str, int]
    built_on: frozenset[str]
    made_for: tuple[str, ...]
    itself: tuple[str, ...]
    devoted: tuple[str, ...]
    done: tuple[str, ...]
    furthers: re.Pattern[str]
    turns: tuple[str, ...]
    instruments: tuple[str, ...]
    owner: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = load_rules("fields")
    trades, not_trades = either(words(data, "trades")), either(words(data, "not_trades"))
    return _Rules(
        trade=re.compile(f"(?:{trades})(?!{not_trades})"),
        vague=frozenset(words(data, "vague")),
        levels=frozenset(words(data, "levels")),
        too_wide={bearer: frozenset(listed) for bearer, listed in data["too_wide"].items()},
        shortest=data["shortest"],
        built_on=frozenset(words(data, "built_on")),
        made_for=words(data, "made_for"),
        itself=words(data, "itself"),
        devoted=words(data, "devoted"),
        done=words(data, "done"),
        furthers=re.compile(f"(?:{either(words(data, 'furthers'))})"),
        turns=words(data, "turns"),
        instruments=words(data, "instruments"),
        owner=re.compile(f"(?:{either(words(data, 'owners'))})(?=..)(?!有限)"),
    )


def fields_in_name(label: str, bearer: str, knowledge: Knowledge) -> list[NamedField]:
    """The fields that a name tells: that of its trade (…产业园), else the longest one known, with those joined to it.

    `bearer` says what it names: a firm, or the coarse group of anything else. What a project's name ends with is what
    it is, and a digital technology in it is what it is built on: neither is its field. One that is a trade as well is
    its field if no other is named (光伏发电项目). A document may be about a field as wide as 制造业.
    """
    tokens, rules = segment(label), _rules()
    wide = rules.too_wide.get(bearer, frozenset())
    if bearer != "document":
        wide |= rules.too_wide["all"]
    found = [f for f in _known(label, tokens, knowledge) if label[f[0] : f[1]] not in wide]
    trade = _trade(label, tokens, wide, knowledge)
    if trade is not None:
        return [*_listed_before(label, label.find(trade.wording), found), trade]
    found = [f for f in found if f[1] - f[0] >= rules.shortest.get(bearer, 0)]
    if bearer == "project":
        own = max((m.end() for m in rules.owner.finditer(label)), default=0)
        found = [f for f in found if own <= f[0] and f[1] < len(label)]
        if not label.endswith(rules.devoted):
            found = [f for f in found if not _is_built_on(label[f[0] : f[1]], knowledge)]
        found = [f for f in found if not _is_technology(label[f[0] : f[1]], knowledge)] or found
    if not found:
        return []
    best = max(found, key=lambda f: f[1] - f[0])
    last = found.index(best)
    first = _first_joined(label, found, last)
    while last + 1 < len(found) and _joined(label, found[last], found[last + 1]):
        last += 1
    return [NamedField("Sector", concept.iri, label[start:end]) for start, end, concept in found[first : last + 1]]


def _listed_before(label: str, start: int, found: Sequence[tuple[int, int, Concept]]) -> Iterator[NamedField]:
    """The fields that a name lists before its trade: 文化 and 体育 of 文化、体育、花卉产业."""
    last = next((i for i, field in enumerate(found) if _JOINT.fullmatch(label, field[1], start)), None)
    if last is None:
        return
    for begin, end, concept in found[_first_joined(label, found, last) : last + 1]:
        yield NamedField("Sector", concept.iri, label[begin:end])


def telling_part(label: str) -> str:
    """The part of an organisation's name that tells what it does, behind the body it belongs to; "" if none does.

    Where it sits may stand in brackets behind its name.
    """
    data = load_rules("fields")
    if not _SEAT.sub("", label).endswith(words(data, "telling")):
        return ""
    return label[max((m.end() for m in _rules().owner.finditer(label)), default=0) :]


def technologies_in_name(label: str, knowledge: Knowledge) -> Iterator[NamedField]:
    """The digital technologies that a project is built on, as its name tells."""
    rules = _rules()
    if label.endswith((*rules.devoted, *rules.done)):
        return
    for start, end, name in knowledge.concept_matcher.find(label):
        concept = next((c for c in knowledge.concepts_by_name[name] if c.label in rules.built_on), None)
        if concept is None or concept.kind != "Technology" or borders_latin(label, start, end):
            continue
        if label[end:] in rules.itself:
            continue  # a GIS系统 is no more than GIS
        # What a project's name ends with is what it is, whatever it is called (大模型“江豚”); a 5G网络 is built on 5G
        # all the same, though a 鸿蒙系统 is no more than 鸿蒙.
        with_head = any(name != other and name.startswith(other) for other in concept.names)
        with_head = with_head and not name.endswith(rules.itself)
        if not label.startswith(rules.made_for, end) and (not _CALLED.fullmatch(label, end) or with_head):
            yield NamedField("Technology", concept.iri, name)


def aims_in_title(label: str, knowledge: Knowledge) -> Iterator[NamedField]:
    """The aims that a title sets: 《关于促进乡村振兴的意见》, and 《江城市数字化转型方案》 with its change.

    A plan or a rule sets whatever aim it names (《江城市碳达峰实施方案》), a report may only speak of it.
    """
    rules = _rules()
    furthers, sets = rules.furthers.search(label), _EDITION.sub("", label).endswith(rules.instruments)
    for start, end, name in knowledge.concept_matcher.find(label):
        aim = next((c for c in knowledge.concepts_by_name[name] if c.kind == "Goal"), None)
        set_so = sets or name.endswith(rules.turns) or (furthers is not None and furthers.end() <= start)
        field = _sector(name, knowledge) or _sector(_WORK.sub("", name), knowledge)
        if aim is not None and set_so and field is None and end - start >= _AIM:
            yield NamedField("Goal", aim.iri, name)


def _trade(label: str, tokens: Tokens, wide: Container[str], knowledge: Knowledge) -> NamedField | None:
    """The field named right before 产业 or the like: a listed one, or one that ends as one does (弹性体材料产业)."""
    match = _rules().trade.search(label)
    if match is None:
        return None
    start, end = _trade_start(label, match.start(), tokens, knowledge), match.start()
    for name in (label[start : match.end()], label[start:end], *_shorter(label[start:end])):
        concept = _sector(name, knowledge)
        if concept is not None and name not in wide:
            same = concept == _sector(label[start:end], knowledge)
            return NamedField("Sector", concept.iri, label[start:end] if same else name)  # 机器人 in 机器人产业园
    name, trade, parts = label[start:end], label[end : match.end()], tokens.within(start, end)
    tails = (name[i:] for i in range(1, len(name) - 1))
    if not 1 < len(parts) <= _WORDS or not all(is_word(t.word) for t in parts) or name in knowledge.concepts_by_name:
        return None
    if any(_sector(tail, knowledge) or _sector(tail + trade, knowledge) for tail in tails):
        return NamedField("Sector", ids.entity_iri("sector", ids.name_key(name)), name, name)
    return None


def _shorter(name: str) -> Iterator[str]:
    """A trade without the vague word that ends it (中医药科技)."""
    for word in _rules().vague:
        if name.endswith(word):
            yield name.removesuffix(word)


def _trade_start(label: str, end: int, tokens: Tokens, knowledge: Knowledge) -> int:
    """Where the words begin that name a trade: behind the last place, firm, joint, level or verb before it."""
    known = knowledge.entry_matcher.find(label[:end])
    start = max((stop for begin, stop, _ in known if tokens.at_border(begin, stop)), default=0)
    for token in tokens.within(start, end):
        if not _opens_trade(token, knowledge):
            start = token.end
    # 新材料, though 新 alone opens no trade.
    return next((i for i in range(max(start - _LEVEL, 0), start) if _sector(label[i:end], knowledge)), start)


def _opens_trade(token: Token, knowledge: Knowledge) -> bool:
    """Whether a word can stand in the name of a trade; that of a person, place or brand cannot, nor 国家 or 经济区."""
    word = token.word
    if word in knowledge.concepts_by_name:
        return True
    other = token.tag in ("nr", "ns", "nt", "nz") or word in _rules().levels or not word.isalnum()
    return token.tag.startswith(_NOMINAL) and not other and not word.endswith((*_AREA, *_ADJECTIVE))


def _is_built_on(name: str, knowledge: Knowledge) -> bool:
    return any(c.label in _rules().built_on for c in knowledge.concepts_by_name[name])


def _is_technology(name: str, knowledge: Knowledge) -> bool:
    return any(c.kind == "Technology" for c in knowledge.concepts_by_name[name])


def _sector(name: str, knowledge: Knowledge) -> Concept | None:
    return next((c for c in knowledge.concepts_by_name.get(name, ()) if c.kind == "Sector"), None)


def _known(label: str, tokens: Tokens, knowledge: Knowledge) -> list[tuple[int, int, Concept]]:
    """The listed fields in a name, from left to right, without those that tell little."""
    found = []
    named = [(start, end) for start, end, _ in knowledge.entry_matcher.in_name(label)]
    for start, end, name in knowledge.sector_matcher.find(label):
        concept = _sector(name, knowledge)
        if concept is None or len(name) < 2 or borders_latin(label, start, end) or names_no_field(label, start, name):
            continue
        if any(begin <= start and end <= stop for begin, stop in named):
            continue  # 江城能源 is a firm, whatever it builds
        if len(name) >= 4 or tokens.at_border(start, end):
            found.append((start, end, concept))
    return found


def _first_joined(label: str, found: Sequence[tuple[int, int, Concept]], at: int) -> int:
    """The index of the first of the fields that stand joined up to the one at an index."""
    while at > 0 and _joined(label, found[at - 1], found[at]):
        at -= 1
    return at


def _joined(label: str, left: tuple[int, int, Concept], right: tuple[int, int, Concept]) -> bool:
    return bool(_JOINT.fullmatch(label, left[1], right[0]))
