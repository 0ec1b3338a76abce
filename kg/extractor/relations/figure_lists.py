"""Figures told one by one of things named before them: A、B营业收入分别为X、Y."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extractor.relations.figure_rules import figure_rules, phrase_of
from kg.extractor.relations.figure_words import read_tail
from kg.extractor.relations.indicators import Indicator, nominal

_EACH = re.compile("分别|各自")
_SPLIT = re.compile("、|以及|和|与|及")


def one_by_one(before: str, after: str, count: int, row: Sequence[Indicator]) -> list[Indicator] | None:
    """What each of `count` figures in a row measures where 分别 stands before them; nothing if it cannot be told.

    `before` are the words of the clause before the first figure, `after` those behind the last one, `row` what the
    figures of the clause before measured. None if there is no 分别.
    """
    each = _EACH.search(before)
    if each is None:
        return None
    listed, said = before[: each.start()], before[each.end() :]
    phrase = phrase_of(listed.strip("，、 ")).without_opening("opening")
    core, compared = phrase.without_ending("compared", "adverbs", "reached")
    how = _how(said, compared)
    if how is None:
        return []
    if not core.text:
        return [Indicator(f"{i.base}{how}", i.base, "change") for i in row] if how and len(row) == count else []
    tail = read_tail(after) if not how else None
    shared = tail.noun if tail is not None and tail.possessive else ""
    names = [f"{item}{shared}" for item in _items(core.text)]
    if len(names) != count or not all(map(nominal, names)) or not _measures(names, how, shared):
        return []
    return [Indicator(f"{name}{how}", name, "change" if how else "level") for name in names]


def _measures(names: Sequence[str], how: str, shared: str) -> bool:
    heads = figure_rules().expressions["heads"]
    return bool(how) or bool(shared) or all(heads.search(name) for name in names)


def _how(said: str, compared: str) -> str | None:
    """The words of change between 分别 and the figures, "" if they tell levels, None if they tell something else."""
    core, _ = phrase_of(said.strip()).without_ending("reached", "adverbs")
    change = core.ending("change")
    rest, more = core.part(0, len(core.text) - len(change)).without_ending("compared", "adverbs")
    rest = rest.without_opening("light", "adverbs", "reached")
    if rest.text:
        return None
    return f"{compared}{more}{change}" if change else ""


def _items(listed: str) -> list[str]:
    """The members of a list; what only the last one spells out (A、B营业收入) belongs to all."""
    items = [item for item in _SPLIT.split(listed) if item]
    heads = figure_rules().expressions["heads"]
    if len(items) < 2 or not heads.search(items[-1]) or heads.search(items[0]):
        return items
    last = items[-1]
    for size in range(len(items[0]), 0, -1):
        at = last.find(items[0][-size:])
        if at > 0 and last[at + size :]:
            return [*(f"{item}{last[at + size :]}" for item in items[:-1]), last]
    return items
