"""Where an article was published: an address of the web, and nothing else that a file may give for one."""

from __future__ import annotations

import re
from typing import Final

_WEB: Final = re.compile(r"https?://[^\s/?#<>\"\x00-\x20\x7f][^\s<>\"\x00-\x20\x7f]*", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether a text is a whole http or https address; what stands in an article may end up as a link in a page."""
    return _WEB.fullmatch(text) is not None


def best_address(*told: str) -> str:
    """The first address of the web among what is told, else the first that is told at all, which may hold a day."""
    given = [text for text in map(str.strip, told) if text]
    return next(filter(is_web_address, given), given[0] if given else "")
