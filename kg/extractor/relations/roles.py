"""The roles of a clause, who fills them, and how far that is to be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.allocation import quickly_made
from kg.extractor.linking.linked import LinkedMention

# How far a role is to be trusted by where it comes from.
OWN: Final = 1.0
SAME_SENTENCE: Final = 0.93
OUSTED: Final = 0.85
SENTENCE_BEFORE: Final = 0.82
HOME: Final = 0.75


# Named tuples, as every clause has one, and one for each of its roles: those are made in half the time.
class Filled(NamedTuple):
    """The mentions that fill a role, and how sure that is."""

    mentions: tuple[LinkedMention, ...]
    trust: float = OWN


NOBODY: Final = Filled(())


class Clause(NamedTuple):
    """A clause in the coded text, with the roles that it and its surroundings fill.

    The head of `seeds/patterns/context.yaml` tells what each letter stands for.
    """

    start: int
    end: int
    roles: dict[str, Filled]


@quickly_made
@dataclass(frozen=True, slots=True)
class Carried:
    """What one sentence hands to the next: its subject, the parties of its agreement, and what it founds at its end."""

    subject: tuple[LinkedMention, ...] = ()
    parties: tuple[LinkedMention, ...] = ()
    founded: tuple[LinkedMention, ...] = ()
