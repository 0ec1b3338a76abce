"""How likely pairs, and the reasons why two names are one thing, are written for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.cli.console import count

if TYPE_CHECKING:
    from kg.review import Pair, Thing, Why


def plain(pair: Pair) -> dict[str, Any]:
    """A pair for other programs."""
    return {
        "score": pair.score,
        "reasons": [
            {"reason": r.name, "weight": r.weight, "detail": r.detail} for r in pair.likeness.reasons
        ],
        **{
            side: {
                "iri": thing.iri,
                "class": thing.kind,
                "label": thing.label,
                "names": list(thing.names),
                "sentence": sentence.quote if sentence else "",
                "title": sentence.title if sentence else "",
                "issued": sentence.issued if sentence else "",
            }
            for side, thing, sentence in zip("ab", (pair.a, pair.b), pair.sentences, strict=True)
        },
    }  # fmt: skip


def lines_of(pair: Pair) -> list[str]:
    """A pair for people."""
    first, *others = pair.likeness.reasons
    lines = [f"{pair.score:.2f}  {first}", *(f"      {reason}" for reason in others)]
    for thing, sentence in zip((pair.a, pair.b), pair.sentences, strict=True):
        lines.append(f"  {_called(thing)}  <{thing.iri}>")
        if sentence:
            lines.append(f"    “{sentence.quote.strip()}”  {sentence.title} {sentence.issued}".rstrip())
    return lines


def _called(thing: Thing) -> str:
    from kg import ontology

    others = f" ({'、'.join(thing.names[1:])})" if len(thing.names) > 1 else ""
    return f"{thing.label}{others}  {' '.join(ontology.load().labels[thing.kind])}"


def told(found: Why, a: str, b: str) -> list[str]:
    """The reasons as lines."""
    lines = [f"{a} and {b} are {'one thing 是同一事物' if found.one else 'two things 是两个事物'}"]
    for title, rows in (("Judged the same 判为相同", found.same), ("Judged different 判为不同", found.different)):
        lines += [f"{title}: {row.a} · {row.b}, {row.who} {row.when}: {row.why}".rstrip(": ") for row in rows]
    lines += [f"Lexicon 词表: {'、'.join(names)}  {iri}" for iri, names in found.lexicon]
    lines += [f"Used 文中用名: {use.name}  {count(use.articles, 'article')} 篇  {use.iri}" for use in found.uses]
    if found.likeness:
        lines.append(f"Likeness 相似度: {found.likeness.score:.2f}")
        lines += [f"  {'+' if reason.weight else '−'} {reason}" for reason in found.likeness.reasons]
    lines += [f"“{told.quote.strip()}”  {told.title} {told.issued}  {iri}" for iri, told in found.sentences]
    return lines


def named(judgement: str) -> str:
    """A judgement as the table has it, and in Chinese."""
    return f"{judgement} {'相同' if judgement == 'same' else '不同'}"
