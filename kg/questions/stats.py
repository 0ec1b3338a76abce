"""The graph at a glance: totals, and counts by class, link, place, firm, year, publisher, status and confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg import ids
from kg.questions.limits import Limits
from kg.questions.table import Iri, Table, Value
from kg.questions.worker import Worker

# The longest bar charts are still read from top to bottom; what comes after is for a query.
_TOP: Final = 15
NOT_SAID: Final = "未说明 not stated"
"""The label of what has none; it stands last and is drawn in another way, as it is no class among the others."""
# A gap of more years than this is no gap but a date gone wrong.
_YEARS_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class Total:
    """One number with its titles."""

    label_zh: str
    label_en: str
    number: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Labels with numbers, in the order in which they are to stand; `more` labels there was no room for."""

    title_zh: str
    title_en: str
    bars: tuple[tuple[str, int], ...]
    more: int = 0

    @property
    def largest(self) -> int:
        """The number that the longest bar stands for, at least one."""
        return max([1, *(number for _, number in self.bars)])

    @property
    def said(self) -> list[tuple[str, int]]:
        """The bars of those that have what the chart is about."""
        return [bar for bar in self.bars if bar[0] != NOT_SAID]

    @property
    def unsaid(self) -> list[tuple[str, int]]:
        """The bar of those that do not, if there are any."""
        return [bar for bar in self.bars if bar[0] == NOT_SAID]

    @property
    def remark(self) -> str:
        """What stands below the bars of a chart that had no room for all; empty otherwise."""
        return f"另有 {self.more:,} 个  and {self.more:,} more" if self.more else ""


@dataclass(frozen=True, slots=True)
class Stats:
    """All that `kg stats` shows."""

    totals: tuple[Total, ...]
    charts: tuple[Chart, ...]


_TOTALS: Final = (
    ("文章", "articles", "SELECT (COUNT(*) AS ?n) { ?x a sc:Article }"),
    ("独立来源", "independent origins", "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?x sc:origin ?o }"),
    ("媒体", "publishers", "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?x a sc:Article ; dc:publisher ?p }"),
    ("陈述", "statements", "SELECT (COUNT(*) AS ?n) { ?x a sc:Statement }"),
    ("证据", "pieces of evidence", "SELECT (COUNT(*) AS ?n) { ?x a sc:Evidence }"),
)
_BOOKKEEPING: Final = ("Article", "Statement", "Evidence", "Measurement")
_CLASSES: Final = "SELECT ?key (COUNT(*) AS ?n) { ?x a ?key } GROUP BY ?key"
_LINKS: Final = "SELECT ?key (COUNT(*) AS ?n) { ?x a sc:Statement ; rdf:predicate ?key } GROUP BY ?key"
_SPOKEN_OF: Final = "{ ?key a sc:%s . ?x rdf:subject|rdf:object ?key }"
_YEARS: Final = (
    "SELECT ?key (COUNT(*) AS ?n) { ?x a sc:Article OPTIONAL { ?x dcterms:issued ?at } "
    "BIND(SUBSTR(STR(?at), 1, 4) AS ?key) } GROUP BY ?key ORDER BY ?key"
)
_PUBLISHED: Final = "{ ?x a sc:Article ; dc:publisher ?key }"
_UNPUBLISHED: Final = "SELECT (COUNT(*) AS ?n) { ?x a sc:Article FILTER NOT EXISTS { ?x dc:publisher ?key } }"
_STATUSES: Final = "SELECT ?key (COUNT(*) AS ?n) { ?x a sc:Statement OPTIONAL { ?x sc:status ?key } } GROUP BY ?key"
_CONFIDENCE: Final = (
    "SELECT ?key (COUNT(*) AS ?n) { ?x sc:confidence ?c BIND(xsd:integer(FLOOR(?c * 10)) AS ?key) } "
    "GROUP BY ?key ORDER BY ?key"
)
_SUPPORT: Final = "SELECT ?key (COUNT(*) AS ?n) { ?x sc:support ?key } GROUP BY ?key ORDER BY ?key"


def stats(worker: Worker, limits: Limits) -> Stats:
    """Count everything; the limits hold for each count. Raises QueryError and StoreError."""

    def counted(query: str) -> tuple[tuple[str, int, Value], ...]:
        return _counted(worker.ask(query, limits=limits))

    def number(query: str) -> int:
        return int(str(worker.ask(query, limits=limits).rows[0][0]))

    def top(zh: str, en: str, pattern: str, unsaid: int = 0) -> Chart:
        rows = counted(f"SELECT ?key (COUNT(*) AS ?n) {pattern} GROUP BY ?key ORDER BY DESC(?n) ?key LIMIT {_TOP}")
        more = number(f"SELECT (COUNT(DISTINCT ?key) AS ?n) {pattern}") - len(rows)
        chart = _largest_first(zh, en, rows)
        return replace(chart, bars=(*chart.bars, *([(NOT_SAID, unsaid)] if unsaid else [])), more=more)

    classes = [row for row in counted(_CLASSES) if str(row[2]).removeprefix(ids.ONTOLOGY) not in _BOOKKEEPING]
    totals = [Total(zh, en, number(query)) for zh, en, query in _TOTALS]
    # Behind what was read, before what it states.
    totals.insert(3, Total("事物", "things", sum(count for _, count, _ in classes)))
    return Stats(
        tuple(totals),
        (
            _largest_first("各类事物", "Things by class", classes),
            _largest_first("各类关系", "Statements by link", counted(_LINKS)),
            top("陈述最多的城市", "Cities with most statements", _SPOKEN_OF % "City"),
            top("陈述最多的企业", "Firms with most statements", _SPOKEN_OF % "Firm"),
            Chart("各年文章", "Articles by year", tuple(every_year(counted(_YEARS)))),
            top("各媒体文章", "Articles by publisher", _PUBLISHED, number(_UNPUBLISHED)),
            _largest_first("状态分布", "Statements by status", counted(_STATUSES)),
            Chart("置信度分布", "Statements by confidence", tuple(_tenths(counted(_CONFIDENCE)))),
            Chart("独立来源数分布", "Statements by number of origins", tuple(_up_to_five(counted(_SUPPORT)))),
        ),
    )


def _counted(table: Table) -> tuple[tuple[str, int, Value], ...]:
    """Label, number and raw key of each row."""
    found = []
    for key, number in table.rows:
        label = table.labels.get(key, key) if isinstance(key, Iri) else key
        found.append((NOT_SAID if label in (None, "") else str(label), int(str(number)), key))
    return tuple(found)


def _largest_first(zh: str, en: str, rows: Sequence[tuple[str, int, Value]]) -> Chart:
    bars = sorted(((label, n) for label, n, _ in rows), key=lambda bar: (bar[0] == NOT_SAID, -bar[1], bar[0]))
    return Chart(zh, en, tuple(bars))


def every_year(rows: Sequence[tuple[str, int, Value]]) -> list[tuple[str, int]]:
    """The years from the first to the last, those without an article too; then what has no date."""
    said = {label: number for label, number, _ in rows if label != NOT_SAID}
    years = sorted(int(label) for label in said if label.isdecimal())
    if years and years[-1] - years[0] < _YEARS_SHOWN:
        said = {f"{year:04}": said.get(f"{year:04}", 0) for year in range(years[0], years[-1] + 1)}
    return [*sorted(said.items()), *((NOT_SAID, number) for label, number, _ in rows if label == NOT_SAID)]


def _tenths(rows: Sequence[tuple[str, int, Value]]) -> list[tuple[str, int]]:
    """All ten classes of confidence, empty ones too; 1.0 belongs to the last."""
    numbers = [0] * 10
    for _, number, key in rows:
        numbers[min(int(str(key)), 9)] += number
    return [(f"{tenth / 10:.1f}–{(tenth + 1) / 10:.1f}", number) for tenth, number in enumerate(numbers)]


def _up_to_five(rows: Sequence[tuple[str, int, Value]]) -> list[tuple[str, int]]:
    """One, two, three, four, and all above."""
    numbers = [0] * 5
    for _, number, key in rows:
        numbers[min(int(str(key)), 5) - 1] += number
    return [(f"{at + 1}" if at < 4 else "5+", number) for at, number in enumerate(numbers)]
