"""A stand-in for the extractor, importable by the processes of a build: cities and firms of a short list."""

from __future__ import annotations

import re

from kg.extractor import knowledge
from kg.model import Article, Evidence, Extraction, Statement
from tests.store.samples import BAISE, LONGTENG, YUNFAN


def pairs_if_ready(article: Article) -> Extraction:
    """As `pairs`, in a process that has loaded what the extractor knows before it got the article."""
    if not knowledge.load.cache_info().currsize:
        raise AssertionError("nothing is loaded")
    return pairs(article)


def pairs(article: Article) -> Extraction:
    """Each sentence that names Baise and a firm makes them partners; a text that says 坏 is more than it can take."""
    if "坏" in article.text:
        raise ValueError("坏")
    statements = []
    for match in re.finditer(r"[^。]*。", article.text):
        for firm in (YUNFAN, LONGTENG):
            if "百色" in match[0] and firm.label in match[0]:
                evidence = Evidence(match.start(), match.end(), match[0])
                statements.append(Statement(BAISE.iri, "partnersWith", firm.iri, evidence, "pairs", 0.8))
    used = {iri for one in statements for iri in (one.subject, str(one.obj))}
    return Extraction(article, tuple(e for e in (BAISE, YUNFAN, LONGTENG) if e.iri in used), (), tuple(statements))
