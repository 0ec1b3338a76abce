"""The promise that all else rests on: a block stands in the original without its tags, from seam to seam."""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Article
from kg.reader import find_files, read_path, read_string
from kg.reader.visible import visible

_WORDS = st.text(alphabet="甲乙丙城市与公司建设５ＡB7，。；（）“” 　\n\xa0\u200b", max_size=12)
_INLINE = st.sampled_from(["b", "strong", "span", "a", "font", "em"])
_BLOCK = st.sampled_from(["p", "div", "li", "h2", "td", "section", "blockquote"])
_ENTITY = st.sampled_from(
    [
        "&nbsp;",
        "&shy;",
        "&#8203;",
        "&amp;",
        "&ldquo;",
        "&#22478;",
        "&hellip;",
        "&bigstar;",
        "<br>",
        "<!-- 注 -->",
        "<img src='a'>",
    ]
)


def _element(names: st.SearchStrategy[str], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(names, inner).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>")


_RUNS = st.lists(st.one_of(_WORDS, _ENTITY, _element(_INLINE, _WORDS)), max_size=5).map("".join)
_HTML = st.lists(st.one_of(_element(_BLOCK, _RUNS), _RUNS), max_size=6).map("".join)
_MARKDOWN = st.lists(
    st.one_of(
        _WORDS,
        st.sampled_from(
            [
                "**",
                "# ",
                "> ",
                "- ",
                "\n",
                "\n\n",
                "[甲](b)",
                "![乙](c)",
                "`",
                "\\.",
                "\\*",
                "\\",
                "（下转第二版）",
                "（完）",
            ]
        ),
    ),
    max_size=15,
).map("".join)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", visible(text)))


def _bare(original: str) -> str:
    """The original as the scorer sees it: tags out, entities unescaped, squeezed."""
    return _squeezed(html.unescape(re.sub(r"<[^>]+>", "", original)))


def _strangers(article: Article, original: str) -> list[str]:
    bare = _bare(original)
    borders = {0, *article.seams, *(block.end for block in article.blocks)}
    pieces = (article.text[start:end] for start, end in pairwise(sorted(borders)))
    return [piece for piece in pieces if _squeezed(piece) not in bare]


@settings(max_examples=200)
@example("**\n# 77**7\n7")
@given(st.one_of(_HTML, _MARKDOWN))
def test_every_block_of_generated_text_stands_in_the_original(text: str) -> None:
    try:
        (article,) = read_string(text, "a.md", "text")
    except ReadError:
        return
    assert _strangers(article, text) == []


def _sample_files() -> list[Path]:
    folder = Path(__file__).resolve().parent.parent.parent / "seeds" / "articles"
    return [path for path in find_files([folder]) if path.suffix in (".md", ".txt", ".html")]


@pytest.mark.parametrize("path", _sample_files(), ids=lambda path: path.name)
def test_every_block_of_the_samples_stands_in_the_original(path: Path) -> None:
    encoding = "gb18030" if "gb18030" in path.name else "utf-8"
    (article,) = read_path(path)
    assert _strangers(article, path.read_text(encoding=encoding)) == []


@pytest.mark.shared
def test_every_block_of_the_real_articles_stands_in_the_original(shared_dir: Path) -> None:
    strangers: list[tuple[str, str]] = []
    for path in find_files([shared_dir / "seeds", shared_dir / "articles", shared_dir / "bulk"]):
        original = path.read_text(encoding="utf-8")
        strangers.extend(
            (path.name, block[:40]) for article in read_path(path) for block in _strangers(article, original)
        )
    assert strangers == []
