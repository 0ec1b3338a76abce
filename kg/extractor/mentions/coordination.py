"""与, &, dots and dashes: inside a name (江城大学湿地生态与能源研究中心), or between two (江城大学与滨江学院)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extractor.head_nouns import nouns_with
from kg.extractor.kinds import is_organisation, is_place
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import either, load_rules, words
from kg.extractor.segmentation import Token

JOINTS: Final = frozenset(("与", "和", "及", "暨"))
# Marks that part no two names, whatever stands before them.
_SURE_MARKS: Final = "·•・+＋"
_FARTHEST: Final = 14
# Joints that stand rather within a name than between two.
_INNER: Final = ("与", "及")
# A size by its figure, and what may follow its unit (时, 级; 60万吨/年).
_SIZE: Final = (
    r"(?:年产|日产|日处理|±)?(?:[0-9]+[×x*])?(?:{number}|[一二三五十百千]+万?)(?:{units})[级时]?(?:/[年天日])?"
)
_OUTPUT: Final = "年产{number}(?:{units})"
_NUMBER: Final = r"[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?[万亿]?"
_LONGEST_MEASURE: Final = 14
_LONGEST_MEMBER: Final = 32


def anchors() -> tuple[str, ...]:
    """What a name that holds a joint can begin behind."""
    return words(load_rules("names"), "joint_anchors")


def ends() -> tuple[str, ...]:
    """What ends so before a joint is a name of its own: 教育局和科技局."""
    return words(load_rules("names"), "joint_ends")


def measure_before(text: str, position: int) -> re.Match[str] | None:
    """The measure that ends at an offset."""
    measure, ends = _measures()
    if position == 0 or text[position - 1] not in ends:
        return None
    return measure.search(text, max(0, position - _LONGEST_MEASURE), position)


@cache
def _measures() -> tuple[re.Pattern[str], frozenset[str]]:
    """What tells how large a work is, and the last characters it can have: most text is known by them to end none."""
    rules = load_rules("names")
    sizes, outputs = words(rules, "size_units"), words(rules, "output_units")
    size = _SIZE.format(number=_NUMBER, units=either(sizes))
    output = _OUTPUT.format(number=_NUMBER, units=either(outputs))
    return re.compile(f"(?:{size}|{output})$"), frozenset("级时年天日" + "".join(unit[-1] for unit in sizes + outputs))


def joins(around: Surroundings, joint: Token, begin: int, kind: str) -> bool:
    """Whether a joint stands inside the name of the thing whose head is at `begin`.

    It does if the words before it reach back to a place or a body that the name can begin with, and nothing on
    either side of it is a name of its own.
    """
    organisation = is_organisation(kind) and kind != "Firm"
    if not (organisation or kind == "Project") or around.text.endswith(ends(), 0, joint.start):
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
        anchored = position in around.by_end or (organisation and around.text.endswith(anchors(), 0, position))
        if position < joint.start and (anchored or (kind == "Project" and _opens_work(around, position, joint))):
            return True
        token = around.tokens.items[around.tokens.index_at(position - 1)]
        common = token.tag[0] in "nvabjlisgz" and token.word.isalnum()
        if not common or (token.word in around.rules.stop_words and token.word not in around.rules.organisation_verbs):
            return False
        position = token.start
    return False


def _opens_work(around: Surroundings, position: int, joint: Token) -> bool:
    """Whether the name of a work can begin here without a known name: 年产5万吨|甲和乙项目, 汉江|防洪及修复工程."""
    if measure_before(around.text, position) is not None:
        return True
    return joint.word in _INNER and around.tokens.items[around.tokens.index_at(position - 1)].tag == "ns"


def joins_latin(around: Surroundings, start: int, end: int) -> bool:
    """Whether a space or / stands within or beside a Latin name, or an & within one: 统信 UOS 系统, IV&CV诊断平台.

    A number before a space counts what follows (2 个中心), a code does not (腾讯 G60 中心).
    """
    text, mark = around.text, around.text[start:end]
    if mark not in (" ", "&", "/") or not start or end >= len(text):
        return False
    before, after = text[start - 1], text[end]
    if mark == "/":  # AC/DC, PC/服务器
        return before.isascii() and before.isalpha() and after.isalpha()
    if mark == " " and (before in "）)" or after in "（("):  # 明远 (中国) 证券
        return any(c.end == start - 1 or c.start == end + 1 for c in around.known if is_place(c.kind))
    if before.isascii() and before.isalnum():
        counts = around.tokens.items[around.tokens.index_at(start - 1)].word.isdigit()
        return after.isalnum() and (after.isascii() or (mark == " " and not counts))
    return mark == " " and start in around.by_end and after.isascii() and after.isalnum()


def joins_marked(around: Surroundings, token: Token, word: str, position: int, kind: str) -> bool:
    """Whether a dot or a dash stands within a name: 光谷·云岭中心, 中国—东盟信息港, 甲滩—江城输电工程."""
    before = around.text[token.start - 1]
    if word in _SURE_MARKS or (before.isascii() and before.isalnum()):
        return True
    if kind == "Firm" or before == word:
        return False  # ——
    if around.text[position].isdigit():
        return True  # 云鹰—2无人机
    return token.start in around.by_end or any(c.start == position for c in around.by_end.values())


def paired_deed(around: Surroundings, position: int) -> int:
    """Where the first of two deeds begins whose second stands at the offset (数据|开发与|应用大赛), or the offset."""
    text, tokens, deeds = around.text, around.tokens, around.rules.paired_deeds
    if position < 2 or text[position - 1] not in JOINTS or not tokens.at_border(position - 1, position):
        return position
    first = tokens.items[tokens.index_at(position - 2)]
    return first.start if first.word in deeds and text.startswith(deeds, position) else position


def joined_concept(around: Surroundings, position: int) -> int:
    """Where the concept with a joint begins that is known to end at an offset, if a name goes on: 江城|碳中和|中心.

    Behind anything but a place it is what a kind of thing is about (引入碳中和项目), and the offset itself is given.
    """
    start = around.joined[position]
    if not start:
        return position
    return start if start in around.by_end else position


@cache
def _listed() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A member of a list of works, behind what is done with all of them, and its head with what goes on behind it."""
    deeds, works = either(words(load_rules("names"), "list_deeds")), either(nouns_with("work"))
    member = rf"、(?:{deeds})?(?P<name>[^、，。；：！？“”（）()《》的\n]{{4,28}})$"
    return re.compile(member), re.compile(f"(?:{works})[、等]")


def work_in_list(around: Surroundings, begin: int) -> int:
    """Where a work begins that stands between two others and holds a joint: 甲项目、|乙电站及动力模组项目、丙项目.

    A joint before the last 、 of a list cannot part its members. The offset of the head noun if it is no such work.
    """
    text, rules = around.text, around.rules
    listed, head = _listed()
    member = listed.search(text, max(0, begin - _LONGEST_MEMBER), begin) if head.match(text, begin) else None
    if member is None or not around.tokens.begins(member.start("name")):
        return begin
    parts = around.tokens.within(member.start("name"), begin)
    joints = [token for token in parts[1:-1] if token.word in JOINTS]
    barred = (t for t in parts if t not in joints and t.tag[0] in "pcrud")
    return member.start("name") if joints and all(t.word in rules.works for t in barred) else begin
