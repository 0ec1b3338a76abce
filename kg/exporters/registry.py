"""The formats by name, and the one way to write any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from kg.errors import ExportError
from kg.exporters.atomic import new_file, new_folder

if TYPE_CHECKING:
    from kg.exporters.property_graph import PropertyGraph
    from kg.store import Store

DEFAULT_FOLDER: Final = Path("exports")


class Needs(StrEnum):
    """What a writer is given."""

    STORE = "store"
    GRAPH = "graph"
    LAID_OUT = "laid out"


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name, the ending of its file or folder, the tools it is for, and where its writer is.

    `writer` is `module:function` below `kg.exporters`, imported when used. A writer is called with the store and the
    confidence asked, or with the property graph; and with the path, which is an empty folder if `folder` is set.
    """

    name: str
    ending: str
    tool: str
    writer: str
    needs: Needs = Needs.STORE
    folder: bool = False

    def default_path(self) -> Path:
        """Where the export goes unless told otherwise: `exports/graph` and the ending."""
        return DEFAULT_FOLDER / f"graph{self.ending}"

    def load(self) -> Callable[..., Any]:
        """The writer."""
        module, _, function = self.writer.partition(":")
        loaded: Callable[..., Any] = getattr(import_module(f"kg.exporters.{module}"), function)
        return loaded


_EXPORTERS: Final = (
    Exporter("turtle", ".ttl", "RDF stores, people", "turtle:write_turtle"),
    Exporter("trig", ".trig", "RDF stores, with a graph for each article", "turtle:write_trig"),
    Exporter("ntriples", ".nt", "RDF stores, line by line", "ntriples:write_triples"),
    Exporter("nquads", ".nq", "RDF stores, line by line, with a graph for each article", "ntriples:write_quads"),
    Exporter("jsonld", ".jsonld", "web developers, RDF stores", "jsonld:write"),
    Exporter("rdfxml", ".rdf", "older RDF tools, Protégé", "rdfxml:write"),
    Exporter("jsonl", ".jsonl", "scripts: one line for each sentence that states something", "jsonl:write"),
    Exporter("graphml", ".graphml", "Cytoscape, igraph, networkx", "graphml:write", Needs.GRAPH),
    Exporter("yed", ".yed.graphml", "yEd", "yed:write", Needs.LAID_OUT),
    Exporter("gexf", ".gexf", "Gephi, Gephi Lite", "gexf:write", Needs.LAID_OUT),
    Exporter("cx2", ".cx2", "Cytoscape, NDEx", "cx2:write", Needs.LAID_OUT),
    Exporter("neo4j", "-neo4j", "Neo4j, Memgraph: a folder", "neo4j:write", Needs.GRAPH, folder=True),
    Exporter("csv", "-csv", "Excel and other spreadsheets: a folder of tables", "csv:write", Needs.GRAPH, folder=True),
    Exporter("xlsx", ".xlsx", "Excel, LibreOffice", "xlsx:write", Needs.GRAPH),
    Exporter("parquet", "-parquet", "pandas, DuckDB: a folder of tables", "parquet:write", Needs.GRAPH, folder=True),
)

FORMATS: Final[Mapping[str, Exporter]] = MappingProxyType({exporter.name: exporter for exporter in _EXPORTERS})


def export(
    store: Store,
    format: str,
    path: Path | None = None,
    *,
    min_confidence: float = 0.0,
    graph: PropertyGraph | None = None,
) -> Path:
    """Write a store in a format and return the path; statements below the confidence are left out.

    `graph` is the store's property graph, for callers that write several formats and have it already. Raises
    ExportError for an unknown format or what cannot be written; then the file that stood there is whole.
    """
    exporter = FORMATS.get(format)
    if exporter is None:
        raise ExportError(f"no format is called {format} 没有这个格式", remedy=f"choose one of {', '.join(FORMATS)}")
    target = path or exporter.default_path()
    with (new_folder if exporter.folder else new_file)(target) as part:
        if exporter.needs is Needs.STORE:
            exporter.load()(store, part, min_confidence)
        else:
            exporter.load()(_graph(store, exporter.needs, min_confidence, graph), part)
    return target


def _graph(store: Store, needs: Needs, min_confidence: float, graph: PropertyGraph | None) -> PropertyGraph:
    from kg.exporters.reading import property_graph

    found = property_graph(store, min_confidence) if graph is None else graph
    if needs is Needs.LAID_OUT:
        from kg.exporters.layout import arrange

        return arrange(found)
    return found
