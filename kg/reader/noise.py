"""Takes out of an article what is not its text, by the rules of `seeds/patterns/noise.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, Final

from kg import pattern_files
from kg.mistakes import check_choice, check_headings, check_shape, fault_of, mistake, nearest
from kg.model import BlockKind
from kg.reader import imprint
from kg.reader.dates import parse_date
from kg.reader.lines import Line

_FILE: Final = "seeds/patterns/noise.yaml"
_PLACES: Final = frozenset(("block", "label", "end", "inside", "notice", "keep", "begin"))
_NAMED: Final = re.compile(r"\(\?P<(\w+)>")
_ROW: Final = {"name": "text", "where": "text", "pattern": "text", "if": "words", "kind": "text"}
_ROW_NEEDS: Final = ("name", "where", "pattern")
_GROUPS: Final = ("publisher", "author", "date", "url", "title")
# Longer lines are prose, whatever they begin with.
_BLOCK_MOST: Final = 160
# How far before the end of a line a rule for ends may begin, and how far before that of the article a notice may.
_END_REACH: Final = 400
_NOTICE_REACH: Final = 1_200
# A title that ran into the text is no longer than this, and no shorter.
_TITLE_LEAST: Final = 8
_TITLE_MOST: Final = 70
_TWICE: Final = re.compile(r"\s*(?P<title>\S.{7,59})\s?(?P=title)")
# A lead-in stands at the very beginning, before the news.
_KEEP_REACH: Final = 80


@dataclass(frozen=True)
class NoiseRule:
    """One row of the file; see its head for what the fields mean. The expression is compiled when first needed.

    `told` is the place of the row, for whoever has to mend it.
    """

    name: str
    where: str
    expression: str
    told: str
    needs: tuple[str, ...] = ()
    kind: BlockKind | None = None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled. Raises LexiconError."""
        return _compiled(self.expression, self.told)

    def may_fit(self, text: str) -> bool:
        """Whether the text has one of the strings without which the pattern cannot fit."""
        # A plain loop: a generator costs more than the look-up, and this is asked a hundred times an article.
        for need in self.needs:
            if need in text:
                return True
        return not self.needs


@dataclass(frozen=True, slots=True)
class Rules:
    """The whole file: rules by place, the names that mark elements without article text, and words of imprints.

    `dump` has the expressions for the parts of a dump; `unfinished` and `byline` are found in what is no title, `prose`
    fits the beginning of a first paragraph, and `no_paper` what is no part of the name of a paper.
    """

    by_place: dict[str, tuple[NoiseRule, ...]]
    element: re.Pattern[str]
    imprint: imprint.Words
    dump: Mapping[str, str]
    unfinished: re.Pattern[str]
    byline: re.Pattern[str]
    prose: re.Pattern[str]
    no_paper: re.Pattern[str]


@dataclass(slots=True)
class Learnt:
    """What the removed stretches said of the article; the first word of each kind wins."""

    values: dict[str, str] = field(default_factory=dict)

    def take(self, match: re.Match[str]) -> None:
        """Keep what the match's named groups say, where nothing was known yet."""
        for name, value in match.groupdict().items():
            value = _plain_name(value or "") if name == "publisher" else (value or "").strip()
            if value:
                self.values.setdefault(name, value)
            # A line that names the paper gives its date too, in whatever order: 来源：江城日报 2023-08-10 10:20.
            if value and name == "publisher" and parse_date(match[0]):
                self.values.setdefault("date", match[0])

    def tell(self, told: imprint.Imprint) -> None:
        """Keep what an imprint says, where nothing was known yet."""
        for name, value in (("date", told.date), ("publisher", _plain_name(told.publisher)), ("author", told.author)):
            if value:
                self.values.setdefault(name, value)


def _plain_name(value: str) -> str:
    return rules().no_paper.sub("", value.strip()).strip("“”\"' 　")


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules, read once. Raises LexiconError naming the rule that is wrong."""
    data = pattern_files.load("noise")
    defined: dict[str, str] = {}
    for name, pattern in data["define"].items():
        defined[name] = _filled(pattern, defined, f"{_FILE}: define: {name}")
    found = [_rule(row, defined, place) for place, row in enumerate(data["rules"])]
    names = "|".join(re.escape(name) for name in sorted(data["elements"].split(), key=len, reverse=True))
    return Rules(
        {place: tuple(rule for rule in found if rule.where == place) for place in _PLACES},
        re.compile(rf"(?<![A-Za-z0-9])(?:{names})(?![A-Za-z0-9])", re.IGNORECASE),
        imprint.Words(**{name: _made(pattern, defined, "imprint", name) for name, pattern in data["imprint"].items()}),
        {name: _made(pattern, defined, "dump", name).pattern for name, pattern in data["dump"].items()},
        **{name: _made(pattern, defined, "titles", name) for name, pattern in data["titles"].items()},
        **{name: _made(data[name], defined, name) for name in ("prose", "no_paper")},
    )


def _filled(pattern: str, defined: dict[str, str], where: str) -> str:
    def part(match: re.Match[str]) -> str:
        if match[1] not in defined:
            raise mistake(f"nothing above is defined as {match[0]}", where, nearest(match[1], defined))
        return defined[match[1]]

    return re.sub(r"\{\{(\w+)\}\}", part, pattern)


def _made(pattern: str, defined: dict[str, str], *path: str) -> re.Pattern[str]:
    """The expression that stands below some headings."""
    where = ": ".join((_FILE, *path))
    return _compiled(_filled(pattern, defined, where), where)


def _compiled(expression: str, where: str) -> re.Pattern[str]:
    if fault := fault_of(expression):
        raise mistake(f"not a regular expression: {fault}", where, "mend it, or what it takes from `define`")
    return re.compile(expression)


def _rule(row: Any, defined: dict[str, str], place: int) -> NoiseRule:
    where = f"{_FILE}: rules: {place}"
    check_headings(row, _ROW, where, _ROW_NEEDS)
    for key, value in row.items():
        check_shape(value, _ROW[key], f"{where}: {key}")
    check_choice(row["where"], _PLACES, f"{where}: where")
    check_choice(row.get("kind", ""), ("", *BlockKind), f"{where}: kind")
    tail = r"\s*\Z" if row["where"] in ("end", "notice") else ""
    expression = f"(?:{_filled(row['pattern'], defined, where)}){tail}"
    for group in _NAMED.findall(expression):
        check_choice(group, _GROUPS, f"{where}: pattern")
    kind = BlockKind(row["kind"]) if "kind" in row else None
    return NoiseRule(
        row["name"], row["where"], expression, f"{_FILE}: rules: {row['name']}", tuple(row.get("if", ())), kind
    )


@lru_cache(maxsize=4096)
def no_article_name(names: str) -> bool:
    """Whether a `class` and `id` value says that the element is navigation, an advert or the like."""
    return rules().element.search(names) is not None


def clean(lines: Sequence[Line]) -> tuple[list[Line], Learnt]:
    """The lines without noise, and what the noise said of the article."""
    learnt = Learnt()
    _learn_lead_in(lines, learnt)
    left: list[Line] = []
    for line in lines:
        left.extend(_clean_line(line, learnt))
    return _without_notices(left, learnt), learnt


def split_title(line: Line) -> tuple[str, list[Line]]:
    """The title that a dump has run into its first line, and what is left of that; "" where there is none.

    A byline that was run in is no title, and becomes a line of its own.
    """
    text = line.text
    if match := _TWICE.match(text):
        return match["title"].strip(), [line.part(match.end(), len(text))]
    reach = _TITLE_MOST + _KEEP_REACH
    found = [match.start() for rule in rules().by_place["begin"] if (match := rule.pattern.search(text, 0, reach))]
    # A bracket that opens belongs to what stands in it, not to the title before.
    place = len(text[: min(found, default=0)].rstrip(" \u3000【[（("))
    title = text[:place].strip()
    if not _TITLE_LEAST <= len(title) <= _TITLE_MOST or rules().unfinished.search(title):
        return "", [line]
    if rules().byline.search(title):
        return "", [line.part(0, place), line.part(place, len(text))]
    return title, [line.part(place, len(text))]


def _learn_lead_in(lines: Sequence[Line], learnt: Learnt) -> None:
    for line in lines[:3]:
        start = line.text[:_KEEP_REACH].lstrip().lstrip("【[（(")
        for rule in rules().by_place["keep"]:
            if match := rule.pattern.match(start):
                learnt.take(match)
                return


def _clean_line(line: Line, learnt: Learnt) -> list[Line]:
    line = _without_ends(line.part(0, len(line.text.rstrip())), learnt)
    if not line.text.strip() or is_noise(line.text.strip(), learnt):
        return []
    pieces = [line]
    for rule in rules().by_place["inside"]:
        if rule.may_fit(line.text):
            pieces = [rest for piece in pieces for rest in _cut(piece, rule, learnt)]
    pieces = [_without_ends(piece, learnt) for piece in pieces] if len(pieces) > 1 else pieces
    return [kept for piece in pieces if (kept := _without_label(piece, learnt)).text.strip()]


def is_noise(text: str, learnt: Learnt) -> bool:
    """Whether a whole line, without white space around it, is no text of an article; what it tells is kept."""
    if len(text) > _BLOCK_MOST:
        return False
    if told := imprint.read_imprint(text, rules().imprint):
        learnt.tell(told)
        return True
    for rule in rules().by_place["block"]:
        if rule.may_fit(text) and (match := rule.pattern.fullmatch(text)):
            learnt.take(match)
            return True
    return False


def _cut(line: Line, rule: NoiseRule, learnt: Learnt) -> Iterable[Line]:
    matches = list(rule.pattern.finditer(line.text))
    for match in matches:
        learnt.take(match)
    return line.without(match.span() for match in matches) if matches else [line]


def _without_label(line: Line, learnt: Learnt) -> Line:
    text = line.text
    for rule in rules().by_place["label"]:
        if rule.may_fit(text[:40]) and (match := rule.pattern.match(text.lstrip())):
            learnt.take(match)
            cut = len(text) - len(text.lstrip()) + match.end()
            rest = line.part(cut, len(text))
            return replace(rest, kind=rule.kind) if rule.kind else rest
    return line


def _without_ends(line: Line, learnt: Learnt) -> Line:
    return _stripped(line, rules().by_place["end"], _END_REACH, learnt)


def _stripped(line: Line, ends: Sequence[NoiseRule], reach: int, learnt: Learnt) -> Line:
    """The line without what the rules find at its end; after each find, all are asked again."""
    found = True
    while found and line.text:
        found = False
        start = max(0, len(line.text) - reach)
        tail = line.text[start:]
        for rule in ends:
            if rule.may_fit(tail) and (match := rule.pattern.search(line.text, start)):
                learnt.take(match)
                line = line.part(0, len(line.text[: match.start()].rstrip()))
                found = True
                break
    return line


def _without_notices(lines: list[Line], learnt: Learnt) -> list[Line]:
    """The lines without the notices at the end of the article, and without what stood right before those."""
    notices = (*rules().by_place["notice"], *rules().by_place["end"])
    spent = 0
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        spent += len(line.text)
        kept = _stripped(line, notices, _NOTICE_REACH, learnt)
        if not kept.text.strip() or is_noise(kept.text.strip(), learnt):
            lines[index] = Line("")
        else:
            lines[index] = kept
        if spent > _NOTICE_REACH:
            break
    return [line for line in lines if line.text]
