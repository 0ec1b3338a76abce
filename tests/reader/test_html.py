"""HTML becomes lines."""

from __future__ import annotations

import pytest

from kg.model import BlockKind
from kg.reader import html
from kg.reader.lines import Line, tidy


def _lines(markup: str, *, markdown: bool = False) -> list[Line]:
    root = html.parse(markup)
    assert root is not None
    return [piece for line in html.lines_of(root, markdown=markdown) for piece in tidy(line)]


def _texts(markup: str) -> list[str]:
    return [line.text for line in _lines(markup)]


def test_block_elements_break_and_inline_ones_do_not() -> None:
    assert _texts("<p>甲城与<a href='#'>乙</a>公<b>司</b>签约。</p>后文<br>再后") == [
        "甲城与乙公司签约。",
        "后文",
        "再后",
    ]
    assert _texts("<table><tr><td>甲城</td><td>三千个</td></tr></table><ul><li>一<li>二</ul>") == [
        "甲城",
        "三千个",
        "一",
        "二",
    ]


def test_a_broken_line_is_whole_where_hanzi_meet() -> None:
    long = "江城市与云帆科技签署一份为期五年的战略合作协议"
    assert _texts(f"<p>\n  {long}\n  双方共建数据中心。\n  </p>") == [f"{long}双方共建数据中心。"]
    assert _texts(f"<p>{long}，推广5G\n应用。</p>") == [f"{long}，推广5G应用。"]
    assert _texts("<p>来源：江城日报\n时间：今天</p><p>a smart city of\nthe future</p>") == [
        "来源：江城日报 时间：今天",
        "a smart city of the future",
    ]


def test_indents_of_no_break_spaces_begin_paragraphs() -> None:
    assert _texts("<div>&nbsp;&nbsp;第一段。&nbsp;&nbsp;&nbsp;&nbsp;第二段。　　第三段。</div>") == [
        "第一段。",
        "第二段。",
        "第三段。",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>前文。</p><p><strong>算力先行</strong></p><p>后文。</p>",
        "<p>前文。</p>  <strong>  算力先行</strong><p>后文。</p>",
        "<p>前文。</p><h3><b>算力先行</b></h3><p>后文。</p>",
    ],
)
def test_a_heading_is_marked_up_as_one(markup: str) -> None:
    assert [(line.text, line.kind) for line in _lines(markup)][1] == ("算力先行", BlockKind.HEADING)


def test_strong_words_in_a_sentence_make_no_heading() -> None:
    assert [
        line.kind for line in _lines("<p><strong>甲城</strong>签约。</p><p><strong>这句话说完了。</strong></p>")
    ] == [None, None]


@pytest.mark.parametrize(
    "noise",
    [
        "<script>var a = '<p>不是正文</p>';</script>",
        "<style>p{color:red}</style>",
        "<!-- 不是正文 -->",
        "<nav>首页</nav>",
        "<div class='share-bar clearfix'>分享</div>",
        "<span class='ad'>买房看这里</span>",
        "<div id='related'>相关阅读</div>",
        "<%@ page language='java' %>",
        "<?php echo 1 ?>",
    ],
)
def test_what_is_no_article_text_is_left_out(noise: str) -> None:
    assert _texts(f"<p>前文。</p>{noise}<p>后文。</p>") == ["前文。", "后文。"]


def test_text_is_not_joined_across_what_was_left_out() -> None:
    assert _texts("<p>甲城<script>x</script>签约</p>") == ["甲城", "签约"]
    assert _texts("<p>甲城<img src='a.png'>签约</p>") == ["甲城", "签约"]
    assert _texts("<p>甲城<!-- 注 -->签约</p>") == ["甲城签约"]


def test_class_names_are_taken_as_whole_words() -> None:
    assert _texts("<div class='lead keytip gradient'>正文。</div>") == ["正文。"]


def test_entities_are_text_once() -> None:
    assert _texts("<p>A&amp;B&nbsp;&lt;甲&gt;&hellip;&bigstar;&#20013;&amp;lt;</p>") == ["A&B <甲>…★中&lt;"]


def test_stock_codes_become_hints_that_may_cut_words() -> None:
    group = "<span id='Info.116.00700'><a data-code='116,00700'>某某集团</a></span>"
    markup = f"<p>由{group}<span id='stock_sh600028'>某石</span>化</p>"
    (line,) = _lines(markup)
    assert line.text == "由某某集团某石化"
    assert [(line.text[h.start : h.end], h.code) for h in line.hints] == [("某某集团", "HK00700"), ("某石", "SH600028")]


def test_empty_lines_between_elements_break_in_markdown() -> None:
    markup = "> 导语。\n\n<p>正文。</p>\n尾一\n\n尾二"
    assert [line.text for line in _lines(markup, markdown=True)] == ["> 导语。", "正文。", "尾一", "尾二"]


def test_empty_lines_between_inline_elements_break_in_markdown_too() -> None:
    assert [line.text for line in _lines("<b>甲城</b>\n\n<i>乙城</i>", markdown=True)] == ["甲城", "乙城"]


def test_text_is_kept_in_ruby_and_without_any_tag() -> None:
    assert _texts("<p>甲<ruby>城<rt>chéng</rt></ruby>签约</p>") == ["甲城chéng签约"]
    assert _texts("news/0001.txt") == ["news/0001.txt"]


def test_deep_and_broken_markup_is_read_whole() -> None:
    assert _texts("<div>" * 2000 + "底") == ["底"]
    assert _texts("<p>甲<b>乙<p>丙</b>丁</i></div>戊") == ["甲乙", "丙丁戊"]
