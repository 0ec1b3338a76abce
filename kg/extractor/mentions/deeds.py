"""Deeds that belong to the name of a project, though they take an object elsewhere: 质效提升行动, 数字孪生保障系统."""

from __future__ import annotations

from kg.extractor.head_nouns import nouns_with
from kg.extractor.mentions.surroundings import Surroundings
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import is_word


def with_deed(around: Surroundings, begin: int) -> int:
    """Where the noun begins that the head is a part of, or the deed before it: 质效|提升行动, 数字孪生|保障系统."""
    items, index = around.tokens.items, around.tokens.index_at(begin)
    token = items[index]
    if token.start < begin:
        whole = token.tag == "n" and token.word.endswith(nouns_with("deed_word")) and is_word(token.word)
        return token.start if whole else begin
    if index < 2:
        return begin
    deed, before = items[index - 1], items[index - 2]
    if not _is_inner(around, deed.word, begin) or deed.end != begin or before.end != deed.start:
        return begin
    noun = before.tag[0] in "nj" or before.tag in ("vn", "l", "b", "x")
    told = noun and len(before.word) > 1 and before.word.isalnum()
    return deed.start if told else begin


def _is_inner(around: Surroundings, deed: str, begin: int) -> bool:
    """Whether a deed can stand within a name before the head at `begin`."""
    if deed in around.rules.inner_verbs:
        return around.text.startswith(nouns_with("deed"), begin)
    return deed in words(load_rules("names"), "scheme_verbs") and around.text.startswith(nouns_with("scheme"), begin)
