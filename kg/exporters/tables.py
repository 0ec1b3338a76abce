"""The graph as three tables, for spreadsheets and data frames: statements, things, and the evidence of each statement.

A measured value is a statement whose object is a figure: its indicator stands as the object's name, its value and unit
in columns of their own. The most confident evidence of a statement stands in its row, all of it in the third table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final

from kg import ontology
from kg.exporters.columns import ColumnType, node_columns
from kg.exporters.property_graph import Edge, EvidenceRow, Node, PropertyGraph

Cell = Any
"""A str, int, float, bool, date, a tuple of str, or None."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table: its name for programs, its heading in Chinese, its type."""

    name: str
    zh: str
    kind: ColumnType = ColumnType.STRING


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name for files, its name in Chinese, its columns, and its rows, made anew at each call."""

    name: str
    zh: str
    fields: tuple[Field, ...]
    rows: Callable[[], Iterator[list[Cell]]]


def tables(graph: PropertyGraph) -> tuple[Table, Table, Table]:
    """Statements, nodes and evidence of a graph."""
    return _statements(graph), _nodes(graph), _evidence(graph)


_STATEMENT: Final = (
    Field("id", "编号"),
    Field("subject", "主语"),
    Field("subject_kind", "主语类别"),
    Field("predicate", "关系"),
    Field("predicate_zh", "关系名称"),
    Field("object", "宾语"),
    Field("object_kind", "宾语类别"),
    Field("value", "数值", ColumnType.DOUBLE),
    Field("unit", "单位"),
    Field("target", "是否目标值", ColumnType.BOOLEAN),
    Field("status", "状态"),
    Field("status_zh", "状态名称"),
    Field("time", "时间"),
    Field("from_day", "起始日", ColumnType.DATE),
    Field("to_day", "截止日", ColumnType.DATE),
    Field("amount", "金额", ColumnType.DOUBLE),
    Field("amount_unit", "金额单位"),
    Field("title", "职务"),
    Field("agreement", "协议"),
    Field("confidence", "置信度", ColumnType.DOUBLE),
    Field("support", "独立来源数", ColumnType.INTEGER),
    Field("quotes", "依据数", ColumnType.INTEGER),
    Field("quote", "原句"),
    Field("article", "文章"),
    Field("publisher", "媒体"),
    Field("published", "发布时间"),
    Field("url", "链接"),
    Field("subject_id", "主语编号"),
    Field("object_id", "宾语编号"),
)
_EVIDENCE: Final = (
    Field("statement", "陈述编号"),
    Field("quote", "原句"),
    Field("article_title", "文章"),
    Field("publisher", "媒体"),
    Field("date", "发布时间"),
    Field("url", "链接"),
    Field("source", "文件"),
    Field("start", "起始字符", ColumnType.INTEGER),
    Field("end", "截止字符", ColumnType.INTEGER),
    Field("confidence", "置信度", ColumnType.DOUBLE),
    Field("status", "状态"),
    Field("time", "时间"),
    Field("time_wording", "时间原文"),
    Field("amount", "金额", ColumnType.DOUBLE),
    Field("amount_unit", "金额单位"),
    Field("amount_wording", "金额原文"),
    Field("title", "职务"),
    Field("agreement", "协议"),
    Field("pattern", "规则"),
)
_NODE_ZH: Final = {
    "name": "名称",
    "name_en": "英文名",
    "kind": "类别",
    "category": "大类",
    "names": "全部名称",
    "iri": "IRI",
    "degree": "关系数",
    "measurements": "指标",
    "within_id": "上级地点编号",
    "within_all": "各级上级地点",
}


def _statements(graph: PropertyGraph) -> Table:
    nodes = graph.by_id()

    def rows() -> Iterator[list[Cell]]:
        for edge in sorted((*graph.edges, *graph.measurements), key=lambda edge: edge.id):
            yield _statement(edge, nodes)

    return Table("statements", "陈述", _STATEMENT, rows)


def _statement(edge: Edge, nodes: dict[str, Node]) -> list[Cell]:
    subject, target, figure, best = nodes[edge.source], nodes.get(edge.target), edge.measure, edge.best
    return [
        edge.id,
        subject.label,
        subject.kind,
        edge.predicate,
        edge.label,
        target.label if target else figure.indicator if figure else "",
        target.kind if target else "Measurement",
        figure.value if figure else None,
        figure.unit if figure else "",
        figure.target if figure else None,
        edge.status,
        ontology.load().status_label(edge.status, edge.predicate)[0] if edge.status else "",
        "; ".join(edge.times),
        edge.start,
        edge.end,
        edge.amount,
        edge.amount_unit,
        edge.title,
        edge.agreement,
        edge.confidence,
        edge.support,
        len(edge.evidence),
        best.quote,
        best.article_title,
        best.publisher,
        best.date,
        best.url,
        edge.source,
        edge.target,
    ]


def _nodes(graph: PropertyGraph) -> Table:
    columns = node_columns(graph)
    labels = ontology.load().labels
    fields = [
        Field(column.name, _NODE_ZH.get(column.name) or labels.get(column.name, ("", ""))[0], column.kind)
        for column in columns
    ]

    def rows() -> Iterator[list[Cell]]:
        for node in graph.all_nodes:
            yield [node.id, *(column.get(node) for column in columns)]

    return Table("nodes", "事物", (Field("id", "编号"), *fields), rows)


def _evidence(graph: PropertyGraph) -> Table:
    take: Callable[[EvidenceRow], tuple[Cell, ...]] = attrgetter(*(field.name for field in _EVIDENCE[1:]))

    def rows() -> Iterator[list[Cell]]:
        for edge in sorted((*graph.edges, *graph.measurements), key=lambda edge: edge.id):
            for row in edge.evidence:
                yield [edge.id, *take(row)]

    return Table("evidence", "依据", _EVIDENCE, rows)
