"""Times: what is found, which date it stands for, and which part it plays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.extractor.mentions.times import TimeKind, find_times
from kg.model import Precision

DAY = date(2022, 6, 15)


def times(text: str, reference: date | None = DAY) -> list[tuple[str, str]]:
    return [(m.span.wording, m.span.value) for m in find_times(text, reference)]


def kinds(text: str, reference: date | None = DAY) -> list[tuple[str, TimeKind]]:
    return [(m.span.value, m.kind) for m in find_times(text, reference)]


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("兰州市2022年6月12日开通专线", "2022-06-12", Precision.DAY),
        ("２０２２年６月１２日", "2022-06-12", Precision.DAY),
        ("2022 年 6 月 12 日上线", "2022-06-12", Precision.DAY),
        ("2022-06-12", "2022-06-12", Precision.DAY),
        ("2022.6.12", "2022-06-12", Precision.DAY),
        ("2022/6/12", "2022-06-12", Precision.DAY),
        ("2022年6月12日上午10时", "2022-06-12", Precision.DAY),
        ("二〇二二年", "2022", Precision.YEAR),
        ("二零二三年六月", "2023-06", Precision.MONTH),
        ("二〇二二年十二月三日", "2022-12-03", Precision.DAY),
        ("一九九八年", "1998", Precision.YEAR),
        ("2021年11月底", "2021-11", Precision.MONTH),
        ("2021年6月中旬", "2021-06", Precision.MONTH),
        ("2021年底", "2021", Precision.YEAR),
        ("2021年度", "2021", Precision.YEAR),
        ("2021年上半年", "2021-01/2021-06", Precision.HALF),
        ("2021年一季报", "2021-01/2021-03", Precision.QUARTER),
        ("2021半年报", "2021-01/2021-06", Precision.HALF),
        ("2021年三季报", "2021-01/2021-09", Precision.INTERVAL),
        ("2021年第四季度", "2021-10/2021-12", Precision.QUARTER),
        ("2021年前三季度", "2021-01/2021-09", Precision.INTERVAL),
        ("2021年1至8月", "2021-01/2021-08", Precision.INTERVAL),
        ("2021年1—8月", "2021-01/2021-08", Precision.INTERVAL),
        ("2021年1月至8月", "2021-01/2021-08", Precision.INTERVAL),
        ("2021年前11个月", "2021-01/2021-11", Precision.INTERVAL),
        ("2018—2025年", "2018/2025", Precision.INTERVAL),
        ("2018年至2025年", "2018/2025", Precision.INTERVAL),
        ("（2021-2023）", "2021/2023", Precision.INTERVAL),
        ("2021年12月至2022年3月", "2021-12/2022-03", Precision.INTERVAL),
        ("2021年11月到次年2月", "2021-11/2022-02", Precision.INTERVAL),
        ("“十四五”期间", "2021/2025", Precision.INTERVAL),
        ("“十三五”时期", "2016/2020", Precision.INTERVAL),
        ("2022年6月30日止6个月", "2022-01/2022-06", Precision.INTERVAL),
        ("2022年9月30日止三个月", "2022-07/2022-09", Precision.INTERVAL),
        ("2022年3月31日止12个月", "2021-04/2022-03", Precision.INTERVAL),
        ("“十四五”末", "2025", Precision.YEAR),
        ("“十四五”开局之年", "2021", Precision.YEAR),
    ],
)
def test_a_time_that_needs_no_reference(text: str, value: str, precision: Precision) -> None:
    (mention,) = find_times(text, None)
    assert (mention.span.value, mention.span.precision) == (value, precision)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今日", "2022-06-15"),
        ("昨天，", "2022-06-14"),
        ("明天", "2022-06-16"),
        ("当日", "2022-06-15"),
        ("12日", "2022-06-12"),
        ("25日", "2022-05-25"),
        ("将于25日开幕", "2022-06-25"),
        ("6月12日", "2022-06-12"),
        ("9月1日起施行", "2022-09-01"),
        ("截至9月1日", "2021-09-01"),
        ("8月15日至17日", "2022-08-15/2022-08-17"),
        ("7月22日-28日", "2022-07-22/2022-07-28"),
        ("6月12日至7月3日", "2022-06-12/2022-07-03"),
        ("本月", "2022-06"),
        ("上个月", "2022-05"),
        ("本月3日", "2022-06-03"),
        ("今年", "2022"),
        ("今年6月", "2022-06"),
        ("去年12月", "2021-12"),
        ("去年底", "2021"),
        ("明年上半年", "2023-01/2023-06"),
        ("二季度", "2022-04/2022-06"),
        ("第四季度", "2022-10/2022-12"),
        ("上半年", "2022-01/2022-06"),
        ("1至8月", "2021-01/2021-08"),
        ("前5个月", "2022-01/2022-05"),
        ("前三季度", "2021-01/2021-09"),
        ("年初", "2022"),
    ],
)
def test_a_time_read_against_the_day_of_the_article(text: str, value: str) -> None:
    assert [found for _, found in times(text)] == [value]
    assert times(text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "近日",
        "日前",
        "近期",
        "目前",
        "三年",
        "五年来",
        "近5年",
        "2小时内",
        "3年行动",
        "6个月",
        "本世纪中叶",
        "第十四届",
        "2月30日",
        "2022年13月",
        "5月32日",
        "碳达峰",
        "十年磨一剑",
        "10日均线",
        "7日内",
        "3月龄",
        "第3日",
        "前一个月",
        "目前三个月",
        "2000年历史",
        "今日头条",
        "12345热线",
        "2021个",
        "美好明天",
        "“十四五”数字经济发展规划",
        "京发〔2021〕3号",
        "每月10元",
    ],
)
def test_what_is_no_time_has_no_value(text: str) -> None:
    assert times(text) == []


def test_the_year_goes_on_within_a_sentence() -> None:
    assert [v for _, v in times("平台2019年3月立项，11月建成。5月获奖。")] == ["2019-03", "2019-11", "2022-05"]
    assert [v for _, v in times("2021年，全市产值增长，其中二季度最快")] == ["2021", "2021-04/2021-06"]
    assert [v for _, v in times("论坛5月22日开幕，25日闭幕")] == ["2022-05-22", "2022-05-25"]


def test_december_read_in_january_is_last_december() -> None:
    assert times("12月28日通车，2月5日复盘", date(2023, 1, 10)) == [
        ("12月28日", "2022-12-28"),
        ("2月5日", "2023-02-05"),
    ]


def test_words_that_look_back_to_the_time_before() -> None:
    assert [v for _, v in times("2019年3月签约，同年12月开工，次年5月投产")] == ["2019-03", "2019-12", "2020-05"]
    assert [v for _, v in times("5月22日签约。当天，双方揭牌")] == ["2022-05-22", "2022-05-22"]
    assert times("同年12月投产") == []


def test_that_day_is_the_last_day_told_of_the_news_whatever_years_stand_between() -> None:
    assert [v for _, v in times("6月12日签约。“十四五”期间，双方合作。当天，揭牌")][-1] == "2022-06-12"
    assert [v for _, v in times("6月12日签约。2019年5月3日奠基，当天致辞")][-1] == "2019-05-03"
    assert [v for _, v in times("2019年5月3日奠基。2021年投产。当天，揭牌")][-1] == "2022-06-15"


@pytest.mark.parametrize(
    "text", ["签署“十四五”战略合作协议", "实施三年行动计划（2022—2024年）", "发布规划(2021-2025年)"]
)
def test_the_years_in_the_name_of_a_plan_or_an_agreement_date_nothing(text: str) -> None:
    assert [kind for _, kind in kinds(text) if kind is not TimeKind.LABEL] == []


@pytest.mark.parametrize("text", ["在江边看一次日出", "办过多次年会", "不同年龄的人", "相当年轻的团队", "实现次日达"])
def test_words_that_only_seem_to_look_back(text: str) -> None:
    assert [v for _, v in times(f"2022年5月22日，{text}")] == ["2022-05-22"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2021年6月，双方签约", TimeKind.EVENT),
        ("到2025年，建成百个社区", TimeKind.TARGET),
        ("2025年底前完成", TimeKind.TARGET),
        ("力争到2030年", TimeKind.TARGET),
        ("计划于2023年6月投用", TimeKind.TARGET),
        ("到2020年，建成百个社区", TimeKind.AS_OF),
        ("2010年前", TimeKind.BEFORE),
        ("截至2021年11月底", TimeKind.AS_OF),
        ("截至2022年6月30日止6个月", TimeKind.PERIOD),
        ("自2018年以来", TimeKind.SINCE),
        ("从2019年5月起", TimeKind.SINCE),
        ("2022年起草条例", TimeKind.EVENT),
        ("2022年5月12日前往西宁", TimeKind.EVENT),
        ("从2019年的六成提高", TimeKind.EVENT),
        ("2018—2025年", TimeKind.PERIOD),
        ("上半年", TimeKind.PERIOD),
        ("比2020年增长", TimeKind.BASELINE),
        ("较去年同期", TimeKind.BASELINE),
        ("去年同期", TimeKind.BASELINE),
        ("占比2021年", TimeKind.EVENT),
        ("西宁6月14日电", TimeKind.REPORT),
        ("6月14日电力供应", TimeKind.EVENT),
        ("记者14日从市大数据局获悉", TimeKind.REPORT),
        ("2021世界机器人大会", TimeKind.LABEL),
        ("2021 C-V2X四跨", TimeKind.LABEL),
    ],
)
def test_the_part_that_a_time_plays(text: str, kind: TimeKind) -> None:
    assert [found for _, found in kinds(text)] == [kind]


def test_the_end_of_a_year_is_december_only_for_a_count() -> None:
    assert kinds("截至2021年底") == [("2021-12", TimeKind.AS_OF)]
    assert kinds("2021年底建成") == [("2021", TimeKind.EVENT)]


_PIECES = st.sampled_from(
    [
        "2022年",
        "6月",
        "30日",
        "2月",
        "十四五",
        "“",
        "”",
        "至",
        "—",
        "-",
        "当日",
        "同年",
        "底",
        "前",
        "截至",
        "今年",
        "季度",
        "三",
        "1",
        "２",
        "／",
        ".",
        "上半年",
        "个月",
        "今天",
        "，",
        "。",
        "比",
        "2021",
        "世界",
        "次年",
        "年",
        "月",
        "日",
        "9999",
        " ",
        "\n",
    ]
)


# The reader takes a date outside of these years for a slip.
_PUBLISHED = st.dates(date(1980, 1, 1), date(2100, 12, 31))


@example("2022年十四五至6月", None)
@given(st.lists(_PIECES, max_size=14).map("".join) | st.text(max_size=40), st.none() | _PUBLISHED)
def test_any_text_gives_valid_offsets(text: str, reference: date | None) -> None:
    last = 0
    for mention in find_times(text, reference):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.span.wording
        for part in mention.span.value.split("/"):
            date.fromisoformat((part + "-01-01")[:10])
        last = mention.end


def test_a_half_year_takes_the_year_told_just_before() -> None:
    assert times("2020年上半年收入3亿元，上半年利润1亿元") == [
        ("2020年上半年", "2020-01/2020-06"),
        ("上半年", "2020-01/2020-06"),
    ]
