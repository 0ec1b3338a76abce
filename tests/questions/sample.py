"""A small graph of four articles about the north-west, made up for the tests; every sentence is written here."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from kg import ids, ontology
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
from kg.store import Store, open_store
from tests.conftest import make_article

PLACES = {
    "中国": ("place/CN", "Country", "CN", "China", ""),
    "甘肃省": ("place/620000", "Region", "620000", "Gansu", "中国"),
    "兰州市": ("place/620100", "City", "620100", "Lanzhou", "甘肃省"),
    "天水市": ("place/620500", "City", "620500", "Tianshui", "甘肃省"),
    "麦积区": ("place/620503", "District", "620503", "Maiji", "天水市"),
    "天水经开区": ("place/zone-tianshui-jingkai", "Zone", "", "Tianshui ETDZ", "天水市"),
    "青海省": ("place/630000", "Region", "630000", "Qinghai", "中国"),
    "西宁市": ("place/630100", "City", "630100", "Xining", "青海省"),
}
THINGS = {
    "浪潮": ("organization/inspur", "Firm"),
    "科大讯飞": ("organization/iflytek", "Firm"),
    "兰州大学": ("organization/lanzhou-university", "Institution"),
    "兰州城市大脑": ("project/0000000000000001", "Project"),
    "麦积智慧停车平台": ("project/0000000000000002", "Project"),
    "兰州数字孪生平台": ("project/0000000000000006", "Project"),
    "甘肃省数字经济规划": ("document/0000000000000003", "Document"),
    "2022年甘肃省数字化示范项目": ("award/0000000000000004", "Award"),
    "王岚": ("person/0000000000000005", "Person"),
}
ALIASES = {"兰州市": ("兰州", "金城"), "浪潮": ("浪潮集团",), "天水市": ("天水",), "西宁市": ("西宁",)}
CONCEPTS = ("数字孪生", "智慧交通", "智慧停车", "数字化转型", "碳达峰")

BEIJING = timezone(timedelta(hours=8))


def iri(name: str) -> str:
    """The IRI of a thing of the sample by its name."""
    if name in CONCEPTS:
        return next(i for i, concept in ontology.load().concepts.items() if concept.label == name)
    return ids.ID + (PLACES[name][0] if name in PLACES else THINGS[name][0])


def _entity(name: str) -> Entity:
    names = (name, *ALIASES.get(name, ()))
    if name in CONCEPTS:
        concept = ontology.load().concepts[iri(name)]
        return Entity(concept.iri, concept.kind, name, names, known=True)
    if name not in PLACES:
        return Entity(iri(name), THINGS[name][1], name, names, known=name in ("浪潮", "科大讯飞", "兰州大学"))
    _, kind, code, english, parent = PLACES[name]
    within = (("within", iri(parent)),) if parent else ()
    return Entity(
        iri(name),
        kind,
        name,
        names,
        known=True,
        details=(*((("code", code),) if code else ()), ("labelEn", english), *within),
    )


def span(value: str) -> TimeSpan:
    """A time by its ISO form."""
    precision = {4: Precision.YEAR, 7: Precision.MONTH}.get(len(value), Precision.DAY)
    return TimeSpan(value, precision, value)


def say(
    subject: str,
    predicate: str,
    obj: str | Measurement,
    status: str = "",
    time: str = "",
    amount: float = 0,
    confidence: float = 0.8,
    **texts: str,
) -> tuple[str, Statement]:
    """A sentence, and what is read in it; the evidence still lacks its place in the article."""
    said = obj if isinstance(obj, str) else f"{obj.indicator}{obj.quantity.wording}"
    parts = [subject, predicate, said, status, time, f"{amount:.0f}元" if amount else "", *texts.values()]
    sentence = f"说明：{'，'.join(part for part in parts if part)}。"
    statement = Statement(
        subject=iri(subject),
        predicate=predicate,
        obj=iri(obj) if isinstance(obj, str) else obj,
        evidence=Evidence(0, 0, sentence),
        pattern=f"test-{predicate}",
        confidence=confidence,
        status=Status(status) if status else None,
        time=span(time) if time else None,
        amount=Quantity(amount, "元", f"{amount:.0f}元") if amount else None,
        **texts,
    )
    return sentence, statement


def article(source: str, publisher: str, published: datetime | None, *said: tuple[str, Statement]) -> Extraction:
    """An article that consists of the sentences, with all that is read in them."""
    text = "\n".join(sentence for sentence, _ in said)
    made: Article = make_article(text, source, source, published, publisher)
    statements, at = [], 0
    for sentence, statement in said:
        at = made.text.index(sentence, at)
        place = Evidence(at, at + len(sentence), sentence)
        statements.append(_placed(statement, place))
        at += len(sentence)
    used = {one for s in statements for one in (s.subject, s.obj) if isinstance(one, str)}
    names = [name for name in (*PLACES, *THINGS, *CONCEPTS) if iri(name) in used or name in PLACES]
    return Extraction(made, tuple(map(_entity, names)), (), tuple(statements))


def _placed(statement: Statement, place: Evidence) -> Statement:
    fields = {name: getattr(statement, name) for name in Statement.__slots__}
    return Statement(**{**fields, "evidence": place})


def figure(indicator: str, value: float, unit: str, *, target: bool = False) -> Measurement:
    """A measured value."""
    return Measurement(indicator, Quantity(value, unit, f"{value:.0f}{unit}"), target)


def extractions() -> tuple[Extraction, ...]:
    """The four articles, oldest first."""
    return (
        article(
            "lanzhou.md",
            "甘肃日报",
            datetime(2022, 3, 5, 9, tzinfo=BEIJING),
            say("兰州市", "partnersWith", "浪潮", "completed", "2022-03-04", 1.2e9, 0.9, agreement="战略合作协议"),
            say("兰州市", "undertakes", "兰州城市大脑", "planned", "2022"),
            say("浪潮", "undertakes", "兰州城市大脑", "planned"),
            say("兰州城市大脑", "locatedIn", "兰州市", confidence=0.7),
            say("兰州城市大脑", "usesTechnology", "数字孪生"),
            say("兰州城市大脑", "inSector", "智慧交通"),
            say("兰州市", "pursues", "数字化转型"),
        ),
        article(
            "tianshui.md",
            "天水日报",
            datetime(2022, 6, 10, 9, tzinfo=BEIJING),
            say("天水市", "partnersWith", "浪潮", "underway", "2022-06"),
            say("天水市", "partnersWith", "科大讯飞", confidence=0.5),
            say("天水市", "pursues", "数字化转型"),
            say("天水市", "hasMeasurement", figure("5G基站", 1200, "个"), time="2022-05"),
            say("天水市", "hasMeasurement", figure("5G基站", 3000, "个", target=True), "planned", "2025"),
            say("麦积区", "undertakes", "麦积智慧停车平台", "completed", "2022-05"),
            say("麦积智慧停车平台", "locatedIn", "麦积区"),
            say("麦积智慧停车平台", "inSector", "智慧停车"),
        ),
        article(
            "lanzhou-again.md",
            "兰州晚报",
            datetime(2023, 1, 12, 9, tzinfo=BEIJING),
            say("浪潮", "investsIn", "兰州城市大脑", "underway", "", 5e8),
            say("兰州市", "undertakes", "兰州城市大脑", "underway", "2023"),
            say("兰州市", "partnersWith", "浪潮", "completed", "", 1e9, 0.6),
            say("兰州大学", "partnersWith", "科大讯飞"),
            say("兰州大学", "locatedIn", "兰州市", confidence=0.7),
            say("兰州城市大脑", "recognisedAs", "2022年甘肃省数字化示范项目", "completed", "2022-12"),
            say("甘肃省", "publishes", "甘肃省数字经济规划", "completed", "2022"),
            say("甘肃省数字经济规划", "pursues", "数字化转型"),
            say("王岚", "holdsPosition", "兰州市", title="副市长"),
        ),
        article(
            "xining.md",
            "青海日报",
            datetime(2023, 5, 1, 9, tzinfo=BEIJING),
            say("西宁市", "partnersWith", "科大讯飞", "completed", "2023-04-28", agreement="合作协议"),
            say("西宁市", "pursues", "碳达峰"),
            say("西宁市", "hasMeasurement", figure("5G基站", 4000, "个"), time="2023-03"),
        ),
    )


def sample_store() -> Store:
    """The four articles in memory."""
    store = open_store()
    store.add_many(extractions())
    return store
