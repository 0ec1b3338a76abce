"""Small hand-made extractions: the text of an article is its one sentence."""

from __future__ import annotations

from datetime import datetime

from kg import ids
from kg.model import Article, Entity, Evidence, Extraction, Measurement, Quantity, Statement, Status, TimeSpan
from kg.store import history

BAISE = Entity(
    ids.ID + "place/451000",
    "City",
    "百色市",
    ("百色",),
    known=True,
    details=(("code", "451000"), ("labelEn", "Baise"), ("within", ids.ID + "place/450000")),
)
YUNFAN = Entity(ids.entity_iri("organization", "云帆科技"), "Firm", "云帆科技", ("云帆科技",))
LONGTENG = Entity(ids.entity_iri("organization", "龙腾数据"), "Firm", "龙腾数据", ("龙腾数据",))
PLATFORM = Entity(ids.entity_iri("project", "百色城市大脑"), "Project", "百色城市大脑", ("城市大脑",))


def article(source: str, text: str, published: str = "2022-03-01", publisher: str = "") -> Article:
    """An article of one sentence, with a day or without."""
    key = ids.content_key("", text)
    moment = datetime.fromisoformat(f"{published}T08:00:00+08:00") if published else None
    return Article(key, source, "", text, (), publisher, published=moment)


def stated(
    art: Article,
    subject: Entity,
    predicate: str,
    obj: Entity | Measurement,
    confidence: float = 0.8,
    status: Status | None = None,
    time: TimeSpan | None = None,
    amount: Quantity | None = None,
    title: str = "",
) -> Statement:
    """A statement that rests on the whole text."""
    target = obj if isinstance(obj, Measurement) else obj.iri
    evidence = Evidence(0, len(art.text), art.text)
    return Statement(subject.iri, predicate, target, evidence, "by hand", confidence, status, time, amount, title)


def extraction(art: Article, *statements: Statement, things: tuple[Entity, ...] = (BAISE, YUNFAN, LONGTENG, PLATFORM)):
    """An extraction of the things that its statements name."""
    named = {iri for one in statements for iri in (one.subject, one.obj)}
    return Extraction(art, tuple(thing for thing in things if thing.iri in named), (), statements)


def partnership(source: str, text: str, published: str = "2022-03-01", firm: Entity = YUNFAN, **more) -> Extraction:
    """An article that says that Baise and a firm work together."""
    art = article(source, text, published)
    return extraction(art, stated(art, BAISE, "partnersWith", firm, **more), things=(BAISE, firm))


def dump(store) -> set[str]:
    """Every quad of the store but those of its log, which tells of the way there, and its format, noted with it."""
    mark = f"<{ids.ONTOLOGY}formatVersion>"
    quads = [(str(quad.subject), str(quad.predicate), str(quad.graph_name), str(quad)) for quad in store.backend.engine]
    log = {(s, g) for s, p, g, _ in quads if p in (history.NUMBER, history.ADDED_IN, history.WITHDRAWN_IN)}
    return {quad for s, p, g, quad in quads if (s, g) not in log and p != mark}
