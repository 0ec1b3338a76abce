"""Publication dates as feeds, headers and pages write them, brought to Chinese local time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

CHINA: Final = timezone(timedelta(hours=8), "Asia/Shanghai")

_DATE: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4}|\d{2})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)\s*[日号]?"
    r"(?:\s*T?\s*(?P<hour>\d{1,2})[:：时](?P<minute>\d{2})(?:[:：分](?P<second>\d{2})(?:\.\d+)?)?\s*秒?分?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
# Some pages glue year and month, then day and time: 202303/0610:20:00.
_GLUED: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})/(?P<day>\d{2})\s*(?P<hour>\d{2}):(?P<minute>\d{2}):(?P<second>\d{2})"
    r"(?P<zone>)"
)
# The day first, as some sites for readers abroad have it: 6.3.2023.
_DAY_FIRST: Final = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?![\d.])"
    r"(?:\s+(?P<hour>\d{1,2}):(?P<minute>\d{2}))?"
)
# The day of an imprint, with its year in full, and the time that may stand beside it.
DAY: Final = re.compile(
    r"(?<!\d)(?:19|20)\d\d\s*(?:[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}(?!\d)|年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号])"
    r"|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\d.])"
)
CLOCK: Final = re.compile(r"T?(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)")
# A day in an address: /2023/03/06/, /2023-03/06/, /20230306/, t20230306_; a longer row of digits is a number.
_IN_ADDRESS: Final = re.compile(
    r"(?<=[/_t=-])(?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2])[/-]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
# A row of digits and no more: seconds or milliseconds since 1970, or 20230306.
_EPOCH: Final = re.compile(r"(?P<seconds>1\d{9})(?:\d{3}|\.\d+)?")
_DIGITS: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d))?"
)
_RFC822: Final = re.compile(r"\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}")
# News about smart cities is younger than this; a date before it is a misread number.
_FIRST_YEAR: Final = 1980
_LAST_YEAR: Final = 2100


def parse_date(text: str) -> datetime | None:
    """The first date in `text`, in Chinese local time (UTC+8), or None.

    Understands RFC 822 (`Mon, 06 Mar 2023 02:20:00 GMT`), ISO 8601 with or without a zone (`2023-03-06 10:20:00
    +0800`), `2023年03月06日 10:20:00`, two-digit years (`23-03-06 10:20`), and as the whole text `20230306` and the
    seconds or milliseconds since 1970. A time without a zone is Chinese time already; a date without a time is its
    midnight. A date without a year is None: the year would be a guess.
    """
    if _RFC822.search(text):
        try:
            return _checked(_localised(parsedate_to_datetime(text.strip())))
        except (ValueError, OverflowError, IndexError, TypeError):
            return None
    if epoch := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(epoch["seconds"]), CHINA)
    match = _GLUED.search(text) or _DAY_FIRST.search(text) or _DATE.search(text) or _DIGITS.fullmatch(text)
    return _from_match(match) if match else None


def date_in_address(url: str) -> datetime | None:
    """The day that the address of an article holds, as many sites have it (/202303/t20230306_123.html), or None."""
    match = _IN_ADDRESS.search(url)
    return _from_match(match) if match else None


def _from_match(match: re.Match[str]) -> datetime | None:
    told = match.groupdict()
    parts = [int(told.get(name) or 0) for name in ("year", "month", "day", "hour", "minute", "second")]
    if len(match["year"]) == 2:
        parts[0] += 2000
    try:
        naive = datetime(*parts, tzinfo=_zone(told.get("zone") or ""))  # type: ignore[arg-type,misc]
        return _checked(_localised(naive))
    except (ValueError, OverflowError):
        return None


def _zone(text: str) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(offset if text[0] == "+" else -offset)


def _localised(moment: datetime) -> datetime:
    return moment.replace(tzinfo=CHINA) if moment.tzinfo is None else moment.astimezone(CHINA)


def _checked(moment: datetime) -> datetime | None:
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None
