"""The place that a name carries."""

from __future__ import annotations

from kg.extractor import knowledge
from kg.extractor.linking.name_places import choose_name_place, listed_place, opening_country


def test_the_place_in_a_name_is_the_smallest_of_a_chain() -> None:
    known = knowledge.load()
    assert choose_name_place("苏州市姑苏区文化中心", "", known).endswith("320508")
    assert choose_name_place("中国银行", "", known) == ""
    assert choose_name_place("智慧停车平台", "", known) == ""


def test_a_county_by_its_bare_name_is_one_where_the_text_speaks_of_it() -> None:
    known = knowledge.load()
    county, city, far = (known.lexicon.by_name[n][0].iri for n in ("平陆县", "运城市", "桂林市"))
    assert choose_name_place("平陆数据枢纽", far, known) == ""
    assert choose_name_place("平陆数据枢纽", far, known, {county}) == county
    assert choose_name_place("平陆数据枢纽", far, known, {city}) == county
    assert choose_name_place("平陆数据枢纽", city, known) == county
    assert choose_name_place("运城平陆枢纽", far, known) == county


def test_a_water_is_not_where_the_county_of_its_name_is() -> None:
    """平陆运河 is a canal in Guangxi, not in the county 平陆 in Shanxi."""
    known = knowledge.load()
    told = {known.lexicon.by_name[n][0].iri for n in ("平陆县", "多伦县", "海西蒙古族藏族自治州")}
    assert choose_name_place("平陆运河数据枢纽", "", known, told) == ""
    assert choose_name_place("多伦河特大桥", "", known, told) == ""
    assert choose_name_place("海西湾造船基地", "", known, told) == ""
    assert choose_name_place("平陆县运河枢纽", "", known, told) in told


def test_the_committee_of_a_party_is_in_its_place() -> None:
    known = knowledge.load()
    assert choose_name_place("共青团绵阳市委", "", known) == known.lexicon.by_name["绵阳市"][0].iri


def test_a_name_that_a_province_bears_means_the_province() -> None:
    """河南 is also a county in Qinghai, 吉林 a city in Jilin."""
    known = knowledge.load()
    assert choose_name_place("河南大学", "", known) == known.lexicon.by_name["河南省"][0].iri
    assert choose_name_place("吉林粮油有限公司", "", known).endswith("220000")


def test_a_foreign_country_opens_the_name_of_an_organisation() -> None:
    known = knowledge.load()
    assert opening_country("韩国青禾公司", known) == (known.lexicon.by_name["韩国"][0].iri, "韩国")
    assert opening_country("中国青禾公司", known) is None
    assert opening_country("青禾韩国公司", known) is None


def test_beside_a_city_a_region_counts_less() -> None:
    known = knowledge.load()
    assert listed_place("绵阳长三角数据研究院", "", known) == (known.lexicon.by_name["绵阳市"][0].iri, "绵阳")
    assert listed_place("长三角投资（苏州）有限公司", "", known) == (known.lexicon.by_name["苏州市"][0].iri, "苏州")
    assert listed_place("长三角数据研究院", "", known) == (known.lexicon.by_name["长三角"][0].iri, "长三角")


def test_a_common_word_is_the_county_that_the_article_names() -> None:
    known = knowledge.load()
    county = known.lexicon.by_name["云梦县"][0].iri
    assert choose_name_place("云梦智慧燃气有限公司", "", known) == ""
    assert choose_name_place("云梦智慧燃气有限公司", "", known, {county}) == county


def test_the_short_name_of_a_zone_may_open_that_of_another() -> None:
    """松山湖科学城 is no part of 松山湖高新区."""
    known = knowledge.load()
    assert choose_name_place("松山湖科学城", "", known) == ""
    zone = known.lexicon.by_name["松山湖高新区"][0].iri
    assert choose_name_place("松山湖数据产业园", "", known) == zone
