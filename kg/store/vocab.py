"""The terms in which the store writes: what stands on an article, a thing, a statement and its evidence."""

from __future__ import annotations

from typing import Final

from kg import ids
from kg.namespaces import RDF, RDFS, SCHEMA, SKOS

_OA: Final = "http://www.w3.org/ns/oa#"
_GEO: Final = "http://www.w3.org/2003/01/geo/wgs84_pos#"
_DCT: Final = "http://purl.org/dc/terms/"
# Of those for whom DCMI Terms want a node, an article tells the name only: its elder elements take a text.
_DC: Final = "http://purl.org/dc/elements/1.1/"


def sc(local: str) -> str:
    """A term of our own ontology."""
    return f"<{ids.ONTOLOGY}{local}>"


def local(term: str) -> str:
    """The local name of a term of our own ontology; another IRI whole, without its brackets."""
    return term[1:-1].removeprefix(ids.ONTOLOGY)


TYPE: Final = f"<{RDF}type>"
SUBJECT: Final = f"<{RDF}subject>"
PREDICATE: Final = f"<{RDF}predicate>"
OBJECT: Final = f"<{RDF}object>"
LABEL: Final = f"<{RDFS}label>"
ALT_LABEL: Final = f"<{SKOS}altLabel>"
LAT: Final = f"<{_GEO}lat>"
LONG: Final = f"<{_GEO}long>"
TITLE: Final = f"<{_DCT}title>"
PUBLISHER: Final = f"<{_DC}publisher>"
CREATOR: Final = f"<{_DC}creator>"
ISSUED: Final = f"<{_DCT}issued>"
URL: Final = f"<{SCHEMA}url>"
EXACT: Final = f"<{_OA}exact>"
PREFIX: Final = f"<{_OA}prefix>"
SUFFIX: Final = f"<{_OA}suffix>"
START: Final = f"<{_OA}start>"
END: Final = f"<{_OA}end>"

# Names are those of the terms. A property that differs from a class or a borrowed term in its case or prefix only has
# a word more: HAS_EVIDENCE, OF_ARTICLE, POSITION_TITLE.
ARTICLE: Final = sc("Article")
STATEMENT: Final = sc("Statement")
EVIDENCE: Final = sc("Evidence")
MEASUREMENT: Final = sc("Measurement")

SOURCE: Final = sc("source")
TEXT: Final = sc("text")
ORIGIN: Final = sc("origin")
WITHIN: Final = sc("within")
REGISTERED: Final = sc("registered")
MERGED_INTO: Final = sc("mergedInto")
HAS_EVIDENCE: Final = sc("evidence")
SUPPORTS: Final = sc("supports")
OF_ARTICLE: Final = sc("article")
PATTERN: Final = sc("pattern")

READING_CONFIDENCE: Final = sc("readingConfidence")
READING_STATUS: Final = sc("readingStatus")
READING_TIME: Final = sc("readingTime")
TIME_PRECISION: Final = sc("timePrecision")
TIME_WORDING: Final = sc("timeWording")
READING_AMOUNT: Final = sc("readingAmount")
READING_AMOUNT_UNIT: Final = sc("readingAmountUnit")
AMOUNT_WORDING: Final = sc("amountWording")
READING_TITLE: Final = sc("readingTitle")
READING_AGREEMENT: Final = sc("readingAgreement")

STATUS: Final = sc("status")
TIME: Final = sc("time")
POSITION_TITLE: Final = sc("title")
AGREEMENT: Final = sc("agreement")
CONFIDENCE: Final = sc("confidence")
SUPPORT: Final = sc("support")

INDICATOR: Final = sc("indicator")
VALUE: Final = sc("value")
UNIT: Final = sc("unit")
VALUE_WORDING: Final = sc("valueWording")
MEASURED_AT: Final = sc("measuredAt")
TARGET: Final = sc("target")

# Bookkeeping, kept in the build graph only.
BUILD: Final = f"<{ids.ID}build>"
FORMAT_VERSION: Final = sc("formatVersion")
DIGEST: Final = sc("digest")
BAND: Final = sc("band")
STAMP: Final = sc("stamp")
JOURNAL: Final = sc("journal")
WRITER: Final = sc("writer")
STATUS_SINCE: Final = sc("statusSince")
JUDGED_IN: Final = sc("judgedIn")
JUDGEMENT: Final = sc("judgement")

# How a statement's own qualifiers are called on the evidence they were read from. Amounts stay there, each with its
# currency: side by side on the statement, two amounts and two currencies could not be told apart.
QUALIFIERS: Final = (
    (READING_TIME, TIME),
    (READING_TITLE, POSITION_TITLE),
    (READING_AGREEMENT, AGREEMENT),
)

READ: Final = (OF_ARTICLE, READING_CONFIDENCE, READING_STATUS, *(read for read, _ in QUALIFIERS))
"""What the derivation of a statement looks at in a reading."""

NAMING: Final = frozenset({TYPE, LABEL, ALT_LABEL})
"""What articles may disagree on: the default graph holds the outcome, not what each of them says."""
