"""The larger places before the name of a body."""

from __future__ import annotations

import pytest

from tests.extractor.linking.samples import meant


@pytest.mark.parametrize(
    ("text", "wording", "label"),
    [
        ("海康威视与上海市虹口区青年发明协会签约。", "上海市虹口区青年发明协会", "虹口区青年发明协会"),
        (
            "海康威视与四川省绵阳云轨智能装备有限公司签约。",
            "四川省绵阳云轨智能装备有限公司",
            "绵阳云轨智能装备有限公司",
        ),
    ],
)
def test_a_chain_of_places_belongs_to_the_body_behind_it(text: str, wording: str, label: str) -> None:
    assert meant(text)[wording] == label
    assert not {"上海市", "四川省"} & meant(text).keys()


def test_no_place_that_the_next_one_does_not_lie_in() -> None:
    assert meant("海康威视与绵阳市虹口区青年发明协会签约。").keys() >= {"绵阳市", "虹口区青年发明协会"}


def test_no_bare_name_of_a_province_before_a_registered_name() -> None:
    assert "四川" in meant("海康威视与四川绵阳云轨智能装备有限公司签约。")
