"""Each article against itself: is its graph what was stored, and does every quote stand in its text?"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from kg.check.finding import Finding, Severity
from kg.store import Store
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.alike import bands
from kg.store.prepared import digest
from kg.store.view import EVIDENCE, one

_NOWHERE: Final = "a quote does not stand in its article where it says"
_NOWHERE_ZH: Final = "引文与文章正文在所注位置不符"
_CHANGED: Final = "the article's graph is not what was stored"
_CHANGED_ZH: Final = "文章的命名图与存入时不一致"
# Every quote of the merged graph with what stands before and after it; the engine reads the texts itself.
_MISPLACED: Final = """SELECT ?evidence ?quote ?source {
  ?evidence oa:exact ?quote ; oa:start ?start ; oa:end ?end ; sc:article ?article .
  ?article sc:text ?text ; sc:source ?source .
  OPTIONAL { ?evidence oa:prefix ?before }
  OPTIONAL { ?evidence oa:suffix ?after }
  FILTER(!COALESCE(SUBSTR(?text, ?start + 1, ?end - ?start) = ?quote, false)
    || (BOUND(?before) && SUBSTR(?text, ?start + 1 - STRLEN(?before), STRLEN(?before)) != ?before)
    || (BOUND(?after) && SUBSTR(?text, ?end + 1, STRLEN(?after)) != ?after))
}"""


def articles(store: Store) -> Iterator[Finding]:
    """What is wrong with the articles, one by one, and then with the quotes of all."""
    told = set()
    for info in store.articles():
        graph = t.iri(info.iri)
        if _is_as_stored(store, graph):
            continue
        yield Finding("article", Severity.ERROR, info.iri, _CHANGED, _CHANGED_ZH, article=info.source)
        for found in _quotes(info.iri, info.source, tuple(sorted(store.backend.graph(graph)))):
            told.add(found.node)
            yield found
    for evidence, quote, source in store.select(_MISPLACED):
        if evidence.value not in told:
            yield _misplaced(evidence.value, quote.value, source.value)


def _is_as_stored(store: Store, graph: str) -> bool:
    """Whether what the build graph notes of an article's graph is what there is to be noted."""
    saved = BytesIO()
    store.backend.save(graph, saved)
    # Sorted as bytes, UTF-8 has the order of code points, in which the digest was taken.
    lines = sorted(saved.getvalue().splitlines(keepends=True))
    texts = f"{graph} {v.TEXT} ".encode()
    text = next((line.removeprefix(texts).removesuffix(b" .\n") for line in lines if line.startswith(texts)), b'""')
    notes = {(v.BAND, t.text(band)) for band in bands(t.plain(text.decode()))}
    notes.add((v.DIGEST, digest(b"".join(lines))))
    return notes == store.backend.described([graph], (), v.BUILD)[graph]


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
                yield _misplaced(t.unwrap(node), quote, source)


def _misplaced(evidence: str, quote: str, source: str) -> Finding:
    return Finding("quote", Severity.ERROR, evidence, _NOWHERE, _NOWHERE_ZH, quote, source)


def _plain(pairs: set[tuple[str, str]], predicate: str) -> str:
    return t.plain(term) if (term := one(pairs, predicate)) else ""
