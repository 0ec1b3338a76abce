"""The language of the pattern files."""

from __future__ import annotations

import re

import pytest

from kg.errors import LexiconError
from kg.extractor.relations.coding import symbol_class
from kg.extractor.relations.notation import expand, word_groups
from kg.resources import data_path

FIRM, CITY = symbol_class("firm")[0], symbol_class("place")[0]


def matches(source: str, text: str) -> re.Match[str] | None:
    return re.search(expand(source), text)


def test_a_role_is_a_mention_of_its_sort() -> None:
    found = matches("{A:firm}落户", f"{FIRM}落户")
    assert found is not None and found["A"] == FIRM
    assert matches("{A:firm}落户", f"{CITY}落户") is None


def test_a_plus_takes_a_list_in() -> None:
    listed = f"{FIRM}、{FIRM}和{FIRM}等3家企业"
    found = matches("{A:org+}参加", f"{listed}参加")
    assert found is not None and found["A"].count(FIRM) == 3


def test_a_list_may_hold_members_that_are_no_mentions_and_go_on_behind_what_closes_it() -> None:
    for listed in (
        f"{FIRM}、{CITY}云帆储能科技公司、{FIRM}",
        f"{FIRM}、云帆建材厂以及{FIRM}",
        f"{FIRM}等互联网企业以及{FIRM}",
    ):
        found = matches("与{B:org+}合作", f"与{listed}合作")
        assert found is not None and found["B"].count(FIRM) == 2, listed
    found = matches("与{B:org+}~8合作", f"与{FIRM}等待{FIRM}和{FIRM}合作")
    assert found is None


def test_a_list_may_end_with_one_that_is_not_known_if_what_they_do_is_done_together() -> None:
    found = matches("{A:org+}承建的", f"{FIRM}、{FIRM}和云帆建材厂联合承建的")
    assert found is None
    found = matches("{A:org+}联合承建的", f"{FIRM}、{FIRM}和云帆建材厂联合承建的")
    assert found is not None and found["A"].count(FIRM) == 2
    assert matches("{A:org+}承建的", f"{FIRM}、云帆建材厂承建的") is None
    assert matches("{A:org+}联合承建的", f"{FIRM}、云帆的建材厂联合承建的") is None


def test_a_list_of_projects_may_hold_one_that_is_not_known_or_needs_its_like() -> None:
    work, unspecific = symbol_class("project")[0], symbol_class("unspecific")[0]
    found = matches("中标{O:project+}", f"中标{work}、{CITY}显示器件生产线、{work}和{unspecific}等项目")
    assert found is not None and (found["O"].count(work), found["O"].count(unspecific)) == (2, 1)
    found = matches("中标{O:project+}", f"中标{unspecific}和{work}")
    assert found is not None and found["O"].count(unspecific) == 1
    assert matches("中标{O:project+}", f"中标{unspecific}和{unspecific}") is None
    found = matches("中标{O:project+}", f"中标{work}、{CITY}南部{work}")
    assert found is not None and found["O"].count(work) == 2


def test_a_span_ends_with_its_clause_and_before_what_it_excludes() -> None:
    assert matches("甲{O:*8}乙", f"甲一的{CITY}乙")
    assert not matches("甲{O:*8}乙", "甲一,三乙")
    assert matches("甲{O:*8-的与}乙", f"甲一{CITY}乙")
    assert not matches("甲{O:*8-的与}乙", f"甲一的{CITY}乙")
    assert not matches("甲{O:*8-的与}乙", "甲一,三乙")


def test_gaps_stop_at_their_borders() -> None:
    assert matches("甲~8乙", "甲一二三乙")
    assert not matches("甲~8乙", "甲一，三乙")
    assert not matches("甲~8乙", f"甲{CITY}乙")
    assert matches("甲~:8乙", f"甲{CITY}乙")
    assert not matches("甲~:8乙", f"甲{FIRM}乙")
    assert matches("甲~~8乙", f"甲{FIRM}乙")
    assert matches("甲~,8乙", "甲一，三乙")
    assert not matches("甲~,8乙", "甲一。三乙")


@pytest.mark.parametrize("group", ["governing", "govern", "halts", "field", "topic"])
def test_a_barred_group_bars_each_of_its_words_and_nothing_else(group: str) -> None:
    for word in word_groups()[group]:
        if not word.startswith("/"):
            assert matches(f"^(?!<{group}>)", word) is None
    assert matches(f"^(?!<{group}>)", "瓷瓶") is not None


def test_what_an_expression_of_a_barred_group_tells_is_barred_too() -> None:
    assert matches("甲~~8!乙", "甲瓶、前瓶乙") is None
    assert matches("甲~~8!乙", "甲瓶目前瓶乙") is not None
    assert matches("^(?!<governing>)", "南至河边") is None


def test_a_group_is_any_of_its_words_the_longest_first() -> None:
    for words in word_groups().values():
        assert [len(w) for w in words] == sorted((len(w) for w in words), reverse=True)
    assert matches("^<sign>$", "签署")


def test_every_group_is_named_by_a_pattern() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in data_path("seeds/patterns").rglob("*.yaml"))
    assert [group for group in word_groups() if f"<{group}>" not in told] == []


def test_an_unknown_group_or_sort_names_place_and_remedy() -> None:
    with pytest.raises(LexiconError, match="no word group is called nowhere") as caught:
        expand("<nowhere>", "a.yaml: b")
    assert caught.value.where == "a.yaml: b" and "words.yaml" in caught.value.remedy
    with pytest.raises(LexiconError, match="no sort of mention is called animal") as caught:
        expand("{A:animal}", "a.yaml: b")
    assert caught.value.remedy
