"""Towns that no gazetteer lists: 石桥镇, where the segmenter takes the words for one place."""

from __future__ import annotations

import re

from kg.extractor.segmentation import Tokens

_NO_TOWN = re.compile(r"[城古小市集水竹故家]镇|城乡|[竹水故家之]乡")
_NAME_TAGS = ("ns", "nr", "nz", "x")
_SHORTEST, _LONGEST = 3, 8


def is_town(text: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch that ends with 镇, 乡 or 街道 is the name of one."""
    last = tokens.items[tokens.index_at(end - 1)]
    if not _SHORTEST <= end - start <= _LONGEST or last.end != end or _NO_TOWN.search(text, start, end):
        return False
    if last.start < end - 2:
        return last.tag in _NAME_TAGS and len(last.word) > 2
    before = tokens.items[tokens.index_at(last.start - 1)]
    return before.tag in _NAME_TAGS and len(before.word) > 1
