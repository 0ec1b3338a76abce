"""Whose 我市 it is."""

from __future__ import annotations

from collections import Counter

import pytest

from kg import ids
from kg.extractor import knowledge
from kg.extractor.linking.home import home_at, main_place, paper_home, told_at
from tests.conftest import make_article
from tests.extractor.linking.samples import meant

QUZHOU, ZHEJIANG = ids.ID + "place/330800", ids.ID + "place/330000"


def test_a_local_paper_has_a_home_and_a_national_one_has_none() -> None:
    known = knowledge.load()
    assert paper_home(make_article("甲", publisher="衢州日报"), known) == QUZHOU
    assert paper_home(make_article("甲", publisher="新华社"), known) == ""
    assert paper_home(make_article("甲", publisher="中国台湾网"), known) == ""
    assert paper_home(make_article("甲"), known) == ""


def test_the_levels_above_the_home() -> None:
    known = knowledge.load()
    assert home_at("市", QUZHOU, known, {}) == QUZHOU
    assert home_at("省", QUZHOU, known, {}) == ZHEJIANG
    assert home_at("县", QUZHOU, known, {}) == ""
    assert home_at("国", "", known, {}) == ids.ID + "place/CN"


def test_an_article_without_a_paper_is_about_the_place_it_names_most() -> None:
    known, article = knowledge.load(), make_article("甲")
    assert main_place(article, Counter({QUZHOU: 3, ids.ID + "place/330700": 1}), known) == QUZHOU
    assert main_place(article, Counter({QUZHOU: 1, ids.ID + "place/330700": 1}), known) == ""


def test_where_an_article_was_written_is_what_it_is_about_only_where_no_other_place_is() -> None:
    text = "衢州5月10日讯 昨日，金华市教育局启用云轨平台，我市学校都在用。"
    assert meant(text)["我市"] == "金华市"
    assert meant("衢州5月10日讯 昨日，我市学校启用云轨平台。")["我市"] == "衢州市"


def test_by_level_the_place_that_is_told_of_most_by_far() -> None:
    known, jinhua, kaihua = knowledge.load(), ids.ID + "place/330700", ids.ID + "place/330824"
    told = told_at(Counter({QUZHOU: 3, jinhua: 1, kaihua: 1}), "", known)
    assert told == {"省": ZHEJIANG, "市": QUZHOU, "县": kaihua}
    assert home_at("省", "", known, told) == ZHEJIANG
    assert home_at("县", QUZHOU, known, told) == kaihua
    assert "市" not in told_at(Counter({QUZHOU: 2, jinhua: 1}), "", known)
    assert "县" not in told_at(Counter({kaihua: 1}), jinhua, known)


def test_or_about_the_place_in_the_names_of_agencies() -> None:
    assert meant("衢州市教育局局长周大勇说，我市新建学校。")["我市"] == "衢州市"
    assert "我市" not in meant("衢州市教育局、绍兴市教育局局长说，我市新建学校。")


def test_or_in_any_name_where_no_place_is_named_at_all() -> None:
    text = "衢州云轨智能装备有限公司负责人说，我市企业都在用。"
    assert meant(text)["我市"] == "衢州市"
    assert "我市" not in meant("客商来自绍兴市和金华市。" + text)


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("我市新建学校。", "我市", "衢州市"),
        ("全市新建学校。", "全市", "衢州市"),
        ("全省新建学校。", "全省", "浙江省"),
        ("市政府召开会议。", "市政府", "衢州市"),
        ("市委、市政府召开会议。", "市委、市政府", "衢州市"),
    ],
)
def test_deictic_words_in_a_local_paper(text: str, words: str, label: str) -> None:
    assert meant(text, publisher="衢州日报")[words] == label


def test_they_mean_nothing_without_a_home() -> None:
    assert meant("我市新建学校。") == {}


def test_that_county_is_the_one_named_last() -> None:
    assert meant("商河县与平阴县相邻。该县盛产玫瑰。")["该县"] == "平阴县"


def test_a_city_counts_by_the_name_that_a_county_shares() -> None:
    text = "他学习了在陕西延安的讲话。安阳是古都，安阳交通便利，我市欢迎客商。"
    assert meant(text)["我市"] == "安阳市"


def test_the_home_of_an_office_is_the_place_in_its_name() -> None:
    assert meant("我区新建公园。", publisher="武汉市江夏区人民政府网站")["我区"] == "江夏区"
    assert "我区" not in meant("我区新建公园。", publisher="中国台湾网")
