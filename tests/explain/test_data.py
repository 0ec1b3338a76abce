"""JSON has all that the dataclasses have."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from kg.explain import as_json, explain
from tests.conftest import make_article

TEXTS = (
    "2023年5月8日，湖州市与华为签署“数字湖州”合作协议，总投资30亿元。\n湖州市市长王建军出席。",
    "截至2022年底，绍兴市建成5G基站9800个。\n春天到了</script>\u2028花开了。",
)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def test_the_json_holds_every_field() -> None:
    explained = [explain(make_article(text)) for text in TEXTS]
    assert json.loads(as_json(explained)) == {"articles": [_plain(one) for one in explained]}


def test_chinese_stays_readable() -> None:
    assert "湖州市市长王建军出席。" in as_json([explain(make_article(TEXTS[0]))])


def test_nothing_to_explain_is_an_empty_list() -> None:
    assert json.loads(as_json([])) == {"articles": []}
