"""The store takes in what a sentence says of things that are described, joined as the ontology has it."""

from dataclasses import replace

import pytest

from kg.errors import KgError, OntologyError, StoreError
from kg.model import Evidence
from kg.store import open_store
from tests.store.samples import BAISE, PLATFORM, YUNFAN, article, extraction, stated

SAID = article("a.md", "百色市建设百色城市大脑。")
RIGHT = stated(SAID, BAISE, "undertakes", PLATFORM)


@pytest.mark.parametrize(
    ("wrong", "error", "told"),
    [
        (stated(SAID, PLATFORM, "undertakes", BAISE), OntologyError, "a Project undertakes a City"),
        (stated(SAID, BAISE, "partOf", PLATFORM), OntologyError, "a City partOf a Project"),
        (stated(SAID, YUNFAN, "partOf", PLATFORM), OntologyError, "a Firm partOf a Project"),
        (replace(RIGHT, predicate="built"), OntologyError, "a City built a Project"),
        (replace(RIGHT, confidence=7.5), StoreError, "the confidence of by hand is 7.5"),
        (replace(RIGHT, confidence=0.0), StoreError, "the confidence of by hand is 0"),
        (replace(RIGHT, evidence=Evidence(0, 2, "百合")), StoreError, "does not stand at 0–2"),
        (replace(RIGHT, evidence=Evidence(0, 0, "")), StoreError, "does not stand at 0–0"),
        (replace(RIGHT, obj="https://example.org/x"), StoreError, "https://example.org/x, which is not described"),
    ],
)
def test_what_does_not_hold_is_refused_and_nothing_of_the_article_is_stored(wrong, error, told) -> None:
    with open_store() as store:
        with pytest.raises(error, match=told) as raised:
            store.add(extraction(SAID, RIGHT, wrong))
        assert isinstance(raised.value, KgError)
        assert raised.value.where == "a.md"
        assert not store.articles()


def test_what_holds_is_taken_in() -> None:
    with open_store() as store:
        assert store.add(extraction(SAID, RIGHT)).new == 1
