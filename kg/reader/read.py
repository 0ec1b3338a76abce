"""A file becomes articles: its bytes are decoded, its form is told, its noise removed, and its text fixed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from kg.errors import ReadError
from kg.model import Article
from kg.reader import columns, front_matter, jsonl, markdown, plain
from kg.reader.addresses import best_address
from kg.reader.article import assemble
from kg.reader.dates import date_in_address, parse_date
from kg.reader.encoding import decode
from kg.reader.files import FEEDS, PAGES, RECORDS, TABLES, Paths, check_name, find_sources
from kg.reader.labels import is_site, paper_in, value_of
from kg.reader.lines import ArticleDraft, Line
from kg.reader.noise import clean
from kg.reader.script import in_any_script
from kg.reader.visible import visible

# An article of this size is a database dump or a mistake, and would take the extractor minutes.
MOST_BYTES: Final = 20_000_000
_PAGE_REACH: Final = 2_000
_ERRORS_NAMED: Final = 5
_WHOLE_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<(?:p|div|br|article|section|table|h[1-6]|ul|ol|span|strong)\b[^<>]*>", re.IGNORECASE)
_FEED: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.DOTALL)


def read_path(path: Path | str, source: str = "") -> Iterator[Article]:
    """The article of a file, or the several of a .jsonl file, a table or a feed.

    `source` is the name they are to bear, the file's own if none is given; `#LINE`, `#ROW` or `#ITEM` follows it where
    there are several. Raises ReadError, naming the file, the place in it and the remedy, for what cannot be read;
    where a few of several articles are bad, the good ones are given first and the error, naming the bad ones, last.
    """
    path = Path(path)
    source = source or path.name
    check_name(source)
    try:
        if path.suffix.lower() in RECORDS:
            with path.open("rb") as file:
                yield from _all_good(_from_lines(file, source), source)
        else:
            yield from read_string(decode(_bytes(path), source), source, _media(path))
    except ReadError as error:
        where = error.where.replace(source, str(path), 1)
        raise ReadError(error.what, where=where, remedy=error.remedy) from error
    except OSError as error:
        remedy = "check that the file is there and that you may read it 请检查文件是否存在、能否读取"
        raise ReadError(
            f"the file cannot be read 无法读取文件: {error.strerror}", where=str(path), remedy=remedy
        ) from error


def read_paths(paths: Paths, on_error: Callable[[ReadError], None] | None = None) -> Iterator[Article]:
    """The articles of a file or folder, or of several, in the order of their names.

    A bad article raises ReadError; with `on_error` it is handed over instead, and the rest go on.
    """
    for path, source in find_sources(paths):
        try:
            yield from read_path(path, source)
        except ReadError as error:
            if on_error is None:
                raise
            on_error(error)


def read_string(text: str, source: str, media: str = "auto") -> Iterator[Article]:
    """The articles of a text that is in memory already.

    `media` is what it is: `text` (plain text, Markdown or a piece of HTML, with or without front matter), `html` (a
    whole page), `jsonl`, `feed`, `table` (CSV), or `auto` to have a look. Raises ReadError as `read_path` does.
    """
    text = visible(text)
    if media == "auto":
        media = _looked_at(text)
    if media == "jsonl":
        yield from _all_good(_from_lines(text.split("\n"), source), source)
    elif media == "feed":
        yield from _all_good(_from_feed(text, source), source)
    elif media == "table":
        yield from _all_good(_from_table(text, source), source)
    else:
        draft_of = _page if media == "html" else _draft
        yield in_any_script({"text": text}, lambda own: _finished(draft_of(own["text"], source), source))


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > MOST_BYTES:
        remedy = "split it into articles, one a file or one a line of a .jsonl file 请拆分为单篇文章"
        what = f"the file has {size // 1_000_000} MB, more than the {MOST_BYTES // 1_000_000} MB of an article"
        raise ReadError(what, where=path.name, remedy=remedy)
    return path.read_bytes()


def _media(path: Path) -> str:
    suffix = path.suffix.lower()
    kinds = {"feed": FEEDS, "html": PAGES, "table": TABLES}
    return next((media for media, suffixes in kinds.items() if suffix in suffixes), "text")


def _looked_at(text: str) -> str:
    start = text.lstrip()[:2]
    if start[:1] == "{" and '"' in text[:200]:
        return "jsonl"
    return "feed" if start[:1] == "<" and _FEED.match(text) else "text"


def _all_good(readings: Iterable[Callable[[], Article]], source: str) -> Iterator[Article]:
    """The articles that can be read, then one ReadError for those that cannot."""
    errors: list[ReadError] = []
    for reading in readings:
        try:
            article = reading()
        except ReadError as error:
            errors.append(error)
            continue
        yield article
    if len(errors) == 1:
        raise errors[0]
    if errors:
        named = "; ".join(f"{error.where.removeprefix(source)}: {error.what}" for error in errors[:_ERRORS_NAMED])
        more = f" and {len(errors) - _ERRORS_NAMED} more" if len(errors) > _ERRORS_NAMED else ""
        what = f"{len(errors)} of its articles cannot be read ({named}{more})"
        raise ReadError(what, where=source, remedy=errors[0].remedy)


def _from_lines(lines: Iterable[str | bytes], source: str) -> Iterator[Callable[[], Article]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield partial(_from_line, line, f"{source}#{number}")


def _from_line(line: str | bytes, source: str) -> Article:
    text = decode(line, source) if isinstance(line, bytes) else line
    return _from_fields(jsonl.fields_of(text, source), source)


def _from_feed(text: str, source: str) -> Iterator[Callable[[], Article]]:
    from kg.reader import feed

    for name, fields in feed.items(text, source):
        yield partial(_from_fields, fields, name)


def _from_table(text: str, source: str) -> Iterator[Callable[[], Article]]:
    for name, fields in columns.rows(text, source):
        yield partial(_from_fields, fields, name)


def _from_fields(fields: Mapping[str, str], source: str) -> Article:
    """The article of a record, whose fields go before what its text says of itself."""
    fields = {name: visible(value) for name, value in fields.items()}
    return in_any_script(fields, lambda own: _of_fields(own, source))


def _of_fields(fields: Mapping[str, str], source: str) -> Article:
    draft = _draft(fields["text"], source, fields["title"])
    draft = replace(
        draft,
        publisher=fields["publisher"] or draft.publisher,
        site=fields["site"] or draft.site,
        author=fields["author"] or draft.author,
        url=best_address(fields["url"], draft.url),
        published=parse_date(fields["date"]) or draft.published,
    )
    return _finished(draft, source)


def _draft(text: str, source: str, title: str = "") -> ArticleDraft:
    """The draft of plain text, Markdown or HTML, after the front matter if there is one."""
    header, body = front_matter.split_header(text)
    title = title or value_of(header, "title")
    body, link = markdown.take_out_autolinks(body)
    if _WHOLE_PAGE.search(body[:_PAGE_REACH]):
        draft = _page(body, source)
        draft = replace(draft, title=title or draft.title)
    elif _MARKUP.search(body):
        draft = ArticleDraft(tuple(_piece_lines(body, source)), title=title)
    else:
        draft = plain.draft_of(body, title)
    return _with_header(draft, header, link)


def _page(text: str, source: str) -> ArticleDraft:
    # Parsers of HTML and XML are imported late, here and elsewhere: plain text does without.
    from kg.reader import html, page

    root = html.parse(text, source)
    if root is None:
        raise ReadError(
            "the HTML holds no article 网页中没有文章",
            where=source,
            remedy="check that the page was saved whole 请确认网页保存完整",
        )
    return page.draft_of(root, source)


def _piece_lines(body: str, source: str) -> list[Line]:
    """The lines of a piece of HTML, which may stand in Markdown."""
    from kg.reader import html

    root = html.parse(body, source)
    lines = html.lines_of(root, markdown=True) if root is not None else []
    return [piece for line in lines for piece in markdown.refine(line)]


def _with_header(draft: ArticleDraft, header: front_matter.Header, link: str) -> ArticleDraft:
    author = value_of(header, "author")
    by_site = is_site(author)
    paper = paper_in(front_matter.first(header, "tags", "categories"))
    return replace(
        draft,
        publisher=value_of(header, "publisher") or draft.publisher,
        site=paper or value_of(header, "site") or (author if by_site else "") or draft.site,
        author=draft.author if by_site or not author else author,
        url=best_address(value_of(header, "url"), draft.url, link),
        published=parse_date(value_of(header, "date")) or draft.published,
    )


def _finished(draft: ArticleDraft, source: str) -> Article:
    """The article of a draft: noise out, and what the noise told filled in where nothing better is known."""
    lines, learnt = clean(draft.lines)
    told = learnt.values
    url = best_address(draft.url, told.get("url", ""))
    draft = replace(
        draft,
        lines=tuple(lines),
        publisher=draft.publisher or told.get("publisher", "") or draft.site,
        author=draft.author or told.get("author", ""),
        url=url,
        published=draft.published or parse_date(told.get("date", "")) or date_in_address(url),
    )
    return assemble(draft, source, told.get("title", ""))
