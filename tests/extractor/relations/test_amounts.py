"""Which figures tell what a project costs, and which sums are told though they are invested too."""

from __future__ import annotations

import pytest

from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.amounts import is_cost, is_sum_of_its_own
from kg.extractor.relations.figures.measurements import OwnedFigure
from kg.extractor.relations.roles import Clause
from kg.model import Measurement, Quantity


def _figure(indicator: str, owner: str = "Project", value: float = 3e8) -> OwnedFigure:
    measured = Measurement(indicator, Quantity(value, "元", "3亿元"))
    return OwnedFigure(LinkedMention.unplaced(owner, "x", "test"), measured, 0.9, 0, 1, Clause(0, 1, {}))


@pytest.mark.parametrize("indicator", ["总投资", "投资额", "计划总投资", "项目投资总额", "合同金额", "中标价"])
def test_what_an_undertaking_costs(indicator: str) -> None:
    assert is_cost(_figure(indicator))


@pytest.mark.parametrize("indicator", ["完成投资", "累计投资", "投资收益", "年产值", "签约项目总投资", "注册资本"])
def test_what_is_spent_yet_or_yielded_is_no_cost(indicator: str) -> None:
    assert not is_cost(_figure(indicator))


def test_what_a_firm_invests_is_not_what_it_costs() -> None:
    assert not is_cost(_figure("投资额", "Firm"))


def test_nothing_costs_less_than_something() -> None:
    assert not is_cost(_figure("总投资", value=0))


def test_what_was_raised_is_a_sum_beside_what_it_is_spent_on() -> None:
    assert is_sum_of_its_own(_figure("募集资金总额", "Firm"))
    assert not is_sum_of_its_own(_figure("投资额", "Firm"))
