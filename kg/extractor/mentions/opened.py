"""Projects whose names begin with a firm that no list has: 明远数字员工, once 明远 is found to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.heads import Head, find_heads_in
from kg.extractor.mentions.names import headed
from kg.extractor.mentions.surroundings import Surroundings, with_firms

_KIND: Final = "Project"
# Such a name ends in the clause of the firm, and not farther behind it than this.
_LONGEST: Final = 28
_CLAUSE_END: Final = re.compile(r"[，。；：、！？\n]")


def with_opened(around: Surroundings, named: Sequence[Candidate], firms: Sequence[Candidate]) -> list[Candidate]:
    """What was `named`, and the `firms` found when that was known, with the projects whose names they open."""
    heads = {head for firm in firms for head in _behind(around, firm.end)}
    starts = {firm.start for firm in firms}
    found = headed(with_firms(around, firms), sorted(heads)) if heads else []
    opened = {c.end: c for c in found if c.start in starts}
    return [*named, *firms, *opened.values()]


def _behind(around: Surroundings, offset: int) -> Iterator[Head]:
    """The nouns in the clause behind a firm that end names which it may open."""
    stop = min(offset + _LONGEST, len(around.text))
    mark = _CLAUSE_END.search(around.text, offset, stop)
    return (h for h in find_heads_in(around, offset, mark.start() if mark else stop) if h.kind == _KIND)
