"""An explanation in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from kg.explain.explanation import Explained, Explanation, Told
from kg.explain.painting import colour, painted, spans
from kg.explain.rows import (
    Phrase,
    Row,
    legend,
    look,
    object_words,
    origin,
    predicate_words,
    qualifiers,
    rows,
    silence,
    source,
    summary,
    worth,
)
from kg.explain.rule_texts import RuleText
from kg.explain.wrapping import Wrapped

_MARGIN: Final = " " * 6
# Columns are as wide as their widest cell, but a long name does not push everything else to the right.
_WIDEST: Final = 24


def view(explanation: Explanation) -> Iterator[Text | Wrapped]:
    """What rich is to print, from top to bottom."""
    yield Wrapped(Text(explanation.title or explanation.source, style="bold"))
    yield Wrapped(Text(_both(origin(explanation)), style="dim"))
    yield Wrapped(Text(summary(explanation).zh, style="dim"))
    yield Wrapped(Text(summary(explanation).en, style="dim"))
    yield Wrapped(_legend(explanation))
    rules = {rule.name: rule for rule in explanation.rules}
    for sentence in explanation.sentences:
        yield Text()
        yield from _sentence(sentence, rules)
    yield Text()


def _both(phrase: Phrase) -> str:
    return "".join(map(str, phrase))


def _style(name: str) -> str:
    return str(look()[name]["terminal"])


def _legend(explanation: Explanation) -> Text:
    text = Text()
    for name, words, count in legend([explanation]):
        text.append(str(words), style=_style(name))
        text.append(f" {count}   ", style="dim")
    return text


def _sentence(sentence: Explained, rules: dict[str, RuleText]) -> Iterator[Wrapped]:
    quiet = silence(sentence)
    mark = "!" if sentence.missed else "·" if quiet else " "
    text = Text().append(f"{sentence.number:>3} ", style="dim")
    text.append(f"{mark} ", style="bold red" if sentence.missed else "dim")
    for piece, span in painted(sentence):
        text.append(piece, style=_style(colour(span)) if span else "")
    yield Wrapped(text, len(_MARGIN))
    yield from _list([row for span in spans(sentence) for row in rows(span)])
    for told in sentence.statements:
        yield from _statement(told, rules[told.pattern])
    if quiet:
        yield Wrapped(Text(f"{_MARGIN}{quiet}", style="red" if sentence.missed else "dim"), len(_MARGIN))


def _list(found: list[Row]) -> Iterator[Wrapped]:
    """The mentions as a table whose columns are as wide as the terminal draws them."""
    first = min(_WIDEST, max((cell_len(row.wording) for row in found), default=0))
    second = max((cell_len(str(row.kind)) for row in found), default=0)
    for row in found:
        line = Text(_MARGIN)
        line.append(row.wording, style=_style(row.colour))
        kind = str(row.kind)
        line.append(_gap(row.wording, first) + kind + _gap(kind, second), style="dim")
        line.append(f"{row.meaning}  ")
        line.append(str(row.why), style="italic")
        line.append(f"  {row.iri}" if row.iri else "", style="dim")
        yield Wrapped(line, len(_MARGIN) + 2)


def _gap(words: str, width: int) -> str:
    return " " * (max(0, width - cell_len(words)) + 2)


def _statement(told: Told, rule: RuleText) -> Iterator[Wrapped]:
    line = Text(_MARGIN)
    line.append("⇒ ", style="bold")
    line.append(told.subject.label, style="bold")
    line.append(" ↔ " if told.symmetric else " → ", style="dim")
    line.append(str(predicate_words(told)), style="reverse")
    line.append(" ↔ " if told.symmetric else " → ", style="dim")
    line.append(object_words(told.object), style="bold")
    line.append(f"  {told.confidence:.2f}")
    yield Wrapped(line, len(_MARGIN) + 2)
    added = " · ".join(f"{name} {_both(value)}" for name, value in qualifiers(told))
    if added:
        yield Wrapped(Text(f"{_MARGIN}  {added}"), len(_MARGIN) + 2)
    made_by = Text().append(f"{_MARGIN}  {rule.name}: ", style="dim")
    made_by.append(str(source(rule)))
    made_by.append(f"  {rule.file}" if rule.file else "", style="dim")
    made_by.append(f"  {worth(told)}" if told.read else "", style="dim")
    yield Wrapped(made_by, len(_MARGIN) + 2)
