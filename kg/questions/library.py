"""The ready questions: SPARQL files that tell in their head what they answer and what they need to be told."""

from __future__ import annotations

import difflib
import re
import shlex
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg.errors import QueryError
from kg.resources import data_path

FOLDER: Final = "ontology/queries"

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


class Kind(StrEnum):
    """What a parameter or a column holds."""

    ENTITY = "entity"
    CLASS = "class"
    PREDICATE = "predicate"
    DATE = "date"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    TEXT = "text"


PARAMETER_KINDS: Final = (Kind.ENTITY, Kind.CLASS, Kind.PREDICATE, Kind.DATE, Kind.NUMBER, Kind.TEXT)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question needs to be told.

    `within` is the class that an entity must have ("" for any), `default` the value used when none is given: None if
    one must be given, "" if the question then leaves it open. `example` is a value that makes sense.
    """

    name: str
    kind: Kind
    within: str
    label_zh: str
    label_en: str
    default: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Column:
    """What a variable of the result holds, and what to write above it.

    `link` is the relation whose status the column tells, where no column of the row names it ("" for any other column).
    """

    name: str
    kind: Kind
    label_zh: str
    label_en: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL text with its head; `where` names the file for messages, `name` is "" for a text without a file."""

    name: str
    where: str
    text: str
    title_zh: str = ""
    title_en: str = ""
    about: str = ""
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()


@lru_cache(maxsize=1)
def ready() -> tuple[Question, ...]:
    """The questions that come with the package, by name. Raises QueryError for a head that is malformed."""
    return tuple(read(path) for path in sorted(data_path(FOLDER).glob("*.rq")))


def find(name: str) -> Question:
    """The ready question of that name, or with that title in Chinese, or the only one of which either begins so.

    Raises QueryError that names those that begin so, or the nearest ones.
    """
    named = {called: question for question in ready() for called in (question.title_zh, question.name)}
    if name in named:
        return named[name]
    begun = {question.name: question for called, question in named.items() if called.startswith(name)}
    if len(begun) == 1:
        return next(iter(begun.values()))
    if begun:
        choices = "; ".join(f"{one.name} {one.title_zh}" for one in begun.values())
        raise QueryError(
            f"{len(begun)} questions begin with {name} 有多个问题以此开头", remedy=f"say which 请指明: {choices}"
        )
    near = difflib.get_close_matches(name, named, 3, 0.4)
    remedy = f"perhaps 是否为 {', '.join(near)}; " if near else ""
    raise QueryError(f"no question is called {name} 没有这个问题", remedy=f"{remedy}kg query --list names all 列出全部")


def read(path: Path) -> Question:
    """A question from its file. Raises QueryError for a file that cannot be read or whose head is malformed."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(
            f"cannot be read 无法读取: {error}", where=str(path), remedy="give a UTF-8 text file"
        ) from error
    return parse(text, path.stem, str(path))


def parse(text: str, name: str = "", where: str = "query") -> Question:
    """A question from its text. Comment lines before the first line of SPARQL that begin with a keyword make its head.

    Raises QueryError naming the line of a malformed `param` or `column`.
    """
    titles = {"zh": "", "en": ""}
    about: list[str] = []
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        keyword, _, rest = line.lstrip().lstrip("#").strip().partition(" ")
        place = f"{where}:{number}"
        if keyword == "title" and rest[:2] in titles:
            titles[rest[:2]] = rest[2:].strip()
        elif keyword == "about":
            about.append(rest.strip())
        elif keyword == "param":
            parameters.append(_parameter(rest, place))
        elif keyword == "column":
            columns.append(_column(rest, place))
    return Question(name, where, text, titles["zh"], titles["en"], " ".join(about), tuple(parameters), tuple(columns))


def _parameter(rest: str, where: str) -> Parameter:
    """`NAME KIND[:CLASS] "zh" "en" [default=…] [example=…]`."""
    name, kind, within, label_zh, label_en, options = _fields(rest, where, "param")
    settings = dict(option.partition("=")[::2] for option in options)
    if kind not in PARAMETER_KINDS or settings.keys() - {"default", "example"}:
        raise _malformed("param", rest, where)
    return Parameter(name, kind, within, label_zh, label_en, settings.get("default"), settings.get("example", ""))


def _column(rest: str, where: str) -> Column:
    """`NAME KIND "zh" "en" [link=…]`."""
    name, kind, _, label_zh, label_en, options = _fields(rest, where, "column")
    settings = dict(option.partition("=")[::2] for option in options)
    if settings.keys() - {"link"}:
        raise _malformed("column", rest, where)
    return Column(name, kind, label_zh, label_en, settings.get("link", ""))


def _fields(rest: str, where: str, what: str) -> tuple[str, Kind, str, str, str, list[str]]:
    try:
        name, kind, label_zh, label_en, *options = shlex.split(rest)
        kind, _, within = kind.partition(":")
        if _NAME.fullmatch(name):
            return name, Kind(kind), within, label_zh, label_en, options
    except ValueError:
        pass
    raise _malformed(what, rest, where)


def _malformed(what: str, rest: str, where: str) -> QueryError:
    shape = 'param NAME KIND[:CLASS] "中文" "English" [default=VALUE] [example=VALUE]'
    if what == "column":
        shape = 'column NAME KIND "中文" "English" [link=RELATION]'
    return QueryError(f"not a {what}: {rest}", where=where, remedy=f"write # {shape}, KIND one of {', '.join(Kind)}")
