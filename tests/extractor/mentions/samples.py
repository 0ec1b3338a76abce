"""Runs one recogniser on a sentence."""

from __future__ import annotations

from kg.extractor import knowledge
from kg.extractor.mentions.brands.find import find_brands
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.known import find_known
from kg.extractor.mentions.names import find_names
from kg.extractor.mentions.people import find_people
from kg.extractor.mentions.quoted import find_quoted
from kg.extractor.mentions.surroundings import Surroundings, surroundings
from kg.extractor.segmentation import segment


def known(text: str) -> list[Candidate]:
    return find_known(text, segment(text), knowledge.load())


def around(text: str) -> Surroundings:
    return surroundings(text, segment(text), knowledge.load().names, known(text))


def names(text: str) -> list[Candidate]:
    return find_names(around(text), knowledge.load())


def quoted(text: str) -> list[Candidate]:
    return find_quoted(around(text), knowledge.load())


def brands(text: str) -> list[Candidate]:
    loaded, tokens = knowledge.load(), segment(text)
    titles, surnames = loaded.lexicon.words("titles.txt"), loaded.lexicon.words("surnames.txt")
    people = find_people(text, tokens, titles, surnames)
    return find_brands(text, tokens, loaded, known(text), list(people))


def told(candidates: list[Candidate], *kinds: str) -> list[tuple[str, str]]:
    """Kind and name of the candidates, of some kinds only if any are given."""
    return [(c.kind, c.name) for c in candidates if not kinds or c.kind in kinds]
