"""与 and 和 inside a name (江城大学气候变化与能源研究中心) and between two names (江城大学与滨江学院)."""

from __future__ import annotations

from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.segmentation import Token

JOINTS = frozenset(("与", "和", "及", "暨"))
ANCHORS = ("大学", "学院", "科学院", "设计院", "研究院", "工程院", "基金会", "学会", "协会", "联合会", "国家", "中国")
# What ends so before the joint is a name of its own: 教育局和科技局.
ENDS = (
    *"局厅委部院所会校司团行处社馆站办署室店厂镇乡村市省县区",
    "政府",
    "中心",
    "平台",
    "实验室",
    "基地",
    "大学",
    "转型",
)
_FARTHEST = 14


def joins(around: Surroundings, joint: Token, begin: int, kind: str) -> bool:
    """Whether a joint stands inside the name of the thing whose head is at `begin`.

    It does if the words before it reach back to a place or a body that the name can begin with, and nothing on
    either side of it is a name of its own.
    """
    organisation = is_organisation(kind) and kind != "Firm"
    if not (organisation or kind == "Project") or around.text.endswith(ENDS, 0, joint.start):
        return False
    if kind == "Project" and (joint.word == "暨" or around.text.endswith(around.rules.all_heads, 0, joint.start)):
        return False
    before = around.by_end.get(joint.start)
    if before is not None and not is_place(before.kind):
        return False
    if any(joint.end <= c.start and c.end <= begin for c in around.by_end.values()):
        return False
    position = joint.start
    while position > max(0, joint.start - _FARTHEST):
        anchored = position in around.by_end or (organisation and around.text.endswith(ANCHORS, 0, position))
        if position < joint.start and anchored:
            return True
        token = around.tokens.items[around.tokens.index_at(position - 1)]
        common = token.tag[0] in "nvabjlisgz" and token.word.isalnum()
        if not common or (token.word in around.rules.stop_words and token.word not in around.rules.organisation_verbs):
            return False
        position = token.start
    return False


def joins_latin(around: Surroundings, start: int, end: int) -> bool:
    """Whether a space stands within or beside a Latin name, or an & within one: 统信 UOS 系统, IV&CV诊断平台.

    A number before a space counts what follows (2 个中心), a code does not (腾讯 G60 中心).
    """
    text, mark = around.text, around.text[start:end]
    if mark not in (" ", "&") or not start or end >= len(text):
        return False
    before, after = text[start - 1], text[end]
    if mark == " " and (before in "）)" or after in "（("):  # 明远 (中国) 证券
        return any(c.end == start - 1 or c.start == end + 1 for c in around.known if is_place(c.kind))
    if before.isascii() and before.isalnum():
        counts = around.tokens.items[around.tokens.index_at(start - 1)].word.isdigit()
        return after.isalnum() and (after.isascii() or (mark == " " and not counts))
    return mark == " " and start in around.by_end and after.isascii() and after.isalnum()
