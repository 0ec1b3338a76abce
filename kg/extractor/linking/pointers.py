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
# 项目总投资…, 园区将…: a bare noun at the head of a clause is the thing that the article is about.
_BARE = re.compile(
    r"(?:(?<=[。；，！？\n：:“])|^)(?:目前|据悉|据了解|据介绍|如今|现在|该|此外|同时|其中|未来|截至目前|近年来|去年|今年)?[，]?"
    r"(?P<noun>(?P<project>项目|园区|平台|示范区|基地|工程|产业园|系统|试点|活动|中心)|(?P<firm>公司|集团))"
    r"(?=总投资|总|建成|建设|占地|位于|将|已|采用|由|于|自|以|是|依托|通过|目前|一期|二期|分|规划|计划|全长|投产|投用|建筑|全部|设有|拥有|致力|专注|成立|旗下|主要|主营|始终|先后|累计|现有|现已|共|还|预计|可|集|涵盖|聚焦|围绕|利用|基于|运用|实现|推出|在|与|和)"
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
    taken.update(i for m in added for i in range(m.start, m.end))
    added += [m for m in _bare(text, mentions) if m.start not in taken]
    return sorted([*mentions, *added], key=lambda m: m.start)


def _bare(text: str, mentions: Sequence[Linked]) -> list[Linked]:
    """The things that bare nouns stand for: the last specific one, of a sort that the noun can name."""
    found = []
    for match in _BARE.finditer(text):
        start, end = match.span("noun")
        kind = "Project" if match["project"] else "Firm"
        before = [m for m in mentions if m.kind == kind and m.specific and start - _REACH <= m.end <= start]
        named = [m for m in before if match["noun"] in text[m.start : m.end]] or before
        if match["noun"] not in ("项目", "公司", "集团"):
            named = [m for m in before if set(match["noun"]) & set(text[m.end - 2 : m.end])]
        if kind == "Firm" and len({m.iri for m in named}) > 1:
            continue
        if named:
            found.append(Linked(start, end, named[-1].readings, "the thing told of, by its kind alone"))
    return found
