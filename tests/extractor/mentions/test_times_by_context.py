"""Times for which the words around them are needed: the length of a stretch, the month or the year of an article."""

from __future__ import annotations

import pytest

from kg.extractor.mentions.times import TimeKind, find_times


def times(text: str) -> list[tuple[str, str, TimeKind]]:
    return [(m.span.wording, m.span.value, m.kind) for m in find_times(text, None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("截至2021年6月30日止6个月", "2021-01/2021-06"),
        ("截至2022年3月31日止年度", "2021-04/2022-03"),
        ("截至2021年9月30日的九个月", "2021-01/2021-09"),
    ],
)
def test_the_months_that_end_on_a_day(text: str, value: str) -> None:
    assert [(told, kind) for _, told, kind in times(text)] == [(value, TimeKind.PERIOD)]
    assert [(told, kind) for _, told, kind in times("截至2021年6月30日，6个月来")] == [("2021-06-30", TimeKind.AS_OF)]


def test_where_only_the_month_is_known_a_day_lies_in_it() -> None:
    text = "江城上云\n2020年11月\n大会13日召开，当天签约。昨日，二季度"
    assert [value for _, value, _ in times(text)] == ["2020-11-13", "2020-11-13", "2020-04/2020-06"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7月8日，2022江城论坛举行。", "2022-07-08"),
        ("7月8日，江城在2022年云栖论坛上签约。", None),
        ("7月8日开幕。2022江城论坛", None),
    ],
)
def test_without_a_day_of_the_article_a_name_tells_the_year(text: str, value: str | None) -> None:
    assert {wording: told for wording, told, _ in times(text)}.get("7月8日") == value
