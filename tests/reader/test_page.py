"""Whole pages."""

from __future__ import annotations

from time import process_time

import pytest

from kg.errors import ReadError
from kg.reader import read_string
from kg.reader.html import MOST_DEPTH

_PROSE = "甲城市今年建成数据中心一座，由乙公司负责运营，总投资三亿元。"
_BODY = f"<p>{_PROSE}</p><p>市里还计划在三年内建设智慧交通平台，双方已经签署了协议。</p>"


def _page(body: str, head: str = "") -> str:
    links = "".join(f"<li><a href='/{n}'>这是第{n}条新闻的题目，比较长，也带着句号。</a></li>" for n in range(9))
    return f"<!DOCTYPE html><html><head>{head}</head><body><ul>{links}</ul>{body}<div>版权所有</div></body></html>"


def test_the_article_is_found_among_links() -> None:
    (article,) = read_string(_page(f"<div><div>{_BODY}</div></div>"), "a.html", "html")
    assert article.text.startswith(_PROSE)
    assert len(article.blocks) == 2


def test_line_breaks_in_a_font_element_are_an_article_too() -> None:
    (article,) = read_string(
        _page(f"<div><font>&nbsp;&nbsp;{_PROSE}<br>&nbsp;&nbsp;第二段也不短，写的是明年的计划。<br></font></div>"),
        "a.html",
        "html",
    )
    assert [article.text[b.start : b.end] for b in article.blocks] == [_PROSE, "第二段也不短，写的是明年的计划。"]


def test_the_head_of_the_page_tells_title_source_date_and_address() -> None:
    head = (
        "<title>甲城上云_城市频道_某网</title><meta property='article:published_time' content='2023-03-06T02:20:00Z'>"
        "<meta name='source' content='甲城日报'><link rel='canonical' href='https://example.org/1'>"
    )
    (article,) = read_string(_page(f"<div>{_BODY}</div>", head), "a.html", "html")
    assert (article.title, article.publisher, article.url) == ("甲城上云", "甲城日报", "https://example.org/1")
    assert str(article.published) == "2023-03-06 10:20:00+08:00"


def test_the_lines_above_the_article_tell_them_too() -> None:
    body = f"<h1>甲城<br>上云</h1><div>2023年03月06日 10:20　来源：甲城日报　作者：钱一</div><div>{_BODY}</div>"
    (article,) = read_string(_page(body, "<title>某网</title>"), "a.html", "html")
    assert (article.title, article.publisher) == ("甲城上云", "甲城日报")
    assert str(article.published) == "2023-03-06 10:20:00+08:00"
    assert "来源" not in article.text


@pytest.mark.parametrize(
    "piece", ["<section>{}</section>", "<div>{}</div>", "<section><section><span>{}</span></section></section>"]
)
def test_paragraphs_in_elements_of_their_own_are_one_article(piece: str) -> None:
    texts = [_PROSE * 3, "双方还签署了协议，计划共建平台。", "明年的计划也写在这份协议里。"]
    pieces = "".join(piece.format(text) for text in texts)
    (article,) = read_string(_page(f"<div id='main'>{pieces}</div><div class='side'>{_PROSE}</div>"), "a.html", "html")
    assert [article.text[b.start : b.end] for b in article.blocks] == texts


def test_a_public_account_is_the_publisher_and_its_script_knows_when() -> None:
    head = "<meta property='og:title' content='甲城|上云'><meta property='og:site_name' content='微信公众平台'>"
    name = "<a id='js_name'> 甲城发布 </a><script>var createTime = '2023-03-06 10:20';</script>"
    (article,) = read_string(_page(f"{name}<div id='js_content'>{_BODY}</div>", head), "a.html", "html")
    assert (article.title, article.publisher) == ("甲城|上云", "甲城发布")
    assert str(article.published) == "2023-03-06 10:20:00+08:00"


@pytest.mark.parametrize("tail", ["_某网", "-城市频道-某网", " | 某某日报"])
def test_the_name_of_the_site_is_no_part_of_a_title(tail: str) -> None:
    head = f"<meta name='ArticleTitle' content='甲城-乙城一体化｜三年见效{tail}'>"
    (article,) = read_string(_page(f"<div>{_BODY}</div>", head), "a.html", "html")
    assert article.title == "甲城-乙城一体化｜三年见效"


def test_a_placeholder_is_no_title() -> None:
    body = f"<div>甲城的第一座数据中心</div><div>2023-03-06</div><div>{_BODY}</div>"
    (article,) = read_string(_page(body, "<title>Insert title here</title>"), "a.html", "html")
    assert article.title == "甲城的第一座数据中心"


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html><body><a>首页</a><form>登录</form></body></html>", _page("")]
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ReadError, match="holds no article") as caught:
        list(read_string(page, "list.html", "html"))
    assert (caught.value.where, bool(caught.value.remedy)) == ("list.html", True)


@pytest.mark.parametrize("name", ["TRS_Editor", "share", "related-wrap"])
def test_an_article_is_found_below_a_misleading_name(name: str) -> None:
    (article,) = read_string(_page(f"<form><div class='{name}'>{_BODY}</div></form>"), "a.html", "html")
    assert article.text.startswith(_PROSE)


@pytest.mark.parametrize(
    "above",
    [
        "<table><tr><td>索 引 号：</td><td>JC001</td><td>发布机构：</td><td>甲城市数据局</td></tr><tr>"
        "<td>成文日期：</td><td>2023-03-06</td><td>文　　号：</td><td>甲数3号</td></tr></table>",
        "<table><tr><td><b>发布机构</b></td><td>甲城市数据局</td><td><b>发布日期</b></td><td>2023-03-06</td></tr></table>",
        "<p><span>发布时间：2023-03-06 10:20</span><span>来源：甲城市数据局</span><span>阅读量：</span></p>",
        "<ul><li>2023-03-01 甲城要闻</li><li>2023-02-01</li></ul><p>2023-03-06 来源：甲城市数据局</p>",
    ],
)
def test_what_stands_above_the_article_tells_its_day_and_publisher(above: str) -> None:
    (article,) = read_string(_page(f"{above}<div>{_BODY}</div>", "<title>甲城上云走出新路子</title>"), "a.html", "html")
    assert (article.publisher, str(article.published)[:10]) == ("甲城市数据局", "2023-03-06")
    assert article.text.split("\n")[1] == _PROSE


def test_so_do_the_first_lines_within_it() -> None:
    head = "<p>甲城上云走出新路子</p><p>发布时间：2023-03-06　来源：甲城日报</p>"
    (article,) = read_string(_page(f"<div>{head}{_BODY}<p>【打印】【关闭】</p></div>"), "a.html", "html")
    assert (article.title, article.publisher) == ("甲城上云走出新路子", "甲城日报")
    assert len(article.blocks) == 3


@pytest.mark.parametrize("body", ["<p>江城市与云帆科技签署战略合作协议。</p>", "江城市与云帆科技签署战略合作协议。"])
def test_a_page_may_hold_one_sentence_where_it_has_no_links(body: str) -> None:
    page = f"<html><head><title>江城上云</title></head><body>{body}</body></html>"
    (article,) = read_string(page, "a.html", "html")
    assert (article.title, article.text.split("\n")[-1]) == ("江城上云", "江城市与云帆科技签署战略合作协议。")
    with pytest.raises(ReadError, match="holds no article"):
        list(read_string(page.replace("</body>", "<a href='/'>首页</a></body>"), "a.html", "html"))


def _nested(tag: str, depth: int) -> str:
    return f"<html><body>{f'<{tag}>' * depth}{_PROSE}{f'</{tag}>' * depth}</body></html>"


@pytest.mark.parametrize("tag", ["div", "span"])
def test_what_stands_deep_takes_no_longer_than_it_is_deep(tag: str) -> None:
    def seconds(depth: int) -> float:
        begun = process_time()
        (article,) = read_string(_nested(tag, depth), "a.html", "html")
        assert article.text == _PROSE
        return process_time() - begun

    shallow, deep = (min(seconds(depth) for _ in range(3)) for depth in (MOST_DEPTH // 16, MOST_DEPTH - 10))
    assert deep < 64 * shallow, "sixteen times as deep; 256 times if every level looked at all below it"


@pytest.mark.parametrize("media", ["html", "text"])
def test_an_absurd_depth_is_refused(media: str) -> None:
    with pytest.raises(ReadError, match=r"^a\.html: its elements stand in one another .* deep .* — save the text"):
        list(read_string(_nested("div", MOST_DEPTH * 2), "a.html", media))
