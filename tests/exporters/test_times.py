from __future__ import annotations

from datetime import date

import pytest

from kg.exporters.times import bounds, span


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-06-11", date(2022, 6, 11), date(2022, 6, 11)),
        ("2021/2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021-04/2021-06-30", date(2021, 4, 1), date(2021, 6, 30)),
        ("2022/..", date(2022, 1, 1), None),
        ("/2025", None, date(2025, 12, 31)),
        ("2022-13", None, None),
        ("2023-02-30", None, None),
        ("昨日", None, None),
        ("", None, None),
    ],
)
def test_a_time_covers_its_days(value: str, first: date | None, last: date | None) -> None:
    assert span(value) == (first, last)


def test_several_times_reach_from_the_first_day_to_the_last() -> None:
    assert bounds(("2022-06", "2020/2021", "未知")) == (date(2020, 1, 1), date(2022, 6, 30))
    assert bounds(()) == (None, None)
