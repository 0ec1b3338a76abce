"""A draft becomes an article: the text is put together, fixed, and named by its content."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import accumulate

from kg.errors import ReadError
from kg.ids import content_key
from kg.model import Article, Block, BlockKind, Hint
from kg.reader.addresses import is_web_address
from kg.reader.lines import ArticleDraft, Line, closed_up, plain_title, settle_kinds, tidy


def assemble(draft: ArticleDraft, source: str, told_title: str = "") -> Article:
    """The article that a draft makes.

    Without a title of its own, a heading that it begins with is one, else `told_title`, which a notice taken out of it
    tells. Raises ReadError where nothing but a title is left.
    """
    lines = [piece for line in draft.lines for piece in tidy(line)]
    headed = bool(lines) and lines[0].kind is BlockKind.HEADING
    title = plain_title(draft.title) or (lines[0].text if headed else plain_title(told_title))
    heading = Line(title)
    if lines and lines[0].text == title:
        heading, lines = lines[0], lines[1:]
    if not any(letter.isalnum() for line in lines for letter in line.text):
        remedy = "check that the file holds an article, or leave it out 请确认文件中有文章"
        raise ReadError(
            "no text is left once mark-up and notices are removed 去除标记和版权声明后没有正文",
            where=source,
            remedy=remedy,
        )
    settled = settle_kinds(lines)
    if title:
        settled = (replace(heading, kind=BlockKind.TITLE), *settled)
    settled = closed_up(settled)
    title = settled[0].text if title else ""
    text = "\n".join(line.text for line in settled)
    starts = tuple(accumulate((len(line.text) + 1 for line in settled[:-1]), initial=0))
    placed = tuple(zip(settled, starts, strict=True))
    return Article(
        key=content_key(title, text),
        source=source,
        title=title,
        text=text,
        blocks=tuple(Block(line.kind or BlockKind.PARAGRAPH, at, at + len(line.text)) for line, at in placed),
        publisher=plain_title(draft.publisher),
        author=plain_title(draft.author),
        url=draft.url if is_web_address(draft.url) else "",
        published=draft.published,
        hints=tuple(Hint(at + hint.start, at + hint.end, hint.code) for line, at in placed for hint in line.hints),
        seams=tuple(at + seam for line, at in placed for seam in line.seams),
    )


def article_of(
    text: str, *, title: str = "", source: str = "", published: datetime | None = None, publisher: str = ""
) -> Article:
    """An article from clean text, one block a line: for notes and tests, where there is no mark-up and no noise.

    Raises ReadError if the text is empty.
    """
    lines = tuple(Line(line) for line in text.split("\n"))
    return assemble(ArticleDraft(lines, title=title, publisher=publisher, published=published), source)
