"""`kg review`, `kg merge`, `kg split`, `kg why`: people decide whether two things are one."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.answers import END, answer_to
from kg.cli.changing import tell_outdated, writable
from kg.cli.console import count, say, show, warn
from kg.cli.options import JudgementsOption, StoreOption, spoken
from kg.cli.pairs import lines_of, named, plain, told
from kg.errors import QueryError, StoreError

if TYPE_CHECKING:
    from kg.review import Pair
    from kg.store import Store
    from kg.store.judgements import Judgements

ListOption = Annotated[bool, typer.Option("--list", help="Print the pairs instead of asking about each.")]
FormatOption = Annotated[str, typer.Option("--format", "-f", metavar="text|json", help="How --list prints.")]
LimitOption = Annotated[int, typer.Option("--limit", min=0, help="At most so many pairs; 0 for all.")]
ScoreOption = Annotated[float, typer.Option("--min-score", metavar="0…1", help="Leave out less likely pairs.")]
KindOption = Annotated[str | None, typer.Option("--class", metavar="CLASS", help="Only things of this class: Firm.")]
WhoOption = Annotated[str | None, typer.Option("--who", show_default="your user name", help="Who decides.")]
WhyOption = Annotated[str, typer.Option("--why", help="The reason, for those who read the table later.")]
AArgument = Annotated[str, typer.Argument(metavar="A", help="A name or an IRI.", callback=spoken)]
BArgument = Annotated[str, typer.Argument(metavar="B", help="A name or an IRI.", callback=spoken)]


def register(app: typer.Typer) -> None:
    """Add the four commands."""
    app.command("review")(review)
    app.command("merge")(merge)
    app.command("split")(split)
    app.command("why")(why)


def review(
    list_only: ListOption = False,
    name: FormatOption = "text",
    limit: LimitOption = 100,
    least: ScoreOption = 0.5,
    kind: KindOption = None,
    who: WhoOption = None,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
) -> None:
    """Decide whether likely pairs are one thing, best first; each answer is written at once. 审核疑似重复的事物。

    y same, n different, s skip, q quit; 是, 否, 跳过 and 退出 do as well. From a pipe a line is read for each pair.

    Example: kg review --list --class Firm --format json
    """
    from kg.review import likely_pairs

    if name not in ("text", "json"):
        raise typer.BadParameter(f"no format is called {name}; text or json")
    with _opened(store, judgements, begun=True) as opened:
        pairs = likely_pairs(opened, opened.judgements, kind=_class(kind), least=least, limit=limit or None)
        holding = opened.judgements
    if list_only or name == "json":
        _list(pairs, name)
        return
    done = 0
    try:
        for pair, judgement in _answered(pairs):
            _judge(pair, judgement, _who(who), _begun(holding, judgements))
            done += 1
    finally:  # What was answered before a wrong line or Ctrl-C holds.
        if done:
            _apply(store, _begun(holding, judgements))
    say(count(done, "judgement") + " 条判定" if done else "nothing was judged 未作判定")


def merge(
    a: AArgument,
    b: BArgument,
    why: WhyOption = "",
    who: WhoOption = None,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
) -> None:
    """Judge two things to be the same; of two that are already, --why changes the reason. 合并两个事物。

    Example: kg merge 桂林华为云计算数据中心 新一代数据中心 --why 同一座数据中心
    """
    from kg.review.refusal import refuse

    with _opened(store, judgements, begun=True) as opened:
        one, other = _present(opened, a), _present(opened, b)
        whole = opened.judgements.canonical(one[0])
        if whole != opened.judgements.canonical(other[0]):
            refuse(opened, one, other)
        elif why:
            one, other = _two_ids(opened, a, b)
        else:
            remedy = f"kg why {a} {b} tells why, --why gives another reason 可用 --why 更改理由"
            raise QueryError(f"{a} and {b} are one thing already 已是同一事物", where=whole, remedy=remedy)
    table = _begun(opened.judgements, judgements)
    _write("same", one, other, _who(who), why, table)
    _apply(store, table)


def split(
    a: AArgument,
    b: BArgument,
    why: WhyOption = "",
    who: WhoOption = None,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
) -> None:
    """Judge two things to be different, for good; a merge of the two is undone. 拆分两个事物。

    Example: kg split 苍海数字经济产业园 数字经济产业园 --why 一在梧州，一在阳泉
    """
    with _opened(store, judgements, begun=True) as opened:
        one, other = _two_ids(opened, a, b)
    table = _begun(opened.judgements, judgements)
    _write("different", one, other, _who(who), why, table)
    _apply(store, table)


def why(a: AArgument, b: BArgument, store: StoreOption = None, judgements: JudgementsOption = None) -> None:
    """Tell why two names or ids are one thing, or are not. 为什么合并或不合并。

    Example: kg why 桂林市 桂林
    """
    from kg.review.why import why as explain

    with _opened(store, judgements) as opened:
        one, other = _two_ids(opened, a, b, same=True)
        found = explain(opened, opened.judgements, one[0], other[0])
    show(*told(found, *(label if label == iri else f"{label} <{iri}>" for iri, label in (one, other))))


def _opened(store: str | None, judgements: Path | None, begun: bool = False) -> Store:
    """The store, for reading; a table that will be `begun` need not be there yet, and what held before holds."""
    from kg.store import open_store, place

    table = None if judgements and begun and not judgements.exists() else judgements
    return open_store(place(store), read_only=True, create=False, judgements=table)


def _begun(holding: Judgements, given: Path | None) -> Path:
    """The table to write in, which has all that holds already."""
    from kg.review.table import begin, place

    table = given or place(holding)
    begin(table, holding)
    return table


def _who(given: str | None) -> str:
    return given or getpass.getuser()


def _class(kind: str | None) -> str:
    """The class by its local name. Raises QueryError."""
    from kg import ontology

    known = ontology.load()
    if not kind or kind in known.classes:
        return kind or ""
    found = [name for name, term in known.classes.items() if kind.lower() in (name.lower(), term.label_zh)]
    if not found:
        raise QueryError(f"no class is called {kind} 没有这个类别", remedy=f"one of {', '.join(known.kinds)}")
    return found[0]


def _thing(store: Store, name: str) -> tuple[str, str]:
    """IRI and label of the thing that a name means. Raises QueryError."""
    from kg.questions.library import Kind, Parameter
    from kg.questions.names import candidates, resolve

    parameter = Parameter("name", Kind.ENTITY, "", "名称", "name", None, "")
    iri = resolve(name, parameter, store.backend.query)
    label = next((one.label for one in candidates(iri, store.backend.query)), "")
    if not label:
        # A concept that no article names, or that of a narrower one.
        remedy = "kg stats and kg review --list name what it speaks of 可查看图谱内容"
        raise QueryError(f"the graph states nothing of {name} 图谱中没有相关内容", remedy=remedy)
    return iri, label


def _present(store: Store, name: str) -> tuple[str, str]:
    """IRI and label of the thing that a name means, or an IRI that was merged into another as it is."""
    raw = _raw(store.judgements, name)
    return raw if raw and store.judgements.canonical(raw[0]) != raw[0] else _thing(store, name)


def _two_ids(store: Store, a: str, b: str, same: bool = False) -> tuple[tuple[str, str], tuple[str, str]]:
    """The ids behind two names, those under which articles use them where both mean one merged thing."""
    from kg.review.why import ids_under

    one, other = (_raw(store.judgements, name) or _thing(store, name) for name in (a, b))
    if one[0] != other[0]:
        return one, other
    found = [(x, y) for x in ids_under(store, a) for y in ids_under(store, b) if x != y]
    if len({frozenset(pair) for pair in found}) == 1:
        return (found[0][0], a), (found[0][1], b)
    if same:
        return one, other
    remedy = f"give two of its ids 请给出其中两个标识符: {', '.join(store.judgements.members(one[0]))}"
    what = f"{a} and {b} are one thing that was never merged 是同一事物，并非合并而来"
    raise QueryError(what, where=one[0], remedy=remedy)


def _raw(judgements: Judgements, name: str) -> tuple[str, str] | None:
    """An IRI as it was given, where a judgement knows it: it may have been merged into another."""
    iri = name.strip().removeprefix("<").removesuffix(">")
    return (iri, iri) if judgements.members(iri) != (iri,) else None


def _write(judgement: str, one: tuple[str, str], other: tuple[str, str], who: str, why: str, table: Path) -> None:
    from kg.review import decide
    from kg.review.table import written
    from kg.store.judgements import Row

    today = dt.date.today().isoformat()
    for row in written(table, one[0], other[0]):
        if row.judgement != judgement:
            warn(f"taken back 已撤回: {named(row.judgement)}, {row.who} {row.when}: {row.why}".rstrip(": "))
    decide(table, Row(judgement, one[0], other[0], who, today, why, one[1], other[1]))
    say(f"{named(judgement)}: {one[1]} <{one[0]}> · {other[1]} <{other[0]}>  ({table})")


def _apply(store: str | None, table: Path) -> None:
    """Let the store show what is judged now; if it is in use, the next command that writes to it will."""
    try:
        with writable(store, table) as opened:
            tell_outdated(opened)
    except StoreError as error:
        later = f"the graph will show it after the next kg build --judgements {table} 下次构建后生效"
        warn(f"the judgement is written 判定已写入; {later} ({error})")


def _list(pairs: list[Pair], name: str) -> None:
    if name == "json":
        typer.echo(json.dumps([plain(pair) for pair in pairs], ensure_ascii=False, indent=2))
        return
    for pair in pairs:
        show(*lines_of(pair), "")
    say(f"{count(len(pairs), 'pair')} 对")


def _answered(pairs: list[Pair]) -> Iterator[tuple[Pair, str]]:
    """Ask about each pair until the answers end; the pairs that are judged, with the judgement."""
    for number, pair in enumerate(pairs, 1):
        show(f"[{number}/{len(pairs)}]", *lines_of(pair))
        answer = answer_to("same 是否同一事物?")
        if number == 1 and answer == END:
            raise typer.BadParameter("nobody is there to answer 无人作答; give a line for each pair, or use --list")
        if answer in ("q", END):
            return
        if answer != "s":
            yield pair, "same" if answer == "y" else "different"


def _judge(pair: Pair, judgement: str, who: str, table: Path) -> None:
    why = "; ".join(str(reason) for reason in pair.likeness.reasons)
    _write(judgement, (pair.a.iri, pair.a.label), (pair.b.iri, pair.b.label), who, why, table)
