"""Whom a name of the lexicons means, and which names are safe."""

import pytest

from kg import ids
from kg.lexicon import Lexicon

PLACE = ids.ID + "place/"
PLACE_KINDS = {"Country", "Region", "City", "District"}


def bearers(known: Lexicon, name: str) -> set[str]:
    """The labels, each under its parent's label, of all that bear a name."""
    return {f"{known.entries[e.parent].label}/{e.label}" for e in known.by_name[name] if e.parent}


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
        ("岑溪市人民政府网", "450481"),
        ("昆明市官渡区人民政府网站", "530111"),
        ("凤凰日报", ""),  # 凤凰 is no safe name of a place
        ("中国电力新闻网", ""),
        ("桂林", ""),
        ("", ""),
    ],
)
def test_the_home_of_a_medium(known: Lexicon, name: str, home: str) -> None:
    assert known.media_home(name) == (PLACE + home if home else "")
