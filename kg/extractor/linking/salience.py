"""What an article is about: the firm that 公司 means where several are named, and the projects it opens with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from kg.extractor.linking.linked import LinkedMention
from kg.extractor.sentences import sentences
from kg.model import Article, BlockKind, Sentence

# What a mention counts for that stands in the title, and in one of the first sentences below it.
_TITLED: Final = 4
_LEADING: Final = 2
# How many sentences lead an article in.
_LEAD: Final = 2
# How much the main firm must outweigh the next one, and weigh at least.
_MARGIN: Final = 1.8
_LEAST: Final = 4


def main_firm(article: Article, mentions: Sequence[LinkedMention]) -> LinkedMention | None:
    """The first mention of the firm that title or lead names and the text keeps speaking of, if there is one.

    Where the title names firms, it is one of these: what an article opens with may be there for contrast.
    """
    firms = [m for m in mentions if m.kind == "Firm"]
    if not firms:
        return None
    titles = [(b.start, b.end) for b in article.blocks if b.kind is BlockKind.TITLE]
    lead = [(s.start, s.end) for s in _lead(article)]
    weights: Counter[str] = Counter()
    for mention in firms:
        weights[mention.iri] += _TITLED if _inside(mention, titles) else _LEADING if _inside(mention, lead) else 1
    ranked = sorted(weights.items(), key=lambda w: (-w[1], w[0]))
    if ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] < _MARGIN * ranked[1][1]):
        return None
    first = next(m for m in firms if m.iri == ranked[0][0])
    titled = {m.iri for m in firms if _inside(m, titles)}
    told_of = first.iri in titled if titled else _inside(first, lead)
    return first if told_of else None


def leading_projects(article: Article, mentions: Sequence[LinkedMention]) -> frozenset[str]:
    """The particular projects that the title or one of the first sentences names."""
    projects = [m for m in mentions if m.kind == "Project" and m.specific]
    if not projects:
        return frozenset()
    spans = [*((b.start, b.end) for b in article.blocks if b.kind is BlockKind.TITLE)]
    spans += ((s.start, s.end) for s in _lead(article))
    return frozenset(m.iri for m in projects if _inside(m, spans))


def _lead(article: Article) -> list[Sentence]:
    told = (BlockKind.LEAD, BlockKind.PARAGRAPH)
    return list(islice((s for s in sentences(article) if article.blocks[s.block].kind in told), _LEAD))


def _inside(mention: LinkedMention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= mention.start < end for start, end in spans)
