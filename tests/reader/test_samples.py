"""Our own samples, each in another form: what is known of them, and that nothing but the news is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Article, BlockKind
from kg.reader import read_paths

_HEADS = {
    "01-guilin-huawei.md": (
        "山水之城的数字新账本：桂林与华为再签五年之约",
        "示例文稿编辑部",
        "2022-06-12T10:30:00+08:00",
    ),
    "02-wuzhou-digital-wings.md": ('给梧州产业装上"数字引擎"', "梧州日报", "2022-04-22T09:40:00+08:00"),
    "03-wuzhou-year-review.txt": ("回望2021：我市服务业与数字经济双双提速", "梧州日报", "2022-01-11T09:10:00+08:00"),
    "04-green-city-white-paper.md": ("一份白皮书给智慧城市算了笔“绿账”", "新京报", "2022-05-24T18:20:00+08:00"),
    "05-jiangsu-huawei.md": (
        "从算力到一网统管：江苏城市的数字底座怎样建",
        "示例文稿编辑部",
        "2022-01-01T18:05:00+08:00",
    ),
    "06-xiongan-digital-city.html": ("雄安：地上一座城，云上一座城", "示例文稿", "2022-11-18T08:15:00+08:00"),
    "07-zhongwei-data-hub.html": ("沙漠边上的“数据粮仓”：宁夏中卫的十年", "", "2022-03-02T00:00:00+08:00"),
    "08-guiyang-big-data.txt": ("", "示例文稿", "2021-05-28T10:15:00+08:00"),
    "09-xian-computing-gb18030.txt": ("西安上线西北首个人工智能算力集群", "示例文稿", "2021-09-10T00:00:00+08:00"),
    "10-north-and-west.jsonl#1": (
        "敕勒川上的算力版图：和林格尔新区迎来万卡集群",
        "示例文稿",
        "2024-05-06T09:30:00+08:00",
    ),
    "10-north-and-west.jsonl#2": ("银川为智慧城市立法", "示例文稿", "2016-10-08T10:00:00+08:00"),
    "10-north-and-west.jsonl#3": ("黄土塬上种“数据”：庆阳集群起步", "示例文稿", "2022-07-15T16:20:00+08:00"),
    "11-northeast-and-shanxi.xml#1": (
        "老工业基地的新机器：沈阳人工智能计算中心开机",
        "示例文稿",
        "2022-09-01T08:40:00+08:00",
    ),
    "11-northeast-and-shanxi.xml#2": ("煤城阳泉跑起了自动驾驶", "示例文稿", "2022-04-18T10:00:00+08:00"),
    "12-karamay-cloud.md": ("油城克拉玛依：从采油到“采云”", "示例文稿", "2023-03-06T10:20:00+08:00"),
}
_NOISE = (
    "返回",
    "责任编辑",
    "来源：",
    "首页",
    "广告",
    "版权",
    "下转",
    "原文标题",
    "本报记者",
    "example.org",
    "<",
    "**",
)


@pytest.fixture(scope="module")
def articles(sample_articles: Path) -> dict[str, Article]:
    return {article.source: article for article in read_paths([sample_articles])}


def test_every_sample_is_read(articles: dict[str, Article]) -> None:
    assert list(articles) == list(_HEADS)


@pytest.mark.parametrize("source", _HEADS)
def test_title_publisher_and_date_are_known(articles: dict[str, Article], source: str) -> None:
    article = articles[source]
    published = article.published.isoformat() if article.published else ""
    assert (article.title, article.publisher, published) == _HEADS[source]


@pytest.mark.parametrize("source", _HEADS)
def test_nothing_but_the_news_is_left(articles: dict[str, Article], source: str) -> None:
    article = articles[source]
    assert [noise for noise in _NOISE if noise in article.text] == []
    assert 400 <= len(article.text) <= 900
    last = article.blocks[-1]
    assert article.text[last.start : last.end][-1] in "。”"


def test_headings_and_leads_are_told_from_paragraphs(articles: dict[str, Article]) -> None:
    def of_kind(source: str, kind: BlockKind) -> list[str]:
        article = articles[source]
        return [article.text[block.start : block.end] for block in article.blocks if block.kind is kind]

    assert of_kind("01-guilin-huawei.md", BlockKind.HEADING) == ["数字桂林先打地基", "低碳桂林看住两头"]
    assert of_kind("02-wuzhou-digital-wings.md", BlockKind.HEADING) == [
        "把数字产业做大",
        "让老产业学会新本领",
        "农业不能掉队",
    ]
    assert of_kind("12-karamay-cloud.md", BlockKind.HEADING) == ["云计算产业园", "油田更聪明", "面向丝路"]
    assert len(of_kind("04-green-city-white-paper.md", BlockKind.LEAD)) == 1


def test_stock_codes_are_hints(articles: dict[str, Article]) -> None:
    article = articles["04-green-city-white-paper.md"]
    assert [(article.text[hint.start : hint.end], hint.code) for hint in article.hints] == [("联想集团", "HK00992")] * 2
