"""IRIs and content keys: the same content has the same id, in any run, on any machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

BASE: Final = "https://w3id.org/smartcity-kg/"
ONTOLOGY: Final = BASE + "ontology#"
CONCEPT: Final = BASE + "concept/"
ID: Final = BASE + "id/"
# The lexicon's entry of the country that the papers write from.
CHINA: Final = ID + "place/CN"

# Brackets, quotation marks, spaces and dots differ between two spellings of one name; nothing else may.
_NOISE: Final = re.compile(r"[\s“”\"'‘’《》〈〉「」『』【】\[\]()（）·•・,，、—–-]+")


def content_key(*parts: str) -> str:
    """Sixteen hexadecimal digits that depend on the parts and their borders only (SHA-256)."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8"))
    return digest.hexdigest()[:16]


def name_key(name: str) -> str:
    """The form under which two spellings of a name count as one: NFKC, lower case, no brackets, quotes or spaces."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", name)).lower()


def entity_iri(group: str, name: str, scope: str = "") -> str:
    """The IRI of a thing that no lexicon knows.

    `group` is the coarse group (place, organization, project, …), so that a change of mind between Firm and
    Institution does not rename the thing; `scope` is the IRI that keeps homonyms apart (the city of a 智慧停车平台
    whose name says nothing of the city).
    """
    return f"{ID}{group}/{content_key(group, name_key(name), scope)}"


def article_iri(source: str, key: str) -> str:
    """The IRI of an article, which is also the name of its graph, from its file name and the key of its content.

    The file name counts, so that a text syndicated under two names is two articles.
    """
    return f"{ID}article/{content_key(source, key)}"


def statement_iri(subject: str, predicate: str, obj: str) -> str:
    """The IRI of a statement: one for the same subject, predicate and object, however many articles say it."""
    return f"{ID}statement/{content_key(subject, predicate, obj)}"


def evidence_iri(article: str, statement: str, start: int, end: int) -> str:
    """The IRI of the place in an article that a statement rests on."""
    return f"{ID}evidence/{content_key(article, statement, str(start), str(end))}"


def measurement_iri(subject: str, indicator: str, value: str, unit: str, time: str, *, target: bool) -> str:
    """The IRI of a measured value: one for the same subject, indicator, value, unit and time.

    What is aimed at (`target`) and what was attained are two, though the figures be the same.
    """
    return f"{ID}measurement/{content_key(subject, indicator, value, unit, f'{time} target' if target else time)}"
