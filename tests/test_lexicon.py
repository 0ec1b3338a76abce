"""What the lexicons hold: the places of China, enough of each kind, and the word lists."""

import re
from collections import Counter

import pytest

from kg import ids
from kg.errors import LexiconError
from kg.lexicon import Lexicon

PLACE = ids.ID + "place/"


def test_every_county_of_china_leads_to_china(known: Lexicon) -> None:
    coded = [e for e in known.entries.values() if dict(e.details).get("code")]
    levels = Counter("county" if not c.endswith("00") else "city" if not c.endswith("0000") else "province"
                     for c in (dict(e.details)["code"] for e in coded))  # fmt: skip
    assert levels["province"] == 34
    assert levels["city"] == 333
    assert 2840 <= levels["county"] <= 2870
    assert {e.iri for e in coded if known.ancestors(e.iri)[-1] != PLACE + "CN"} == set()


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("Zone", 600),
        ("Firm", 900),
        ("Institution", 400),
        ("Association", 150),
        ("Government", 80),
        ("Media", 500),
        ("Project", 30),
    ],
)
def test_there_are_enough_of_each_kind(known: Lexicon, kind: str, least: int) -> None:
    assert Counter(e.kind for e in known.entries.values())[kind] >= least


@pytest.mark.parametrize(
    ("code", "label", "kind", "english", "parent"),
    [
        ("450300", "桂林市", "City", "Guilin", "450000"),
        ("450421", "苍梧县", "District", "Cangwu County", "450400"),
        ("320582", "张家港市", "City", "Zhangjiagang", "320500"),
        ("310000", "上海市", "City", "Shanghai", "CN"),
        ("450000", "广西壮族自治区", "Region", "Guangxi", "CN"),
        ("810000", "香港特别行政区", "Region", "Hong Kong", "CN"),
        ("422800", "恩施土家族苗族自治州", "City", "Enshi Prefecture", "420000"),
        ("429004", "仙桃市", "City", "Xiantao", "420000"),
        ("150622", "准格尔旗", "District", "Jungar Banner", "150600"),
        ("330113", "临平区", "District", "Linping District", "330100"),
        ("659012", "白杨市", "City", "Baiyang", "650000"),
        ("341500", "六安市", "City", "Lu'an", "340000"),
    ],
)
def test_places_are_official(known: Lexicon, code: str, label: str, kind: str, english: str, parent: str) -> None:
    entry = known.entries[PLACE + code]
    assert (entry.label, entry.kind, entry.parent) == (label, kind, PLACE + parent)
    assert entry.label_en.replace("'", "") == english.replace("'", "")
    assert label in entry.names


def test_coordinates_are_where_the_place_is(known: Lexicon) -> None:
    details = dict(known.entries[PLACE + "450300"].details)
    assert float(details["lat"]) == pytest.approx(25.24, abs=0.05)
    assert float(details["long"]) == pytest.approx(110.18, abs=0.05)
    for entry in known.entries.values():
        found = dict(entry.details)
        if "code" in found and "lat" in found:
            assert 3 < float(found["lat"]) < 54 and 73 < float(found["long"]) < 136, entry.label


def test_a_county_lies_near_its_city(known: Lexicon) -> None:
    """A code with somebody else's coordinates would show here; the widest prefectures span some ten degrees."""
    for entry in known.entries.values():
        own, above = dict(entry.details), dict(known.entries[entry.parent].details) if entry.parent else {}
        if {"code", "lat"} <= own.keys() & above.keys() and not above["code"].endswith("0000"):
            assert abs(float(own["lat"]) - float(above["lat"])) < 6, entry.label
            assert abs(float(own["long"]) - float(above["long"])) < 8, entry.label


def test_firms_of_one_group_are_told_apart(known: Lexicon) -> None:
    cloud = known.by_name["阿里云"][0]
    assert known.entries[cloud.parent].label == "阿里巴巴"
    assert known.entries[cloud.place].label == "杭州市"
    assert ("ticker", "HK09988") in known.entries[cloud.parent].details
    assert ("ticker", "SZ002415") in known.by_name["海康威视"][0].details


def test_tickers_are_well_formed_and_belong_to_one_firm(known: Lexicon) -> None:
    tickers = [value for e in known.entries.values() for name, value in e.details if name == "ticker"]
    assert [t for t in tickers if not re.fullmatch(r"(SH|SZ|BJ)\d{6}|HK\d{5}", t)] == []
    assert [t for t, count in Counter(tickers).items() if count > 1] == []


def test_no_zone_is_also_a_district(known: Lexicon) -> None:
    for name in ("浦东新区", "滨海新区", "南沙新区", "钱塘新区"):
        assert [e.kind for e in known.by_name[name]] == ["District"]


# Word lists


def test_surnames(known: Lexicon) -> None:
    names = known.words("surnames.txt")
    assert Counter(len(name) for name in names).keys() == {1, 2}
    assert sum(len(name) == 1 for name in names) >= 450 and sum(len(name) == 2 for name in names) >= 60
    assert {"王", "覃", "欧阳", "司马"} <= names


def test_titles(known: Lexicon) -> None:
    titles = known.words("titles.txt")
    assert len(titles) >= 200
    assert {"市长", "副市长", "市委书记", "党委副书记", "首席技术官", "CEO", "常务副市长", "秘书长"} <= titles
    assert {"副", "常务副", "执行", "原"} <= known.words("title_prefixes.txt")


def test_a_list_that_is_not_there(known: Lexicon) -> None:
    with pytest.raises(LexiconError, match=r"nicknames.txt: the file is missing"):
        known.words("nicknames.txt")
