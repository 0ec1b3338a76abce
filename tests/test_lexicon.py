"""The lexicons: what they hold, that their names are safe, and what a wrong row says."""

import re
from collections import Counter
from pathlib import Path

import pytest

from kg import ids, lexicon
from kg.errors import LexiconError
from kg.lexicon import Entry, Lexicon

PLACE = ids.ID + "place/"
ORGANIZATION = ids.ID + "organization/"
PLACE_KINDS = {"Country", "Region", "City", "District"}
COLUMNS = "id\tlabel\tlabel_en\tparent\tnames\tweak"


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon.load()


def bearers(known: Lexicon, name: str) -> set[str]:
    """The labels, each under its parent's label, of all that bear a name."""
    return {f"{known.entries[e.parent].label}/{e.label}" for e in known.by_name[name] if e.parent}


# What there is


def test_every_county_of_china_leads_to_china(known: Lexicon) -> None:
    coded = [e for e in known.entries.values() if dict(e.details).get("code")]
    levels = Counter("county" if not c.endswith("00") else "city" if not c.endswith("0000") else "province"
                     for c in (dict(e.details)["code"] for e in coded))  # fmt: skip
    assert levels["province"] == 34
    assert levels["city"] == 333
    assert 2840 <= levels["county"] <= 2870
    assert {e.iri for e in coded if known.chain(e.iri)[-1] != PLACE + "CN"} == set()


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


# Names


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("桂林", "桂林市"),
        ("广西", "广西壮族自治区"),
        ("内蒙古", "内蒙古自治区"),
        ("苍梧", "苍梧县"),
        ("恩施", "恩施土家族苗族自治州"),
        ("恭城县", "恭城瑶族自治县"),
        ("横县", "横州市"),
        ("西海岸新区", "黄岛区"),
        ("江北新区", "南京江北新区"),
        ("桂林高新区", "桂林高新技术产业开发区"),
        ("中国车谷", "武汉经济技术开发区"),
        ("上海自贸区", "中国（上海）自由贸易试验区"),
        ("华为技术有限公司", "华为"),
        ("国家发改委", "国家发展和改革委员会"),
        ("工信部", "工业和信息化部"),
        ("中国信通院", "中国信息通信研究院"),
        ("长江三角洲", "长三角"),
        ("电信天翼云", "天翼云"),
    ],
)
def test_the_first_bearer_of_a_name(known: Lexicon, name: str, label: str) -> None:
    assert known.by_name[name][0].label == label


def test_a_full_name_that_several_places_share_leads_to_all(known: Lexicon) -> None:
    assert bearers(known, "江北区") == {"重庆市/江北区", "宁波市/江北区"}
    assert bearers(known, "朝阳区") == {"北京市/朝阳区", "长春市/朝阳区"}
    assert len(known.by_name["鼓楼区"]) == 4
    assert all("鼓楼区" in e.names for e in known.by_name["鼓楼区"])


@pytest.mark.parametrize(
    "name", ["朝阳", "和平", "市中", "城关", "粤", "沪", "小米", "东方", "平安", "清华", "合作", "资源"]
)
def test_names_that_need_context_are_weak(known: Lexicon, name: str) -> None:
    assert not [e.label for e in known.by_name.get(name, ()) if name in e.names]


def test_the_city_comes_before_the_county_of_the_same_name(known: Lexicon) -> None:
    assert [(e.label, "长沙" in e.names) for e in known.by_name["长沙"]] == [("长沙市", True), ("长沙县", False)]
    assert known.by_name["吉林"][0].label == "吉林省"


def test_no_strong_name_has_two_owners_but_full_names_of_places(known: Lexicon) -> None:
    for name, entries in known.by_name.items():
        owners = [e for e in entries if name in e.names]
        assert len(owners) < 2 or all(e.label == name and e.kind in PLACE_KINDS for e in owners), name


def test_names_are_clean(known: Lexicon) -> None:
    for entry in known.entries.values():
        every = entry.names + entry.weak_names
        assert len(every) == len(set(every)), entry
        assert entry.label in every, entry
        assert all(name == name.strip() and len(name) > 0 for name in every), entry
        assert not any(len(name) == 1 for name in entry.names), entry


def test_firms_of_one_group_are_told_apart(known: Lexicon) -> None:
    cloud = known.by_name["阿里云"][0]
    assert known.entries[cloud.parent].label == "阿里巴巴"
    assert known.entries[cloud.place].label == "杭州市"
    assert ("ticker", "HK09988") in known.entries[cloud.parent].details
    assert ("ticker", "SZ002415") in known.by_name["海康威视"][0].details


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("湘钢", "湖南钢铁集团"),
        ("顺丰速运", "顺丰控股"),
        ("广药集团", "白云山"),
        ("广汽丰田", "丰田汽车"),
        ("LG新能源", "LG电子"),
        ("振石集团", "巨石集团"),
    ],
)
def test_no_firm_goes_by_the_name_of_its_parent_its_child_or_its_namesake(
    known: Lexicon, name: str, other: str
) -> None:
    assert not {e.iri for e in known.by_name[name]} & {e.iri for e in known.by_name[other]}


def test_tickers_are_well_formed_and_belong_to_one_firm(known: Lexicon) -> None:
    tickers = [value for e in known.entries.values() for name, value in e.details if name == "ticker"]
    assert [t for t in tickers if not re.fullmatch(r"(SH|SZ|BJ)\d{6}|HK\d{5}", t)] == []
    assert [t for t, count in Counter(tickers).items() if count > 1] == []


def test_no_zone_is_also_a_district(known: Lexicon) -> None:
    for name in ("浦东新区", "滨海新区", "南沙新区", "钱塘新区"):
        assert [e.kind for e in known.by_name[name]] == ["District"]


# Media


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("梧州日报", "450400"),
        ("盐阜大众报", "320900"),
        ("南方日报", "440000"),
        ("人民日报", ""),
        ("凤凰网", ""),
        ("岑溪日报", "450481"),  # not listed: its name tells
        ("昆山市融媒体中心", "320583"),
        ("凤凰日报", ""),  # 凤凰 is no safe name of a place
        ("中国电力新闻网", ""),
        ("桂林", ""),
        ("", ""),
    ],
)
def test_the_home_of_a_medium(known: Lexicon, name: str, home: str) -> None:
    assert known.media_home(name) == (PLACE + home if home else "")


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


# Wrong rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small lexicon that is right."""
    write(tmp_path, "places.tsv", "kind\tlat\tlon", "CN\t中国\tChina\t\t\t\tCountry\t\t")
    for file in ("zones.tsv", "products.tsv"):
        write(tmp_path, file, "")
    for file in ("institutions.tsv", "associations.tsv", "agencies.tsv", "media.tsv"):
        write(tmp_path, file, "place")
    write(tmp_path, "firms.tsv", "place\ttickers", "lanhai\t蓝海智联\tLanhai\t\t蓝海公司\t蓝海\tCN\tSZ300000")
    return tmp_path


def write(folder: Path, file: str, extra: str, *rows: str) -> None:
    header = f"{COLUMNS}\t{extra}" if extra else COLUMNS
    (folder / file).write_text("# a comment\n" + "\n".join([header, *rows]) + "\n", encoding="utf-8")


def test_a_small_lexicon(folder: Path) -> None:
    known = lexicon.load(folder)
    assert known.by_name["蓝海"] == (
        Entry(
            iri=ORGANIZATION + "lanhai",
            kind="Firm",
            label="蓝海智联",
            names=("蓝海智联", "蓝海公司"),
            weak_names=("蓝海",),
            label_en="Lanhai",
            place=PLACE + "CN",
            details=(("ticker", "SZ300000"),),
        ),
    )
    assert lexicon.load(folder) is known


FIRM = "a\t甲公司\t\t\t\t\t\t"


@pytest.mark.parametrize(
    ("file", "extra", "rows", "message"),
    [
        (
            "zones.tsv",
            "level",
            ["a\t甲新区\t\tCN\t\t\t1"],
            r"zones.tsv:2: the columns are not in order — make the header id",
        ),
        ("firms.tsv", "place", [], r"firms.tsv:2: no column tickers — make the header id label"),
        ("firms.tsv", "place\ttickers", ["a\t甲公司"], r"firms.tsv:3: 2 fields, the header has 8 — put one tab"),
        ("firms.tsv", "place\ttickers", ["a\t\t\t\t\t\t\t"], r"firms.tsv:3: no id or no label — fill in both"),
        ("firms.tsv", "place\ttickers", [FIRM, FIRM], r"firms.tsv:4: the id of 甲公司 is taken — see .*firms.tsv:3"),
        (
            "firms.tsv",
            "place\ttickers",
            ["a\t甲公司\t\tb\t\t\t\t"],
            r"firms.tsv:3: unknown parent 'b' of 甲公司 — add a row",
        ),
        (
            "firms.tsv",
            "place\ttickers",
            ["a\t甲公司\t\t\t\t\t9\t"],
            r"firms.tsv:3: unknown place '9' of 甲公司 — add a row",
        ),
        (
            "firms.tsv",
            "place\ttickers",
            ["a\t甲公司\t\t\t天河\t\t\t", "b\t乙公司\t\t\t天河\t\t\t"],
            r"firms.tsv:4: 天河 is no safe name of 乙公司 — 甲公司 in .*firms.tsv:3 has it too; make it weak",
        ),
        (
            "places.tsv",
            "kind\tlat\tlon",
            ["1\t甲镇\t\t\t\t\tTown\t\t"],
            r"places.tsv:3: 'Town' is no kind of place — use one of City, Country, District, Region",
        ),
    ],
)
def test_a_wrong_table_says_what_where_and_what_to_do(
    folder: Path, file: str, extra: str, rows: list[str], message: str
) -> None:
    write(folder, file, extra, *rows)
    with pytest.raises(LexiconError, match=message):
        lexicon.load(folder)


def test_a_name_may_be_weak_in_two_entries(folder: Path) -> None:
    write(folder, "firms.tsv", "place\ttickers", "a\t甲公司\t\t\t\t天河\t\t", "b\t乙公司\t\t\t\t天河\t\t")
    assert [e.label for e in lexicon.load(folder).by_name["天河"]] == ["甲公司", "乙公司"]


def test_a_strong_bearer_comes_first(folder: Path) -> None:
    write(folder, "firms.tsv", "place\ttickers", "a\t甲公司\t\t\t\t天河\t\t", "b\t乙公司\t\t\t天河\t\t\t")
    assert [e.label for e in lexicon.load(folder).by_name["天河"]] == ["乙公司", "甲公司"]


def test_a_table_that_is_not_there(folder: Path) -> None:
    (folder / "media.tsv").unlink()
    with pytest.raises(LexiconError, match=r"media.tsv: the file is missing — restore it"):
        lexicon.load(folder)
