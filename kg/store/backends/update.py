"""A change as SPARQL 1.1 Update, which every back end understands."""

from __future__ import annotations

from collections.abc import Iterable

from kg.store.backends import Delta, Quad


def deletion(delta: Delta) -> str:
    """What goes, as SPARQL 1.1 Update that `insertion` may follow."""
    gone = f"DELETE DATA {{\n{_body(delta.delete)}}} ;\n" if delta.delete else ""
    return gone + "".join(f"DROP SILENT GRAPH {graph} ;\n" for graph in sorted(delta.emptied))


def insertion(delta: Delta) -> str:
    """What comes, as SPARQL 1.1 Update."""
    given = ((graph, lines.decode()) for graph, lines in delta.lines)
    blocks = "".join(f"GRAPH {graph} {{\n{lines}}}\n" if graph else lines for graph, lines in given)
    return f"INSERT DATA {{\n{blocks}{_body(delta.insert)}}}" if blocks or delta.insert else ""


def _body(quads: Iterable[Quad]) -> str:
    """Quads as the inside of a DATA block."""
    return "".join(
        f"GRAPH {graph} {{ {subject} {predicate} {obj} }}\n" if graph else f"{subject} {predicate} {obj} .\n"
        for subject, predicate, obj, graph in quads
    )
