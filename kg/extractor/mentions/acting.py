"""Centres that act are bodies: a services centre with a director, or one that signs, is no building.

江城就业服务中心主任, 与江城就业服务中心签署…, 江城人社局、江城就业服务中心: an Institution wherever the article
names it. So is a centre of a university. What only stands somewhere stays a Project.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from kg.extractor.kinds import is_organisation
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import compiled_rules, either, load_rules, words

_KIND: Final = "Institution"
_BESIDE: Final = ("、", "和", "与")
# Its short name may stand behind it: （以下简称“江调中心”）.
_ALIAS: Final = re.compile(r"[（(][^（）()\n]{2,24}[）)]")
# How far before the members of a list their verb may stand.
_CLAUSE: Final = 40


@dataclass(frozen=True, slots=True)
class _Rules:
    """The expressions made of `seeds/patterns/acting.yaml`, and `built` of the verbs in made.yaml.

    `then` is what stands behind a centre that acts, `heads` how its name ends, `of_house` the name of a university's,
    `facility` that of what stands somewhere, whoever runs it; `built` stands before what somebody builds.
    """

    then: re.Pattern[str]
    heads: re.Pattern[str]
    of_house: re.Pattern[str]
    facility: re.Pattern[str]
    built: re.Pattern[str]


@cache
def _rules() -> _Rules:
    made = either(words(load_rules("made"), "verbs"))
    return compiled_rules(
        "acting",
        _Rules,
        {
            "then": f"(?:{_ALIAS.pattern})?{{titles+verbs}}",
            "heads": "{heads}$",
            "facility": "(?!.*{agencies}$).*{facilities}$",
            "of_house": "(?:(?![和与及])[一-鿿]){2,12}{houses}(?!.*联合)[一-鿿（）()]{2,}$",
        },
        built=re.compile(f"(?:{made})[了起出]?[^，。；：！？\n]*$"),
    )


def with_acting(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those centres made institutions that the article tells to act."""
    rules = _rules()
    works = (c.name for c in candidates if c.kind == "Project")
    centres = {name for name in works if rules.heads.search(name) and not rules.facility.match(name)}
    if not centres:
        return list(candidates)
    acting = {name for name in centres if rules.of_house.match(name)}
    acting |= {c.name for c in candidates if c.name in centres and rules.then.match(text, c.end)}
    ordered = sorted(candidates, key=lambda c: (c.start, -c.end))
    for first, second in pairwise(c for c in ordered if c.name in centres or _is_body(c)):
        if _ALIAS.sub("", text[first.end : second.start]) in _BESIDE and not _are_built(text, first.start):
            acting |= {c.name for c in (first, second) if _is_body(first) or _is_body(second)}
    return [_as_body(c) if c.kind == "Project" and c.name in acting & centres else c for c in candidates]


def _are_built(text: str, start: int) -> bool:
    """Whether what stands from an offset on is a list of what somebody builds: there a centre is a work."""
    return _rules().built.search(text, max(0, start - _CLAUSE), start) is not None


def _as_body(candidate: Candidate) -> Candidate:
    return replace(candidate, kind=_KIND, specific=True)


def _is_body(candidate: Candidate) -> bool:
    return is_organisation(candidate.kind) and candidate.kind not in ("Firm", "Media")
