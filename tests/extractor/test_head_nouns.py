"""The nouns that end open names: the table, and what a wrong row says."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.extractor.head_nouns import TRAITS, has_trait, load, nouns_of, nouns_with
from kg.resources import data_path

TABLE = data_path("seeds/lexicon/heads.tsv")


def test_a_noun_has_a_class_and_traits() -> None:
    assert load().classes["平台"] == "Project"
    assert has_trait("平台", "weak") and not has_trait("数据中心", "weak") and not has_trait("江城", "weak")
    assert {"项目", "工程"} == {*nouns_with("work")}
    assert "大学" in nouns_of("Institution")


def test_the_head_of_the_table_explains_each_trait_and_each_is_used() -> None:
    comment = TABLE.read_text(encoding="utf-8").partition("\nnoun\t")[0]
    assert re.findall(r"(?m)^# ([a-z_]+)  ", comment) == list(TRAITS)
    assert all(map(nouns_with, TRAITS))


@pytest.mark.parametrize(
    ("part", "whole"),
    [("sight", "weak"), ("plant", "product"), ("deed_word", "deed"), ("scheme", "deed"), ("opener", "local")],
)
def test_a_trait_of_nouns_that_have_another(part: str, whole: str) -> None:
    traits = load().traits
    assert {noun for noun in traits if part in traits[noun] and whole not in traits[noun]} == set()


def test_nouns_of_a_class_that_end_with_the_same_character_stand_together() -> None:
    ends = [end for end, _ in groupby(load().classes.items(), lambda item: (item[1], item[0][-1]))]
    assert [end for end in ends if ends.count(end) > 1] == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["公司\tFrim\t"], "heads.tsv:3: no class is called Frim — write Firm"),
        (["公司\tFirm\tweek"], "heads.tsv:3: no trait is called week — write weak"),
        (["公司\tFirm\tweak local"], "heads.tsv:3: no trait is called weak local — "),
        (["公司\tFirm\t", "公司\tFirm\tweak"], "heads.tsv:4: 公司 stands here twice, as Firm above — delete one"),
        (["公司\tFirm"], "heads.tsv:3: 2 fields, the header has 3 — put one tab"),
        (["公司\t\tweak"], "heads.tsv:3: no noun or no class — fill in both"),
    ],
)
def test_a_wrong_row_says_what_where_and_what_to_do(rows: list[str], message: str, tmp_path: Path) -> None:
    table = tmp_path / "heads.tsv"
    table.write_text("\n".join(["# a comment", "noun\tclass\ttraits", *rows, ""]), encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape(message)):
        load(table)


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"heads.tsv: the file is missing — restore it"):
        load(tmp_path / "heads.tsv")
