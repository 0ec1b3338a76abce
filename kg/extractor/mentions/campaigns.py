"""What goes on for a time and is named in quotation marks, with the words behind them: “寻根湘西”青年研学活动."""

from __future__ import annotations

from typing import Final

from kg.extractor.mentions.coordination import JOINTS
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import Token

# How long the words behind the mark may be, and what is in the marks at least (“五四”庆祝活动).
_LONGEST: Final = 18
_SHORTEST: Final = 4
# Parts of speech that such words do not have.
_BARRED: Final = ("p", "u", "c", "r", "y", "e", "d", "w", "x")
# 三年攻坚行动, 2025年: how long it goes on, or when.
_DIGITS: Final = "0123456789一二三四五六七八九十"
# 万名学子: how many it is for.
_MANY: Final = "百千万"
# Behind what names one by itself it says so again: 夏令营|活动, but 志愿活动.
_AGAIN: Final = "活动"


def campaign_end(around: Surroundings, start: int, end: int) -> int:
    """Where the name ends that begins with the quotation from `start` to `end`; `end` itself if it is no campaign's."""
    rules = load_rules("quoted")
    if around.text[start] != "“" or "，" in around.text[start:end]:
        return end  # a saying rather than a name
    others, done = words(rules, "lasting_not_before"), words(rules, "lasting_done")
    lasting = words(rules, "lasting" if end - start - 2 >= _SHORTEST else "undertaken")
    whole = words(rules, "seasons") + words(rules, "undertaken")
    tokens = around.tokens
    first = tokens.index_at(end) if end < len(around.text) else len(tokens.items)
    last = end
    for token in tokens.items[first:]:
        if around.text.startswith(done, token.start):
            break
        if last == token.start and token.word == _AGAIN and around.text.endswith(whole, end, last):
            break
        whole_noun = around.text.endswith(lasting, end, token.end)
        if token.start < end or token.end - end > _LONGEST or not (whole_noun or _may_stand(around, token, end)):
            break
        if whole_noun and not around.text.startswith(others, token.end):
            if around.rules.impossible.search(around.text, end, token.end):
                break
            last = token.end
    return last


def _may_stand(around: Surroundings, token: Token, end: int) -> bool:
    """Whether a word can belong to what a campaign is called by: 防诈|宣传|志愿|活动, 三年|攻坚|行动."""
    word, rules = token.word, around.rules
    if token.tag == "m" or word[0].isdigit():
        return (word[0] in _DIGITS and word[-1] == "年") or word[0] in _MANY
    if word in JOINTS:
        return token.start > end
    if not word.isalnum() or (token.tag.startswith(_BARRED) and not word.isascii()) or word[0] == "等":
        return False  # 等七大 can be one word to the segmenter
    if word not in rules.stop_words or word in rules.heads or word in rules.inner_verbs or word in rules.soft_verbs:
        return True
    return word in words(load_rules("quoted"), "lasting_verbs")
