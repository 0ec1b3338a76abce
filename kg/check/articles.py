"""Each article against itself: is its graph what was stored, and does every quote stand in its text?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.check.finding import Finding, Severity
from kg.store import Store
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.prepared import of_graph
from kg.store.view import EVIDENCE, one

_NOWHERE: Final = "a quote does not stand in its article where it says"
_NOWHERE_ZH: Final = "引文与文章正文在所注位置不符"
_CHANGED: Final = "the article's graph is not what was stored"
_CHANGED_ZH: Final = "文章的命名图与存入时不一致"


def articles(store: Store) -> Iterator[Finding]:
    """What is wrong with the articles, one by one."""
    for info in store.articles():
        graph = t.iri(info.iri)
        triples = tuple(sorted(store.backend.graph(graph)))
        noted = store.backend.described([graph], (), v.BUILD)[graph]
        if set(of_graph(info.source, graph, triples).notes) != noted:
            yield Finding("article", Severity.ERROR, info.iri, _CHANGED, _CHANGED_ZH, article=info.source)
        yield from _quotes(info.iri, info.source, triples)


def _quotes(article: str, source: str, triples: tuple[t.Triple, ...]) -> Iterator[Finding]:
    """Quotes with their context, which is what stands before and after them in the text."""
    nodes: dict[str, set[tuple[str, str]]] = {}
    for subject, predicate, obj in triples:
        nodes.setdefault(subject, set()).add((predicate, obj))
    text = _plain(nodes.get(t.iri(article), set()), v.TEXT)
    for node, pairs in sorted(nodes.items()):
        if node.startswith(EVIDENCE):
            start, end = int(_plain(pairs, v.START) or -1), int(_plain(pairs, v.END) or -1)
            quote, before, after = (_plain(pairs, term) for term in (v.EXACT, v.PREFIX, v.SUFFIX))
            context = text[max(start - len(before), 0) : start] == before and text[end : end + len(after)] == after
            if start < 0 or not quote or text[start:end] != quote or not context:
                yield Finding("quote", Severity.ERROR, t.unwrap(node), _NOWHERE, _NOWHERE_ZH, quote, source)


def _plain(pairs: set[tuple[str, str]], predicate: str) -> str:
    return t.plain(term) if (term := one(pairs, predicate)) else ""
