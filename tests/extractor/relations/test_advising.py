"""Articles and paragraphs that tell what is to be done."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extractor.relations.samples import analysis

_DEMANDS = "发展数字经济，绵阳市要抢抓机遇。要夯实基础。完善政策体系。各部门应加强协作。健全工作机制。"
_TOLD = "绵阳市加快建设涪江数据中心。"


def status(text: str) -> Status | None:
    found = [s.status for s in analysis(text).statements if s.predicate == "undertakes"]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_DEMANDS + _TOLD, Status.PLANNED),
        (_TOLD, Status.UNDERWAY),
        (_DEMANDS + "绵阳市建成涪江数据中心。", Status.COMPLETED),
        (_DEMANDS + "目前，绵阳市加快建设涪江数据中心。", Status.UNDERWAY),
        ("绵阳市去年开工20个项目。产值同比增长。已有30家企业落户。园区要抓紧施工。" + _TOLD, Status.UNDERWAY),
    ],
)
def test_what_is_told_among_demands_is_planned(text: str, told: Status | None) -> None:
    assert status(text) is told


def test_a_paragraph_of_advice_stands_for_itself() -> None:
    report = "绵阳市去年开工20个项目。产值同比增长。已有30家企业落户。"
    advice = "各部门应加强协作。健全工作机制。" + _TOLD
    assert status(f"{report}\n\n{advice}") is Status.PLANNED
    assert status(f"{advice.replace('各部门应', '各部门')}\n\n{report}") is Status.UNDERWAY


def test_who_work_together_among_advice_do_so() -> None:
    found = [s for s in analysis(_DEMANDS + "海康威视与绵阳市携手合作。").statements if s.predicate == "partnersWith"]
    assert [s.status for s in found] == [Status.COMPLETED]
