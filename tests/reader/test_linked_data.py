"""What a page tells of its article in JSON-LD."""

from __future__ import annotations

import json

import pytest

from kg.reader import html
from kg.reader.linked_data import linked_data

_ARTICLE = {
    "@type": "NewsArticle",
    "headline": "江城上云",
    "datePublished": "2023-03-06T10:20:00+08:00",
    "author": [{"@type": "Person", "name": "赵一"}],
    "publisher": {"@type": "Organization", "name": "江城日报"},
}
_SITE = {"@type": "WebSite", "name": "江城网"}


def _told(script: str) -> dict[str, str]:
    root = html.parse(f"<html><head><script type='application/ld+json'>{script}</script></head></html>")
    assert root is not None
    return linked_data(root)


@pytest.mark.parametrize("found", [_ARTICLE, [_SITE, _ARTICLE], {"@graph": [_SITE, _ARTICLE]}])
def test_the_article_is_found_among_others(found: object) -> None:
    told = _told(json.dumps(found, ensure_ascii=False))
    assert (told["publisher"], told["author"]) == ("江城日报", "赵一")
    assert "2023-03-06T10:20:00+08:00" in told.values()


@pytest.mark.parametrize("script", ["", "{", "[1]", '"江城"', json.dumps(_SITE)])
def test_what_describes_no_article_tells_nothing(script: str) -> None:
    assert _told(script) == {}
