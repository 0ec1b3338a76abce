"""A store in which some things occur twice under names that differ; every sentence is written here."""

from __future__ import annotations

from kg import ids
from kg.model import Entity, Evidence, Extraction, Statement
from kg.store import Store
from tests.conftest import make_article

GUANGXI, GUILIN, LIUZHOU = (ids.ID + f"place/{code}" for code in ("450000", "450300", "450200"))
PLACES = (
    Entity(GUANGXI, "Region", "广西壮族自治区", ("广西",), known=True),
    Entity(GUILIN, "City", "桂林市", ("桂林市", "桂林"), known=True, details=(("within", GUANGXI),)),
    Entity(LIUZHOU, "City", "柳州市", ("柳州市", "柳州"), known=True, details=(("within", GUANGXI),)),
)


def firm(name: str) -> Entity:
    """A firm that no lexicon knows."""
    return Entity(ids.entity_iri("organization", name), "Firm", name, (name,))


SHORT, LONG = firm("云帆科技"), firm("桂林云帆科技有限公司")
BANK_A, BANK_B = firm("桂林农商银行"), firm("柳州农商银行")
KNOWN = Entity(ids.ID + "organization/hailan", "Firm", "海蓝数据", ("海蓝数据",), known=True)
GROUP = firm("海蓝数据集团")


def article(source: str, *pairs: tuple[Entity, Entity]) -> Extraction:
    """An article that says of each pair that the two work together."""
    sentences = [f"{a.label}与{b.label}签约共建云平台。" for a, b in pairs]
    made = make_article("\n".join(sentences), source, source)
    statements = []
    for (a, b), sentence in zip(pairs, sentences, strict=True):
        start = made.text.index(sentence)
        evidence = Evidence(start, start + len(sentence), sentence)
        statements.append(Statement(a.iri, "partnersWith", b.iri, evidence, "by hand", 0.8))
    things = {thing.iri: thing for pair in pairs for thing in pair} | {place.iri: place for place in PLACES}
    return Extraction(made, tuple(things.values()), (), tuple(statements))


def fill(store: Store) -> None:
    """Three articles."""
    store.add_many(
        (
            article("a.txt", (SHORT, PLACES[1]), (BANK_A, PLACES[1])),
            article("b.txt", (LONG, PLACES[1]), (BANK_B, PLACES[2])),
            article("c.txt", (KNOWN, PLACES[2]), (GROUP, PLACES[2])),
        )
    )
