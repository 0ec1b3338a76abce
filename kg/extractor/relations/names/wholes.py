"""Whose part a thing is by its name: 滨江大学能源学院碳排放研究中心 names two houses that it is in."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.kinds import is_organisation
from kg.extractor.knowledge import Knowledge, head_kind
from kg.extractor.linking.open_names import open_iri
from kg.extractor.linking.short_names import short_forms
from kg.extractor.rules import compiled_rules, load_rules, words
from kg.extractor.segmentation import Tokens, is_word, segment

# The name of a part, or of a whole without its head, has so many characters at least.
_SHORTEST: Final = 2
# A listed name of so many characters is one by chance if a word goes on behind it: 中国电子|信息.
_BRIEF: Final = 4
# The name of a project of so many characters is hardly the beginning of another one's by chance.
_LONG: Final = 6


@dataclass(frozen=True, slots=True)
class Whole:
    """What the beginning of a name is the name of, as the whole of a part; `end` is where that beginning ends.

    `iri` is empty if the name is in no list and no thing of the graph yet; `wording` how a listed one is called.
    """

    end: int
    iri: str
    kind: str
    label: str
    listed: bool
    wording: str = ""


@dataclass(frozen=True, slots=True)
class _Rules:
    """The content of `seeds/patterns/owners.yaml`."""

    wholes: Mapping[re.Pattern[str], re.Pattern[str]]
    no_parts: re.Pattern[str]
    goes_on: re.Pattern[str]
    legal_form: re.Pattern[str]
    parts: re.Pattern[str]
    heads: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = load_rules("owners")
    parts = {kind: "|".join(endings) for kind, endings in data["parts"].items()}
    return compiled_rules(
        "owners",
        _Rules,
        {"no_parts": "{no_parts}$", "goes_on": "{goes_on}", "legal_form": "{legal_form}", "heads": "{wholes}$"},
        wholes={
            compiled(f"(?:{head})$"): compiled(f"(?:{'|'.join(parts[kind] for kind in kinds)})$")
            for head, kinds in data["wholes"].items()
        },
        parts=compiled(f"(?:{'|'.join(parts.values())})$"),
    )


def wholes_in_name(
    label: str, told: Container[str], knowledge: Knowledge, *, listed_itself: bool = False
) -> tuple[Whole, ...]:
    """The wholes that the name of an organisation begins with, the outermost first.

    `told` holds the IRIs of all things of the article: a short form of one is its name, though a word too. What is
    `listed_itself` has grown out of its namesake as often (中国邮政储蓄银行): it is a part only if it is called one.
    """
    tokens = segment(label)
    listed = _listed(label, tokens, told, knowledge)
    if listed_itself:
        called_part = listed is not None and _rules().parts.search(label, listed.end)
        return (listed,) if listed is not None and called_part else ()
    found = [] if listed is None else [listed]
    begin = 0 if listed is None else listed.end
    return (*found, *_open(label, tokens, begin, knowledge))


def _listed(label: str, tokens: Tokens, told: Container[str], knowledge: Knowledge) -> Whole | None:
    # Without its end, so that of the name of a listed part the whole is found rather than itself.
    name = knowledge.opening_word(label[:-_SHORTEST])
    entries, end = knowledge.lexicon.by_name.get(name, ()), len(name)
    if len(entries) != 1 or not is_organisation(entries[0].kind):
        return None
    entry = entries[0]
    unsure = (len(name) <= _BRIEF and end not in tokens.ends) or (name in entry.weak_names and entry.iri not in told)
    unsure = unsure or (entry.kind == "Firm" and _is_phrase(tokens, end))
    if entry.kind == "Firm" and (form := _rules().legal_form.match(label, end)):
        end = form.end()
    part = label[end:]
    if unsure or len(part) < _SHORTEST or _rules().goes_on.match(part) or name in short_forms(label):
        return None
    called_part = bool(_rules().parts.search(part))
    if entry.kind in ("Firm", "Media"):
        called_part = called_part and not _rules().no_parts.search(part)
    else:
        called_part = called_part or _kind(part, knowledge) != ""
    return Whole(end, entry.iri, entry.kind, entry.label, True, name) if called_part else None


def _is_phrase(tokens: Tokens, end: int) -> bool:
    """Whether a place and a common noun that goes on with the next one are no name: 中国电子|技术标准化研究院."""
    place, *nouns = tokens.items
    common = (
        len(nouns) > _SHORTEST
        and nouns[0].end == end
        and is_word(nouns[0].word)
        and all(t.tag in ("n", "vn") for t in nouns[:2])
    )
    return place.tag == "ns" and common


def _kind(name: str, knowledge: Knowledge) -> str:
    """The class of organisations that the longest head of a name tells, "" if it tells none."""
    kind = head_kind(name, {**knowledge.names.place_heads, **knowledge.names.heads})
    return kind if is_organisation(kind) else ""


def _open(label: str, tokens: Tokens, begin: int, knowledge: Knowledge) -> list[Whole]:
    """The wholes in no list, found from the right: what stands between the ends of two is a part of the first."""
    found: list[Whole] = []
    stop = len(label)
    for end in sorted(tokens.ends, reverse=True):
        if end - begin > _SHORTEST and end < stop and _has_part(label, begin, end, stop, knowledge):
            found.insert(0, _whole(label[:end], knowledge))
            stop = end
    return found


def _has_part(label: str, begin: int, end: int, stop: int, knowledge: Knowledge) -> bool:
    """Whether a whole may end at an offset and the name of a part reach from there to another one."""
    rules, part = _rules(), label[end:stop]
    if len(part) < _SHORTEST or rules.goes_on.match(part) or not rules.heads.search(label[begin:end]):
        return False
    for head, parts in rules.wholes.items():
        match = head.search(label[begin:end])
        if match and parts.search(part):
            own = label[begin : begin + match.start()]
            return begin > 0 or (len(own) >= _SHORTEST and not _says_nothing(own, knowledge))
    return False


def _says_nothing(modifier: str, knowledge: Knowledge) -> bool:
    return all(token.word in knowledge.names.generic for token in segment(modifier).items)


def _whole(name: str, knowledge: Knowledge) -> Whole:
    entries = knowledge.lexicon.by_name.get(name, ())
    if len(entries) == 1:
        return Whole(len(name), entries[0].iri, entries[0].kind, entries[0].label, True)
    kind = _kind(name, knowledge) or "Institution"
    return Whole(len(name), open_iri(kind, name, knowledge), kind, name, False)


def project_in_name(label: str, projects: Mapping[str, str]) -> str:
    """The IRI of the project whose name the name of a part of it begins with, "" if there is none.

    `projects` are the IRIs of the article's projects by name: 滨江产业园 in 滨江产业园公共服务平台.
    """
    if not label.endswith(words(load_rules("owners"), "project_parts")):
        return ""
    wholes = (name for name in projects if len(name) >= _LONG and label.startswith(name))
    return next((projects[w] for w in sorted(wholes, key=len, reverse=True) if len(w) + _SHORTEST < len(label)), "")


def chain(wholes: Sequence[Whole], part: str) -> Iterator[tuple[str, Whole]]:
    """Each part with the whole it belongs to: the thing named itself first, then the wholes but the outermost."""
    below = part
    for whole in reversed(wholes):
        yield below, whole
        below = whole.iri
