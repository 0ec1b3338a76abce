"""The nouns of an explanation. Offsets are code points into the article's text, as everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from kg.explain.rule_texts import RuleText
from kg.wording import Words


@dataclass(frozen=True, slots=True)
class Meant:
    """What a mention or an end of a statement stands for; `kind` is a class by its local name."""

    iri: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: its readings, the likeliest first, and why it was linked so.

    `specific` is false for a project that only its context can make one.
    """

    start: int
    end: int
    wording: str
    readings: tuple[Meant, ...]
    reason: Words
    specific: bool = True


@dataclass(frozen=True, slots=True)
class Dated:
    """A time: `value` in ISO 8601, `part` what it does in its sentence (event, target, baseline, …)."""

    start: int
    end: int
    wording: str
    value: str
    precision: str
    part: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in the base unit; `low` and `high` are the limits that its wording gives, None where it is open."""

    start: int
    end: int
    wording: str
    value: float
    unit: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Titled:
    """A person with a title. `form` names the way they stand together; `thing` is None if no office was found."""

    start: int
    end: int
    wording: str
    title: str
    form: str
    thing: Meant | None


Span = Named | Titled | Dated | Counted


@dataclass(frozen=True, slots=True)
class Measured:
    """The object of a measurement; `target` tells an aim from an attained value."""

    indicator: str
    value: float
    unit: str
    wording: str
    target: bool


@dataclass(frozen=True, slots=True)
class When:
    """The time of a statement."""

    value: str
    precision: str
    wording: str


@dataclass(frozen=True, slots=True)
class Amount:
    """The sum of a statement, in the base unit."""

    value: float
    unit: str
    wording: str


@dataclass(frozen=True, slots=True)
class Told:
    """A statement; `predicate` and `status` are local names ("" for no status), `pattern` names a rule.

    `read` tells how many statements of the rule were read and compared with their articles, `right` how many held.
    """

    subject: Meant
    predicate: str
    object: Meant | Measured
    symmetric: bool
    status: str
    time: When | None
    amount: Amount | None
    title: str
    agreement: str
    confidence: float
    pattern: str
    right: int
    read: int


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence with all that was found in it; `number` counts from 1, `block` is the kind of its block.

    `missed` marks a sentence that gave nothing though a relation could join two of the things it names.
    """

    number: int
    start: int
    end: int
    text: str
    block: str
    named: tuple[Named, ...]
    people: tuple[Titled, ...]
    times: tuple[Dated, ...]
    figures: tuple[Counted, ...]
    statements: tuple[Told, ...]
    missed: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article, sentence by sentence. `published` is ISO 8601 or "", `home` the place that 我市 would mean.

    `rules` are those that made a statement here, by name.
    """

    key: str
    source: str
    title: str
    publisher: str
    author: str
    url: str
    published: str
    home: Meant | None
    sentences: tuple[Explained, ...]
    rules: tuple[RuleText, ...]
