"""JSON Lines: each line is an object with a text field, and an article."""

from __future__ import annotations

import json

from kg.errors import ReadError
from kg.reader.labels import article_fields, labels


def fields_of(line: str, source: str) -> dict[str, str]:
    """Text, title, date, publisher, author, url and site of one line, "" where it has none.

    Raises ReadError where the line is no JSON object, or has no text.
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deeply")
        place = f" at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        remedy = "write one JSON object a line 每行一个 JSON 对象"
        raise ReadError(f"the line is not JSON 该行不是 JSON: {reason}{place}", where=source, remedy=remedy) from None
    if not isinstance(found, dict):
        raise ReadError(
            "the line is not a JSON object 该行不是 JSON 对象",
            where=source,
            remedy="write one JSON object a line 每行一个 JSON 对象",
        )
    fields = article_fields(found)
    if not fields["text"].strip():
        remedy = f"put the article into a field named {' or '.join(labels().names['text'][:3])}"
        raise ReadError("the object has no text 对象中没有正文", where=source, remedy=remedy)
    return fields
