"""Products that are called by Latin letters: behind what they are (数据集OPEN-ROAD), or behind who makes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.beginnings import compiled
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.borders import left_border
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.surroundings import Surroundings, surroundings
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Tokens

# Words in Latin letters joined by a space, a dot or a hyphen, with a version: Cloud Sail 2.0.
_WORD: Final = r"(?:[A-Za-z0-9]|[.+-](?=[A-Za-z0-9]))*\+?"
_LATIN: Final = compiled(rf"(?<![A-Za-z0-9.])[A-Za-z]{_WORD}(?: [A-Z0-9]{_WORD})*")
_BRACKET: Final = re.compile(r"[（(][A-Za-z0-9 .-]{2,20}[）)]")
# An abbreviation of a trade, a common noun, a measure (5GWh).
_COMMON: Final = re.compile(r"[A-Z]{1,3}|[a-z .]+|.*[0-9][GMk]?W(?:h|p)?")
# Letters as only a product has them: behind a firm in Latin letters other words may belong to that.
_COINED: Final = re.compile(r"[a-z][A-Z]|[0-9+]")
# An English word in lower case behind a name, after which the sentence goes on.
_WORD_BEHIND: Final = re.compile(r" [a-z]{2,}(?: [A-Za-z]|[.,;!?](?:\s|$))")
# The letters, figures and marks around a name that no Chinese character parts from it, and how many are looked at.
_ENGLISH: Final = re.compile(r"[ -~]*")
_ENGLISH_BEFORE: Final = re.compile(r"[ -~]*$")
_AROUND: Final = 80
# A registered name and another of the same firm: 明远船舶公司Mingyuan.
_REGISTERED: Final = ("公司", "集团")


@dataclass(frozen=True, slots=True)
class _Rules:
    kinds: tuple[str, ...]
    never: frozenset[str]
    not_before: re.Pattern[str]
    english: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = load_rules("products")
    near = rf" ?[一-鿿]{{0,4}}?(?:{either(words(data, 'not_near'))})"
    return _Rules(
        tuple(sorted(words(data, "kinds"), key=lambda kind: -len(kind))),
        frozenset(words(data, "never")),
        re.compile(rf" ?(?:{either(words(data, 'not_before'))})|{near}"),
        re.compile(rf"(?<![A-Za-z0-9])(?:{either(words(data, 'english'))})(?![A-Za-z0-9])"),
    )


def find_products(text: str, tokens: Tokens, knowledge: Knowledge, others: Sequence[Candidate]) -> list[Candidate]:
    """The products named by Latin letters; `others` are the names found so far."""
    runs = [run for run in _LATIN.finditer(text) if _may_name(run, text, knowledge)]
    if not runs:
        return []
    around = surroundings(text, tokens, knowledge.names, others)
    makers = {c.end: c for c in others if _may_make(c)}
    found = [c for run in runs if (c := _behind_maker(text, run, makers) or _behind_kind(around, run))]
    return [*found, *_again(runs, found)]


def _may_make(candidate: Candidate) -> bool:
    """Whether what stands before Latin letters is a firm or the brand that it sells under: 明远, 问界."""
    firm = candidate.kind == "Firm" and not candidate.name.endswith(_REGISTERED)
    return firm or (candidate.kind == "Project" and candidate.source == "lexicon")


def _may_name(run: re.Match[str], text: str, knowledge: Knowledge) -> bool:
    """Whether a run of Latin letters can be the name of a product."""
    rules, name = _rules(), run[0]
    if _COMMON.fullmatch(name) or name.split(" ")[0] in rules.never or rules.not_before.match(text, run.end()):
        return False
    if name in knowledge.concepts_by_name or name in knowledge.lexicon.by_name:
        return False
    return not _is_english(text, run)


def _is_english(text: str, run: re.Match[str]) -> bool:
    """Whether a run of Latin letters stands in an English sentence: IBM and Microsoft launched a platform."""
    if _WORD_BEHIND.match(text, run.end()):
        return True
    before = _ENGLISH_BEFORE.search(text[max(0, run.start() - _AROUND) : run.start()])
    behind = _ENGLISH.match(text, run.end(), run.end() + _AROUND)
    sentence = (before[0] if before else "") + run[0] + (behind[0] if behind else "")
    return _rules().english.search(sentence) is not None


def _behind_maker(text: str, run: re.Match[str], makers: dict[int, Candidate]) -> Candidate | None:
    """明远科技CloudSail, 明远科技 CloudSail, MINGYUAN CloudSail."""
    inside = text.find(" ", run.start(), run.end())
    maker = makers.get(_stop(text, run))
    if inside in makers and makers[inside].entries and _COINED.search(text, inside, run.end()):
        maker = makers[inside]
    end = _with_bracket(text, run.end())
    return Candidate(maker.start, end, "Project", text[maker.start : end], "product", 3) if maker else None


def _behind_kind(around: Surroundings, run: re.Match[str]) -> Candidate | None:
    """数据集OPEN-ROAD, with the description that the noun heads."""
    stop = _stop(around.text, run)
    kind = next((k for k in _rules().kinds if around.text.endswith(k, 0, stop)), "")
    if not kind:
        return None
    begin, end = left_border(around, stop - len(kind), "Project"), _with_bracket(around.text, run.end())
    return Candidate(begin, end, "Project", around.text[begin:end], "product", 3)


def _again(runs: Sequence[re.Match[str]], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The places where such a product is named by its Latin letters alone."""
    cores = {run[0] for run in runs for c in found if c.start < run.start() and run.end() <= c.end}
    taken = {c.end for c in found}
    for run in runs:
        if run[0] in cores and run.end() not in taken:
            yield Candidate(run.start(), run.end(), "Project", run[0], "product", 2)


def _stop(text: str, run: re.Match[str]) -> int:
    """Where what stands before the letters ends; a space may part them."""
    return run.start() - (run.start() > 0 and text[run.start() - 1] == " ")


def _with_bracket(text: str, end: int) -> int:
    bracket = _BRACKET.match(text, end)
    return bracket.end() if bracket else end
