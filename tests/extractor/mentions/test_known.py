"""Names that the lexicons and concept schemes know."""

from __future__ import annotations

from tests.extractor.mentions.samples import known, told


def spans(text: str) -> list[str]:
    return [text[c.start : c.end] for c in known(text)]


def test_a_government_is_its_place() -> None:
    for words in ("绵阳市人民政府", "绵阳市委、市政府", "绵阳市政府办公室"):
        assert words in spans(f"{words}表示支持。")
    assert ("City", "绵阳市") in told(known("绵阳市人民政府表示支持。"))


def test_a_team_named_after_a_place_is_not_the_place() -> None:
    assert not told(known("江西男排和中国国家队来访。"), "Region", "Country")


def test_the_city_is_found_before_its_committee() -> None:
    assert "银川市委、市政府" in spans("在银川市委、市政府的支持下")
    assert "德清县委、县政府" in spans("德清县委、县政府印发通知")


def test_a_zone_committee_is_the_zone() -> None:
    assert "赣州经济技术开发区管委会" in spans("赣州经济技术开发区管委会表示支持")


def test_a_country_behind_a_firm_is_the_house_of_the_firm_there() -> None:
    assert not told(known("普华永道中国与海康威视合作。"), "Country")
    assert told(known("未来中国与东盟合作。"), "Country")


def test_a_firm_with_its_legal_form() -> None:
    assert "海康威视股份有限公司" in spans("海康威视股份有限公司发布公告")


def test_no_name_is_cut_out_of_a_longer_latin_word() -> None:
    assert told(known("CHAIN5GX"), "Technology", "Sector") == []
    assert told(known("采用5G建网"), "Technology", "Sector") != []


def test_short_names_need_word_borders() -> None:
    assert told(known("海南方面表示"), "District") == []


def test_names_that_are_common_words_are_marked() -> None:
    sources = {c.name: c.source for c in known("浪潮涌来，浪潮集团落户")}
    assert sources["浪潮"] == "weak"
    assert sources["浪潮集团"] == "lexicon"


def test_the_noun_behind_a_field_is_no_part_of_its_name() -> None:
    assert {"交通", "房地产"} <= set(spans("在交通领域，房地产业务增长。"))
    assert "房地产业" in spans("房地产业增长。")
