"""A small graph with everything that an export may stumble over; every text is our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kg import ids
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

HOSTILE = '=云帆"数据"</script><b>&amp;]]>\x0b🏙 {x:1}\\'
"""A firm's name: formula, quotes, mark-up, end of CDATA, control character, emoji, a backslash at the end."""
HOSTILE_SHOWN = HOSTILE.replace("\x0b", " ")
"""The same where XML or a table must hold it: the control character is a space."""

GUANGXI = Entity(ids.ID + "place/450000", "Region", "广西", ("广西",), known=True, details=(("code", "450000"),))
HEZHOU = Entity(
    ids.ID + "place/451100",
    "City",
    "贺州市",
    ("贺州", "贺州市"),
    known=True,
    details=(
        ("code", "451100"),
        ("labelEn", "Hezhou"),
        ("lat", "24.41"),
        ("long", "111.55"),
        ("within", ids.ID + "place/450000"),
    ),
)
FIRM = Entity(ids.entity_iri("organization", HOSTILE), "Firm", HOSTILE, (HOSTILE, "-云帆;数据'"))
BANK = Entity(ids.entity_iri("organization", "临贺银行"), "Firm", "临贺银行", ("临贺银行",))
BRAIN = Entity(ids.entity_iri("project", "贺州城市大脑"), "Project", "贺州城市大脑", ("贺州城市大脑", "城市大脑"))
MAYOR = Entity(ids.entity_iri("person", "黎明川"), "Person", "黎明川", ("黎明川",))
GOAL = Entity(ids.CONCEPT + "goal/digital-transformation", "Goal", "数字化转型", ("数字化转型",), known=True)

PAPER = "贺州晚报"


def article(source: str, text: str, published: str, publisher: str = PAPER, title: str = "") -> Article:
    """An article whose text stands as it is; many have no title."""
    return Article(
        key=ids.content_key(title, text),
        source=source,
        title=title,
        text=text,
        blocks=(),
        publisher=publisher,
        url=f"https://example.org/{source}?a=1&b=<2>",
        published=datetime.fromisoformat(f"{published}T08:30:00+08:00"),
    )


def said(art: Article, quote: str, subject: Entity, predicate: str, obj: Entity | Measurement, **more) -> Statement:
    """A statement that rests on a sentence of the article."""
    start = art.text.index(quote)
    place = Evidence(start, start + len(quote), quote, art.text[max(0, start - 8) : start])
    target = obj if isinstance(obj, Measurement) else obj.iri
    return Statement(subject.iri, predicate, target, place, "by-hand", **{"confidence": 0.8} | more)


def extractions() -> tuple[Extraction, ...]:
    """Two articles that agree on one statement, and say some more."""
    return _first(), _second()


def _first() -> Extraction:
    lines = (
        f"贺州市与{HOSTILE}签订框架协议。",
        f"{HOSTILE}拟投资12.5亿元建设贺州城市大脑。",
        "去年底\n贺州建成5G基站2048个。",
        "市长黎明川说，转型是=出路。",
    )
    art = article("a.txt", "".join(lines), "2022-03-02", title="一纸\n“协议”, <签了>")
    june = TimeSpan("2022-03-01", Precision.DAY, "昨日")
    later = TimeSpan("2022/2025", Precision.INTERVAL, "到2025年")
    amount = Quantity(1_250_000_000.0, "元", "12.5亿元")
    base = Measurement("5G基站", Quantity(2048.0, "个", "2048个"))
    statements = (
        said(art, lines[0], HEZHOU, "partnersWith", FIRM, status=Status.COMPLETED, time=june, agreement="框架协议"),
        said(art, lines[1], FIRM, "undertakes", BRAIN, status=Status.PLANNED, time=later, confidence=0.6),
        said(art, lines[1], FIRM, "investsIn", BRAIN, status=Status.PLANNED, amount=amount),
        said(art, lines[2], HEZHOU, "hasMeasurement", base, time=TimeSpan("2021-12", Precision.MONTH, "去年底")),
        said(art, lines[3], MAYOR, "holdsPosition", HEZHOU, title="市长", confidence=0.95),
        said(art, lines[3], HEZHOU, "pursues", GOAL, confidence=0.55),
    )
    return Extraction(art, (BRAIN, FIRM, GOAL, GUANGXI, HEZHOU, MAYOR), (), statements)


def _second() -> Extraction:
    lines = ("云帆又和贺州签约，", "临贺银行旗下没有数据公司，城市大脑位于贺州。", "贺州力争2025年建成5G基站5000个。")
    art = article("b.txt", "".join(lines), "2022-06-09", publisher="广西观察")
    aim = Measurement("5G基站", Quantity(5000.0, "个", "5000个"), target=True)
    statements = (
        said(art, lines[0], FIRM, "partnersWith", HEZHOU, status=Status.UNDERWAY, confidence=0.5),
        said(art, lines[1], BRAIN, "locatedIn", HEZHOU, confidence=0.7),
        said(art, lines[1], BANK, "partnersWith", FIRM, confidence=0.3),
        said(art, lines[2], HEZHOU, "hasMeasurement", aim, time=TimeSpan("2025", Precision.YEAR, "2025年")),
    )
    # This article says less of them, and calls the city by its short name only.
    things = (BANK, BRAIN, FIRM, GUANGXI, replace(HEZHOU, names=("贺州",)))
    return Extraction(art, things, (), statements)


NODES, EDGES, MEASUREMENTS, EVIDENCE = 6, 7, 2, 10
# Guangxi, of which no statement speaks, and that Hezhou lies there.
ABOVE, WITHIN = 1, 1
"""What the two articles come to: Guangxi is spoken of by no statement, and one statement has two articles behind it."""
