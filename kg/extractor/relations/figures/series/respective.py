"""Figures told one by one of things named before them: A、B营业收入分别为X、Y."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extractor.conjunctions import JOINT
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.measures.lead_and_tail import read_lead, read_tail
from kg.extractor.relations.figures.measures.measure_names import Indicator, nominal
from kg.extractor.relations.figures.phrases import phrase_of

# What is listed before it has one figure each.
EACH: Final = re.compile("分别|各自")
_SHARE: Final = re.compile("占(?:到|了|据)?(?P<whole>[^，占]{2,16}?)的?(?:比例|比重|比)?")
# The form of figures of one thing at several times: 2020年至2022年营业收入分别为….
SERIES: Final = "series"


def one_by_one(before: str, after: str, count: int, row: Sequence[Indicator]) -> list[Indicator] | None:
    """What each of `count` figures in a row measures where 分别 stands before them; nothing if it cannot be told.

    `before` are the words of the clause before the first figure, `after` those behind the last one, `row` what the
    figures of the clause before measured. None if there is no 分别.
    """
    each = EACH.search(before)
    if each is None:
        return _of_list(before, count) if not after.strip("，。；、 ") else None
    listed, said = before[: each.start()], before[each.end() :]
    phrase = phrase_of(listed.strip("，、 ")).without_opening("opening", "firm_words")
    core, compared = phrase.without_ending("compared", "adverbs", "reached")
    how, form = _how(said, compared)
    if how is None:
        return _of_measure(core.text, said, count)
    if share := _SHARE.fullmatch(core.text):
        core, how, form = core.part(0, 0), f"占{share['whole']}比重", "share"
    changed = phrase_of(core.text).ending("change") if not how and not compared else ""
    if changed and not phrase_of(core.text.removesuffix(changed)).without_ending("compared", "adverbs")[0].text:
        core, how, form = core.part(0, 0), core.text, "change"  # 同比增长分别为
    if not core.text:
        told = row[-count:]
        return [Indicator(f"{_told(i)}{how}", i.base, form) for i in told] if how and len(told) == count else []
    tail = read_tail(after) if not how else None
    shared = tail.noun if tail is not None and tail.possessive else ""
    names = [f"{item}{shared}" for item in _items(core.text)]
    if len(names) == 1 < count and not how:
        names, form = [_without_verb(names[0])] * count, SERIES
    if len(names) != count or not all(map(nominal, names)) or not (how or _are_measures(names)):
        return []
    return [Indicator(f"{name}{how}", name, form) for name in names]


def _of_list(before: str, count: int) -> list[Indicator] | None:
    """营收、净利润同比增长5%、3%: what each of the figures behind a list of as many measures is."""
    if count < 2 or not JOINT.search(before):
        return None
    lead = read_lead(before)
    items = _items(lead.what)
    if len(items) != count or lead.form not in ("level", "change") or not _are_measures(items):
        return None
    names = [_without_verb(item) for item in items]
    return [Indicator(f"{name}{lead.how}", name, lead.form) for name in names] if all(map(nominal, names)) else None


def _of_measure(listed: str, said: str, count: int) -> list[Indicator]:
    """分别实现营业收入X、Y: what stands behind 分别 is measured, of each of those listed or at several times."""
    measure = _without_verb(said.strip("，、 "))
    names = [f"{item}{measure}" for item in JOINT.split(listed)] if listed else [measure] * count
    if len(names) != count or not _are_measures([measure]) or not all(map(nominal, names)):
        return []
    return [Indicator(name, name, "level" if listed else SERIES) for name in names]


def _are_measures(names: Sequence[str]) -> bool:
    heads = figure_rules().expressions["heads"]
    return all(heads.search(name) for name in names)


def _how(said: str, compared: str) -> tuple[str | None, str]:
    """The words of change or share between 分别 and the figures and the form that they make.

    They are "" if they tell levels, None if they tell something else.
    """
    if share := _SHARE.fullmatch(said.strip()):
        return f"占{share['whole']}比重", "share"
    core, _ = phrase_of(said.strip()).without_ending("reached", "adverbs")
    change = core.ending("change")
    rest, more = core.part(0, len(core.text) - len(change)).without_ending("compared", "adverbs")
    rest = rest.without_opening("light", "adverbs", "reached")
    if rest.text:
        return None, ""
    return (f"{compared}{more}{change}", "change") if change else ("", "level")


def _without_verb(name: str) -> str:
    """实现营业收入 is 营业收入, and so is 已实现营业收入."""
    return phrase_of(name).without_opening("light", "adverbs").text or name


def _items(listed: str) -> list[str]:
    """The members of a list; what only the last one spells out (A、B营业收入) belongs to all."""
    items = [item for item in JOINT.split(listed) if item]
    heads = figure_rules().expressions["heads"]
    if len(items) < 2 or not heads.search(items[-1]) or heads.search(items[0]):
        return items
    last = items[-1]
    if "的" in last[:-1]:  # 国内、海外业务的收入
        shared = last[last.index("的") :]
    else:
        shared = max((_spelt_out(item, last) for item in items[:-1]), key=len)
    return [*(f"{item}{shared}" for item in items[:-1]), last]


def _told(one: Indicator) -> str:
    """What a figure before measured: 签约项目|总投资, of which the base is only what has it."""
    return one.name if one.form == "level" else one.base


def _spelt_out(item: str, last: str) -> str:
    """What stands in the last member of a list behind what an earlier one ends with: 政企业务, 个人|业务|收入."""
    for size in range(len(item), 0, -1):
        at = last.find(item[-size:])
        if at > 0 and last[at + size :]:
            return last[at + size :]
    return ""
