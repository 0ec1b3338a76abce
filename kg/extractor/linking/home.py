"""Whose 我市 it is: the home of the paper, or the place that the article is about."""

from __future__ import annotations

import re
from collections import Counter

from kg import ids
from kg.extractor.knowledge import Knowledge
from kg.model import Article

_CHINA = ids.ID + "place/CN"

_LEVELS = {
    "市": ("City",),
    "县": ("District",),
    "区": ("District", "Zone", "Region"),
    "省": ("Region",),
    "州": ("City",),
    "旗": ("District",),
    "国": ("Country",),
}
DEICTIC = re.compile(
    r"(?:我|全|本)(?P<own>[市县区省州旗])(?![^，。；、]{0,1}[一二三四五六七八九]区|首|最|率先|第|前列|领先|唯一)"
    r"|(?P<national>我国)"
    r"|(?<![一-鿿])(?P<seat>[市县区省州])(?=委|政府|人民政府|长|发改|大数据局|工信|经信|政务|住建|财政|教育局|商务局|科技局|交通局|文旅|农业农村局|卫健)"
    r"|(?P<that>该)(?P<level>[市县区省州])"
)


def paper_home(article: Article, knowledge: Knowledge) -> str:
    """The home of the paper that the article is from, "" if it has none or is not known."""
    return knowledge.lexicon.media_home(article.publisher) if article.publisher else ""


def main_place(article: Article, named: Counter[str], knowledge: Knowledge) -> str:
    """The city or county that an article without a local paper is about: the one named most, if by a clear margin."""
    counts: Counter[str] = Counter()
    for iri, count in named.items():
        entry = knowledge.lexicon.entries.get(iri)
        if entry is None or entry.kind not in ("City", "District"):
            continue
        counts[iri] += count
        if entry.label in article.title:
            counts[iri] += 2
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
        return ""
    return ranked[0][0]


def home_at(level: str, home: str, knowledge: Knowledge) -> str:
    """The home, or the place it lies in, that is a 市, 县, 区 or 省; "" if there is none."""
    if level == "国":
        return _CHINA
    for iri in [home, *knowledge.ancestors(home)]:
        entry = knowledge.lexicon.entries.get(iri)
        if entry is None or entry.kind not in _LEVELS[level]:
            continue
        if level == "区" and entry.kind == "Region" and not entry.label.endswith("自治区"):
            continue
        return iri
    return ""
