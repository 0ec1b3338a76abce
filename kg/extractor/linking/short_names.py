"""Short forms under which a name may come again in an article: what is left of it without its legal parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, TypeVar

from kg.extractor.beginnings import compiled
from kg.extractor.levels import PLAIN_LEVELS
from kg.extractor.rules import either, load_rules, words

_T = TypeVar("_T")
# How many characters a firm's name must keep to be known without its legal form.
_SHORTEST_LEFT: Final = 4


@cache
def _parts() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What a short form leaves out: the legal form at the end, a trade at the end, and trades and nothing else."""
    rules = load_rules("short_names")
    trade = f"(?:{either(words(rules, 'trades'))})"
    return compiled(f"(?:{rules['legal_form']})$"), compiled(f"{trade}$"), compiled(f"{trade}+")


# Every name of an article is compared with the forms of each of its bodies.
@lru_cache(maxsize=1024)
def short_forms(name: str, place: str = "") -> tuple[str, ...]:
    """The forms under which a firm may be named again, the longest first.

    `place` is the place name that the firm's name begins with. 江城市明远智能科技有限公司 gives 江城市明远智能科技,
    明远智能科技, 明远智能 and 明远; what is shorter than two characters, or only a place or a trade, is left out.
    """
    legal, trade, only_trades = _parts()
    bare = name
    for mark in "“”（）()":
        bare = bare.replace(mark, "")
    forms = [bare]
    cut = legal.sub("", bare)
    forms.append(cut)
    if "集团" in bare[len(cut) :]:
        forms.append(cut + "集团")
    if place and cut.startswith(place):
        forms += [part[len(place) :].lstrip(PLAIN_LEVELS) for part in (cut, bare)]
    for form in list(forms[1:]):
        while (brand := trade.sub("", form)) != form:
            forms.append(brand)
            forms += [brand + "集团"] if "集团" in bare and len(brand) > 1 and brand != place else []
            form = brand
    seen = {form: None for form in forms if len(form) >= 2 and form != place and not only_trades.fullmatch(form)}
    return tuple(sorted(seen, key=lambda f: (-len(f), f)))


def without_form(name: str) -> str:
    """A name without its legal form, if what is left can still be one: 江城明远文化 of 江城明远文化公司."""
    cut = _parts()[0].sub("", name)
    return cut if len(cut) >= _SHORTEST_LEFT else name


@cache
def _endings() -> dict[str, str]:
    """The short form of each usual ending, the longest ending first."""
    endings: dict[str, str] = load_rules("short_names")["endings"]
    return {long: endings[long] for long in sorted(endings, key=len, reverse=True)}


@cache
def usual_endings() -> frozenset[str]:
    """The usual short forms of what names of bodies end with."""
    return frozenset(_endings().values())


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The company of a state operator for a place, who a local office belongs to, and a registered form."""
    rules = load_rules("short_names")
    return compiled(rules["operators"]), compiled(rules["offices_of"]), compiled(rules["registered"])


def shortened(name: str) -> str:
    """A name with the usual short form of what it begins and ends with: 江城发改委 of 江城发展和改革委员会.

    The company of a state operator for a place goes by both: 江城电信 and 中国电信江城分公司; so does the local office
    of a service that has one in each place (江城税务局), and a firm with or without the form of its registration.
    """
    operator, offices_of, registered = _forms()
    whole = operator.fullmatch(name)
    if whole is not None:
        return whole["place"] + whole["operator"]
    name = offices_of.sub("", name)
    cut = registered.sub("", name)
    name = cut if len(cut) >= _SHORTEST_LEFT else name
    endings = _endings()
    long = next(filter(name.endswith, endings), "")
    return name.removesuffix(long) + endings[long] if long else name


def of_sort(sort: str, zones: Iterable[tuple[str, _T]]) -> list[_T]:
    """Those of some zones that are of a sort, by the name that stands with each: 江城高新技术产业开发区 is a 高新区."""
    ending = shortened(sort)
    return [zone for name, zone in zones if shortened(name).endswith(ending)]
