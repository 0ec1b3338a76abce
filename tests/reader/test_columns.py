"""Tables of articles."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.reader import read_path, read_string

_NEWS = "江城市与云帆科技签署协议，双方将建设数据中心。"
_HEAD = ["序号", "标题", "报纸名称", "出版日期", "作者", "正文"]
_ROWS = [
    ["1", "江城上云", "江城日报", "2023-03-06", "赵一", f"{_NEWS}\n“第二段”,有逗号；也有分号。"],
    ["2", "滨河上云", "滨河晚报", "2023/3/7 10:20", "", _NEWS],
]


def _table(mark: str, rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n").writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_each_row_is_an_article(mark: str) -> None:
    first, second = read_string(_table(mark, [_HEAD, *_ROWS]), "a.csv", "table")
    assert (first.source, first.title, first.publisher, first.author) == ("a.csv#1", "江城上云", "江城日报", "赵一")
    assert first.text == f"江城上云\n{_NEWS}\n“第二段”,有逗号；也有分号。"
    assert (second.source, str(second.published)) == ("a.csv#2", "2023-03-07 10:20:00+08:00")


def test_a_file_in_another_encoding_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(_table(",", [_HEAD, *_ROWS]), encoding="gb18030")
    assert [article.title for article in read_path(path)] == ["江城上云", "滨河上云"]


def test_a_row_without_text_is_named_and_the_rest_goes_on() -> None:
    articles = read_string(_table(",", [_HEAD, ["1", "江城上云", "", "", "", ""], _ROWS[1]]), "a.csv", "table")
    assert next(articles).source == "a.csv#2"
    with pytest.raises(ReadError) as caught:
        next(articles)
    assert caught.value.where == "a.csv#1"


@pytest.mark.parametrize("text", ["", "城市,机架\n江城,3000\n", _NEWS])
def test_a_table_without_texts_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="no column holds texts"):
        list(read_string(text, "a.csv", "table"))
