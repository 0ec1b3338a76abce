"""The nouns of the program. Offsets are code points into `Article.text`; `text[start:end]` is the thing meant."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kg.allocation import quickly_made


class BlockKind(StrEnum):
    """What a block of an article's text is."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


class Status(StrEnum):
    """How far a thing said has come; the names are those of the ontology's status individuals."""

    PLANNED = "planned"
    UNDERWAY = "underway"
    COMPLETED = "completed"


class Precision(StrEnum):
    """How exactly a time is given."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Block:
    """A title, lead, heading or paragraph."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hint:
    """What the mark-up says of a stretch of text: a stock code. Its borders are not to be trusted."""

    start: int
    end: int
    code: str


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of news, its text fixed for good.

    `key` is the content key of title and text, `source` the file name it was read from, `published` in Chinese
    local time (UTC+8) or None, `publisher` the paper that first printed it where the file tells. `seams` are offsets at
    which mark-up was taken out within a line: what runs across one does not stand in the file as it is.
    """

    key: str
    source: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    publisher: str = ""
    author: str = ""
    url: str = ""
    published: datetime | None = None
    hints: tuple[Hint, ...] = ()
    seams: tuple[int, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block; `block` is the block's index in the article."""

    start: int
    end: int
    block: int


@quickly_made
@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names a thing.

    `kind` is a class of the ontology by its local name, `iri` what the mention was linked to, `reason` the key of why:
    `kg.wording.words("link", reason)` tells it.
    """

    start: int
    end: int
    kind: str
    iri: str
    reason: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph.

    `names` are the forms that the article uses, with its own signs and with those that they are read as (騰訊, 腾讯),
    the canonical `label` among them where it is used. `details` are pairs of an ontology property's local name and a
    plain value, for what the lexicons know (code, lat, long, ticker, labelEn, within). `known` tells a thing from a
    lexicon, whose label is not up for discussion.
    """

    iri: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    known: bool = False
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time: `value` is ISO 8601 (2022, 2022-06, 2022-06-11) or two of them with a slash, `wording` the text."""

    value: str
    precision: Precision
    wording: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, in the base unit written (30.45亿元 is 3045000000 元); `wording` keeps 近, 超, 约."""

    value: float
    unit: str
    wording: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """The object of hasMeasurement: what was measured, and the figure. `target` tells an aim from an attained value."""

    indicator: str
    quantity: Quantity
    target: bool = False


@quickly_made
@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the article says it: the quote is `text[start:end]`, prefix and suffix the text around it."""

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


@quickly_made
@dataclass(frozen=True, slots=True)
class Statement:
    """One reading of one sentence: subject, predicate, object and what the text adds to them.

    `subject` and an entity `obj` are IRIs of entities of the same extraction; `predicate` is a local name of the
    ontology; `pattern` names the rule that made it; `confidence` lies in (0, 1].
    """

    subject: str
    predicate: str
    obj: str | Measurement
    evidence: Evidence
    pattern: str
    confidence: float
    status: Status | None = None
    time: TimeSpan | None = None
    amount: Quantity | None = None
    title: str = ""
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article, ready for the store; picklable, in a fixed order."""

    article: Article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = field(default=())
