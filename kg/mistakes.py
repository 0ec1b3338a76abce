"""What must hold of the files of `seeds/` that people edit, and how a mistake is told: file, line, place and remedy.

A place is a file and the headings down to what is meant, with ": " between them; in a list of patterns a pattern's name
is a heading. Only a mistake has its line looked up, which takes as long as all files take to read.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from kg import yaml_data
from kg.errors import LexiconError
from kg.resources import data_path

_FOLDER: Final = "seeds/patterns"
# What may stand in a list of words: a number is a word of digits.
_WORDS: Final = ({str}, {str, int}, {int})
_KINDS: Final = {
    "words": "a list of words, none of them empty; put no, on and the like in quotes",
    "text": "one text",
    "number": "a whole number",
    "share": "a number above 0 and up to 1",
    "rows": "a list of mappings",
}
# Headings of a shape that stand for others: for any, and for any class of the ontology.
ANY: Final = "*"
CLASS: Final = "@"
_OPEN: Final = {ANY, CLASS}

# What is to stand below a heading: words, text, number, share, rows, or what below further headings.
Shape = str | Mapping[str, Any]


def mistake(what: str, where: str, remedy: str) -> LexiconError:
    """The error that tells a mistake, with the line of its place where the file can tell."""
    file, *path = where.split(": ")
    try:
        line = yaml_data.line_of(file, *(int(step) if step.isdigit() else step for step in path))
    except Exception:  # Whatever is wrong with the file, the mistake that was found is what is told.
        return LexiconError(what, where=where, remedy=remedy)
    return LexiconError(what, where=": ".join((f"{file}:{line}", *path)), remedy=remedy)


def nearest(word: str, known: Collection[str]) -> str:
    """The remedy for a word that must be one of those known."""
    near = difflib.get_close_matches(word, known, 1)
    return f"write {near[0]}" if near else f"use one of {', '.join(sorted(known))}"


def check_shape(value: Any, shape: Shape, where: str) -> None:
    """Raises LexiconError where a value is not of the shape that those need who read it."""
    if isinstance(shape, str):
        if not _is(value, shape):
            what = "nothing stands here" if value in (None, [], ()) else f"{_brief(value)} is not {_KINDS[shape]}"
            raise mistake(what, where, f"write {_KINDS[shape]}")
        return
    check_headings(value, shape, where)
    for key, inner in value.items():
        check_shape(inner, shape.get(str(key)) or shape.get(ANY) or shape[CLASS], f"{where}: {key}")


def check_headings(value: Any, known: Collection[str], where: str, needed: Collection[str] | None = None) -> None:
    """Raises LexiconError where a value is no mapping, lacks a heading that it needs (all, if not told) or has another.

    `ANY` and `CLASS` among those known stand for further headings.
    """
    if not isinstance(value, Mapping):
        what = "nothing stands here" if value is None else f"{_brief(value)} stands where headings must"
        raise mistake(what, where, f"write headings such as {', '.join(sorted(set(known) - _OPEN)[:4]) or 'word: …'}")
    told = set(map(str, value))
    missing = set(known if needed is None else needed) - told - _OPEN
    if _OPEN.isdisjoint(known) and (unknown := sorted(told - set(known))):
        remedy = nearest(unknown[0], missing or known)
        raise mistake(f"nothing reads {unknown[0]!r}", f"{where}: {unknown[0]}", remedy)
    if missing:
        lost = min(missing)
        near = difflib.get_close_matches(lost, told - set(known), 1)
        raise mistake(
            f"lacks {lost}", where, f"write it for {near[0]}" if near else "add it, as the others stand there"
        )


def check_choice(value: Any, known: Collection[object], where: str) -> None:
    """Raises LexiconError where a value is none of those known."""
    if value not in known:
        raise mistake(f"{value!r} is not known", where, nearest(str(value), [str(one) for one in known]))


def check_number(value: Any, most: float, where: str) -> float:
    """A number above nought and not above the most. Raises LexiconError for any other value."""
    try:
        number = 0.0 if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = 0.0
    if not 0 < number <= most:
        raise mistake(f"{value!r} is no number above 0 and not above {most:g}", where, "write one such as 0.8")
    return number


def check_brackets(expression: str, where: str) -> None:
    """Raises LexiconError where an expression leaves a bracket open, or closes one that it did not open.

    To compile all expressions would take longer than to read a hundred articles; `told_by_file` finds what is left.
    """
    bare = _APART.sub("", expression)
    for told, wrong in (
        ("a [ is not closed", "[" in bare),
        ("a ( is not closed", bare.count("(") > bare.count(")")),
        ("a ) closes nothing", bare.count("(") < bare.count(")")),
    ):
        if wrong:
            raise mistake(f"not a regular expression: {told}", where, "close each bracket once; write \\( for the sign")


# What counts as no bracket: a character that is escaped, or in a class.
_APART: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]", re.DOTALL)


@contextmanager
def told_by_file() -> Iterator[None]:
    """Tells of an expression that Python cannot compile in which file it stands. Raises LexiconError."""
    try:
        yield
    except re.error as error:
        raise _wrong_expression(error) from error


def _wrong_expression(error: re.error) -> LexiconError:
    """The error for a whole expression: the part of a file that it was made of and that cannot be compiled itself."""
    whole = str(error.pattern)
    files = (f"{_FOLDER}/{path.name}" for path in data_path(_FOLDER).glob("*.yaml"))
    told = ((where, part) for file in files for where, part in _texts(yaml_data.load(file), file) if part in whole)
    # A word that is no expression anywhere, a single bracket, is a part of others too.
    for where, part in sorted(told, key=lambda item: -len(item[1])):
        if fault := fault_of(part):
            return mistake(f"{part} is not a regular expression: {fault}", where, "mend it")
    near = whole[max(0, (error.pos or 0) - 20) : (error.pos or 0) + 20]
    return LexiconError(f"not a regular expression: {error}", where=_FOLDER, remedy=f"mend what holds {near}")


def fault_of(expression: str) -> str:
    """Why an expression cannot be compiled, "" if it can be."""
    try:
        re.compile(expression)
    except re.error as error:
        return str(error)
    return ""


def _texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, f"{where}: {key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, f"{where}: {place}")
    elif isinstance(value, str):
        yield where, value


def _is(value: Any, kind: str) -> bool:
    if kind == "words":
        return isinstance(value, list) and set(map(type, value)) in _WORDS and "" not in value
    if kind == "text":
        return isinstance(value, str) and value != ""
    if kind == "rows":
        return isinstance(value, list) and value != []
    if kind == "share":
        return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 1
    return isinstance(value, int) and not isinstance(value, bool)


def _brief(value: Any) -> str:
    told = repr(value)
    return told if len(told) <= 40 else f"{told[:40]}…"
