from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg import ids
from kg.errors import QueryError
from kg.model import Entity, Extraction
from kg.questions.library import Kind, Parameter
from kg.questions.names import resolve
from kg.store import Store, open_store
from tests.conftest import make_article

ANY = Parameter("thing", Kind.ENTITY, "", "对象", "Thing", None, "")
PROVINCE, CITY, COUNTY = (ids.ID + f"place/{code}" for code in ("140000", "140100", "140121"))


@pytest.fixture(scope="module")
def homonyms() -> Iterator[Store]:
    """山西省 alone is also called 晋; two of the three are also called 清河."""
    things = (
        Entity(PROVINCE, "Region", "晋", ("晋", "山西")),
        Entity(CITY, "City", "太原市", ("太原市", "晋", "清河")),
        Entity(COUNTY, "District", "清徐县", ("清徐县", "清河")),
    )
    with open_store() as store:
        store.add(Extraction(make_article("一句话。"), things))
        yield store


def test_a_canonical_name_beats_an_alias(homonyms: Store) -> None:
    assert resolve("晋", ANY, homonyms.backend.query) == PROVINCE


def test_an_ambiguous_name_lists_what_it_may_be(homonyms: Store) -> None:
    with pytest.raises(QueryError) as caught:
        resolve("清河", ANY, homonyms.backend.query)
    assert "清河 may be 2 things" in str(caught.value)
    assert f"太原市 (City, {CITY}); 清徐县 (District, {COUNTY})" in str(caught.value)


def test_the_class_decides_between_homonyms(homonyms: Store) -> None:
    city = Parameter("city", Kind.ENTITY, "City", "城市", "City", None, "")
    assert resolve("清河", city, homonyms.backend.query) == CITY
