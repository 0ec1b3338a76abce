"""The graph at a glance: totals, and counts by class, link, place, firm, year, publisher, status and confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg import ids
from kg.questions.limits import Limits
from kg.questions.table import Iri, Table, Value
from kg.questions.worker import Worker

# The longest bar charts are still read from top to bottom; what comes after is for a query.
_TOP = 15
NOT_SAID = "未注明 not stated"
"""The label of what has none; it stands last, with its number but no bar, so that the others can be compared."""
# A gap of more years than this is no gap but a date gone wrong.
_YEARS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Total:
    """One number with its titles."""

    label_zh: str
    label_en: str
    number: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Labels with numbers, in the order in which they are to stand."""

    title_zh: str
    title_en: str
    bars: tuple[tuple[str, int], ...]

    @property
    def largest(self) -> int:
        """The number that the longest bar stands for, at least one."""
        return max([1, *(number for label, number in self.bars if label != NOT_SAID)])


@dataclass(frozen=True, slots=True)
class Stats:
    """All that `kg stats` shows."""

    totals: tuple[Total, ...]
    charts: tuple[Chart, ...]


_TOTALS = (
    ("文章", "articles", "SELECT (COUNT(*) AS ?n) { ?x a sc:Article }"),
    ("独立来源", "independent origins", "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?x sc:origin ?o }"),
    ("媒体", "publishers", "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?x a sc:Article ; dcterms:publisher ?p }"),
    ("事实", "statements", "SELECT (COUNT(*) AS ?n) { ?x a sc:Statement }"),
    ("原句依据", "pieces of evidence", "SELECT (COUNT(*) AS ?n) { ?x a sc:Evidence }"),
)
_BOOKKEEPING = ("Article", "Statement", "Evidence", "Measurement")
_CLASSES = "SELECT ?key (COUNT(*) AS ?n) { ?x a ?key } GROUP BY ?key"
_LINKS = "SELECT ?key (COUNT(*) AS ?n) { ?x a sc:Statement ; rdf:predicate ?key } GROUP BY ?key"
_NAMED_MOST = (
    "SELECT ?key (COUNT(*) AS ?n) { ?key a sc:%s . ?x rdf:subject|rdf:object ?key } "
    f"GROUP BY ?key ORDER BY DESC(?n) ?key LIMIT {_TOP}"
)
_YEARS = (
    "SELECT ?key (COUNT(*) AS ?n) { ?x a sc:Article OPTIONAL { ?x dcterms:issued ?at } "
    "BIND(SUBSTR(STR(?at), 1, 4) AS ?key) } GROUP BY ?key ORDER BY ?key"
)
_PUBLISHERS = (
    "SELECT ?key (COUNT(*) AS ?n) { ?x a sc:Article OPTIONAL { ?x dcterms:publisher ?key } } "
    f"GROUP BY ?key ORDER BY DESC(?n) ?key LIMIT {_TOP}"
)
_STATUSES = "SELECT ?key (COUNT(*) AS ?n) { ?x a sc:Statement OPTIONAL { ?x sc:status ?key } } GROUP BY ?key"
_CONFIDENCE = (
    "SELECT ?key (COUNT(*) AS ?n) { ?x sc:confidence ?c BIND(xsd:integer(FLOOR(?c * 10)) AS ?key) } "
    "GROUP BY ?key ORDER BY ?key"
)
_SUPPORT = "SELECT ?key (COUNT(*) AS ?n) { ?x sc:support ?key } GROUP BY ?key ORDER BY ?key"


def stats(worker: Worker, limits: Limits) -> Stats:
    """Count everything; the limits hold for each count. Raises QueryError and StoreError."""

    def counted(query: str) -> tuple[tuple[str, int, Value], ...]:
        return _counted(worker.ask(query, limits=limits))

    classes = [row for row in counted(_CLASSES) if str(row[2]).removeprefix(ids.ONTOLOGY) not in _BOOKKEEPING]
    totals = [Total(zh, en, int(str(worker.ask(query, limits=limits).rows[0][0]))) for zh, en, query in _TOTALS]
    totals.insert(3, Total("实体", "entities", sum(number for _, number, _ in classes)))
    return Stats(
        tuple(totals),
        (
            _largest_first("各类实体", "Entities by class", classes),
            _largest_first("各类关系", "Statements by link", counted(_LINKS)),
            _largest_first("提及最多的城市", "Cities with the most facts", counted(_NAMED_MOST % "City")),
            _largest_first("提及最多的企业", "Firms with the most facts", counted(_NAMED_MOST % "Firm")),
            Chart("各年文章", "Articles by year", tuple(every_year(counted(_YEARS)))),
            _largest_first("各媒体文章", "Articles by publisher", counted(_PUBLISHERS)),
            _largest_first("计划与完成", "Statements by status", counted(_STATUSES)),
            Chart("置信度分布", "Statements by confidence", tuple(_tenths(counted(_CONFIDENCE)))),
            Chart("独立来源数", "Statements by number of origins", tuple(_up_to_five(counted(_SUPPORT)))),
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
