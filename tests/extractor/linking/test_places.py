"""Which place a name means."""

from __future__ import annotations

from kg.extractor import knowledge
from kg.extractor.linking.places import choose_name_place, opening_country
from tests.extractor.linking.samples import iris, meant


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


def test_the_place_in_a_name_is_the_smallest_of_a_chain() -> None:
    known = knowledge.load()
    assert choose_name_place("苏州市姑苏区文化中心", "", known).endswith("320508")
    assert choose_name_place("中国银行", "", known) == ""
    assert choose_name_place("智慧停车平台", "", known) == ""


def test_a_county_by_its_bare_name_is_one_where_the_text_speaks_of_it() -> None:
    """平陆运河 is a canal in Guangxi, not in the county 平陆 in Shanxi."""
    known = knowledge.load()
    county, city, far = (known.entries_by_name[n][0].iri for n in ("平陆县", "运城市", "桂林市"))
    assert choose_name_place("平陆运河枢纽", far, known) == ""
    assert choose_name_place("平陆运河枢纽", far, known, {county}) == county
    assert choose_name_place("平陆运河枢纽", far, known, {city}) == county
    assert choose_name_place("平陆运河枢纽", city, known) == county
    assert choose_name_place("运城平陆枢纽", far, known) == county


def test_a_name_that_a_province_bears_means_the_province() -> None:
    """河南 is also a county in Qinghai, 吉林 a city in Jilin."""
    known = knowledge.load()
    assert choose_name_place("河南大学", "", known) == known.entries_by_name["河南省"][0].iri
    assert choose_name_place("吉林粮油有限公司", "", known).endswith("220000")


def test_a_foreign_country_opens_the_name_of_an_organisation() -> None:
    known = knowledge.load()
    assert opening_country("韩国青禾公司", known) == known.entries_by_name["韩国"][0].iri
    assert opening_country("中国青禾公司", known) == ""
    assert opening_country("青禾韩国公司", known) == ""
