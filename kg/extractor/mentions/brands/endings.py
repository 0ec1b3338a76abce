"""Short names of firms by the trade that ends them: 捷通科技, 泓城能源, 港城集团."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.brands.brand_rules import BrandRules, brand_rules, is_coined, is_name
from kg.extractor.mentions.segmentation_errors import glued_signs
from kg.extractor.segmentation import Tokens, is_han, is_word

_PROPER_TAGS: Final = ("nr", "nz", "x", "nt")
# So often an article names what it is about, and what it does not name by chance.
_OFTEN: Final = 3
_AGAIN: Final = 2
# How the tags of words begin that go on with a name, or say what is of that trade.
_OF_NOUNS: Final = "najlzg"


def by_ending(
    text: str, tokens: Tokens, knowledge: Knowledge, taken: set[int], trades: Sequence[int]
) -> list[tuple[str, str]]:
    """A rare word and 科技, 股份 …, or any but a trade and 集团: a firm's short name; `trades` is `found_trades`."""
    rules, found = brand_rules(), []
    for last in trades:
        index, first, second = last - 1, tokens.items[last - 1], tokens.items[last]
        coined = is_coined(first)
        ends = second.word in rules.endings or (coined and second.word in rules.endings_of_coined)
        if not ends or not taken.isdisjoint(range(first.start, second.end)):
            continue  # 年|明远科技 of 2023年明远科技: the known name is the name
        if index + 2 < len(tokens.items) and tokens.items[index + 2].word in rules.of_trade:
            continue  # 京沪软件业务 is business
        if not 2 <= len(first.word) <= 4 or not is_name(first.word, rules, knowledge):
            continue
        times = text.count(first.word + second.word)
        if second.word == "集团":
            often = times >= _OFTEN
            named = first.tag in _PROPER_TAGS or _names_group(tokens, index, rules, knowledge, often=often)
        elif first.tag in _PROPER_TAGS and second.word in rules.endings:
            first_of_clause = not index or not tokens.items[index - 1].word.isalnum()
            named = times >= _AGAIN or first_of_clause or _ends(tokens, index, rules)
        else:
            named = coined and _stands_alone(tokens, index, rules)
        if named:
            word = first.word if is_word(first.word) else first.word.lstrip(glued_signs())
            found.append((word + second.word, "ending"))
    return found


def by_characters(
    text: str, tokens: Tokens, knowledge: Knowledge, taken: set[int], trades: Sequence[int]
) -> list[tuple[str, str]]:
    """Two characters that make no word, and a trade: 泓城能源, a firm's short name where nothing else surrounds it."""
    rules, found, items = brand_rules(), [], tokens.items
    for last in trades:
        if last < 2:
            continue
        first, second, trade = items[last - 2 : last + 1]
        often = trade.word in rules.endings_often
        ends = trade.word in rules.endings_of_coined or (trade.word in rules.endings and trade.word != "集团")
        if not (ends or often) or len(first.word) + len(second.word) != 2:
            continue
        name = text[first.start : trade.end]
        if first.start in taken or not is_name(name, rules, knowledge) or not is_han(name):
            continue
        content = all(t.tag[0] in "nzaqjgx" and t.word not in rules.joining for t in (first, second))
        if _opens(tokens, last - 2, ()) and ((content and not often) or text.count(name) >= _OFTEN):
            found.append((name, "ending"))
    return found


def found_trades(tokens: Tokens) -> list[int]:
    """The indexes of the words that can end such a name; none is the first one."""
    words = brand_rules().all_endings
    return [index for index, token in enumerate(tokens.items) if token.word in words and index]


def _opens(tokens: Tokens, index: int, openers: Container[str]) -> bool:
    """Whether a name can begin with a word: behind what is none, what only joins, or some words that open names."""
    before = tokens.items[index - 1] if index else None
    return before is None or not before.word.isalnum() or before.tag[0] in "pcu" or before.word in openers


def _stands_alone(tokens: Tokens, index: int, rules: BrandRules) -> bool:
    """Whether a coined word and the trade behind it are all of a name, and no verb with its object (厚植|科技|创新)."""
    first = tokens.items[index]
    word = first.word.lstrip(glued_signs())
    if len(word) < 2 or word[0] in rules.joining or word[-1] in rules.joining:
        return False
    opens = _opens(tokens, index, rules.openers)
    after = tokens.items[index + 2].tag if index + 2 < len(tokens.items) else ""
    return (opens or word != first.word) and after != "vn" and _ends(tokens, index, rules)


def _ends(tokens: Tokens, index: int, rules: BrandRules) -> bool:
    """Whether what follows a word and the trade behind it does not go on with them: 云帆|生物|多样性."""
    after = tokens.items[index + 2] if index + 2 < len(tokens.items) else None
    if after is None or after.word in rules.after:
        return True
    return after.tag[0] not in _OF_NOUNS


def _names_group(tokens: Tokens, index: int, rules: BrandRules, knowledge: Knowledge, *, often: bool) -> bool:
    """Whether the word before 集团 is its name: 港城集团, where nothing else could belong to the name.

    One that is no noun may be it if the article names the group `often`: 时常集团.
    """
    word, tag = tokens.items[index].word, tokens.items[index].tag
    if word in knowledge.names.common_trades or word in rules.no_group:
        return False
    if tag[0] not in "na" and is_word(word) and not often:
        return False
    after = tokens.items[index + 2].word if index + 2 < len(tokens.items) else ""
    opens = _opens(tokens, index, rules.openers)
    glued = word[0] in glued_signs() and not is_word(word)
    return (opens or glued) and after not in rules.no_group_before
