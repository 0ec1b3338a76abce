"""`kg review`, `kg merge`, `kg split`, `kg why`: people decide whether two things are one."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import count, say, show, warn
from kg.cli.options import JudgementsOption, StoreOption
from kg.cli.pairs import lines_of, plain, told
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
AArgument = Annotated[str, typer.Argument(metavar="A", help="A name or an IRI.")]
BArgument = Annotated[str, typer.Argument(metavar="B", help="A name or an IRI.")]


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
    """Decide whether likely pairs are one thing, best first; each answer is written at once. 审核疑似重复的实体。

    y same, n different, s skip, q quit.

    Example: kg review --list --class Firm --format json
    """
    from kg.review import likely_pairs

    if name not in ("text", "json"):
        raise typer.BadParameter(f"no format is called {name}; text or json")
    _begin(judgements)
    with _opened(store, judgements) as opened:
        pairs = likely_pairs(opened, opened.judgements, kind=_class(kind), least=least, limit=limit or None)
    if list_only or name == "json":
        _list(pairs, name)
    elif not _somebody_is_there():
        raise typer.BadParameter("nobody is there to answer; use --list")
    else:
        if _ask(pairs, judgements, _who(who)):
            _apply(store, judgements)


def merge(
    a: AArgument,
    b: BArgument,
    why: WhyOption = "",
    who: WhoOption = None,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
) -> None:
    """Judge two things to be the same. 合并两个实体。

    Example: kg merge 浪潮 浪潮集团 --why 同一家企业
    """
    _begin(judgements)
    with _opened(store, judgements) as opened:
        one, other = _thing(opened, a), _thing(opened, b)
        if one[0] == other[0]:
            raise QueryError(f"{a} and {b} are one thing already", where=one[0], remedy=f"kg why {a} {b} tells why")
    _write("same", one, other, _who(who), why, judgements)
    _apply(store, judgements)


def split(
    a: AArgument,
    b: BArgument,
    why: WhyOption = "",
    who: WhoOption = None,
    store: StoreOption = None,
    judgements: JudgementsOption = None,
) -> None:
    """Judge two things to be different, for good; a merge of the two is undone. 拆分两个实体。

    Example: kg split 朝阳区 朝阳市 --why 一在北京，一在辽宁
    """
    _begin(judgements)
    with _opened(store, judgements) as opened:
        one, other = _two_ids(opened, a, b)
    _write("different", one, other, _who(who), why, judgements)
    _apply(store, judgements)


def why(a: AArgument, b: BArgument, store: StoreOption = None, judgements: JudgementsOption = None) -> None:
    """Tell why two names or ids are one thing, or are not. 为什么合并或不合并。

    Example: kg why 桂林市 桂林
    """
    from kg.review.why import why as explain

    with _opened(store, judgements) as opened:
        one, other = _two_ids(opened, a, b, same=True)
        found = explain(opened, opened.judgements, one[0], other[0])
    show(*told(found, *(label if label == iri else f"{label} <{iri}>" for iri, label in (one, other))))


def _begin(judgements: Path | None) -> None:
    """A table that is named for the first time is made, so that it can be read before a row is written."""
    from kg.review.table import begin

    if judgements is not None:
        begin(judgements)


def _opened(store: str | None, judgements: Path | None) -> Store:
    from kg.store import open_store, place

    return open_store(place(store), read_only=True, create=False, judgements=judgements)


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
        raise QueryError(f"no class is called {kind}", remedy=f"one of {', '.join(known.kinds)}")
    return found[0]


def _thing(store: Store, name: str) -> tuple[str, str]:
    """IRI and label of the thing that a name means. Raises QueryError."""
    from kg.questions.library import Kind, Parameter
    from kg.questions.names import candidates, resolve

    parameter = Parameter("name", Kind.ENTITY, "", "名称", "name", None, "")
    iri = resolve(name, parameter, store.backend.query)
    return iri, next((one.label for one in candidates(iri, store.backend.query)), name)


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
    remedy = f"give two of its ids: {', '.join(store.judgements.members(one[0]))}"
    raise QueryError(f"{a} and {b} are one thing that was never merged", where=one[0], remedy=remedy)


def _raw(judgements: Judgements, name: str) -> tuple[str, str] | None:
    """An IRI as it was given, where a judgement knows it: it may have been merged into another."""
    iri = name.strip().removeprefix("<").removesuffix(">")
    return (iri, iri) if judgements.members(iri) != (iri,) else None


def _write(
    judgement: str, one: tuple[str, str], other: tuple[str, str], who: str, why: str, judgements: Path | None
) -> None:
    from kg.review import Decision, decide
    from kg.review.table import place, written

    path = place(judgements)
    today = dt.date.today().isoformat()
    for row in written(path, one[0], other[0]):
        if row.judgement != judgement:
            warn(f"taken back: {row.judgement}, {row.who} {row.when}: {row.why}".rstrip(": "))
    decide(path, Decision(judgement, one[0], other[0], who, today, why, one[1], other[1]))
    say(f"{judgement}: {one[1]} <{one[0]}> · {other[1]} <{other[0]}>  ({path})")


def _apply(store: str | None, judgements: Path | None) -> None:
    """Let the store show what is judged now; if it is in use, the next command that writes to it will."""
    from kg.store import open_store, place

    try:
        open_store(place(store), create=False, judgements=judgements).close()
    except StoreError as error:
        warn(f"the judgement is written; the graph will show it after the next kg build ({error})")


def _list(pairs: list[Pair], name: str) -> None:
    if name == "json":
        typer.echo(json.dumps([plain(pair) for pair in pairs], ensure_ascii=False, indent=2))
        return
    for pair in pairs:
        show(*lines_of(pair), "")
    say(count(len(pairs), "pair"))


def _ask(pairs: list[Pair], judgements: Path | None, who: str) -> int:
    """Ask about each pair until the end or `q`; return how many were judged."""
    done = 0
    for number, pair in enumerate(pairs, 1):
        show(f"[{number}/{len(pairs)}]", *lines_of(pair))
        answer = _answer()
        if answer == "q":
            break
        if answer != "s":
            why = "; ".join(str(reason) for reason in pair.likeness.reasons)
            a, b = (pair.a.iri, pair.a.label), (pair.b.iri, pair.b.label)
            _write("same" if answer == "y" else "different", a, b, who, why, judgements)
            done += 1
    say(count(done, "judgement") if done else "nothing was judged")
    return done


def _somebody_is_there() -> bool:
    return sys.stdin.isatty()


def _answer() -> str:
    while True:
        typed = typer.prompt("same? [y]es [n]o [s]kip [q]uit", default="s", show_default=False).strip().lower()[:1]
        if typed in ("y", "n", "s", "q"):
            return str(typed)
        warn("y, n, s or q")
