"""Made-up property graphs of any size with Chinese names, the same on every run: cities, firms, projects, sentences."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kg import ids, ontology
from kg.exporters.property_graph import Edge, EvidenceRow, Measure, Node, PropertyGraph
from kg.exporters.reading import short_id
from kg.exporters.times import bounds
from kg.model import Measurement, Quantity
from tests.view import names

_STATUSES = ("planned", "underway", "completed", "completed", "")
_WORDING = {"planned": "计划", "underway": "正在", "completed": "已", "": ""}
_INDICATORS = (("5G基站", "个"), ("数字经济增加值", "亿元"), ("充电桩", "台"), ("上云企业", "家"))


@dataclass(frozen=True, slots=True)
class Made:
    """A thing that was made up."""

    iri: str
    kind: str
    label: str
    label_en: str = ""
    names: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A fact that was made up, and when and how it was reported; `obj` is a thing or a measurement."""

    subject: Made
    predicate: str
    obj: Made | Measurement
    status: str
    time: str
    confidence: float
    quote: str
    paper: str
    day: datetime
    number: int


def things(count: int, rng: random.Random) -> list[Made]:
    """So many things, in the proportions that news has: many projects and firms, few goals and people."""
    found = [
        Made(f"{ids.ID}place/{code}", "City", name, en, (name, name[:-1]), code)
        for name, (code, en) in names.CITIES.items()
    ]
    found += [Made(f"{ids.CONCEPT}goal/g{n}", "Goal", name) for n, name in enumerate(names.GOALS)]
    found += [Made(f"{ids.CONCEPT}technology/t{n}", "Technology", name) for n, name in enumerate(names.TECHNOLOGIES)]
    found += [Made(f"{ids.CONCEPT}sector/s{n}", "Sector", name) for n, name in enumerate(names.SECTORS)]
    if count < 100:
        found = found[:12] + found[30:32] + found[38:40] + found[48:50]
    cities = [thing for thing in found if thing.kind == "City"]
    while len(found) < count:
        found.append(_thing(len(found), rng, cities))
    return found[:count]


def _thing(number: int, rng: random.Random, cities: Sequence[Made]) -> Made:
    city = rng.choice(cities).label[:-1]
    kind = rng.choices(
        ("Firm", "Project", "Document", "Government", "Institution", "District", "Award", "Person"),
        (30, 36, 8, 7, 6, 5, 4, 4),
    )[0]
    serial = f"{number:04d}"
    label = {
        "Firm": f"{city}{rng.choice(names.FIRM_HEADS)}{serial}{rng.choice(names.FIRM_FIELDS)}有限公司",
        "Project": f"{city}{rng.choice(names.PROJECT_HEADS)}{rng.choice(names.PROJECT_TAILS)}{serial}",
        "Document": f"《{city}市智慧城市规划（{serial}）》",
        "Government": f"{city}市第{serial}数据管理局",
        "Institution": f"{city}第{serial}研究院",
        "District": f"{city}{serial}区",
        "Award": f"{city}数字化标杆（第{serial}批）",
        "Person": f"{rng.choice(names.SURNAMES)}{rng.choice(names.GIVEN)}{serial}",
    }[kind]
    group = ontology.load().classes[kind].group
    others = (label, label.removesuffix("科技有限公司")) if kind == "Firm" else (label,)
    return Made(ids.entity_iri(group, label), kind, label, "", others)


def sayings(count: int, links: int | None = None, seed: int = 7) -> list[Said]:
    """Facts among `count` things: each thing occurs at least once, the early ones far more often, as cities do."""
    rng = random.Random(seed)
    made = things(count, rng)
    fits = ontology.load().fits
    relations = [name for name in ontology.load().predicates if name not in ("hasMeasurement", "locatedIn")]
    found: list[Said] = []
    wanted = links or count * 3
    while len(found) < wanted:
        one = made[len(found)] if len(found) < count else _popular(made, rng)
        for _ in range(40):
            other, relation = _popular(made, rng), rng.choice(relations)
            pair = (one, other) if fits(relation, one.kind, other.kind) else (other, one)
            if one is not other and fits(relation, pair[0].kind, pair[1].kind):
                found.append(_say(pair[0], relation, pair[1], rng, len(found)))
                break
        else:
            wanted -= 1
    return found + [_figure(thing, rng, len(found) + n) for n, thing in enumerate(made) if thing.kind == "City"]


def _popular(made: Sequence[Made], rng: random.Random) -> Made:
    return made[int(len(made) * rng.random() ** 3.2)]


def _say(subject: Made, relation: str, obj: Made, rng: random.Random, number: int) -> Said:
    status, day = (
        rng.choice(_STATUSES),
        datetime(2019, 1, 1, tzinfo=UTC) + timedelta(days=int(1900 * rng.random() ** 0.6)),
    )
    time = rng.choice(("", f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"))
    called = [thing.names[-1] if thing.names and rng.random() < 0.5 else thing.label for thing in (subject, obj)]
    word = ontology.load().predicates[relation].label_zh
    told = f"{day.month}月{day.day}日，记者从发布会上获悉，{called[0]}{_WORDING[status]}就{called[1]}一事开展{word}"
    quote = f"{told}，相关工作（编号{number}）按年度方案推进。"
    sure = round(rng.uniform(0.35, 0.97), 2)
    return Said(subject, relation, obj, status, time, sure, quote, rng.choice(names.PAPERS), day, number)


def _figure(thing: Made, rng: random.Random, number: int) -> Said:
    indicator, unit = rng.choice(_INDICATORS)
    value = rng.randrange(100, 9000)
    day = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(days=rng.randrange(400))
    quote = f"截至{day.month}月底，{thing.names[-1]}已有{indicator}{value}{unit}，统计编号{number}。"
    figure = Measurement(indicator, Quantity(value, unit, f"{value}{unit}"))
    return Said(
        thing, "hasMeasurement", figure, "completed", f"{day:%Y-%m}", 0.9, quote, rng.choice(names.PAPERS), day, number
    )


def graph(count: int, links: int | None = None, seed: int = 7) -> PropertyGraph:
    """The property graph of the same facts; one in four has a second reading."""
    said = sayings(count, links, seed)
    ends = {end.iri: end for one in said for end in (one.subject, one.obj) if isinstance(end, Made)}
    merged: dict[str, list[Said]] = {}
    for one in said:
        merged.setdefault(ids.statement_iri(one.subject.iri, one.predicate, _object_iri(one)), []).append(one)
    edges = [_edge(iri, group) for iri, group in sorted(merged.items())]
    nodes = tuple(sorted((_node(end) for end in ends.values()), key=lambda node: node.id))
    return PropertyGraph(nodes, tuple(e for e in edges if not e.measure), tuple(e for e in edges if e.measure))


def _object_iri(said: Said) -> str:
    return said.obj.iri if isinstance(said.obj, Made) else f"{ids.ID}measurement/{said.number}"


def _node(made: Made) -> Node:
    group = ontology.load().classes[made.kind].group
    attributes = (("code", made.code),) if made.code else ()
    return Node(short_id(made.iri), made.iri, made.label, made.label_en, made.kind, group, made.names, attributes)


def _edge(iri: str, group: Sequence[Said]) -> Edge:
    first = group[0]
    term = ontology.load().predicates[first.predicate]
    times = tuple(sorted({said.time for said in group} - {""}))
    start, end = bounds(times)
    rows = [_row(said, said.number) for said in group]
    if first.number % 4 == 0:
        rows.append(_row(first, first.number + 100_000))
    doubt = 1.0
    for said in group:
        doubt *= 1 - said.confidence
    return Edge(
        id=short_id(iri),
        iri=iri,
        source=short_id(first.subject.iri),
        target=short_id(_object_iri(first)),
        predicate=first.predicate,
        label=term.label_zh,
        label_en=term.label_en,
        symmetric=term.symmetric,
        status=first.status,
        times=times,
        start=start,
        end=end,
        confidence=round(1 - doubt, 3),
        support=len(rows),
        evidence=tuple(rows),
        measure=_measure(first),
    )


def _measure(said: Said) -> Measure | None:
    if isinstance(said.obj, Made):
        return None
    quantity = said.obj.quantity
    return Measure(said.obj.indicator, quantity.value, quantity.unit, quantity.wording, said.time)


def _row(said: Said, number: int) -> EvidenceRow:
    return EvidenceRow(
        id=f"evidence.{number}",
        quote=said.quote,
        article=f"{ids.ID}article/{number % 5000:016x}",
        article_title=f"智慧城市建设纪事之{number % 5000}",
        publisher=said.paper,
        date=f"{said.day:%Y-%m-%dT%H:%M:%S}+08:00",
        url=f"https://news.example/{number % 5000}",
        pattern="synthetic",
        confidence=said.confidence,
        status=said.status,
        time=said.time,
    )
