"""Which patterns can match a sentence at all. Of two hundred pairs of a pattern and a sentence one matches.

What a pattern needs are words and mentions: `{A:firm}~8<sign>` needs a firm, and a word of the group.
"""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extractor import sieve
from kg.extractor.relations.coding import first_symbols
from kg.extractor.relations.notation import Expression, word_groups
from kg.extractor.relations.patterns import Pattern, load_context, load_patterns
from kg.extractor.sieve import Need, Sieve

_Line = tuple[str, Expression]


def needs(source: str) -> list[Need]:
    """The needs of an expression as the pattern files write it; none if it can do without any word and mention."""
    return sieve.needs(source, _of_mark)


def _of_mark(mark: str) -> list[Need]:
    """Of a mention, the symbols that the first one of its sorts gets."""
    if mark.startswith("<"):
        return _of_group(mark[1:-1])
    return [frozenset(first_symbols(mark.partition(":")[2].rstrip("+}")))]


@cache
def _of_group(name: str) -> list[Need]:
    """One of the words of a group; of a word that is an expression itself, its rarest need."""
    found = [needs(word[1:]) if word.startswith("/") else [frozenset([word])] for word in word_groups()[name]]
    return [sieve.any_of(found)] if all(found) else []


@cache
def _sieve() -> Sieve[Pattern | _Line]:
    patterns = ((needs(pattern.expression.source), pattern) for pattern in load_patterns())
    context = ((needs(line.source), (role, line)) for role, lines in load_context().items() for line in lines)
    return Sieve[Pattern | _Line]((*patterns, *context))


# A sentence is looked at twice: for its roles, then for its relations.
@lru_cache(maxsize=1)
def _possible(text: str) -> tuple[list[Pattern], list[_Line]]:
    passed = _sieve().passing(text)
    return [one for one in passed if isinstance(one, Pattern)], [one for one in passed if isinstance(one, tuple)]


def possible_patterns(text: str) -> list[Pattern]:
    """The patterns that may match a coded sentence, in the order of the files."""
    return _possible(text)[0]


def possible_context(text: str) -> list[_Line]:
    """The expressions that may find a role in a clause of a coded sentence, each with its role, in order."""
    return _possible(text)[1]
