"""`kg show`."""

from __future__ import annotations

import pytest

from kg.store import open_store
from tests.cli.running import TEXT, kg


@pytest.mark.usefixtures("folder")
def test_show_gives_facts_with_sentence_article_and_date():
    kg("build", "news", "-q")
    for name in ("百色市", "百色", "Baise", "https://w3id.org/smartcity-kg/id/place/451000"):
        done = kg("show", name)
        assert done.exit_code == 0, done.output
        assert "百色市 Baise" in done.stdout
        assert "合作 partners with → 华为  已达成 agreed" in done.stdout
        assert "a.txt" in done.stdout


def test_show_lists_the_names_that_contain_what_is_no_name(folder, monkeypatch):
    (folder / "news" / "b.txt").write_text("百色市与华为云计算技术有限公司合作。", encoding="utf-8")
    kg("build", "news", "-q")
    done = kg("show", "华")
    assert done.exit_code == 1
    assert "no thing is called exactly 华" in done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["华为", "华为云"]
    monkeypatch.setattr("kg.cli.show._LISTED", 1)
    assert [line.split()[0] for line in kg("show", "华").stdout.splitlines()] == ["华为", "…"]
    assert kg("show", "没有的东西").exit_code == 1


def test_show_lists_the_things_that_bear_one_name(folder):
    (folder / "news" / "b.txt").write_text("南京市鼓楼区与华为技术有限公司签署协议。", encoding="utf-8")
    (folder / "news" / "c.txt").write_text("福州市鼓楼区与华为技术有限公司签署协议。", encoding="utf-8")
    kg("build", "news", "-q")
    done = kg("show", "鼓楼区")
    assert done.exit_code == 1 and "鼓楼区 may be 2 things" in done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["鼓楼区", "鼓楼区"]


def test_show_tells_a_figure_once_and_in_words(folder):
    (folder / "news" / "b.txt").write_text("2022年，百色市数字经济产值达57860000000元。", encoding="utf-8")
    kg("build", "news", "-q")
    (told,) = [line for line in kg("show", "百色市").stdout.splitlines() if line.startswith("指标")]
    assert told.count("578.6亿元") == 1
    assert "57860000000" not in told


@pytest.mark.usefixtures("folder")
def test_show_refuses_an_empty_name():
    for name in ("", "  "):
        done = kg("show", name)
        assert done.exit_code == 2
        assert "empty" in done.output


@pytest.mark.usefixtures("folder")
def test_show_finds_a_place_by_who_acts_for_it():
    kg("build", "news", "-q")
    for name in ("百色市政府", "百色市人民政府", "百色市委", "百色市委市政府", "百色政府"):
        assert "百色市 Baise" in kg("show", name).stdout, name


@pytest.mark.usefixtures("folder")
def test_show_tells_what_is_known_without_facts_and_what_names_no_place():
    kg("build", "news", "-q")
    for name in ("拉萨", "拉萨市政府"):
        done = kg("show", name)
        assert done.exit_code == 1
        assert "拉萨市 is known, but the graph states nothing of it" in done.stderr
    for name in ("市政府", "我市", "全市", "县委"):
        done = kg("show", name)
        assert done.exit_code == 1
        assert "name the place" in done.stderr and done.stdout == ""


def test_a_sentence_of_an_article_without_title_names_only_what_is_known(folder):
    (folder / "news" / "a.txt").write_text("。\n\n" + TEXT, encoding="utf-8")
    kg("build", "news", "-q")
    shown = kg("show", "百色市").stdout
    assert "— a.txt" in " ".join(shown.split())
    assert "《》" not in shown
    with open_store(folder / "exports" / "store", read_only=True) as store:
        assert [article.title for article in store.articles()] == [""]
        assert not list(store.select("SELECT ?title { ?article dcterms:title ?title }"))
    assert "0 errors" in kg("check").stdout
