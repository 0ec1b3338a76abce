"""Text from articles, made safe for the formats: it may hold control characters and line breaks."""

from __future__ import annotations

import re
from typing import Final

# What XML 1.0 forbids, and the control characters that it allows but that no label wants (DEL, C1).
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]+")
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS: Final = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """The text on one line, without characters that XML forbids, and without space at its ends."""
    # Nearly all text is printable, which is quickly seen.
    return (text if text.isprintable() else _BREAKS.sub(" ", _FORBIDDEN.sub("", text))).strip()


def xml_text(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold; everything else, line breaks too, is kept."""
    return _NOT_XML.sub("\ufffd", text)
