"""`kg show`: one thing, its facts, and the sentence behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.console import Loudness, fail, show
from kg.cli.options import StoreOption, spoken

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.padding import Padding
    from rich.text import Text

    from kg.facts import Fact, Quote, ThingFacts
    from kg.store import Store

NameArgument = Annotated[
    str,
    typer.Argument(
        metavar="NAME|IRI", show_default=False, help="A name in Chinese or English, a code, or an IRI.", callback=spoken
    ),
]

_QUOTES: Final = 3
_LISTED: Final = 20


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show")(show_thing)


def show_thing(name: NameArgument, store: StoreOption = None) -> None:
    """Show one thing: its facts, each with sentence, article and date. 显示一个事物及其每条事实的出处。

    A name that several things bear lists them. With -v every sentence is shown, not only the first three.

    Example: kg show 桂林市
    """
    from kg.facts import thing
    from kg.store import open_store, place

    if not name.strip():
        raise typer.BadParameter("a name is needed, not an empty one 名称不能为空", param_hint="NAME|IRI")
    with open_store(place(store), read_only=True) as opened:
        iri = _chosen(opened, name)
        found = thing(opened, iri)
    if found is None:
        fail(f"the graph states nothing of {name} 图谱中没有相关内容")
        raise typer.Exit(1)
    show(_heading(found), "", *(part for fact in found.facts for part in _lines(fact)))


def _chosen(store: Store, name: str) -> str:
    """The IRI of the thing meant; several are listed, and end the command."""
    from kg import ontology
    from kg.facts import search
    from kg.questions.names import candidates, known_as, names_any_place

    found = candidates(name, store.backend.query)
    best = [one for one in found if one.by_label] or found
    choices = [(one.iri, one.label, one.kind) for one in best]
    if not best and not names_any_place(name):
        choices = search(store, name, _LISTED + 1)
    if len({iri for iri, _, _ in choices}) == 1:
        return choices[0][0]
    if not choices and names_any_place(name):
        fail(f"{name} is what any place may say of its own 泛称, 不指明地点 — name the place: 成都市政府")
    elif not choices and (known := known_as(name)):
        fail(f"{known} is known, but the graph states nothing of it 图谱中没有它的陈述 — kg stats tells what is in it")
    elif not choices:
        fail(f"the graph knows nothing called {name} 图谱中没有这个名称 — kg stats lists what is in it")
    else:
        if best:
            fail(f"{name} may be {len(choices)} things 有多个同名事物 — name one by its IRI 请用标识符指明:")
        else:
            fail(f"no thing is called exactly {name} 没有同名事物 — these contain it 名称中含有它的有:")
        for iri, label, kind in choices if best else choices[:_LISTED]:
            show(f"  {label}  {' '.join(ontology.load().labels[kind])}  {iri}")
        if not best and len(choices) > _LISTED:
            show("  … and more 还有更多")
    raise typer.Exit(1)


def _heading(thing: ThingFacts) -> Text:
    from rich.text import Text

    from kg import ontology

    labels = ontology.load().labels
    text = Text(thing.label, style="bold")
    text.append(f" {thing.label_en}" if thing.label_en else "", style="bold")
    text.append(f"  {' '.join(reversed(labels[thing.kind]))}\n{thing.iri}", style="dim")
    if thing.names:
        text.append(f"\nalso called 又称 {'、'.join(thing.names)}", style="not bold")
    for name, value in thing.details:
        text.append(f"\n{' '.join(reversed(labels[name]))} {value}", style="not bold")
    return text


def _lines(fact: Fact) -> list[RenderableType]:
    from rich.text import Text

    from kg import ontology

    known = ontology.load()
    line = Text(f"{known.label(fact.predicate, 'zh')} {known.label(fact.predicate)}", style="cyan")
    line.append(" → " if fact.forward or known.predicates[fact.predicate].symmetric else " ← ", style="dim")
    line.append(fact.label, style="bold")
    qualifiers = [*fact.times, *fact.amounts, *fact.remarks]
    if fact.status:
        qualifiers.insert(0, " ".join(known.status_label(fact.status, fact.predicate)))
    line.append("  " + " · ".join(qualifiers) if qualifiers else "")
    sources = f"{fact.support} 个来源 {'source' if fact.support == 1 else 'sources'}"
    line.append(f"  {fact.confidence:.2f}, {sources}", style="dim")
    shown = fact.quotes if Loudness.verbose else fact.quotes[:_QUOTES]
    lines: list[RenderableType] = [line, *(_sentence(quote) for quote in shown)]
    if len(shown) < len(fact.quotes):
        lines.append(Text(f"    … 另有 {len(fact.quotes) - len(shown)} 条 more; -v 全部显示 shows all", style="dim"))
    return lines


def _sentence(quote: Quote) -> Padding:
    from rich.padding import Padding
    from rich.text import Text

    text = Text(f"“{quote.text}”")
    title = f"《{quote.title}》" if quote.title else ""
    where = " ".join(part for part in (title, quote.publisher, quote.date, quote.source) if part)
    text.append(f" — {where}", style="dim")
    text.append(" · the place is the gazetteer's 所在地出自词表" if quote.gazetteer else "", style="dim")
    return Padding(text, (0, 0, 0, 4))
