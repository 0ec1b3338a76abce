"""Which place a name means."""

from __future__ import annotations

from kg.extractor.pipeline import extraction
from tests.extractor.linking.samples import analysis, iris, meant


def test_a_shared_name_is_decided_by_the_place_before_it() -> None:
    kaifeng, nanjing = iris("开封市鼓楼区开会。"), iris("南京市鼓楼区开会。")
    assert kaifeng["鼓楼区"].endswith("410204")
    assert nanjing["鼓楼区"].endswith("320106")


def test_or_by_the_places_of_the_article() -> None:
    assert iris("开封市开会。会后，鼓楼区作了交流。")["鼓楼区"].endswith("410204")


def test_or_by_the_home_of_the_paper() -> None:
    assert iris("鼓楼区作了交流。", publisher="开封日报")["鼓楼区"].endswith("410204")


def test_or_by_a_place_that_stands_in_another_name() -> None:
    text = "鼓楼区与南京星河数据服务有限公司签约。福州的考察团随后到访。"
    assert iris("鼓楼区与南京星河数据服务有限公司签约。")["鼓楼区"].endswith("320106")
    assert iris(text)["鼓楼区"].endswith("350102"), "what the article names itself counts more"


def test_and_left_out_where_nothing_decides() -> None:
    assert "鼓楼区" not in iris("鼓楼区作了交流。")


def test_a_province_goes_before_its_small_namesake() -> None:
    for short in ("河南", "海南", "河北", "吉林"):
        assert meant(f"在{short}投资建厂。")[short] == f"{short}省"


def test_a_word_that_is_also_a_place_needs_its_city() -> None:
    assert "和平" not in meant("和平是大家的愿望。")


def test_a_place_in_the_name_of_a_person_is_none() -> None:
    assert "金昌" not in meant("会上，云帆科技董事长王金昌作了介绍。")
    assert meant("会上，金昌市作了介绍。")["金昌市"] == "金昌市"


def test_a_town_lies_in_the_place_that_its_name_begins_with() -> None:
    found = extraction(analysis("绵阳市涪城区石桥镇、平桥镇建成石桥智能产业园和平桥智慧物流园。"))
    within = {e.label: value for e in found.entities for kind, value in e.details if kind == "within"}
    labels = {e.iri: e.label for e in found.entities}
    assert labels[within["涪城区石桥镇"]] == labels[within["涪城区平桥镇"]] == "涪城区"
    assert labels[within["涪城区"]] == "绵阳市"


def test_a_name_behind_a_city_is_no_county_of_another_one() -> None:
    text = "四平北湖科技园扩建，北湖将成为新城。北湖区生态良好。"
    assert not {"北湖", "北湖区"} & meant(text).keys()
    assert meant(text + "郴州市代表到场。")["北湖区"] == "北湖区"
