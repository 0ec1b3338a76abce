"""The head of a plain text: the lines above its first paragraph, read together.

Title, imprint, labelled fields and what pages show beside them stand there in any order, each on a line of its own or
several on one. What explains itself is taken out; a line that does not is the title, or part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.reader import markdown
from kg.reader.dates import CLOCK, DAY, parse_date
from kg.reader.imprint import read_imprint, read_part
from kg.reader.labelled_lines import LabelledValue, bare_label, pairs_of, spaced_pair
from kg.reader.labels import field_of, labels, value_of
from kg.reader.lines import CRUMBS, ends_as_title, ends_openly
from kg.reader.noise import Learnt, is_noise, rules

# A head is no longer, and has no more lines one after another that do not explain themselves.
_LINES_MOST: Final = 60
_UNEXPLAINED_MOST: Final = 3
_TITLE_LEAST: Final = 4
_TITLE_MOST: Final = 60
# A remark between the parts of an imprint, such as a place, is shorter than a title.
_REMARK_MOST: Final = 6
_RUBRIC: Final = re.compile(r"\s*[^\s>]{2,14}\s*>+\s*")
# A day that a page has on three lines: 2023, 03/06, 10:20:30.
_YEAR: Final = re.compile(r"\s*(?:19|20)\d\d\s*")
_MONTH_AND_DAY: Final = re.compile(r"\s*\d\d[/-]\d\d\s*")
_UNDERLINE: Final = re.compile(r"\s*={3,}\s*")
_ROW_RULE: Final = re.compile(r"\s*+\|?(?:\s*+:?-{2,}+:?\s*+\|)+\s*+(?::?-{2,}+:?)?\s*+")
_NAMES_APART: Final = re.compile(r"[;；、,，/／\s]+")
# Marks of Markdown: of a link its words are kept.
_MARKS: Final = re.compile(r"\*\*|__|(?<!\w)_|_(?!\w)|^\s*[>*•-]\s+")
_LINK: Final = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)")
# The name of the site behind a title.
_SITE: Final = re.compile(r"\s*(?:_|\||｜|--|\s-\s)\s*\S{2,14}")
# What a title may be marked with: [组图]江城….
_SORT: Final = re.compile("\\[[\u4e00-\u9fff]{2,6}\\]\\S")
_RULE: Final = re.compile(r"\s*(?:[-*_=]\s*){3,}(?:[^-]{2,12}-{3,})?\s*|" + _ROW_RULE.pattern)
_NUMBERED: Final = re.compile(r"\s*#*\s*[（(]?[一二三四五六七八九十0-9]{1,3}(?:[)）、]|[.．](?!\d))")
_NO_TITLES: Final = ("<", "[", "!", ">", "*", "——", "（", "(", "|", "·")
_LABELS: Final = {"publisher": "来源", "author": "作者"}
# What is longer is no name of a paper or person.
_NAME_MOST: Final = 12
# So many lines must have a gap for a colon.
_SPACED_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a head tells, and the lines of the text without it.

    `told` has title, date, publisher, author and url where they are known; `above` are the lines that stood in the
    head and are text, a title in Markdown first; `below` are the lines from the first paragraph on. `taken` are the
    places of the lines that are neither.
    """

    told: Mapping[str, str]
    above: Sequence[str]
    below: Sequence[str]
    taken: frozenset[int]


@dataclass(slots=True)
class _Reading:
    """A head as far as it is read: what labels and imprint told, and which of its lines explain themselves."""

    record: dict[str, str] = field(default_factory=dict)
    learnt: Learnt = field(default_factory=Learnt)
    site: str = ""
    # The label whose value the next line is to give.
    awaited: str = ""
    explained: set[int] = field(default_factory=set)
    # Lines that were taken for the value of a label of no interest, though they may be more.
    doubtful: list[int] = field(default_factory=list)
    # Whether a field, a day, a time or a reporter was among it: without, no line is sure to belong to a head.
    certain: bool = False


def read_head(raw: Sequence[str]) -> ArticleHead | None:
    """The head of a text, whose lines are given without the empty ones; None where nothing is sure to be one."""
    lines, reading, unexplained = list(raw), _Reading(), 0
    end = 0
    while end < min(len(lines), _LINES_MOST):
        pairs = pairs_of(lines[end]) or _spaced_pairs(lines, end)
        text = next((place for place, pair in enumerate(pairs) if pair.field == "text"), None)
        if not pairs and reading.certain and bare_label(lines[end]) == "text":
            del lines[end]
            break
        if text is not None and not lines[end].lstrip().startswith("|"):
            _take(reading, end, pairs[:text])
            lines[end : end + 1] = [pairs[text].value] if pairs[text].value else []
            reading.certain = True
            break
        if pairs and _take(reading, end, pairs):
            unexplained = 0
        elif _is_prose(lines[end]):
            break
        elif _explains(reading, lines, end):
            unexplained = 0
        else:
            unexplained += 1
            if unexplained > _UNEXPLAINED_MOST:
                break
        end += 1
    return _settled(lines, end, reading) if reading.certain else None


def _spaced_pairs(lines: Sequence[str], place: int) -> list[LabelledValue]:
    """The field of a line that has a gap for a colon, where it is not the only such line."""
    pair = spaced_pair(lines[place])
    if pair is None or sum(spaced_pair(line) is not None for line in lines[:_LINES_MOST]) < _SPACED_LEAST:
        return []
    return [pair]


def _is_prose(line: str) -> bool:
    return "。" in line or (len(_bare(line)) > _TITLE_MOST and not DAY.search(line))


def _take(reading: _Reading, place: int, pairs: Sequence[LabelledValue]) -> bool:
    """Keep the fields of a line, unless one of them shows that the line is speech: 记者：何时开工？"""
    if any(pair.field == "author" and pair.value and not ends_openly(pair.value) for pair in pairs):
        return False
    for pair in pairs:
        if pair.value:
            reading.record.setdefault(pair.label, pair.value)
        # What follows the value of a label that ends a line of an imprint: 字数：1200 2023-03-06.
        if pair.field == "aside" and (day := DAY.search(pair.value)) and day.start():
            reading.learnt.values.setdefault("date", pair.value)
    reading.awaited = "" if not pairs or pairs[-1].value else pairs[-1].label
    reading.explained.add(place)
    reading.certain = True
    return True


def _explains(reading: _Reading, lines: Sequence[str], place: int) -> bool:
    """Whether a line that gives no field is part of the head all the same; what it tells is kept."""
    line = _bare(lines[place])
    awaited, reading.awaited = reading.awaited, ""
    if bare_label(line):
        reading.awaited = line
    elif awaited and _may_be(field_of(awaited), line):
        reading.record.setdefault(awaited, line)
        if field_of(awaited) == "aside":
            reading.doubtful.append(place)
        reading.certain = True
    elif crumbs := CRUMBS.fullmatch(line):
        reading.site = reading.site or crumbs["site"]
    elif not (_tells_nothing(lines, place) or _is_imprint(reading, lines, place) or is_noise(line, reading.learnt)):
        return False
    reading.explained.add(place)
    return True


def _may_be(field_name: str, value: str) -> bool:
    """Whether a line may be the value of the label above it, which may be without one: 来源： above a title."""
    if field_name == "date":
        return parse_date(value) is not None
    return field_name not in ("publisher", "author") or len(value) <= _NAME_MOST


def _tells_nothing(lines: Sequence[str], place: int) -> bool:
    """Whether the line is a rule, a rubric (新闻 >), or the first row of a table whose rows are fields."""
    below = [*lines[place + 1 : place + 3], "", ""]
    return bool(
        _RULE.fullmatch(lines[place])
        or _RUBRIC.fullmatch(_bare(lines[place]))
        or (_ROW_RULE.fullmatch(below[0]) and lines[place].lstrip().startswith("|") and pairs_of(below[1]))
    )


def _is_imprint(reading: _Reading, lines: Sequence[str], place: int) -> bool:
    line = _bare(lines[place])
    if _YEAR.fullmatch(line) and place + 1 < len(lines) and _MONTH_AND_DAY.fullmatch(lines[place + 1]):
        reading.learnt.values.setdefault("date", f"{line}/{lines[place + 1].strip()}")
        reading.certain = True
        return True
    told = read_imprint(line, rules().imprint, above=True) or read_part(line, rules().imprint)
    if told is None or (not told.date and _is_other(told.publisher, reading.learnt.values.get("publisher", ""))):
        return False
    reading.learnt.tell(told)
    reading.certain = reading.certain or bool(told.date or told.author or CLOCK.search(line))
    return True


def _is_other(name: str, known: str) -> bool:
    """Whether a name cannot be that of the paper once more: what looks like one may be a heading (城市大脑发布)."""
    return bool(name and known) and name not in known and known not in name


def _settled(lines: Sequence[str], end: int, reading: _Reading) -> ArticleHead:
    """The head of the first `end` lines: which of those that do not explain themselves is the title, which are text."""
    told = _told(reading)
    unknown = [place for place in range(end) if place not in reading.explained]
    heading = ""
    if not told["title"]:
        place = _title_place(lines, unknown, reading)
        if place is not None and markdown.is_heading(lines[place]):
            heading, unknown = lines[place], [other for other in unknown if other != place]
        elif place is not None:
            told["title"], told["url"] = markdown.title_link(lines[place]) or (lines[place].strip(), told["url"])
    if not told["title"] and not heading:
        told["title"] = labels().passed_on.sub("", value_of(reading.record, "subject"))
    first, last = min(reading.explained, default=0), max(reading.explained, default=0)
    kept = [
        place
        for place in unknown
        if not _is_again(_bare(lines[place]), told["title"])
        and (not first < place < last or len(lines[place].strip()) > _REMARK_MOST)
    ]
    above = [lines[place] for place in kept]
    taken = frozenset(range(end)).difference(kept)
    return ArticleHead(told, [heading, *above] if heading else above, lines[end:], taken)


def told_beside(lines: Sequence[str]) -> dict[str, str]:
    """What labels tell in lines above an article on its page; of several values the one that stands nearest counts."""
    reading = _Reading()
    for line in reversed(_with_values(lines)):
        if pairs := pairs_of(line):
            _take(reading, 0, pairs)
    return _told(reading)


def _with_values(lines: Sequence[str]) -> list[str]:
    """The lines, a label alone together with the line below it, as the cells of a table are."""
    found: list[str] = []
    for line in lines:
        if found and bare_label(found[-1].strip(" :：")) and not bare_label(line.strip(" :：")):
            found[-1] = f"{found[-1].strip(' :：')}：{line}"
        else:
            found.append(line)
    return found


def _title_place(lines: Sequence[str], unknown: Sequence[int], reading: _Reading) -> int | None:
    """Which line is the title: one that is marked so, else the first in the head, else the one below it."""
    last = max(reading.explained, default=0)
    likely = [place for place in unknown if _is_title(lines[place])]
    if len(likely) > 1 and _is_again(_bare(lines[likely[0]]), _bare(lines[likely[1]])):
        return likely[1]
    for place in likely:
        if markdown.is_heading(lines[place]) or (place + 1 < len(lines) and _UNDERLINE.fullmatch(lines[place + 1])):
            return place
    if likely and (likely[0] < last or not _NUMBERED.match(lines[likely[0]])):
        return likely[0]
    return max(reading.doubtful) if reading.doubtful and max(reading.doubtful) == last else None


def _is_again(line: str, title: str) -> bool:
    """Whether a line is the title once more, perhaps with the name of the site behind it."""
    return line == title or (line.startswith(title) and bool(_SITE.fullmatch(line, len(title))))


def _is_title(line: str) -> bool:
    text = line.strip()
    return (
        _TITLE_LEAST <= len(text) <= _TITLE_MOST
        and ends_as_title(text)
        and (not text.startswith(_NO_TITLES) or bool(_SORT.match(text)))
    )


def _bare(line: str) -> str:
    """A line without its Markdown, as it is compared and taken to pieces."""
    line = _LINK.sub(lambda match: match["words"], line) if "](" in line else line
    return _MARKS.sub("", line).lstrip("# ").strip()


def _told(reading: _Reading) -> dict[str, str]:
    """What labels and imprint tell, the labels first; a value may hold what follows it: 作者：赵一 2023-03-06."""
    told = {name: value_of(reading.record, name) for name in ("title", "date", "publisher", "author", "url")}
    learnt = reading.learnt.values
    for name in ("publisher", "author"):
        if day := DAY.search(told[name]):
            more = read_part(f"{_LABELS[name]}：{told[name]}", rules().imprint)
            told["date"] = told["date"] or told[name]
            told[name] = getattr(more, name) if more else told[name][: day.start()].strip()
    told["author"] = _first_name(told["author"])
    if paper := rules().imprint.paper.fullmatch(told["author"]):
        told["publisher"], told["author"] = told["publisher"] or paper["name"], ""
    if paper := rules().imprint.paper.fullmatch(told["publisher"]):
        told["publisher"] = paper["name"]
    told["publisher"] = told["publisher"] or learnt.get("publisher", "") or reading.site
    return {name: value or learnt.get(name, "") for name, value in told.items()}


def _first_name(value: str) -> str:
    """The first of several Chinese names, without what stands before it; a Latin name has gaps of its own."""
    value = labels().role.sub("", value).strip('"“” ')
    first = _NAMES_APART.split(value)[0]
    return value if first.isascii() else first
