"""Rules that are no patterns, as `seeds/patterns/rules.yaml` tells them: what each looks at and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extractor.rules import load_rules
from kg.wording import Words

OF_SOURCE: Final = "of_source"
"""The case of a reading that is drawn from another: its confidence is a share of that one's."""
OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class CodedRule:
    """A rule made by a module, and the confidence of its readings by case."""

    name: str
    looks_at: Words
    made_in: str
    confidence: Mapping[str, float]

    def sure(self, case: str) -> float:
        """How sure a reading of a case is, or one of a case that is not told if the rule has others."""
        return self.confidence[case] if case in self.confidence else self.confidence[OTHER]


@cache
def rulebook() -> Mapping[str, CodedRule]:
    """The rules by name, or by how their names begin; read once. Raises LexiconError for a file that is wrong."""
    return {
        name: CodedRule(name, Words(**told["looks_at"]), told["made_in"], told["confidence"])
        for name, told in load_rules("rules").items()
    }


def how_sure(rule: str, case: str = OTHER) -> float:
    """How sure a reading of a rule is, before it is weighed by what the rule proved worth."""
    return rulebook()[rule].sure(case)
