"""What stands before the name of a project and only leads up to it: 特色园区|云岭智谷, 为|青禾电站."""

from __future__ import annotations

import re
from functools import cache

from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import load_rules


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(load_rules("names")["introduces"])


def behind_introduction(around: Surroundings, start: int, begin: int) -> int:
    """Where the name of a project begins whose head stands at `begin`: behind 为, and behind 特色园区."""
    start = _behind_for(around, start, begin)
    found = _introduction().match(around.text, start, begin)
    return found.end() if found is not None else start


def _behind_for(around: Surroundings, start: int, begin: int) -> int:
    """Where a name begins that 为 opens (为|青禾电站) or parts from who acts (明远分行|为|“江豚”项目)."""
    text = around.text
    if text.startswith("为", start) and around.fixed.get(start + 1) is None:
        return start + 1
    marked = text.find("为“", start, begin)
    return marked + 1 if marked >= 0 else start
