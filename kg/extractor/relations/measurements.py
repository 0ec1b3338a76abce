"""Figures that belong to a thing: 全市5G基站达1.8万个. A figure whose owner is no thing of the graph is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extractor.kinds import is_concept, is_place
from kg.extractor.linking.linked import Linked
from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.relations.coding import MARKS, Coded, symbol_class
from kg.extractor.relations.context import SENTENCE_BEFORE, Clause
from kg.extractor.rules import either, load_rules
from kg.model import Measurement, Quantity

# What a figure may stand behind and never belongs to, concepts aside.
_OWNERLESS = (*MARKS, "Award", "Document", "Person")
# How sure a figure is that has its owner in its own clause.
_SURE = 0.74
_LONGEST = 18
# Another figure in the indicator shows that it was cut wrongly; 5G is none.
_FIGURE = re.compile(r"(?<![A-Za-z0-9])\d+(?![A-Za-z0-9])")
_COMPARED = ("相当", "约合", "折合", "不足", "从", "由", "比", "较", "为")
_NOUN = re.compile(r"[一-鿿](?<![以左上下的，。])")
_GROWTH = frozenset(
    ["增长", "同比增长", "下降", "同比下降", "增速", "同比", "环比", "环比增长", "增幅", "提高", "降低"]
)
_SYMBOLS = symbol_class("any")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement with its owner, the stretch of coded text it rests on, and how sure it is."""

    owner: Linked
    measurement: Measurement
    confidence: float
    start: int
    end: int
    clause: Clause


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    joined = {name: either(words) for name, words in load_rules("measurements").items()}
    return {
        "attributes": re.compile(rf"(?:{joined['attribute_units']})$"),
        "units": re.compile(rf"(?:{joined['barred_units']})$"),
        "reached": re.compile(
            rf"(?P<what>[^，。；：、！？]{{2,28}}?)(?:{joined['adverbs']})*(?:{joined['reached']})?了?$"
        ),
        "verb": re.compile(rf"(?:{joined['verbs']})(?:了|起|出)?(?P<what>[^，。；：！？]{{0,14}})$"),
        "noun": re.compile(
            rf"^(?:的)?(?P<noun>[^，。；：！？、的{_SYMBOLS}\d（）()]{{1,14}}?)(?=$|[，。；：！？、]|{joined['after']})"
        ),
        "relative": re.compile(rf"(?:{joined['relative']})[^，。；]{{0,4}}$"),
        "market": re.compile(rf"(?:{joined['market']})"),
        "barred": re.compile(joined["barred"]),
        "lead": re.compile(rf"^(?:{joined['lead']}|[\s，的{_SYMBOLS}])+"),
        "target": re.compile(joined["target"]),
    }


def find_figures(
    coded: Coded, clauses: Sequence[Clause], quantities: Sequence[QuantityMention], text: str
) -> Iterator[Figure]:
    """The figures of a sentence that have an owner and say what they count."""
    rules = _rules()
    last: Figure | None = None
    for quantity in quantities:
        position = coded.position(quantity.start)
        clause = next((c for c in clauses if c.start <= position < c.end), None)
        if clause is None or position >= len(coded.text) or not quantity.quantity.unit:
            continue
        if rules["units"].match(quantity.quantity.unit):
            continue
        if quantity.quantity.value < 10 and not any(ch.isdigit() for ch in text[quantity.start : quantity.end]):
            continue  # 两个, 三大: a manner of speaking more often than a count
        before, after = coded.text[clause.start : position], coded.text[coded.position(quantity.end) : clause.end]
        if rules["attributes"].match(quantity.quantity.unit) and _NOUN.match(after):
            continue  # 220千伏线路: what a thing is like, not how much there is
        if rules["relative"].search(before) or rules["barred"].search(after[:6]) or rules["market"].search(before):
            continue
        owner, cut, trust = _owner(coded, clause, position)
        if owner is None and last is not None and is_place(last.owner.kind):
            owner, cut, trust = last.owner, clause.start, 0.85  # 产值达…，企业达…: figures of one place in a row
        if owner is None:
            continue
        what = _indicator(
            _words(coded, coded.text[max(cut, clause.start) : position], text), _words(coded, after, text), quantity
        )
        if what in _GROWTH:
            what = f"{last.measurement.indicator}{what}" if last is not None else ""
        if not what:
            continue
        q = quantity.quantity
        measured = Measurement(what, Quantity(q.value, q.unit, q.wording), bool(rules["target"].search(before)))
        end = min(len(coded.text), position + 1)
        last = Figure(owner, measured, _SURE * trust, clause.start, end, clause)
        yield last


def _owner(coded: Coded, clause: Clause, position: int) -> tuple[Linked | None, int, float]:
    """The thing named last before the figure in its clause, else the clause's subject."""
    subject = clause.roles.get("K") or clause.roles.get("S")
    for i in range(position - 1, clause.start - 1, -1):
        mention = coded.mentions.get(coded.text[i])
        if mention is None or is_concept(mention.kind) or mention.kind in _OWNERLESS:
            continue
        if mention.kind == "Project" and not mention.specific:
            continue
        if subject is not None and mention in subject.mentions:
            return mention, i + 1, subject.trust
        return None, clause.start, 0.0  # a thing named in passing owns nothing
    if subject is not None and len(subject.mentions) == 1 and subject.trust > SENTENCE_BEFORE:
        return subject.mentions[0], clause.start, subject.trust * 0.95
    return None, clause.start, 0.0


def _words(coded: Coded, part: str, text: str) -> str:
    """A part of the coded text with the symbols turned back into words."""
    return "".join(text[m.start : m.end] if (m := coded.mentions.get(ch)) else ch for ch in part)


def _indicator(before: str, after: str, quantity: QuantityMention) -> str:
    """What the figure measures: the noun that it counts, or what stands before the verb that gives it."""
    rules = _rules()
    counted = ""
    if quantity.kind == "classifier" or quantity.noun_start == quantity.end:
        noun = rules["noun"].match(after)
        counted = noun["noun"] if noun else ""
    verb = rules["verb"].search(before)
    if counted and len(counted) > 1:
        lead = verb[0] if verb and len(verb["what"]) <= 6 else ""
        return _clean(lead + counted)
    if verb and len(verb["what"]) >= 2:
        return _clean(verb[0])
    reached = rules["reached"].search(before)
    return _clean(reached["what"]) if reached else ""


def _clean(words: str) -> str:
    cleaned = _rules()["lead"].sub("", words).strip("“”的了达为 ")
    if _FIGURE.search(cleaned) or not 2 <= len(cleaned) <= _LONGEST or cleaned.startswith(_COMPARED):
        return ""
    return cleaned if cleaned[0] not in "等和与及、" and cleaned[-1] not in "在从由于把将前后时可的" else ""
