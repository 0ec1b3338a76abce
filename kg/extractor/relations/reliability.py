"""How far a reading is to be trusted: what its pattern proved worth in articles that were read.

`seeds/patterns/reliability.tsv` counts, by pattern and predicate, how many statements were right and wrong, and the
mean of the confidence that the rules had given them. The share that was right, with that mean as so many readings more
(the posterior mean of a beta distribution), says by how much the rules are over- or underrated.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.errors import LexiconError
from kg.model import Statement
from kg.resources import data_path

_WHERE: Final = "seeds/patterns/reliability.tsv"
# What the rules say counts as much as so many statements that were read.
_PRIOR: Final = 10
# Nothing read is surer than this, whatever a pattern says of itself or proved worth.
_SUREST: Final = 0.98


@dataclass(frozen=True, slots=True)
class Record:
    """How a pattern did: statements that were right and wrong, and the mean confidence `given` them by the rules."""

    right: int
    wrong: int
    given: float

    @property
    def factor(self) -> float:
        """By what the rules' confidence is to be multiplied."""
        return (self.right + _PRIOR * self.given) / ((self.right + self.wrong + _PRIOR) * self.given)


@cache
def load_records() -> Mapping[tuple[str, str], Record]:
    """The records by pattern and predicate, read once. Raises LexiconError that names the line."""
    found: dict[tuple[str, str], Record] = {}
    try:
        lines = data_path(_WHERE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot be read: {error}", where=_WHERE, remedy="restore the file") from error
    for number, row in enumerate(csv.DictReader(lines, delimiter="\t"), 2):
        try:
            record = Record(int(row["right"]), int(row["wrong"]), float(row["given"]))
            found[row["pattern"], row["predicate"]] = record
        except (KeyError, TypeError, ValueError) as error:
            remedy = "write pattern, predicate, right, wrong, given"
            raise LexiconError(f"no record of a pattern: {error}", where=f"{_WHERE}:{number}", remedy=remedy) from error
    return found


def record_of(statement: Statement) -> Record | None:
    """How the pattern of a statement did, None if it was never read."""
    return load_records().get((statement.pattern, statement.predicate))


def weighed(statement: Statement) -> Statement:
    """A statement with the confidence that its pattern has earned, or its own if the pattern was never read."""
    record = record_of(statement)
    if record is None and statement.confidence <= _SUREST:
        return statement
    earned = statement.confidence * (record.factor if record else 1)
    return replace(statement, confidence=round(min(earned, _SUREST), 3))
