"""What a clause opens with, and whether that leaves the thing that the text speaks of."""

from __future__ import annotations

import re
from typing import Final

from kg.extractor.conjunctions import JOINT
from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.coding import QUANTITY, SYMBOL, TIME, Coded, plain_opening, symbol_class
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.phrases import Phrase, opened_phrase, phrase_of
from kg.extractor.relations.roles import Clause

_CONCEPT: Final = re.compile(f"[{symbol_class('goal|sector|tech')}]")
# Where or since when something is: a cheap look before the long one.
_PLACED: Final = re.compile("[位建立成]于|坐落|地处")
# What is counted behind this is some of what was told of.
_OF_THESE: Final = ("其中", "，其中")
# How many characters behind the opening of a clause are looked at.
NEAR: Final = 16
_WORD: Final = 2
# Where a noun ends, or a member of a list of nouns.
_MEMBER_ENDS: Final = re.compile(f"$|{JOINT.pattern}")


def opening(coded: Coded, clause: Clause) -> Phrase:
    """The words that a clause opens with, up to the first name or figure."""
    return opened_phrase(plain_opening(coded.timeless(clause.start, clause.end))[:NEAR])


def only_dates(coded: Coded, clause: Clause) -> bool:
    """Whether a clause says no more than when: 近四年来，, 截至去年底，."""
    said = coded.timeless(clause.start, clause.end)
    return SYMBOL.search(said) is None and not opened_phrase(figure_rules().expressions["spell"].sub("", said)).text


def opens_ready(coded: Coded, clause: Clause) -> bool:
    """Whether a clause opens with when a work is done, of which it then tells: 投产后年产值达5亿元."""
    return _ready_until(coded, clause) > 0


def is_ready(coded: Coded, clause: Clause) -> bool:
    """Whether a clause says no more than that a work is done: 项目全部建成后，."""
    return _ready_until(coded, clause) == len(coded.timeless(clause.start, clause.end))


def _ready_until(coded: Coded, clause: Clause) -> int:
    """Where the words end by which a clause opens with when a work is done, its times left out; 0 if it does not."""
    if coded.text.find("后", clause.start, clause.end) < 0:
        return 0
    found = figure_rules().expressions["work_ready"].match(coded.timeless(clause.start, clause.end))
    return found.end() if found else 0


def _spelt(coded: Coded, clause: Clause) -> Phrase:
    """What a clause opens with, its concepts in words: 体育消费 is a part of 居民人均体育消费."""
    said = coded.timeless(clause.start, clause.end)
    spelt = plain_opening(_CONCEPT.sub(lambda found: coded.named(coded.mentions[found[0]]), said))
    return opened_phrase(spelt[:NEAR])


def is_introduced(coded: Coded, clause: Clause) -> bool:
    """Whether a clause brings in a thing without a name of its own by telling where or since when it is."""
    if not _PLACED.search(coded.text, clause.start, clause.end):
        return False
    return figure_rules().expressions["introduced"].match(_spelt(coded, clause).text) is not None


def opens_foreign(coded: Coded, clause: Clause, thing: LinkedMention | None) -> bool:
    """Whether a clause opens with a noun that takes over what the text speaks of."""
    phrase = opening(coded, clause)
    if thing is not None and (phrase.text.startswith("该") or (thing.kind == "Firm" and phrase.opening("firm_words"))):
        return False
    noun, rules = noun_of(phrase), figure_rules().expressions
    if (
        thing is not None
        and is_place(thing.kind)
        and rules["of_people"].match(noun)
        and rules["heads"].search(_spelt(coded, clause).without_ending("reached", "adverbs")[0].text)
    ):
        return False
    if coded.text.startswith(_OF_THESE, clause.start) and _counts(coded, clause, noun):
        return False  # 其中上市公司42家
    name = called(coded, thing)
    if _stranger(coded, clause) or names_another(noun, counted=_counts(coded, clause, noun), called=name):
        return True
    if len(noun) < len(phrase.text) and rules["strangers"].search(noun):
        return True
    if thing is not None and not is_place(thing.kind) and not phrase.text and _acts(_spelt(coded, clause)):
        return True
    foreign = rules["foreign"].match(phrase.text)
    if foreign is None or _ends(name, foreign[0]):
        return False
    return not _is_part(phrase, thing, counted=_counts(coded, clause, phrase.text))


def _acts(phrase: Phrase) -> bool:
    """Whether a phrase opens with a stranger to a firm or project that does something: 中欧班列累计开行."""
    noun = noun_of(phrase)
    return len(noun) < len(phrase.text) and figure_rules().expressions["strangers"].search(noun) is not None


def is_aside(coded: Coded, clause: Clause) -> bool:
    """Whether a clause only compares, explains or sets aside, or tells where the thing is: no new subject comes in.

    比上年同期增长3%, 除此之外, 位于江城市云岭镇.
    """
    rules = figure_rules().expressions
    if rules["placed"].fullmatch(coded.text, clause.start, clause.end):
        return True
    return rules["asides"].match(opening(coded, clause).text) is not None


def _is_part(phrase: Phrase, thing: LinkedMention | None, *, counted: bool) -> bool:
    """Whether what a clause opens with is a measure of the staff, goods or customers of the thing spoken of."""
    part = figure_rules().expressions["own_parts"].match(phrase.text)
    if part is None or thing is None:
        return False
    core = phrase.without_ending("reached", "adverbs")[0].text
    return counted or core == part[0] or figure_rules().expressions["heads"].search(core) is not None


def is_oblique_in(coded: Coded, clause: Clause, mention: LinkedMention) -> bool:
    """Whether a clause names a thing only as whom or what something is done with: ，与江城集团签约，."""
    before = coded.text[clause.start : coded.position(mention.start)]
    return figure_rules().expressions["oblique"].match(before) is not None


def is_own_part(coded: Coded, clause: Clause, thing: LinkedMention | None) -> bool:
    """Whether a clause tells of the goods or branches of the firm or project spoken of: 产品销往全国，."""
    part = figure_rules().expressions["own_goods"].match(opening(coded, clause).text)
    return part is not None and thing is not None and not is_place(thing.kind)


def _counts(coded: Coded, clause: Clause, noun: str) -> bool:
    """Whether a figure stands right behind the noun that opens a clause."""
    words = coded.text[clause.start : clause.end]
    return bool(noun) and QUANTITY.match(words, words.find(noun) + len(noun)) is not None


def drifts(coded: Coded, clause: Clause) -> bool:
    """Whether a clause tells what a noun of its own does (停车场提供车位), not only how it fares (主体持续壮大)."""
    phrase = opening(coded, clause)
    phrase = phrase if phrase.text else _counted(coded, clause)
    doing = phrase.without_opening("often", "adverbs", "manner")
    if doing.opening("verbs") and len(doing.text) < len(phrase.text):
        return False  # 积极|推进升级, 每年|提供电能: no noun, whatever the segmenter takes it for
    noun = noun_of(phrase)
    heads = figure_rules().expressions["heads"]
    if len(noun) < _WORD or len(noun) == len(phrase.text) or heads.search(noun) or heads.search(phrase.text):
        return False
    said, _, _ = phrase.part(len(noun), len(phrase.text)).text.partition("，")
    rest = phrase_of(said).without_opening("adverbs").tags
    return (
        len(rest) > 1
        and rest[-1][0] not in "，。；、"
        and not rest[-1][1].startswith(("a", "d"))
        and any(tag == "v" for _, tag in rest[:-1])
    )


def _counted(coded: Coded, clause: Clause) -> Phrase:
    """What stands behind the figure that a clause opens with: 三个项目建成投运."""
    said = coded.timeless(clause.start, clause.end)
    first = QUANTITY.match(said)
    return phrase_of(plain_opening(said[1:])[:NEAR] if first else "")


def _stranger(coded: Coded, clause: Clause) -> bool:
    """Whether a clause opens with a noun and a time (某某公司2022年的亏损): the noun is then whom it speaks of."""
    first = plain_opening(coded.text[clause.start : clause.end])
    behind = coded.text[clause.start + len(first) : clause.start + len(first) + 1]
    phrase = opened_phrase(first)
    if not TIME.match(behind) or not 2 <= len(phrase.text) <= NEAR:
        return False
    noun = phrase.tags[0][1].startswith(("n", "x", "j", "eng", "b")) and phrase.tags[-1][1].startswith(("n", "x", "j"))
    return noun and not figure_rules().expressions["heads"].search(phrase.text)


def noun_of(phrase: Phrase) -> str:
    """What a phrase opens with before its first verb."""
    noun = ""
    for word, tag in phrase.tags:
        if tag.startswith(("v", "x", "w", "p", "d")) and tag != "vn":
            break
        noun += word
    return noun


def is_of_people(measure: str) -> bool:
    """Whether a measure of the people of a place is meant, and so one of the place: 居民人均收入, 市民满意率."""
    rules = figure_rules().expressions
    return rules["of_people"].match(measure) is not None and rules["heads"].search(measure) is not None


def names_another(noun: str, *, counted: bool, called: str = "") -> bool:
    """Whether a noun names something that takes a figure for itself.

    What is counted does not (国内项目30个, 水电站、光伏站9座), nor what the thing spoken of is `called`.
    """
    found = figure_rules().expressions["foreign_own"].finditer(noun)
    return any(
        (not counted or not _MEMBER_ENDS.match(noun, match.end())) and not _ends(called, match[0]) for match in found
    )


def _ends(name: str, word: str) -> bool:
    """Whether a thing can be called by a word, since its name ends with it: 工程 of 江城大桥改造工程."""
    return len(word) > 1 and name.endswith(word)


def called(coded: Coded, thing: LinkedMention | None) -> str:
    """The name of a project by which the text speaks of it, "" for other things."""
    return coded.named(thing) if thing is not None and thing.kind == "Project" else ""
