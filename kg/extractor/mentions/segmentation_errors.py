"""Words of the segmenter that hold a preposition or a verb beside a name: 由明远, 由省, 任明远, 远与."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.extractor.levels import BARE_LEVELS
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import Token, Tokens, is_word

# Short for 经济开发区: 滨江|经开区.
_ZONE: Final = "经开"
# 从城|投集团: with these few names begin.
_SURE: Final = "从与由"


@cache
def glued_signs() -> str:
    """The signs that the segmenter takes for one unknown word with a name beside them: 为|明远, 已|明远, 明远|与."""
    return "".join(words(load_rules("names"), "glued"))


def is_glued(token: Token, shortest: int = 3) -> bool:
    """Whether a word of `shortest` characters or more opens with a preposition."""
    if token.word[0] not in glued_signs() or token.word.startswith(_ZONE):
        return False
    # To a level of government a preposition is glued too: 由省|发改委.
    sure = len(token.word) == 2 and (token.word[1] in BARE_LEVELS or token.word[0] in _SURE)
    return (len(token.word) >= shortest or sure) and not is_word(token.word)


def may_begin(text: str, tokens: Tokens, start: int) -> bool:
    """Whether a short name can begin at an offset: a word does, or one of which only prepositions stand before it."""
    begin = tokens.items[tokens.index_at(start)].start
    return all(character in glued_signs() for character in text[begin:start])


def may_end(text: str, tokens: Tokens, end: int) -> bool:
    """Whether a known name can end at an offset: a word does, or one of which only a preposition stands behind it."""
    return end in tokens.ends or text[end : tokens.items[tokens.index_at(end)].end] in tuple(glued_signs())


def is_appointing(around: Surroundings, token: Token) -> bool:
    """Whether a word opens with the verb between a person and a body: 李明|任明远|集团 is 李明 at 明远集团."""
    if token.word[0] != "任" or len(token.word) < 2 or is_word(token.word):
        return False
    items, index = around.tokens.items, around.tokens.index_at(token.start)
    return index > 0 and items[index - 1].tag == "nr" and items[index - 1].end == token.start
