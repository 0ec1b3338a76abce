"""The head of a plain text, in the forms in which analysts come by articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from kg.reader import read_string
from kg.reader.head import read_head

_TITLE = "江城携手云帆科技建设城市大脑"
_NEWS = "江城市与云帆科技签署战略合作协议，双方将在城南新区建设数据中心，总投资10亿元。"
_MORE = "项目一期计划于2024年6月建成，可容纳3000个机架，为全市政务系统提供算力。"
_TEXT = f"{_TITLE}\n{_NEWS}\n{_MORE}"

_COPIED = {
    "portal of a paper": "江城网>>要闻\n{title}\n2023年03月06日08:12 | 来源：江城日报\n小字号\n{text}\n(责编：赵一)",
    "portal that stacks the day": "江城网 > 正文\n2023\n03/06\n10:20:30\n来源：江城日报\n{title}\n字体：\n小\n{text}",
    "portal with an app": "{title}\n2023年03月06日 10:20 江城日报\n财经APP\n缩小字体放大字体收藏微博微信分享\n{text}",
    "portal that parts label and value": "{title}\n2023-03-06 10:20\n来源:\n江城日报\n发布于：江城市\n{text}",
    "portal with a place": "{title}\n2023-03-06 10:20:30　来源: 江城日报\n江城\n举报\n0\n分享至\n{text}",
    "news app": "{title}\n\n江城日报\n2023-03-06 10:20\n发布于江城江城日报官方账号\n+ 关注\n\n{text}",
    "public account": "{title}\n江城日报 2023年03月06日 10:20 江城\n点击蓝字 关注我们\n{text}\nEND",
    "e-paper": "版面导航\n第A02版：要闻\n上一篇 下一篇\n江城日报\n2023年3月6日 星期一\n引题：江城\n{title}\n{text}",
    "issue in title marks": "{title}\n《江城日报》（ 2023年03月06日   第 02 版）\n{text}",
    "government": "当前位置：首页 > 动态\n{title}\n发布日期：2023-03-06 来源：江城日报 字体：[大 中 小]\n{text}",
    "table above a document": "索 引 号：\tJC001\n发布机构：\t江城日报\n成文日期：\t2023-03-01\n"
    "发布日期：\t2023-03-06\n标　　题：\t{title}\n文　　号：\t江数〔2023〕3号\n\n{title}\n\n{text}",
    "table by cells": "索引号\nJC001\n发布机构\n江城日报\n发文日期\n2023-03-06\n标题\n{title}\n文号\n江数3号\n{text}",
    "table by rows": "索引号\tJC001\t分类\t动态\n发布机构\t江城日报\t发布日期\t2023-03-06\n名称\t{title}\n{text}",
    "table by gaps": "索 引 号 JC001\n发布机构 江城日报\n发布日期 2023-03-06 10:20\n名    称 {title}\n{text}",
    "mail": '-----原始邮件-----\n发件人: "江城日报" <news@example.org>\n发送时间: 2023-03-06 10:20:30 (星期一)\n'
    "收件人: editor@example.org\n主题: 转发：{title}\n\n{text}",
    "press database": "{title}\n江城日报  | 2023-03-06\n报章 | A02 | 要闻\n\n{text}\n\n文章编号: 202303060010020",
    "paper database": "题名：{title}\n报纸名称：江城日报\n日期：2023-03-06\n版号：A02\n正文：\n{text}",
    "bilingual labels": "Title-题名: {title}\nSource-报纸名: 江城日报\nPubTime-出版时间: 2023-03-06\n{text}",
    "labels in brackets": "【标题】{title}\n【日期】2023-03-06\n【来源】江城日报\n【正文】\n{text}",
    "tags": "HD {title}\nWC 320 字\nPD 2023年3月6日\nSN 江城日报\nLP\n{text}",
    "Markdown list": "# {title}\n\n- 来源: 江城日报\n- 发布时间: 2023-03-06\n\n{text}",
    "Markdown table": "# {title}\n\n| 项目 | 内容 |\n|---|---|\n| 来源 | 江城日报 |\n| 日期 | 2023-03-06 |\n\n{text}",
    "Markdown quotation": "# {title}\n\n> 来源：江城日报 | 日期：2023-03-06\n\n{text}",
    "clipped page": "> 本文由 [工具](http://example.org/) 转码， 原文地址 [a.b](https://a.b/c)\n\n# {title}\n\n"
    "[江城日报](javascript:void(0);)\n_2023-03-06 10:20_ _发表于江城_\n\n{text}",
    "title with its site": "{title}_江城网\n{title}\n2023-03-06 来源：江城日报\n{text}",
    "underlined title": "{title}\n======\n\n江城日报 2023-03-06\n\n{text}",
    "sheet of a word processor": "附件1：\n{title}\n\n江城日报  2023年3月6日\n\n{text}",
}


def _read(text: str) -> Article:
    (article,) = read_string(text, "a.txt")
    return article


@pytest.mark.parametrize("form", _COPIED.values(), ids=_COPIED)
def test_it_is_read_in_whatever_form_it_was_copied(form: str) -> None:
    article = _read(form.format(title=_TITLE, text=f"{_NEWS}\n{_MORE}"))
    assert (article.title, article.publisher, str(article.published)[:10]) == (_TITLE, "江城日报", "2023-03-06")
    assert article.text == _TEXT


@pytest.mark.parametrize(
    "head",
    [
        "{title}\n本报记者 赵一",
        "{title}\n原创 赵一 江城发布 2023-03-06 10:20 发表于江城",
        "{title}\n2023-03-06 来源：江城日报\n□ 本报记者 赵一 通讯员 钱二",
        "{title}\n江城日报\nA02| 要闻| 赵一| 2023-03-06",
        "{title}\n来源：江城日报 作者：赵一 2023-03-06 10:20:00",
        "From: 赵一 <zhaoyi@example.org>\nDate: Mon, 06 Mar 2023 10:20:30 +0800\nTo: a@b.c\nSubject: Fw: {title}",
        "题名：{title}\n作者：赵一;钱二\n报纸名称：江城日报",
    ],
)
def test_it_names_the_author(head: str) -> None:
    article = _read(f"{head.format(title=_TITLE)}\n\n{_NEWS}\n{_MORE}")
    assert (article.title, article.author, article.text) == (_TITLE, "赵一", _TEXT)


_LINES = ("来源：江城日报", "2023-03-06 10:20", "作者：赵一", "字号：大 中 小", "江城网 > 新闻 > 要闻")


@given(st.permutations(_LINES), st.integers(0, len(_LINES)))
def test_its_lines_may_stand_in_any_order(lines: list[str], place: int) -> None:
    article = _read("\n".join([*lines[:place], _TITLE, *lines[place:], _NEWS, _MORE]))
    assert (article.title, article.publisher, article.author) == (_TITLE, "江城日报", "赵一")
    assert (str(article.published)[:16], article.text) == ("2023-03-06 10:20", _TEXT)


@pytest.mark.parametrize(
    "lines",
    [
        ["记者：数据中心何时开工？", f"赵一：{_NEWS}", "记者：还有哪些打算？", f"赵一：{_MORE}"],
        ["地点：江城会展中心", "主办单位：云帆科技", _NEWS],
        ["——在江城数字经济大会上的致辞", "江城市市长 赵一", "各位来宾：", _NEWS],
        ["一、签约", _NEWS, "二、进度", _MORE],
        ["城市大脑发布", _NEWS],
    ],
)
def test_what_explains_nothing_is_text(lines: list[str]) -> None:
    article = _read("\n".join([_TITLE, "江城日报 2023-03-06", *lines]))
    assert article.text.split("\n") == [_TITLE, *lines]


@pytest.mark.parametrize(
    "lines",
    [
        [_NEWS, _MORE],
        [_TITLE, _NEWS],
        ["江城重点项目一览", "江城云谷", "投资：10亿元", "业主：云帆科技", _NEWS],
        ["江城成员单位", "市数据局", "市财政局", _NEWS],
        [_TITLE, "2020年", "江城启动城市大脑。", "2021年", _NEWS],
    ],
)
def test_without_a_field_or_a_day_there_is_none(lines: list[str]) -> None:
    assert read_head(lines) is None
    assert _read("\n".join(lines)).text.split("\n") == lines


def test_of_two_days_that_of_the_publication_counts() -> None:
    article = _read(f"成文日期：2023-03-01\n公开日期：2023-03-06\n{_TITLE}\n{_NEWS}")
    assert str(article.published)[:10] == "2023-03-06"
