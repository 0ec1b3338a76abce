"""What a clause opens with (a noun of its own, a verb, words that lead up to the next one), and how an aside ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.coding import Coded, symbol_class
from kg.extractor.relations.notation import expand, word_groups
from kg.extractor.rules import compiled_rules, either, load_rules, words
from kg.extractor.segmentation import Token, Tokens

_SKIP: Final = re.compile(r"[\s“‘（(—]*")
# What opens a clause that has no subject, whatever the segmenter makes of it (以碳|金融).
_PREPOSITIONS: Final = frozenset("以并与将把为在从向对按其")
# How a government's name ends.
_SEATS: Final = frozenset("府委会厅局")
# A foreign name behind a place is that of somebody there.
_LATIN: Final = re.compile(r"\s?[A-Za-z]")
# How a clause ends that only tells a state: 群众满意度显著提升，.
_ASIDE: Final = "<state>了?[，；：]?$"
# The tags of what is a noun right behind a place, and of what may be the noun that a clause opens with.
_NOUNS: Final = ("n", "j", "l")
_NOMINAL: Final = ("n", "r", "s", "f", "x", "i", "l", "eng")


@dataclass(frozen=True, slots=True)
class Part:
    """A clause by its place in a coded sentence, with the words of the article."""

    coded: Coded
    tokens: Tokens
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The content of `seeds/patterns/clauses.yaml`, with the words that are verbs whatever their tag."""

    reporting: frozenset[str]
    verbs: frozenset[str]
    settling: frozenset[str]
    adverbs: frozenset[str]
    adjectives_too: frozenset[str]
    no_subjects: frozenset[str]
    attributive: frozenset[str]
    events: frozenset[str]
    beside_places: tuple[str, ...]
    bodies: frozenset[str]
    joined: re.Pattern[str]
    both: re.Pattern[str]
    by_both: re.Pattern[str]
    leading: re.Pattern[str]
    placed: re.Pattern[str]
    duties: re.Pattern[str]
    next_partner: re.Pattern[str]
    unknown_party: re.Pattern[str]
    partners_of: re.Pattern[str]
    aside: re.Pattern[str]
    in_regard: re.Pattern[str]
    doers: re.Pattern[str]


@cache
def clause_words() -> Words:
    """The words that tell how a clause is read. Raises LexiconError for a file that cannot be read."""
    rules, groups = load_rules("clauses"), word_groups()
    settling = words(rules, "settling")
    verbs = frozenset([*groups["governing"], *groups["adverbs"], *words(rules, "verbs_too"), *settling])
    both, named = either(groups["both"]), symbol_class("any")
    return compiled_rules(
        "clauses",
        Words,
        {
            "joined": "{joined}",
            "both": f"(?:{both})|[^{named}的]{{1,6}}?(?:{both})(?!的)",
            "by_both": f"[由是](?:{both})(?!的)",
            "leading": "{leading}",
            "placed": "{placed}",
            "duties": "{duties}",
            "next_partner": "{next_partner}",
            "unknown_party": f"[与和同跟][^{named}，。；]{{2,30}}?{{agreeing}}",
            "partners_of": "{partners_of}{1,3}(?:合作)?伙伴",
            "aside": expand(_ASIDE),
            "in_regard": expand("(?:[^{:org|place|work|document|award|person}，。；：]){1,16}?(?:{in_regard})[，：]"),
            "doers": "{doers}",
        },
        reporting=frozenset(words(rules, "reporting")),
        verbs=verbs,
        settling=frozenset(settling),
        adverbs=frozenset([*groups["adverbs"], *words(rules, "joining")]),
        adjectives_too=frozenset(words(rules, "adjectives_too")),
        no_subjects=verbs.union(words(rules, "adverbial"), words(rules, "belonging")),
        attributive=frozenset(words(rules, "attributive")),
        events=frozenset(words(rules, "events")),
        beside_places=(*words(rules, "some"), *words(rules, "branches")),
        bodies=frozenset(words(rules, "bodies")),
    )


def leads_up(part: Part) -> bool:
    """Whether a clause is only what the next one begins with: 为加快发展，江城市…, 作为一家车企，明远集团…."""
    opening = part.coded.text[part.start : part.end]
    return clause_words().leading.match(opening) is not None and opening.endswith("，")


def is_aside(part: Part) -> bool:
    """Whether a clause only tells how things are, or in what regard: what was told of before goes on behind it."""
    rules = clause_words()
    regard = rules.in_regard.fullmatch(part.coded.text, part.start, part.end)
    return regard is not None or rules.aside.search(part.coded.text, part.start, part.end) is not None


def after_verb(part: Part, mention: LinkedMention) -> bool:
    """Whether a verb stands before a mention: then it is its object (扶持园区…). In a name it is none (明远控股)."""
    before = part.tokens.within(part.coded.offset(part.start), mention.start)
    return any(
        _is_verb(t)
        and t.word not in clause_words().reporting
        and not _is_in_name(t, part.coded)
        and not _only_locates(t, before)
        for t in before
    )


def _only_locates(verb: Token, before: Sequence[Token]) -> bool:
    """Whether a verb only says where that is which is named behind 的: 落户江城的云帆科技."""
    return verb.word in clause_words().settling and any(t.word == "的" for t in before if t.start > verb.start)


def _is_in_name(token: Token, coded: Coded) -> bool:
    return any(m.start <= token.start < m.end for m in coded.mentions.values())


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb of two characters or more, or one with its adverb, which the segmenter takes for a noun.

    充分发挥 and 既保证 are one word each to it.
    """
    if token.tag == "v":
        return len(token.word) > 1
    return token.word in clause_words().settling or _opens_with_adverb(token)


def _opens_with_adverb(token: Token) -> bool:
    """Whether a word is a verb with its adverb (充分发挥), and no noun of that sort (重点项目)."""
    rules, adverb, verb = clause_words(), token.word[:-2], token.word[-2:]
    return adverb in rules.adverbs and (adverb not in rules.adjectives_too or verb in rules.verbs)


def modifies(mention: LinkedMention, text: str, tokens: Tokens, end: int) -> bool:
    """Whether a place only says where the noun behind it belongs (江城交警…): that is what the clause is about.

    The clause ends at the offset `end`. 江城市政府 is a place that acts.
    """
    if not is_place(mention.kind) or text[mention.end - 1] in _SEATS:
        return False
    rules = clause_words()
    if rules.partners_of.match(text, mention.end):
        return False  # 成为江城市战略合作伙伴: its own
    if _LATIN.match(text, mention.end) or text.startswith(rules.beside_places, mention.end):
        return True
    following = tokens.within(mention.end, end)[:2]
    behind = following[0] if following else None
    if behind is None:
        return False
    if behind.tag == "vn" and behind.word not in rules.bodies and following[-1].word in rules.bodies:
        return True  # 江城运营公司
    if behind.start != mention.end or not behind.tag.startswith(_NOUNS):
        return False
    none = rules.no_subjects
    return behind.word not in none and behind.word[:2] not in none  # 积极开展 is one word to the segmenter


def has_foreign_subject(part: Part) -> bool:
    """Whether the clause opens with a noun of its own before its verb."""
    coded = part.coded
    skipped = _SKIP.match(coded.text, part.start, part.end)
    begin = skipped.end() if skipped else part.start
    first = coded.mentions.get(coded.text[begin : begin + 1])
    if coded.text[begin : begin + 1] in _PREPOSITIONS or (first is not None and first.kind == "Award"):
        return False  # ，省级示范企业。 says what the subject is
    seen_noun, rules = False, clause_words()
    verbs, none = rules.verbs, rules.no_subjects
    for token in part.tokens.within(coded.offset(begin), coded.offset(part.end)):
        if token.word in rules.attributive and not seen_noun:
            continue
        if not seen_noun and (token.word in verbs or _opens_with_adverb(token)):
            return False  # 助力, 布局 and 充分发挥 are nouns to the segmenter
        if token.tag.startswith(("v", "p", "d")) and (token.tag != "vn" or seen_noun or token.word in verbs):
            return seen_noun
        if (token.tag.startswith(_NOMINAL) and token.word not in none) or token.word in rules.events:
            seen_noun = True
    return False
