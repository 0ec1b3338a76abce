"""The view in the terminal: what it says, and that it fits."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from kg.explain import explain, view
from kg.extractor.relations import reliability
from kg.extractor.relations.reliability import Record
from tests.conftest import make_article

TEXT = "2023年5月8日，湖州市与华为签署战略合作协议。\n绍兴市提升了效率，华为表示欢迎。\n春天到了，花开了。"


def _printed(text: str, width: int, *, colours: bool = False) -> str:
    system = "standard" if colours else None
    console = Console(file=io.StringIO(), width=width, force_terminal=colours, color_system=system)
    for part in view(explain(make_article(text))):
        console.print(part, markup=False, highlight=False)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_mentions_reasons_statements_and_patterns_are_shown() -> None:
    explained = explain(make_article(TEXT))
    told = next(t for t in explained.sentences[0].statements if t.predicate == "partnersWith")
    reason = next(one.reason for one in explained.sentences[0].named if one.wording == "华为")
    rule = next(rule for rule in explained.rules if rule.name == told.pattern)
    printed = _printed(TEXT, 400)
    assert "企业 Firm" in printed
    assert f"{reason}  id/organization/huawei" in printed
    assert "↔ 合作 partners with ↔" in printed
    assert f"{told.confidence:.2f}" in printed
    assert f"{rule.name}: {rule.source}  {rule.file}" in printed
    assert "时间 time 2023-05-08 (精确到日 day, “2023年5月8日”)" in printed


def test_all_that_a_sentence_adds_to_a_statement_is_shown() -> None:
    printed = _printed("2023年5月，华为计划投资12亿元建设湖州智算中心。\n湖州市副市长王小明表示欢迎。", 400)
    assert "状态 status 计划 planned" in printed
    assert "金额 amount 1,200,000,000 元 (“12亿元”)" in printed
    assert "职务 title 副市长" in printed


def test_sentences_without_a_statement_are_marked() -> None:
    lines = _printed(TEXT, 400).splitlines()
    assert "  2 ! 绍兴市提升了效率，华为表示欢迎。" in lines
    assert "  3 · 春天到了，花开了。" in lines


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in _printed(TEXT * 3, width).splitlines()) <= width


def test_columns_line_up_by_cells() -> None:
    lines = [line for line in _printed(TEXT, 400).splitlines() if "城市 City" in line or "企业 Firm" in line]
    first = [line for line in lines if line.startswith(" ")][:2]
    assert len({cell_len(line[: line.index("id/")].split("  ")[0]) for line in first}) == 1
    assert len({cell_len(line[: max(line.find("城市 City"), line.find("企业 Firm"))]) for line in first}) == 1


def test_a_mention_has_the_colour_of_its_class() -> None:
    assert "\x1b[1;34m湖州市\x1b[0m" in _printed(TEXT, 400, colours=True)


def test_what_looks_like_mark_up_stays_text() -> None:
    assert "[red]华为[/red]:smile:" in _printed("湖州市与[red]华为[/red]:smile:签约。", 400)


def test_how_the_pattern_did_where_it_was_read_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    told = next(t for t in explain(make_article(TEXT)).sentences[0].statements if t.predicate == "partnersWith")
    good = {(told.pattern, told.predicate): Record(right=27, wrong=3, given=told.confidence)}
    monkeypatch.setattr(reliability, "load_records", lambda: good)
    assert "人工核对 30 条中 27 条正确 right in 27 of 30 read" in _printed(TEXT, 400)
