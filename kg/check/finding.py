"""What a check finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST: Final = 200
"""So many findings of one kind are named; the others are counted."""


class Severity(StrEnum):
    """How bad a finding is: an error is a fault of the graph, a warning something that a person should look at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be.

    `check` is the name of the check, `node` the IRI or the file that it is about, `what` says it in English, `what_zh`
    in Chinese where there is a text, `detail` the values concerned, `article` the file name where one is to blame.
    """

    check: str
    severity: Severity
    node: str
    what: str
    what_zh: str = ""
    detail: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of one kind: at most MOST by name, and how many there are."""

    named: tuple[Finding, ...]
    count: int


def gather(findings: Iterable[Finding]) -> list[Findings]:
    """Findings by kind (check and text), in order."""
    named: dict[tuple[str, str], list[Finding]] = {}
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        kind = (finding.check, finding.what)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST:
            named.setdefault(kind, []).append(finding)
    return [Findings(tuple(named[kind]), counts[kind]) for kind in sorted(named)]
