"""What a sentence adds to a statement: how far things have come, when, and how much money.

And what makes it no statement at all: a denial, a question, a rumour.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.extractor.beginnings import Expressions
from kg.extractor.mentions.times import TimeKind, TimeMention
from kg.extractor.relations.coding import symbol_class
from kg.extractor.rules import load_rules
from kg.model import Precision, Status, TimeSpan

# How long a verb is.
_VERB: Final = 2
# Rules that others are made of; one is made of those behind it only.
_PARTS: Final = (
    "will",
    "hopes",
    "decides",
    "by_terms",
    "disposal",
    "when",
    "terms",
    "creating",
    "told",
    "urging",
    "ought",
    "urged",
)


@cache
def qualifier_rules() -> Expressions:
    """The expressions of `qualifiers.yaml` by heading."""
    named = f"[{symbol_class('any')}]"
    rules = {name: "|".join(parts) for name, parts in load_rules("qualifiers").items()}
    parts = {f"<{name}>": f"(?:{rules.pop(name)})" for name in _PARTS} | {"<name>": named}
    for part, spelt in parts.items():
        rules = {name: rule.replace(part, spelt) for name, rule in rules.items()}
    return Expressions(rules)


def compile_qualifiers() -> None:
    """Compile every expression now, so that no article has to wait for one."""
    qualifier_rules().get_ready()


def status_of(clause: str, before: str, trigger: str, fixed: str = "", *, advice: bool = False) -> Status | None:
    """How far the thing said has come, from the words of its clause, those before it in the sentence, and its verb.

    A plan outweighs all else: 将建成 is planned. What an earlier clause plans, the later ones carry out; what a paper
    tells its home to do (`advice`) is not done yet.
    """
    rules = qualifier_rules()
    if rules["planned"].search(clause):
        return Status.PLANNED
    if rules["started"].search(clause):
        return Status.UNDERWAY
    if rules["completed"].search(clause):
        return Status.COMPLETED
    if advice or rules["planned_before"].search(before):
        return Status.PLANNED
    if rules["underway"].search(clause):
        return Status.PLANNED if rules["called_for"].search(before) else Status.UNDERWAY
    if fixed:
        return Status(fixed)
    if rules["completing_verb"].search(trigger):
        return Status.COMPLETED
    return None


def carries_on(sentence: str) -> bool:
    """Whether a sentence opens with what is done or to be done, leaves out who does it, and is no report."""
    return bool(qualifier_rules()["carries_on"].search(sentence)) and not is_report(sentence)


def plans_on(sentence: str) -> bool:
    """Whether a sentence plans or demands what the next one may go on with, and is no report."""
    return bool(qualifier_rules()["plans_on"].search(sentence)) and not is_report(sentence)


def demands(sentence: str) -> bool:
    """Whether a sentence says outright that something is to be done: 要加快建设…, 建议推进…."""
    return bool(qualifier_rules()["demand"].search(sentence))


def is_report(sentence: str) -> bool:
    """Whether a sentence tells what is so, or has been done."""
    return bool(qualifier_rules()["reported"].search(sentence))


def end_of_passing(text: str, end: int) -> int:
    """Where a verb ends that tells of what is named behind it who made it (推出的|平台), 0 if none stands at an offset.

    The offset is before the verb, or behind it with or without its 的.
    """
    found = (qualifier_rules()["in_passing"].match(text, end - back) for back in (0, _VERB, _VERB + 1))
    return next((match.end() for match in found if match is not None), 0)


def is_contracted(sentence: str) -> bool:
    """Whether a sentence tells that a project has been signed, which is all that has happened so far."""
    rules = qualifier_rules()
    return bool(rules["contracted"].search(sentence)) and not rules["standing"].search(sentence)


def is_signed_among(before: str) -> bool:
    """Whether what a sentence names behind these words is one of the projects signed: 签约项目中，甲产业园落户…."""
    return bool(qualifier_rules()["signed_among"].search(before))


def is_expected(sentence: str) -> bool:
    """Whether a sentence speaks of the time when a thing will be ready, for the figures that follow."""
    return bool(qualifier_rules()["expected"].search(sentence))


def is_done(clause: str) -> bool:
    """Whether a clause says that what it tells has been reached, though a plan stands before it."""
    return bool(qualifier_rules()["done"].search(clause))


def is_compared(wording: str) -> bool:
    """Whether a figure is told beside that of the time before, and so was attained."""
    return bool(qualifier_rules()["compared"].search(wording))


def is_made(trigger: str, before: str) -> bool:
    """Whether a verb tells that something was made, where neither its clause nor those before say how far it is."""
    rules = qualifier_rules()
    return bool(rules["made"].search(trigger)) and not (
        rules["underway"].search(before) or rules["listed"].search(before)
    )


def is_pushed_on(before: str) -> bool:
    """Whether the clauses before one tell of what goes on, which it carries on: 不断加快建设，打造…."""
    return bool(qualifier_rules()["underway"].search(before))


def is_going_on(clause: str) -> bool:
    """Whether a clause tells of something that goes on, if nothing tells that it is over."""
    return bool(qualifier_rules()["going_on"].search(clause))


def is_negotiated(clause: str) -> bool:
    """Whether two only talk of working together."""
    return bool(qualifier_rules()["negotiating"].search(clause))


def is_kept_up(clause: str) -> bool:
    """Whether two have long worked together and go on with it: that is neither over nor to come."""
    return bool(qualifier_rules()["kept_up"].search(clause))


def is_talked_over(clause: str) -> bool:
    """Whether the parties only talk about what the clause tells."""
    return bool(qualifier_rules()["talked_over"].search(clause))


def is_agreed(sentence: str) -> bool:
    """Whether a sentence speaks of an agreement that has been concluded."""
    return bool(qualifier_rules()["agreed"].search(sentence))


def now_told(text: str, start: int, end: int) -> str:
    """目前, 如今 and their like, if they stand between two offsets: a count is told as it stands."""
    found = qualifier_rules()["now"].search(text, start, end)
    return found[0] if found else ""


def is_undated(text: str, start: int, end: int) -> bool:
    """Whether what stands between two offsets is told as of a day that the text does not tell: 截至招股书签署日."""
    return qualifier_rules()["undated"].search(text, start, end) is not None


def is_of_quarter(text: str, start: int) -> bool:
    """Whether the sentence that goes on at an offset sets a single quarter apart from the rest of the year."""
    return qualifier_rules()["of_quarter"].match(text, start) is not None


def is_told_by_paper(text: str, start: int, end: int) -> bool:
    """Whether a paper says what follows, so that its day is that of what it plans: 5月8日公布的招股书披露，拟募资…."""
    return qualifier_rules()["told_by_paper"].search(text, start, end) is not None


def is_of_event(sentence: str) -> bool:
    """Whether a sentence opens as one that goes on about the event told just before."""
    return bool(qualifier_rules()["same_event"].search(sentence))


def goes_on(sentence: str) -> bool:
    """Whether a sentence opens as one that goes on about the event or the thing told just before."""
    return is_of_event(sentence) or bool(qualifier_rules()["same_thing"].search(sentence))


def is_background(sentence: str) -> bool:
    """Whether a sentence tells what was so before the event that the article is about."""
    return bool(qualifier_rules()["background"].search(sentence))


def is_of_one_day(said: str) -> bool:
    """Whether the words before a figure tell of what is done at a ceremony, on one day: 签约12个项目."""
    return bool(qualifier_rules()["of_one_day"].search(said))


def is_of_life(between: str) -> bool:
    """Whether the words behind a time make it one of a life (1970年生), not of the office told after it."""
    return bool(qualifier_rules()["of_life"].search(between))


def is_founding(before: str, behind: str) -> bool:
    """Whether the words before and behind a time make it the one at which a house was founded or went public."""
    rules = qualifier_rules()
    return bool(rules["founded_before"].search(before) or rules["founded_behind"].search(behind))


def is_occasion(sentence: str) -> bool:
    """Whether a sentence tells of an event at which others happen: a conference opens, a ceremony is held."""
    return bool(qualifier_rules()["occasion"].search(sentence))


def lately(text: str, start: int, end: int) -> str:
    """The first word between two offsets that tells of the days before the article (近日), "" if there is none."""
    found = qualifier_rules()["lately"].search(text, start, end)
    return found[0] if found else ""


def year_before(clause: str, *, whole: bool = False) -> str:
    """What a clause opens with if it tells of the same period a year before (上年同期为3亿元), "" if it compares.

    `whole` tells that the clause is a sentence, which speaks of that period only behind a comma (上年同期，…).
    """
    found = qualifier_rules()["year_before_all" if whole else "year_before"].match(clause)
    return found["same"] if found else ""


def is_denied(clause: str, before: str, matched: str) -> bool:
    """Whether the clause denies, asks, supposes or passes on a rumour.

    `before` is the clause up to what a pattern matched, `matched` the part of the clause that it did.
    """
    rules = qualifier_rules()
    return bool(
        rules["denied"].search(before) or rules["denied_inside"].search(matched) or rules["unreal"].search(clause)
    )


def time_of(times: Sequence[TimeMention], end: int, planned: bool) -> TimeSpan | None:
    """The time of what is told before an offset: the last one that dates an event, a period or a count.

    A deadline (到2025年) dates a plan only; a yardstick, the day of the report and a year in a name date nothing.
    """
    kinds = {TimeKind.EVENT, TimeKind.PERIOD, TimeKind.AS_OF} | ({TimeKind.TARGET} if planned else set())
    return next((t.span for t in reversed(times) if t.start < end and t.kind in kinds), None)


def is_due(later: str) -> bool:
    """Whether the next clause tells when what has been told will be ready (，预计明年建成)."""
    return bool(qualifier_rules()["due_after"].search(later))


def is_supposed(earlier: str, later: str) -> bool:
    """Whether the clauses before make the rest of a sentence a rumour or a supposition, or those after take it back."""
    rules = qualifier_rules()
    return bool(rules["supposed_before"].search(earlier) or rules["dropped_after"].search(later))


def is_unmade(before: str, behind: str) -> bool:
    """Whether the words before and behind the name of a project say that it was given up, or only suppose it."""
    rules = qualifier_rules()
    return bool(
        rules["unmade_before"].search(before)
        or rules["unmade_behind"].match(behind)
        or (rules["dropped_before"].search(before) and rules["dropped_alone"].match(behind))
    )


def nth_time(times: Sequence[TimeMention], end: int, index: int, count: int) -> TimeSpan | None:
    """The time of one of several figures: of as many times told last before them, or of a span of as many years."""
    told = [t for t in times if t.start < end and t.kind in (TimeKind.EVENT, TimeKind.PERIOD)]
    for t in reversed(told):
        first, _, last = t.span.value.partition("/")
        if last.isdigit() and first.isdigit() and int(last) - int(first) + 1 == count:
            return TimeSpan(str(int(first) + index), Precision.YEAR, t.span.wording)
    years = told[-count:]
    alike = len({t.span.precision for t in years}) == 1 and len(years) == count
    return years[index].span if alike and len({t.span.value for t in years}) == count else None


def agreement_of(clause: str) -> str:
    """The name of the agreement that a clause says is signed, "" if it names none."""
    found = qualifier_rules()["agreement"].search(clause)
    return (found["title"] or found["noun"] or "") if found else ""
