"""A sentence cut into what is coloured and what is not."""

from __future__ import annotations

from collections.abc import Iterator

from kg import ontology
from kg.explain.explanation import Counted, Dated, Explained, Named, Span, Titled


def spans(sentence: Explained) -> list[Span]:
    """All that was found in a sentence, from left to right."""
    found: list[Span] = [*sentence.named, *sentence.people, *sentence.times, *sentence.figures]
    return sorted(found, key=lambda one: (one.start, -one.end))


def painted(sentence: Explained) -> Iterator[tuple[str, Span | None]]:
    """The whole sentence in pieces, each with what it is.

    Where two finds overlap the mention goes before the person, the person before the time, and that before the figure;
    the other is in the list below the sentence only.
    """
    chosen: list[Span] = []
    ranked: tuple[tuple[Span, ...], ...] = (sentence.named, sentence.people, sentence.times, sentence.figures)
    for span in (one for rank in ranked for one in rank):
        fits = sentence.start <= span.start < span.end <= sentence.end
        if fits and all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    place = sentence.start
    for span in sorted(chosen, key=lambda one: one.start):
        if span.start > place:
            yield _between(sentence, place, span.start), None
        yield _between(sentence, span.start, span.end), span
        place = span.end
    if place < sentence.end:
        yield _between(sentence, place, sentence.end), None


def _between(sentence: Explained, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]


def colour(span: Span) -> str:
    """The name of a span's colour in look.json: the coarse group of its class, `time` or `figure`."""
    match span:
        case Dated():
            return "time"
        case Counted():
            return "figure"
        case Titled():
            return ontology.load().group("Person")
        case Named():
            return ontology.load().group(span.readings[0].kind)


def kind(span: Span) -> str:
    """The class of a span, by its local name; `time` or `figure` for what has none."""
    match span:
        case Titled():
            return "Person"
        case Named():
            return span.readings[0].kind
        case _:
            return colour(span)
