"""What the fields of an article are called, by the lists of `seeds/patterns/labels.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from kg import pattern_files
from kg.mistakes import told_by_file
from kg.reader.addresses import best_address

# The fields by which a record is an article.
_KEPT: Final = ("text", "title", "date", "publisher", "author", "url", "site")
# What names are compared without.
_LOOSE: Final = re.compile(r"[\s_\-\[\]【】〔〕*]+")
# Both names of a field in one: Title-题名.
_TWO_NAMES: Final = re.compile("[A-Za-z]+-(?P<name>[\u4e00-\u9fff]+)")
_ADDRESS: Final = re.compile(r"(?:https?|ftp)://\S+")
# Lists within lists that are still something that somebody tells.
_DEPTH: Final = 5
# The names of one or several people.
_PEOPLE: Final = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[\s、,，]+[\u4e00-\u9fff·]{2,4})*")
_WIKI_LINK: Final = re.compile(r"\[\[(?:[^\[\]|]*\|)?(?P<name>[^\[\]|]+)\]\]")


@dataclass(frozen=True, slots=True)
class Labels:
    """`names` of each field, the best first, and `fields`, the field of each name; `before`, which may precede one.

    `role` fits what stands before the name of an author, `passed_on` what mail programs put before a subject, `paper`
    the name of a paper, perhaps with that of its section, and `site` is found in what is no person's name. `not_behind`
    are characters before which nothing is a label.
    """

    names: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, str]
    before: tuple[str, ...]
    role: re.Pattern[str]
    passed_on: re.Pattern[str]
    paper: re.Pattern[str]
    site: re.Pattern[str]
    not_behind: str


@dataclass(frozen=True, slots=True)
class PageLabels:
    """By which `meta` elements a page tells its fields, the best first, and what is said of its title.

    `site` stands between the title of a page and the name of its site, `sites` is the end of a title that a `meta`
    element tells, and `no_titles` are given where nobody wrote one.
    """

    meta: Mapping[str, tuple[str, ...]]
    site: re.Pattern[str]
    sites: re.Pattern[str]
    no_titles: frozenset[str]


@lru_cache(maxsize=1)
def page_labels() -> PageLabels:
    """The lists for web pages, read once. Raises LexiconError."""
    data = pattern_files.load("labels")
    ends = "|".join(data["site_ends"])
    more = "|".join((ends, *data["more_site_ends"]))
    with told_by_file():
        return PageLabels(
            {field: tuple(names) for field, names in data["meta"].items()},
            re.compile(rf"\s*[_|｜]\s*|\s+[-–—]+\s+|--+|-(?=[^-]{{2,14}}(?:{ends})$)"),
            re.compile(rf"(?:\s*[_|｜-]\s*[^_|｜\s-]{{1,14}}(?:{more}))+$"),
            frozenset(data["no_titles"]),
        )


@lru_cache(maxsize=1)
def labels() -> Labels:
    """The lists, read once. Raises LexiconError."""
    data = pattern_files.load("labels")
    names = {field: tuple(rows) for field, rows in data["fields"].items()}
    fields = {name: field for field, rows in names.items() for name in rows}
    own, roles, passed_on, papers, sections, sites = (
        "|".join(data[key]) for key in ("own", "roles", "passed_on", "papers", "sections", "sites")
    )
    with told_by_file():
        return Labels(
            names,
            fields,
            tuple(data["before"]),
            re.compile(rf"^(?:{own})?(?:{roles})?[\s/／:：]*"),
            re.compile(rf"\s*(?:(?:{passed_on})\s*[:：]\s*)+", re.IGNORECASE),
            re.compile(rf"(?P<paper>.{{2,12}}?(?:{papers}))(?:{sections})*"),
            re.compile(sites),
            "".join(data["not_behind"]),
        )


def field_of(label: str) -> str:
    """The field that a label names, "" if it names none."""
    return labels().fields.get(_name(label), "")


def paper_in(label: str) -> str:
    """The paper that a tag or category is called after, without the section (江城日报要闻), "" if it is no paper."""
    found = labels().paper.fullmatch(label)
    return found["paper"] if found else ""


def is_site(author: str) -> bool:
    """Whether who is given as the author is no person but a paper, a site or its staff."""
    return bool(author) and (labels().site.search(author) is not None or not _PEOPLE.fullmatch(author))


def article_fields(record: Mapping[str, Any]) -> dict[str, str]:
    """Text, title, date, publisher, author, url and site of a record, "" where it has none."""
    return {field: value_of(record, field) for field in _KEPT}


def value_of(record: Mapping[str, Any], field: str) -> str:
    """The value of a field in a record with keys of whatever names, "" where there is none.

    The address of the original is its address and no publisher, though it be called source.
    """
    # Of keys that differ in their spelling only, the first one counts.
    told = {_name(key): value for key, value in reversed(tuple(record.items()))}
    values = _values(told, field)
    if field == "publisher":
        values = [value for value in values if not _ADDRESS.fullmatch(value)]
    elif field == "url":
        return best_address(*values, *(value for value in _values(told, "publisher") if _ADDRESS.fullmatch(value)))
    return values[0] if values else ""


def _values(told: Mapping[str, Any], field: str) -> list[str]:
    """What a record tells under the names of a field, the best first."""
    return [value for name in labels().names[field] if (value := words_of(told.get(name, "")))]


def _name(label: str) -> str:
    """The name of the lists that a label is, else the label as it is compared."""
    plain = _LOOSE.sub("", label).lower()
    if plain in labels().fields:
        return plain
    if both := _TWO_NAMES.fullmatch(label.strip()):
        return _name(both["name"])
    shorter = (plain.removeprefix(word) for word in labels().before if plain.startswith(word))
    return next((name for name in shorter if len(name) >= 2 and name in labels().fields), plain)


def words_of(value: object, depth: int = _DEPTH) -> str:
    """A value in words, "" for what has none: a number in digits, a day as it is written, a list with 、 between.

    A person or paper with properties of its own goes by its `name`; lists may hold lists, `depth` levels of them.
    """
    if isinstance(value, Mapping):
        value = value.get("name", "")
    if isinstance(value, list | tuple):
        return "、".join(filter(None, (words_of(item, depth - 1) for item in value))) if depth else ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value).strip()
    return _WIKI_LINK.sub(lambda match: match["name"], text) if "[[" in text else text
