"""Projects whose names begin with a firm that no list has."""

from __future__ import annotations

from kg.extractor.mentions.opened import with_opened
from tests.extractor.mentions.samples import around, brands, names, told

_FIRM = "汇谦董事长李明表示，前景很好。"


def opened(text: str) -> list[tuple[str, str]]:
    return told(with_opened(around(text), names(text), brands(text)), "Project")


def test_a_name_begins_with_the_firm_in_it() -> None:
    found = opened(_FIRM + "居民了解到汇谦数字员工解决方案。")
    assert ("Project", "汇谦数字员工解决方案") in found
    assert not any("到" in name for _, name in found)


def test_behind_an_organisation_it_begins_with_that() -> None:
    assert ("Project", "江城法律援助基金会汇谦专项基金") in opened(_FIRM + "江城法律援助基金会汇谦专项基金启动。")


def test_without_such_a_firm_names_are_as_they_were() -> None:
    text = "由遵义市承建的遵义智慧交通平台上线。"
    assert opened(text) == told(names(text), "Project")
