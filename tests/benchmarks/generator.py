"""Any number of made-up articles in the shape of real ones: few places and firms are in most of them, many in one.

The i-th article is the same whatever the number asked for. Ten statements an article on the average; one article in
twenty is a reprint of an earlier one under another paper's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from functools import cache
from random import Random

from kg import ids, lexicon, ontology
from kg.model import (
    Article,
    Entity,
    Evidence,
    Extraction,
    Measurement,
    Precision,
    Quantity,
    Statement,
    Status,
    TimeSpan,
)

_CHINA = timezone(timedelta(hours=8))
_FIRST = "云海星河金龙天宇华中东方鼎盛宏远博智恒信瑞达同创联智新元"
_SECOND = "科技数据信息网络软件智能通信电子"
_NOUNS = ("大数据平台", "云计算中心", "智慧停车系统", "产业园", "城市大脑", "智慧医院", "物联网基地", "政务云")
_INDICATORS = (("5G基站", "个"), ("数字经济增加值", "元"), ("上云企业", "家"), ("智慧路灯", "盏"))
_FILLER = "当地有关部门表示这一进展得益于近年来持续完善的基础设施与营商环境后续还将分批推进相关配套工作"


def extractions(count: int, start: int = 0) -> Iterator[Extraction]:
    """Articles number `start` to `start + count`."""
    return (extraction(number) for number in range(start, start + count))


def extraction(number: int) -> Extraction:
    """The article of a number."""
    random = Random(number)
    told = Random(random.randrange(number)) if number and random.random() < 0.05 else Random(number)
    writer = _Writer(told)
    for _ in range(told.randint(5, 15)):
        told.choice(_KINDS)(writer, told)
    return writer.finish(number, f"测试日报{random.randrange(200)}")


class _Writer:
    """An article under construction: each statement gets a sentence."""

    def __init__(self, random: Random) -> None:
        self.random, self.text = random, ""
        self.things: dict[str, Entity] = {}
        self.said: list[tuple[str, str, str | Measurement, int, int, dict[str, object]]] = []

    def say(self, subject: Entity, predicate: str, obj: Entity | Measurement, words: str, **more: object) -> None:
        """Write a sentence that states the link."""
        start = len(self.text)
        filler = "".join(self.random.sample(_FILLER, 25))
        name = obj.indicator if isinstance(obj, Measurement) else obj.label
        self.text += f"{subject.label}{words}{name}，{filler}。"
        self.things[subject.iri] = subject
        if not isinstance(obj, Measurement):
            self.things[obj.iri] = obj
        target = obj if isinstance(obj, Measurement) else obj.iri
        self.said.append((subject.iri, predicate, target, start, len(self.text), more))

    def finish(self, number: int, publisher: str) -> Extraction:
        """The extraction."""
        key = ids.content_key("", self.text)
        day = datetime(2020, 1, 1, 8, tzinfo=_CHINA) + timedelta(days=self.random.randrange(1500))
        article = Article(key, f"{number:07d}.txt", self.text[:20], self.text, (), publisher, published=day)
        statements = tuple(
            Statement(s, p, o, Evidence(a, b, self.text[a:b]), "made", round(0.6 + a % 30 / 100, 2), **more)  # type: ignore[arg-type]
            for s, p, o, a, b, more in self.said
        )
        return Extraction(article, tuple(self.things[iri] for iri in sorted(self.things)), (), statements)


def _partners(writer: _Writer, random: Random) -> None:
    writer.say(_city(random), "partnersWith", _firm(random), "携手", **_when(random))


def _undertakes(writer: _Writer, random: Random) -> None:
    place, status = _city(random), random.choice(list(Status))
    project = _project(random, place)
    writer.say(random.choice((place, _firm(random))), "undertakes", project, "建设", status=status, **_when(random))
    writer.say(project, "locatedIn", place, "落户")


def _sector(writer: _Writer, random: Random) -> None:
    writer.say(random.choice((_city, _firm))(random), "inSector", _concept(random, "Sector"), "布局")


def _goal(writer: _Writer, random: Random) -> None:
    writer.say(_city(random), "pursues", _concept(random, "Goal"), "推动", status=Status.PLANNED)


def _technology(writer: _Writer, random: Random) -> None:
    writer.say(_firm(random), "usesTechnology", _concept(random, "Technology"), "采用")


def _invests(writer: _Writer, random: Random) -> None:
    place = _city(random)
    amount = Quantity(float(random.randint(1, 500) * 10_000_000), "元", "若干元")
    writer.say(_firm(random), "investsIn", _project(random, place), "投资", amount=amount, status=Status.PLANNED)


def _measured(writer: _Writer, random: Random) -> None:
    indicator, unit = random.choice(_INDICATORS)
    value = Quantity(float(random.randint(100, 100_000)), unit, "约")
    figure = Measurement(indicator, value, random.random() < 0.3)
    writer.say(_city(random), "hasMeasurement", figure, "累计", **_when(random))


_KINDS: tuple[Callable[[_Writer, Random], None], ...] = (
    _partners, _partners, _undertakes, _undertakes, _sector, _sector, _goal, _technology, _invests, _measured,
)  # fmt: skip


def _when(random: Random) -> dict[str, object]:
    if random.random() < 0.5:
        return {}
    value = f"{random.randint(2018, 2025)}-{random.randint(1, 12):02d}"
    return {"time": TimeSpan(value, Precision.MONTH, "当月")}


def _rank(random: Random, count: int) -> int:
    """A number below `count`, small ones far more often than large ones."""
    return int(count ** random.random()) - 1


def _city(random: Random) -> Entity:
    cities = _cities()
    return cities[_rank(random, len(cities))]


@cache
def _cities() -> tuple[Entity, ...]:
    entries = [entry for entry in lexicon.load().entries.values() if entry.kind == "City"]
    order = Random(0).sample(sorted(entries, key=lambda entry: entry.iri), len(entries))
    return tuple(
        Entity(e.iri, e.kind, e.label, e.names[:1], True, (*e.details, ("labelEn", e.label_en), ("within", e.parent)))
        for e in order
    )


@cache
def _concepts(kind: str) -> tuple[Entity, ...]:
    found = [concept for concept in ontology.load().concepts.values() if concept.kind == kind]
    return tuple(Entity(c.iri, kind, c.label, (c.label,), True, (("labelEn", c.label_en),)) for c in found)


def _concept(random: Random, kind: str) -> Entity:
    concepts = _concepts(kind)
    return concepts[_rank(random, len(concepts))]


def _firm(random: Random) -> Entity:
    own = Random(_rank(random, 50_000))
    name = "".join(own.sample(_FIRST, 3)) + "".join(own.sample(_SECOND, 2)) + "有限公司"
    kind = "Institution" if random.random() < 0.01 else "Firm"
    return Entity(ids.entity_iri("organization", name), kind, name, (name,))


def _project(random: Random, place: Entity) -> Entity:
    name = place.label + "".join(random.sample(_FIRST, 2)) + random.choice(_NOUNS)
    return Entity(ids.entity_iri("project", name, place.iri), "Project", name, (name,))
