"""An office: at which body, how sure, and where its wording stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.levels import LEVELS
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.offices.office_rules import office_rules
from kg.model import Status

# How sure a body is by how it is told.
NAMED: Final = 1.0
UNIT: Final = 0.95
DEPARTMENT: Final = 0.93
HOME: Final = 0.93
OPEN: Final = 0.93
TOLD: Final = 0.85
_AND: Final = ("和", "与", "及")
# The levels whose party committees have offices, and the leagues of the steppe: 江北盟委书记.
_SEATED: Final = frozenset(LEVELS + "盟")
# What the name of a place or a ministry ends with and the title of its head begins with: 明县|县长, 甲国卫生部|部长.
_HEADED: Final = frozenset(LEVELS + "盟镇乡部")


@dataclass(frozen=True, slots=True)
class Office:
    """The IRI of the body, how sure that is, where its wording and the title begin, and what the body is a unit of.

    `unit_start` is where the unit's own name begins behind that of the outer body.
    """

    body: str
    trust: float
    begin: int
    start: int
    end: int
    outer: str = ""
    unit_start: int = -1


def of_two(text: str, body: int, title: str) -> bool:
    """Whether a title is that of the leaders of two bodies, the second of which begins at `body`.

    Of 新区和江城集团领导王甲、李乙 it is not told who is of which.
    """
    return title in office_rules().group and text.endswith(_AND, 0, body)


def is_former(text: str, start: int, title: str) -> bool:
    """Whether an office is told as one held before what is told happened: 原局长, but not 时任局长."""
    said = text[max(0, start - 3) : start] + title
    return office_status(text, start, title) is Status.COMPLETED and office_rules().then.search(said) is None


def office_status(text: str, start: int, title: str) -> Status | None:
    """Whether an office is held no more or not yet: 原局长, or 原 before the body that begins at `start`; 拟任局长."""
    rules, lead = office_rules(), text[max(0, start - 3) : start]
    if rules.past.search(lead) or rules.past_title.match(title):
        return Status.COMPLETED
    return Status.PLANNED if rules.coming.search(lead) or rules.coming.match(title) else None


def title_start(text: str, body: LinkedMention, start: int) -> int:
    """Where a title begins behind its body: 江城市委书记 is 市委书记 there, 江城市长 市长."""
    shared: frozenset[str] = frozenset()
    if is_place(body.kind) and text.startswith("委", body.end):
        shared = _SEATED
    elif (is_place(body.kind) or body.kind == "Government") and text.startswith("长", body.end):
        shared = _HEADED
    return body.end - 1 if text[body.end - 1] in shared else max(start, body.end)
