"""The words beside an offset that can be the name of a firm without a head noun."""

from __future__ import annotations

from typing import Final

from kg.extractor.conjunctions import JOINTS
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.brands.brand_rules import BrandRules, is_coined, is_name
from kg.extractor.mentions.segmentation_errors import glued_signs
from kg.extractor.segmentation import Token, Tokens, is_word

_NAME_TAGS: Final = ("nr", "nz", "nt", "x", "j", "eng", "n", "ns", "zg", "g", "vg", "ng", "a", "v", "i", "l")
_RARE_TAGS: Final = ("nr", "nrt", "nz", "x", "eng", "j", "zg")
_LONGEST: Final = 8
_SHORTEST_GLUED: Final = 3


def run_beside(tokens: Tokens, offset: int, step: int, taken: set[int], rules: BrandRules, knowledge: Knowledge) -> str:
    """The rare word, or those of one or two characters, that border on an offset and can be a name; "" if none."""
    index = tokens.index_at(offset if step > 0 else offset - 1)
    words: list[Token] = []
    while 0 <= index < len(tokens.items) and len(words) < 3:
        token = tokens.items[index]
        if token.start in taken or not token.tag.startswith(_NAME_TAGS) or not token.word.isalnum():
            break
        if token.word in knowledge.names.stop_words or token.word in rules.never or token.word in rules.after:
            break
        if rules.before.get(token.word) == "kind":
            break  # 投行|明远
        words.append(token)
        index += step
    if not words:
        return ""
    words = words[::step] if step < 0 else words
    name = "".join(t.word for t in words)
    if name.endswith(JOINTS):
        return ""  # 明|维与|江城
    glued = len(name) > _SHORTEST_GLUED and name[0] in glued_signs()
    if glued and len(words[0].word) > 1 and not is_word(words[0].word):
        name = name[1:]  # 由明远 is one word to the segmenter
    rare = any(t.tag in _RARE_TAGS or is_coined(t) for t in words)
    return name if rare and 2 <= len(name) <= _LONGEST and is_name(name, rules, knowledge) else ""


def is_coined_run(tokens: Tokens, begin: int, run: str, knowledge: Knowledge) -> bool:
    """Whether a name of two characters is a word of no dictionary, and no person."""
    coined = len(run) > 1 and any(is_coined(t) for t in tokens.within(begin, begin + len(run)))
    return coined and run[0] not in knowledge.lexicon.words("surnames.txt")
