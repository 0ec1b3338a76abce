"""The words of `seeds/patterns/measurements.yaml`, ready for use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extractor.relations.coding import symbol_class
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import tagged_words
from kg.records import quickly_made

# The lists that count at the end of the words looked at.
_AT_THE_END = (
    "whereabouts",
    "being",
    "totals",
    "passing",
    "strangers",
    "systems",
    "attribute_units",
    "barred_units",
    "sums",
    "durations",
)
# The lists that count at the beginning of the words looked at.
_AT_THE_START = (
    "barred",
    "foreign",
    "project_heads",
    "of_people",
    "own_parts",
    "own_goods",
    "phases",
    "asides",
    "system_measures",
    "registered",
    "scoped",
    "introduced",
    "means",
    "nameless",
)
# The lists that count wherever they occur in the words looked at.
_ANYWHERE = (
    "market",
    "market_clause",
    "target",
    "results",
    "firm_results",
    "earned",
    "foreign_own",
    "reporting",
    "passing_on",
    "sized",
    "unsure",
    "plants",
    "wider",
    "market_wide",
    "issued",
    "foreign_of_place",
    "one_word",
    "part_of",
)


# The end of a noun that measures and the verb behind it, which the segmenter may take for one word: 客户|数为.
_RUN_TOGETHER = re.compile("[数量额率值积][为达超]")


@dataclass(frozen=True, slots=True)
class Table:
    """A list of words, with the length of the longest."""

    words: frozenset[str]
    longest: int


@dataclass(frozen=True, slots=True)
class FigureRules:
    """The lists and expressions by which a figure is read; `measurements.yaml` tells what each is for."""

    tables: dict[str, Table]
    expressions: dict[str, re.Pattern[str]]


@quickly_made
@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words with the borders between them; a word of a table counts only where it stands between borders."""

    text: str
    borders: frozenset[int]
    tags: tuple[tuple[str, str], ...]

    def opening(self, table: str) -> str:
        """The longest word of a table that the phrase begins with, "" if there is none."""
        known = figure_rules().tables[table]
        for size in range(min(known.longest, len(self.text)), 0, -1):
            if size in self.borders and self.text[:size] in known.words:
                return self.text[:size]
        return ""

    def ending(self, table: str) -> str:
        """The longest word of a table that the phrase ends with, "" if there is none."""
        known, length = figure_rules().tables[table], len(self.text)
        for size in range(min(known.longest, length), 0, -1):
            if length - size in self.borders and self.text[-size:] in known.words:
                return self.text[-size:]
        return ""

    def part(self, start: int, end: int) -> Phrase:
        """The phrase between two of its borders."""
        kept, position = [], 0
        for word, tag in self.tags:
            if position >= start and position + len(word) <= end:
                kept.append((word, tag))
            position += len(word)
        return Phrase(
            self.text[start:end], frozenset(b - start for b in self.borders if start <= b <= end), tuple(kept)
        )

    def without_opening(self, *tables: str) -> Phrase:
        """The phrase without the words of the tables that it begins with."""
        phrase = self
        while word := max((phrase.opening(table) for table in tables), key=len):
            phrase = phrase.part(len(word), len(phrase.text))
        return phrase

    def without_ending(self, *tables: str) -> tuple[Phrase, str]:
        """The phrase without the words of the tables that it ends with, and those words."""
        phrase = self
        while word := max((phrase.ending(table) for table in tables), key=len):
            phrase = phrase.part(0, len(phrase.text) - len(word))
        return phrase, self.text[len(phrase.text) :]


def examples(sort: str) -> str:
    """A regular expression for names that a list only gives as examples, the first of a sort of mention: 甲、乙等."""
    return f"[{symbol_class(sort)}][^{symbol_class('any')}，。；、]{{0,6}}(?:[、和及与][^，。；]*)?等"


@lru_cache(maxsize=4096)
def phrase_of(text: str) -> Phrase:
    """Cut words into a phrase; the same few words come up again and again."""
    tags = tuple(tagged_words(text)) if text else ()
    if _RUN_TOGETHER.search(text):
        tags = tuple(_cut(tags))
    joined = figure_rules().expressions["one_word"].finditer(text)
    if whole := {i for found in joined for i in range(found.start() + 1, found.end())}:
        tags = tuple(_joined(tags, whole))
    borders, position = {0}, 0
    for word, _ in tags:
        position += len(word)
        borders.add(position)
    return Phrase(text, frozenset(borders), tags)


def _cut(tags: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The words as the segmenter cuts them, but the end of a noun apart from its verb: 客户|数为."""
    for word, tag in tags:
        if _RUN_TOGETHER.fullmatch(word):
            yield from ((word[0], "n"), (word[1], "v"))
        else:
            yield word, tag


def _joined(tags: Iterable[tuple[str, str]], inside: Set[int]) -> Iterator[tuple[str, str]]:
    """The words as the segmenter cuts them, but for the borders that lie `inside` a word: 可再生能源."""
    held, position = "", 0
    for word, tag in tags:
        held, position = held + word, position + len(word)
        if position not in inside:
            yield held, tag
            held = ""


def measure_of(phrase: Phrase) -> str:
    """The measure that a phrase begins with where a verb stands behind it (出货量再创新高), "" if there is none."""
    heads, position = figure_rules().expressions["heads"], 0
    for (word, _), (_, after) in zip(phrase.tags, phrase.tags[1:], strict=False):
        position += len(word)
        if after.startswith(("v", "d", "l")) and heads.search(phrase.text[:position]):
            return phrase.text[:position]
    return ""


@lru_cache(maxsize=4096)
def opened_phrase(text: str) -> Phrase:
    """Cut words into a phrase without what only opens a clause."""
    return phrase_of(text).without_opening("opening")


@cache
def figure_rules() -> FigureRules:
    """The rules, read once: each list as a table, and the expressions made of them."""
    rules = load_rules("measurements")
    one = {name: either(words(rules, name)) for name in rules}
    ends = {name: re.compile(rf"(?:{one[name]})$") for name in _AT_THE_END}
    whole = {name: re.compile(rf"(?:{one[name]})\Z") for name in ("elliptic", "gains", "wholes")}
    starts = {name: re.compile(rf"(?:{one[name]})") for name in _AT_THE_START}
    anywhere = {name: re.compile(one[name]) for name in _ANYWHERE}
    made = {
        "of_project": re.compile(rf"(?:{one['project_heads']}|{one['project_sizes']})$"),
        "rates": re.compile(rf"(?:{one['rates']})$"),
        "scope": re.compile(rf"(?<![^在从，。；：])(?P<scope>[^在，。；：]{{2,10}}(?:{one['scopes']}))方面"),
        "heads": re.compile(rf"(?:{one['heads']})(?:[（(][^（()）]{{1,8}}[)）])?$"),
        "own_paper": re.compile(
            rf"[^，]{{0,4}}据[^，]{{0,2}}(?P<firm>[{symbol_class('firm')}])[^，]{{0,12}}?(?:{one['own_papers']})[^，]{{0,4}}，"
        ),
        "national": re.compile(
            f"(?:[{symbol_class('time')}]|截至|目前|其中|[，“])*"
            f"全国(?!{one['not_national']}|[{symbol_class('org')}]|共?[{symbol_class('quantity')}][^的])"
        ),
        "set_aside": re.compile(rf"[，、]?(?:{one['set_aside']})"),
        "reaches": re.compile(rf"(?:至|到|于)?(?:{one['reaches']})(?:各地)?$"),
        "placed": re.compile(rf"(?:{one['placed']})[^的，；。]*[，；]"),
        "sources": re.compile(rf"(?:根?据|[^，]{{0,4}}从)[^，]*(?:{one['sources']})，"),
        "held_against": re.compile(rf"[，、]?(?:{one['held_against']})"),
        "barred_before": re.compile(rf"(?:{one['barred_before']})$"),
        "done_for": re.compile(
            rf"(?P<often>每[年月天日])?(?:预计|将|可|能|已|共|累计|先后|还|并|可以|能够)*[为向给]"
            rf"[^，、。；的达]{{2,14}}?(?P<done>(?:{one['done_for']}).*)$"
        ),
        "ready": re.compile(
            rf"^(?:该?项目|工程)?(?:全部|全面|正式|整体|完全|顺利|[一二三]期)*(?:{one['ready']})(?:并?(?:{one['ready']}))?"
            "(?:之后|以后|后|时)，?"
        ),
        "share": re.compile(r"^(?P<what>.*?)占(?:到|了|据)?(?P<whole>[^，占]{2,24}?)的?(?P<kind>比例|比重|比|份额)?$"),
        "share_in": re.compile(
            r"^(?P<what>.+?)在(?P<whole>[^，在]{2,12}?)[中里](?:所占)?的(?P<kind>比例|比重|占比|份额)$"
        ),
    }
    tables = {name: Table(frozenset(words(rules, name)), max(map(len, rules[name]))) for name in rules}
    return FigureRules(tables, {**ends, **whole, **starts, **anywhere, **made})
