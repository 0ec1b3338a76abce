"""Publication dates."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reader.dates import CHINA, date_in_address, parse_date

_MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mon, 06 Mar 2023 02:20:00 GMT", "2023-03-06T10:20:00+08:00"),
        ("06 Mar 2023 17:30:00 +0000", "2023-03-07T01:30:00+08:00"),
        ("2023-03-06 10:20:00 +0800", "2023-03-06T10:20:00+08:00"),
        ("2023-03-06T02:20:00Z", "2023-03-06T10:20:00+08:00"),
        ("2023-03-06T10:20:00.125+08:00", "2023-03-06T10:20:00+08:00"),
        ("2023-03-06 10:20", "2023-03-06T10:20:00+08:00"),
        ("来源：某报  |  2023年3月6日 10:20:30", "2023-03-06T10:20:30+08:00"),
        ("[              2023/03/06  10:20              ]", "2023-03-06T10:20:00+08:00"),
        ("202303/0610:20:37", "2023-03-06T10:20:37+08:00"),
        ("23-03-06 10:20", "2023-03-06T10:20:00+08:00"),
        ("2023-03-06", "2023-03-06T00:00:00+08:00"),
        ("06.03.2023  10:20", "2023-03-06T10:20:00+08:00"),
        ("6.3.2023", "2023-03-06T00:00:00+08:00"),
        ("20230306", "2023-03-06T00:00:00+08:00"),
        ("20230306102000", "2023-03-06T10:20:00+08:00"),
        ("1678069200", "2023-03-06T10:20:00+08:00"),
        ("1678069200000", "2023-03-06T10:20:00+08:00"),
    ],
)
def test_a_date_is_told_in_chinese_time(text: str, told: str) -> None:
    moment = parse_date(text)
    assert moment is not None
    assert moment.isoformat() == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "昨天",
        "03-06 10:20",
        "2023-13-41",
        "20231341",
        "2023030",
        "9678069200",
        "Mon, 99 Mar 2023 02:20:00 GMT",
        "1234-05-06",
    ],
)
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(_MOMENTS)
def test_iso_and_rfc_822_mean_the_same_moment(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    expected = moment.astimezone(CHINA)
    assert parse_date(moment.isoformat()) == expected
    assert parse_date(moment.strftime("%a, %d %b %Y %H:%M:%S GMT")) == expected


@given(st.text(alphabet="0123456789-/年月日:： TZ+GMarMon,"))
def test_any_text_gives_a_chinese_time_or_none(text: str) -> None:
    moment = parse_date(text)
    assert moment is None or moment.utcoffset() == CHINA.utcoffset(None)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/news/202303/t20230306_123456.html", "2023-03-06"),
        ("https://example.org/2023/0306/c1.html", "2023-03-06"),
        ("https://example.org/2023-03/06/content_1.htm", "2023-03-06"),
        ("https://example.org/2023/03/06/cloud", "2023-03-06"),
        ("https://example.org/202303/1234567.html", None),
        ("https://example.org/20230306123456.html", None),
        ("", None),
    ],
)
def test_an_address_may_hold_the_day(url: str, day: str | None) -> None:
    found = date_in_address(url)
    assert (str(found.date()) if found else None) == day
