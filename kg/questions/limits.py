"""How much one question may cost. Each limit is a setting with a default and a reason; None lifts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """The cost at which a question is ended.

    `seconds` of wall time: the slowest ready question takes half a minute on a million statements, so a minute means
    a join that will not end. `rows`: more than anybody reads; whole graphs are what `kg export` is for. `megabytes` of
    memory above what the process starts with, so that one careless query does not take the machine down.
    """

    seconds: float | None = 60.0
    rows: int | None = 10_000
    megabytes: int | None = 2_048


DEFAULT: Final = Limits()
