"""The words of `seeds/patterns/people.yaml` by which the body of an office is found, ready for use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extractor.beginnings import compiled
from kg.extractor.rules import either, load_rules, words


@dataclass(frozen=True, slots=True)
class OfficeRules:
    """The lists and expressions; `people.yaml` tells what each is for."""

    past: re.Pattern[str]
    past_title: re.Pattern[str]
    then: re.Pattern[str]
    group: frozenset[str]
    coming: re.Pattern[str]
    level: re.Pattern[str]
    councils: re.Pattern[str]
    towns: re.Pattern[str]
    not_of_places: tuple[str, ...]
    units: re.Pattern[str]
    unit_kinds: Mapping[str, str]
    parts: tuple[str, ...]
    parts_by_place: tuple[str, ...]
    of_place: tuple[str, ...]
    bodies: tuple[str, ...]
    seats: tuple[str, ...]
    committees: tuple[str, ...]
    verbs: re.Pattern[str]
    vague: re.Pattern[str]
    institutes: tuple[str, ...]


@cache
def office_rules() -> OfficeRules:
    """The rules, read once."""
    rules = load_rules("people")
    kinds = {head: kind for kind, heads in rules["units"].items() for head in heads}
    of_place = tuple(head for head in kinds if head not in words(rules, "units_of_bodies"))
    return OfficeRules(
        past=compiled(rf"(?<!{rules['not_past']})(?:{either(words(rules, 'past'))})$"),
        past_title=compiled(rf"(?:{rules['councils']})?(?:{either(words(rules, 'past'))})"),
        then=compiled(either(words(rules, "then"))),
        group=frozenset(words(rules, "group_roles")),
        coming=compiled(rf"^(?:{either(words(rules, 'coming'))})|(?:{either(words(rules, 'coming'))})$"),
        level=compiled(rules["level"]),
        councils=compiled(rules["councils"]),
        towns=compiled(rules["towns"]),
        not_of_places=words(rules, "not_of_places"),
        units=compiled(rf"(?:{either(kinds)})$"),
        unit_kinds=kinds,
        parts=words(rules, "departments"),
        parts_by_place=words(rules, "parts_by_place"),
        of_place=of_place,
        bodies=(*of_place, *words(rules, "bodies")),
        seats=words(rules, "seats_of_places"),
        committees=words(rules, "committees_of_places"),
        verbs=compiled(either(words(rules, "not_in_units"))),
        vague=compiled(rf"(?:{either(words(rules, 'vague_units'))})$"),
        institutes=words(rules, "institutes"),
    )
