"""JSON Lines: each line is an object with a text field, and an article."""

from __future__ import annotations

import json
from typing import Any

from kg.errors import ReadError

# The names under which a field is looked for, in order.
_NAMES = {
    "text": ("text", "content", "body", "html", "article", "正文", "内容"),
    "title": ("title", "headline", "标题"),
    "date": ("published", "date", "pubdate", "publish_time", "published_at", "time", "发布时间", "日期", "时间"),
    "publisher": ("publisher", "source", "media", "来源", "媒体"),
    "author": ("author", "authors", "byline", "作者"),
    "url": ("url", "link", "href", "链接", "网址"),
}


def fields_of(line: str, source: str) -> dict[str, str]:
    """Text, title, date, publisher, author and url of one line, "" where it has none.

    Raises ReadError where the line is no JSON object, or has no text.
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deeply")
        place = f" at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        remedy = "write one JSON object a line"
        raise ReadError(f"the line is not JSON: {reason}{place}", where=source, remedy=remedy) from None
    if not isinstance(found, dict):
        raise ReadError("the line is not a JSON object", where=source, remedy="write one JSON object a line")
    lower = {key.lower(): value for key, value in found.items()}
    fields = {field: _first(lower, names) for field, names in _NAMES.items()}
    if not fields["text"].strip():
        remedy = f"put the article into a field named {' or '.join(_NAMES['text'][:3])}"
        raise ReadError("the object has no text", where=source, remedy=remedy)
    return fields


def _first(record: dict[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = record.get(name)
        if isinstance(value, list):
            value = "、".join(item for item in value if isinstance(item, str))
        if isinstance(value, str) and value.strip():
            return value
    return ""
