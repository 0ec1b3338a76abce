"""How reasons and remarks are told in both languages, as `seeds/wording.yaml` has it; the code knows their keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg import yaml_data
from kg.mistakes import ANY, check_shape

_FILE: Final = "seeds/wording.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Chinese and in English."""

    zh: str
    en: str

    def __str__(self) -> str:
        """Both, as a line of the terminal has them."""
        return self.zh if self.zh == self.en else f"{self.zh} {self.en}"

    def filled(self, *values: Words | str) -> Words:
        """The texts with values in place of their {}."""
        both = [(value, value) if isinstance(value, str) else (value.zh, value.en) for value in values]
        return Words(self.zh.format(*(zh for zh, _ in both)), self.en.format(*(en for _, en in both)))

    def then(self, more: Words) -> Words:
        """The texts with further ones behind them."""
        return Words(f"{self.zh}；{more.zh}", f"{self.en}; {more.en}")

    def within(self, detail: Words) -> Words:
        """The texts with others behind them in brackets."""
        return Words(f"{self.zh}（{detail.zh}）", f"{self.en} ({detail.en})")


def words(group: str, key: str) -> Words:
    """The words for a key of a group. Raises LexiconError for a file that is wrong."""
    return groups()[group][key]


@cache
def groups() -> Mapping[str, Mapping[str, Words]]:
    """All that the file has, read once. Raises LexiconError if it is wrong."""
    told = yaml_data.load(_FILE)
    check_shape(told, {ANY: {ANY: {"zh": "text", "en": "text"}}}, _FILE)
    return {group: {key: Words(**both) for key, both in keys.items()} for group, keys in told.items()}
