"""Lines that give fields by their labels: 来源：江城日报 作者：赵一; 索 引 号 above its value.

Labels are those of `seeds/patterns/labels.yaml`; a value reaches to the next label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.expressions import compiled
from kg.reader.labels import field_of, labels

# What lists, quotations and strong words put before a label.
_MARKS: Final = r"[\s>*＊•·■◆●○#\-—－|｜、（(\[]*+"
_CELLS: Final = re.compile(r"\s*\|(?P<cells>.*)\|\s*")
_STRONG: Final = re.compile(r"\*\*|__")
_ENDS: Final = " \t\u3000\xa0|｜/,，;；、)）·"
_GAPS: Final = "[ \u3000\xa0]*"
# Longer values are text.
_VALUE_MOST: Final = 120
_LABEL_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """A field with the label that names it and its value, "" where that is on the next line."""

    label: str
    field: str
    value: str


def pairs_of(line: str) -> list[LabelledValue]:
    """The fields that a line gives from its beginning on, in order; none where it does not begin with a label."""
    if row := _CELLS.fullmatch(line):
        cells = [_STRONG.sub("", cell).strip(" :：") for cell in row["cells"].split("|")]
        return [
            LabelledValue(a, field, b) for a, b in zip(cells[::2], cells[1::2], strict=False) if (field := field_of(a))
        ]
    if "\t" in line and field_of(line[: line.index("\t")].strip(" :：")):
        return pairs_of("|" + line.replace("\t", "|") + "|")
    line = _STRONG.sub("", line)
    first = _first().match(line) if _has_any(line, ":：】\t") else None
    if first is None:
        return []
    found = [first, *_later().finditer(line, first.end())]
    ends = [*(match.start() for match in found[1:]), len(line)]
    pairs = [_pair(match, line[match.end() : end]) for match, end in zip(found, ends, strict=True)]
    return pairs if all(len(pair.value) <= _VALUE_MOST or pair.field == "text" for pair in pairs) else []


def spaced_pair(line: str) -> LabelledValue | None:
    """The field that a line gives with a gap for a colon (发布机构 江城市数据局): of use where several lines do."""
    match = _spaced().match(line) if _has_any(line[:_LABEL_MOST], " \t\u3000\xa0") else None
    return _pair(match, line[match.end() :]) if match and field_of(match["label"]) else None


def bare_label(line: str) -> str:
    """The field that a line names without giving its value, as the cells of a table do that were put on lines."""
    return field_of(line) if len(line) <= _LABEL_MOST else ""


def first_label(line: str) -> re.Match[str] | None:
    """The first label with a colon in a line."""
    return _later().search(line) if _has_any(line, ":：") else None


def label_at(line: str, place: int) -> re.Match[str] | None:
    """The label with a colon that stands at a place."""
    return _later().match(line, place)


def _has_any(line: str, marks: str) -> bool:
    """Whether a line has one of some characters; where none has, the long expressions need not even be compiled."""
    return not frozenset(marks).isdisjoint(line)


def _pair(match: re.Match[str], value: str) -> LabelledValue:
    return LabelledValue(match["label"], field_of(match["label"]), value.strip(_ENDS))


@lru_cache(maxsize=1)
def _first() -> re.Pattern[str]:
    return compiled(rf"{_MARKS}【?\s*(?P<label>{_names()})\s*(?:】\s*[:：]?|[:：]|\t)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _later() -> re.Pattern[str]:
    # A label behind another's value needs no gap, as pages run their pieces together.
    return compiled(rf"(?<![A-Za-z{labels().not_behind}])(?P<label>{_names()})\s*[:：]", re.IGNORECASE)


@lru_cache(maxsize=1)
def _spaced() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<label>{_names()}|[A-Z][A-Z0-9])[ \t\u3000\xa0]+(?=\S)")


@lru_cache(maxsize=1)
def _names() -> str:
    """All names as one expression, the longest first, with gaps where they may have some."""
    chinese = [name for name in labels().fields if not name.isascii()]
    latin = [name for name in labels().fields if name.isascii()]
    before = "|".join(labels().before)
    spread = "|".join(_GAPS.join(name) for name in sorted(chinese, key=len, reverse=True))
    letters = "|".join(r"[ _-]?".join(name) for name in sorted(latin, key=len, reverse=True))
    return rf"(?:[A-Za-z]{{2,24}}-)?(?:{before})?(?:{spread})|{letters}"
