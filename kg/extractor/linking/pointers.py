"""该平台, 该公司, 该规划: the thing of that sort that was named last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extractor.linking.linked import Linked

_POINTER = re.compile(
    r"(?:该|此|上述|本次|此次)(?:(?P<project>活动|测试|高速公路|高速|公路|铁路|大桥|机场|枢纽|云谷|小镇|平台|项目|系统|中心|园区|基地|工程|产业园|实验室|APP|小程序|解决方案|数据中心|园|工厂|试点)"
    r"|(?P<firm>公司|企业|集团|行)|(?P<institution>校|院|所|大学|医院)|(?P<document>白皮书|规划|方案|报告|计划|意见|办法|条例|文件|协议|标准))"
    r"(?![一-鿿]?(?:商|级))"
)
_KINDS = {"project": "Project", "firm": "Firm", "institution": "Institution", "document": "Document"}
# How far back, in characters, a pointer may reach: about three sentences.
_REACH = 240


def with_pointers(text: str, mentions: Sequence[Linked]) -> list[Linked]:
    """The mentions and those that a pointer makes; one that could mean several things of its paragraph means none."""
    taken = {i for m in mentions for i in range(m.start, m.end)}
    added = []
    for match in _POINTER.finditer(text):
        if match.start() in taken:
            continue
        sort = match.lastgroup or ""
        before = [m for m in mentions if m.kind == _KINDS[sort] and match.start() - _REACH <= m.end <= match.start()]
        before = [m for m in before if "\n" not in text[m.end : match.start()]] or before
        named = [m for m in before if match[sort] in text[m.start : m.end]] or before
        if named and (sort != "firm" or len({m.iri for m in named}) == 1):
            target = named[-1]
            added.append(Linked(match.start(), match.end(), target.readings, f"the {sort} named last", target.specific))
    return sorted([*mentions, *added], key=lambda m: m.start)
