"""Each reason and remark that the code gives has its words in both languages, and no words are kept that none gives."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from kg.explain import rows
from kg.extractor.linking.linked import Reason
from kg.extractor.mentions.candidates import Source
from kg.extractor.mentions.times import TimeKind
from kg.extractor.mentions.titles import Form
from kg.extractor.relations.rulebook import rulebook
from kg.model import Precision
from kg.review.likeness import REASONS
from kg.wording import Words, groups, words
from tests.conftest import ROOT

CHINESE = re.compile("[一-鿿]")
GIVEN = {
    "link": {*get_args(Reason)} - {""},
    "source": {*get_args(Source)},
    "form": {*get_args(Form)},
    "precision": {*Precision},
    "part": {*TimeKind},
    "likeness": {*REASONS},
}


def _texts(folder: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / folder).rglob("*.py")))


@pytest.mark.parametrize("group", GIVEN)
def test_the_words_are_those_of_the_keys(group: str) -> None:
    assert groups()[group].keys() == GIVEN[group]


def test_every_reason_is_given_somewhere_in_the_extractor() -> None:
    listed = Path("kg/extractor/linking/linked.py")
    code = _texts("kg/extractor").replace((ROOT / listed).read_text(encoding="utf-8"), "")
    assert [key for key in groups()["link"] if f'"{key}"' not in code] == []


def test_the_remarks_are_those_of_an_explanation() -> None:
    calls = re.findall(r'(?:_remark\(|words\("remark", )([^)]*)\)', _texts("kg/explain"))
    assert groups()["remark"].keys() == {key for call in calls for key in re.findall('"([^"]+)"', call)}
    assert groups().keys() == GIVEN.keys() | {"remark"}


@pytest.mark.parametrize("group", groups())
def test_chinese_is_chinese_and_english_has_none(group: str) -> None:
    for told in groups()[group].values():
        assert CHINESE.search(told.zh) and not CHINESE.search(told.en)
        assert len(re.findall("{", told.zh)) == len(re.findall("{", told.en))


def test_what_a_rule_looks_at_is_told_in_both() -> None:
    assert all(CHINESE.search(rule.looks_at.zh) and rule.looks_at.en.isascii() for rule in rulebook().values())


def test_words_stand_side_by_side_and_take_in_others() -> None:
    assert str(words("link", "only place")) == "同名地点唯一 only place of this name"
    assert words("likeness", "shared links").filled("2") == Words("共同关联 2 项", "shared links: 2")
    both = words("link", "open name").within(words("source", "aim")).then(Words("无", "none"))
    assert both == Words("未登录名称（目标）；无", "open name (aim); none")
    assert rows.kind_words("City") == Words("城市", "City")
