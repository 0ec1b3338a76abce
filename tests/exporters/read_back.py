"""Every export read by a reader that did not write it, and compared: python -m tests.exporters.read_back --store DIR.

Prints a table: seconds to write, size, and what the reader found. Things are counted by their labels; a link between
two things is an edge, a measured value is none.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import duckdb
import igraph
import networkx as nx
import openpyxl
import pandas as pd
import pyoxigraph as ox
from ndex2.cx2 import RawCX2NetworkFactory
from rich.console import Console
from rich.table import Table

from kg import ids, ontology
from kg.exporters import FORMATS, export
from kg.exporters.property_graph import PropertyGraph
from kg.exporters.reading import property_graph
from kg.exporters.text import clean
from kg.store import open_store, vocab

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader found: labels of things, and links as (predicate, label, label)."""

    labels: Counter[str]
    links: Counter[tuple[str, str, str]]

    def plain(self) -> Seen:
        """Without control signs, which RDF keeps and RDF/XML marks, and without a spreadsheet's guard of formulas."""
        labels: Counter[str] = Counter()
        links: Counter[tuple[str, str, str]] = Counter()
        for label, count in self.labels.items():
            labels[_plain(label)] += count
        for (predicate, one, other), count in self.links.items():
            links[predicate, _plain(one), _plain(other)] += count
        return Seen(labels, links)

    def __str__(self) -> str:
        """The counts."""
        return f"{self.labels.total():,} things, {self.links.total():,} links"


def _plain(label: str) -> str:
    return clean(label).replace("\ufffd", " ").removeprefix("'")


def expected(graph: PropertyGraph) -> Seen:
    """What every reader should find."""
    label = {node.id: node.label for node in graph.nodes}
    links = Counter((edge.predicate, label[edge.source], label[edge.target]) for edge in graph.edges)
    return Seen(Counter(label.values()), links)


def _seen(label: Mapping[Any, str], links: Iterable[tuple[str, Any, Any]]) -> Seen:
    found = Counter((predicate, label[one], label[other]) for predicate, one, other in links)
    return Seen(Counter(label.values()), found)


def rdf(path: Path) -> Seen:
    """pyoxigraph's parser; the exports are written as text of our own. Of named graphs the default one counts."""
    said: dict[str, dict[str, list[Any]]] = {}
    for quad in ox.parse(path=str(path)):
        if isinstance(quad.graph_name, ox.DefaultGraph):
            of_subject = said.setdefault(quad.subject.value, {})
            of_subject.setdefault(quad.predicate.value, []).append(quad.object)
    kinds = {subject: {kind.value for kind in found.get(_RDF + "type", ())} for subject, found in said.items()}
    statement, measurement = ids.ONTOLOGY + "Statement", ids.ONTOLOGY + "Measurement"
    ends = {
        subject: tuple(said[subject][_RDF + end][0].value for end in ("predicate", "subject", "object"))
        for subject, kind in kinds.items()
        if statement in kind
    }
    is_link = {subject: measurement not in kinds.get(end[2], ()) for subject, end in ends.items()}
    named = {end[1] for end in ends.values()} | {end[2] for key, end in ends.items() if is_link[key]}
    label = {thing: _label(said[thing]) for thing in named}
    return _seen(label, ((p.removeprefix(ids.ONTOLOGY), s, o) for key, (p, s, o) in ends.items() if is_link[key]))


def _label(found: Mapping[str, list[Any]]) -> str:
    return str(next(term.value for term in found[vocab.LABEL[1:-1]] if term.language == "zh"))


def jsonl(path: Path) -> Seen:
    """pandas; a line is one sentence, so that a fact stands in several."""
    rows = pd.read_json(path, lines=True, dtype=False).drop_duplicates("statement")
    label = {end["iri"]: end["name"] for side in ("subject", "object") for end in rows[side] if "name" in end}
    facts = zip(rows.predicate, rows.subject, rows.object, strict=True)
    return _seen(label, ((p, s["iri"], o["iri"]) for p, s, o in facts if "name" in o))


def graphml(path: Path) -> Seen:
    """igraph, and networkx must agree."""
    read = igraph.Graph.Read_GraphML(str(path))
    label = dict(zip(read.vs["id"], read.vs["name"], strict=True))
    found = _seen(label, ((e["interaction"], read.vs[e.source]["id"], read.vs[e.target]["id"]) for e in read.es))
    other = nx.read_graphml(path)
    names = dict(other.nodes(data="name"))
    assert found == _seen(names, ((p, a, b) for a, b, p in other.edges(data="interaction")))
    return found


def yed(path: Path) -> Seen:
    """networkx, which knows yEd's labels; an edge's is the Chinese name of its predicate."""
    read = nx.read_graphml(path)
    predicate = {term.label_zh: name for name, term in ontology.load().predicates.items()}
    return _seen(dict(read.nodes(data="label")), ((predicate[p], a, b) for a, b, p in read.edges(data="label")))


def gexf(path: Path) -> Seen:
    """networkx."""
    read = nx.read_gexf(path)
    return _seen(dict(read.nodes(data="label")), ((p, a, b) for a, b, p in read.edges(data="interaction")))


def cx2(path: Path) -> Seen:
    """NDEx' client library."""
    read = RawCX2NetworkFactory().get_cx2network(json.loads(path.read_text(encoding="utf-8")))
    label = {key: node["v"]["name"] for key, node in read.get_nodes().items()}
    return _seen(label, ((e["v"]["interaction"], e["s"], e["t"]) for e in read.get_edges().values()))


def neo4j(folder: Path) -> Seen:
    """DuckDB, from the typed CSV files."""
    nodes = duckdb.sql(f"""SELECT "id:ID", "name:string" FROM read_csv('{folder}/nodes.csv', all_varchar=true)""")
    label = dict(nodes.fetchall())
    query = f"""SELECT ":TYPE", ":START_ID", ":END_ID" FROM read_csv('{folder}/relationships.csv', all_varchar=true)"""
    rows = [row for row in duckdb.sql(query).fetchall() if row[0] != "WITHIN"]
    return _table(label.items(), ((_camel(kind), a, b) for kind, a, b in rows))


def _camel(kind: str) -> str:
    first, *rest = kind.lower().split("_")
    return first + "".join(map(str.capitalize, rest))


def csv(folder: Path) -> Seen:
    """pandas."""
    nodes, rows = (pd.read_csv(folder / f"{name}.csv", dtype=str, na_filter=False) for name in ("nodes", "statements"))
    return _table(
        zip(nodes.id, nodes.name, strict=True), zip(rows.predicate, rows.subject_id, rows.object_id, strict=True)
    )


def xlsx(path: Path) -> Seen:
    """openpyxl."""
    book = openpyxl.load_workbook(path, read_only=True)
    statements, nodes, _ = (list(sheet.iter_rows(values_only=True)) for sheet in book)
    column = {str(head).split()[-1]: at for at, head in enumerate(statements[0])}
    picked = ([row[column[name]] for name in ("predicate", "subject_id", "object_id")] for row in statements[1:])
    return _table(((row[0], row[1]) for row in nodes[1:]), picked)


def parquet(folder: Path) -> Seen:
    """DuckDB."""
    nodes = duckdb.sql(f"SELECT id, name FROM '{folder}/nodes.parquet'").fetchall()
    rows = duckdb.sql(f"SELECT predicate, subject_id, object_id FROM '{folder}/statements.parquet'").fetchall()
    return _table(nodes, rows)


def _table(nodes: Iterable[Any], statements: Iterable[Any]) -> Seen:
    """The things that statements name; the places in which these lie are told besides."""
    links = [(str(p), str(s), str(o)) for p, s, o in statements]
    spoken_of = {end for _, *ends in links for end in ends}
    label = {str(key): str(name) for key, name in nodes if str(key) in spoken_of}
    return _seen(label, (link for link in links if link[2] in label))


READERS: dict[str, Callable[[Path], Seen]] = {
    **dict.fromkeys(("turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml"), rdf),
    **{"jsonl": jsonl, "graphml": graphml, "yed": yed, "gexf": gexf, "cx2": cx2},
    **{"neo4j": neo4j, "csv": csv, "xlsx": xlsx, "parquet": parquet},
}


def main() -> None:
    """Export a store in every format, read each back, print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", default="exports/store")
    table = Table(title="Every export read back", caption="seconds include reading the store")
    for head in ("format", "seconds", "processor", "MB", "read by", "found", "equal"):
        table.add_column(head)
    with open_store(parser.parse_args().store, read_only=True) as store, tempfile.TemporaryDirectory() as folder:
        wanted = expected(property_graph(store))
        for name, exporter in FORMATS.items():
            started, worked = perf_counter(), process_time()
            path = export(store, name, Path(folder) / f"graph{exporter.ending}")
            seconds, work = perf_counter() - started, process_time() - worked
            size = sum(file.stat().st_size for file in ([path] if path.is_file() else path.iterdir()))
            found = READERS[name](path)
            reader = str(READERS[name].__doc__).split(";")[0].split(":")[0].split(",")[0].rstrip(".")
            equal = "yes" if found.plain() == wanted.plain() else "NO"
            row = (name, f"{seconds:.1f}", f"{work:.1f}", f"{size / 1e6:.1f}", reader, str(found), equal)
            print(*row, sep="\t", flush=True)
            table.add_row(*row)
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
