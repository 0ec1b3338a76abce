"""The field by its name of what an article only mentions."""

from __future__ import annotations

import pytest

from tests.extractor.linking.samples import analysis


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("瀚海光伏产业园很美。", False),
        ("绵阳市开工建设瀚海光伏产业园。", True),
        ("瀚海光伏科技有限公司经理王明说。", False),
        ("瀚海光伏科技有限公司与绵阳市签约。", True),
        ("他读了《光伏产业发展规划》。", True),
    ],
)
def test_a_name_tells_the_field_of_what_else_is_told_of(text: str, told: bool) -> None:
    assert ("inSector" in {s.predicate for s in analysis(text).statements}) is told
