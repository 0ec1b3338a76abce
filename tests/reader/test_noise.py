"""What is removed from an article, and what is learnt from it."""

from __future__ import annotations

import pytest

from kg.reader.lines import Line
from kg.reader.noise import clean, no_article_name, rules

_NEWS = "甲城市与乙公司签署协议，双方将建设数据中心。"


def _cleaned(*texts: str) -> list[str]:
    return [line.text.strip() for line in clean([Line(text) for text in texts])[0]]


@pytest.mark.parametrize(
    "tail",
    [
        "返回搜狐，查看更多责任编辑：",
        "（完）",
        "(完) 【编辑:赵一】",
        "责编：赵一 钱二编辑：孙三",
        "责编:赵一 | 审校:钱二 | 审核:孙三 | 监制:李四返回搜狐，查看更多责任编辑：",
        " 编辑 赵一校对 钱二",
        "（一审：赵一 二审：钱二 三审：孙三） ",
        "文/甲城日报记者 赵一编辑/钱二",
        "中青报·中青网记者 赵一",
        "记者 赵一 通讯员 钱二 孙三",
        "（记者 赵一 通讯员 钱二）",
        "（赵一 钱二）",
        "（图片由通讯员提供）",
        "来源：甲城日报",
        "信息来源：甲城发布",
        "【打印】【关闭】",
        "赵一. 甲城上云走出新路子[N]. 甲城日报, 2023-03-06(02).",
        "平台声明：文章仅代表作者本人的看法。",
        "（来源：甲城日报）返回搜狐，查看更多责任编辑：",
        "【编辑：赵一】【来源：甲城日报-甲城网】",
        "分享让更多人看到",
        "(责任编辑：赵一 CN001)",
        "《甲城日报》（2023年03月06日 10版）",
        "以上内容由证券之星整理自公告，仅供了解行情。有疑问请来信。",
        "本文不构成投资建议，风险自己掌握。",
        "广告声明：文内含有的链接用于传递更多信息，结果仅供参考。",
        "版权所有，未经许可不得转载。",
        "*甲城日报独家稿件，转载请注明出处。",
        "此文内容为企业供稿，仅供参考",
        "若转载，请注明来源：甲城上云https://example.org/1.html",
        "【投稿、区域合作请邮件 news#example.org 24小时内回复。】",
        "更多港股资讯，下载某某APP更多内容请点击www.example.org（搜索“某某”）",
    ],
)
def test_the_end_of_a_dump_is_taken_off(tail: str) -> None:
    assert _cleaned(_NEWS + tail) == [_NEWS]


@pytest.mark.parametrize(
    "line",
    [
        "（文章来源：甲城日报）",
        "本报记者赵一",
        "作者：赵一（zhaoyi@example.org）",
        "来源｜甲城观察（ID：jiacheng）",
        "【打印】 【关闭】",
        "<<上一篇 下一篇>>",
        "阅读 1200 在看 12",
        "- END -",
        "附件：",
        "文章编号: 202303060010020",
        "-----原始邮件-----",
        "第 1 页 共 2 页",
        "甲城市大数据局官方公众号",
        "编辑：钱二 ",
        "2023年03月06日 10:20　来源：甲城日报　作者：赵一　字号：大 中 小",
        "您的位置：首页 > 城市 > 正文",
        "首页 > 新闻 > 城市",
        "返回甲城日报新闻",
        "上一篇：乙城上云",
        "相关阅读",
        "海量资讯、精准解读，尽在某某APP",
        "扫描二维码，关注甲城发布公众号",
        "点击蓝字 关注我们",
        "▲点击上方蓝字关注我们▲",
        "图为活动现场。赵一 摄",
        "▲甲城数据中心",
        "会议现场",
        "**",
        "……",
        "https://example.org/1.html",
        "→某网《甲城与乙公司签约》",
    ],
)
def test_a_line_that_is_no_text_goes(line: str) -> None:
    assert _cleaned(_NEWS, line, _NEWS) == [_NEWS, _NEWS]


@pytest.mark.parametrize(
    "line",
    [
        "图书馆建设正式启动。",
        "记者从市大数据局获悉，平台已经上线。",
        "甲城日报社与乙公司签署了协议。",
        "编辑部设在甲城。",
        "乙公司的数据来源：政府部门与企业各占一半。",
        "“智慧城市要让人有获得感。”市长赵一（右三）说。",
        "平台由乙公司（简称“乙”）建设，分享数据三亿条。",
        "首页改版后，访问量增长了三成。",
        "该项目获得授权专利二十件，其中版权登记五件。",
        "甲城日报讯（记者 赵一）今天，数据中心开工。",
        "《甲城市数字经济发展规划》",
    ],
)
def test_news_stays(line: str) -> None:
    assert _cleaned(_NEWS, line, _NEWS) == [_NEWS, line, _NEWS]


def test_a_line_that_is_nearly_a_bar_of_links_is_read_at_once() -> None:
    line = "举报  收藏  " * 12 + "江城"
    assert _cleaned(_NEWS, line) == [_NEWS, line]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("甲城依托园区，(下转第二版) (上接第一版)加快建设平台。", ["甲城依托园区，", "加快建设平台。"]),
        ("甲城签约。（甲城日报供图）项目明年建成。", ["甲城签约。", "项目明年建成。"]),
        ("甲城签约。新华社发（赵一 摄）项目明年建成。", ["甲城签约。", "项目明年建成。"]),
        ("甲城签约。赵一摄该项目明年建成。", ["甲城签约。", "该项目明年建成。"]),
        ("甲城签约的展厅 甲城日报记者赵一 摄项目明年建成。", ["甲城签约的展厅", "项目明年建成。"]),
        ("甲城签约。画面拍摄于工地，航摄飞机在场。", ["甲城签约。画面拍摄于工地，航摄飞机在场。"]),
        ("甲城签约。广告 哪里买房好? ×项目明年建成。", ["甲城签约。", "项目明年建成。"]),
    ],
)
def test_what_stands_in_the_middle_breaks_the_line(line: str, pieces: list[str]) -> None:
    assert _cleaned(line) == pieces


@pytest.mark.parametrize(
    ("text", "kind", "left"),
    [
        ("摘要：甲城上云。", "lead", "甲城上云。"),
        ("编者按：甲城上云。", "lead", "甲城上云。"),
        ("（小标题）甲城上云", "heading", "甲城上云"),
    ],
)
def test_a_label_goes_and_gives_its_line_a_kind(text: str, kind: str, left: str) -> None:
    ((line,), _) = clean([Line(text)])
    assert (line.text, line.kind) == (left, kind)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("中新网甲城3月6日电(赵一)甲城上云。", "中新网"),
        ("甲城日报讯（记者 赵一）甲城上云。", "甲城日报"),
        ("【甲城商报讯】（记者 赵一）甲城上云。", "甲城商报"),
        ("甲城网（乙城日报网）讯（记者 赵一）甲城上云。", "甲城网"),
        ("IT之家 3 月 6 日消息，甲城上云。", "IT之家"),
        ("甲城新闻记者 赵一 甲城上云。", "甲城新闻"),
        ("甲城新闻网2023年3月6日讯（记者 赵一）甲城上云。", "甲城新闻网"),
        ("甲城上云。（来源：甲城日报 记者：赵一）", "甲城日报"),
        ("甲城上云。来源：甲城微报值班：赵一", "甲城微报"),
        ("甲城上云。（甲城晚报）", "甲城晚报"),
        ("本报讯（记者 赵一）甲城上云。", ""),
        ("甲城上云，社会各界都很关注。", ""),
    ],
)
def test_the_paper_is_learnt(text: str, publisher: str) -> None:
    assert clean([Line(text)])[1].values.get("publisher", "") == publisher


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("甲城观察2023年3月6日讯（记者 赵一）甲城上云。", "2023年3月6日"),
        ("【数说】甲城财讯乙城2023年3月6日电 甲城上云。", "2023年3月6日"),
        ("甲城自2023年3月6日电价下调。", ""),
        ("甲城云谷2023年3月6日开园。", ""),
    ],
)
def test_the_day_is_learnt_whatever_the_house_is_called(text: str, day: str) -> None:
    assert clean([Line(text)])[1].values.get("date", "") == day


def test_a_lead_in_stays_as_evidence() -> None:
    text = "中新网甲城3月6日电(赵一)甲城上云。"
    assert _cleaned(text) == [text]


def test_element_names_are_whole_words() -> None:
    assert no_article_name("share-bar")
    assert no_article_name("article_footer x")
    assert not no_article_name("keytip gradient header leading")


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for group in rules().by_place.values() for rule in group]
    assert len(names) == len(set(names))
