"""What is written down of a thing."""

from __future__ import annotations

from kg.extractor import extract
from tests.conftest import make_article


def test_no_name_begins_with_the_dot_that_joins_it_to_another() -> None:
    found = extract(make_article("走进江城市，红星美凯龙·江城国际家居博览中心正在建设。"))
    names = [name for entity in found.entities for name in (entity.label, *entity.names)]
    assert "江城国际家居博览中心" in names
    assert not [name for name in names if name.startswith("·")]
