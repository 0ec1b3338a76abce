"""What a figure with a classifier counts: 引进企业 in 引进5家企业, 获评示范的企业 in 有5家企业获评示范."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.measures.lead_and_tail import Lead, Tail
from kg.extractor.relations.figures.measures.measure_names import Indicator, is_noun, nominal, shortened, without_light
from kg.extractor.relations.figures.phrases import phrase_of
from kg.extractor.rules import load_rules

# What stands between a verb or 有 and its figure goes into the indicator up to this length, before a plain noun up to
# a greater one.
_SHORT: Final = 6
_BEFORE_NOUN: Final = 8
# What the counted do is told in full up to this length.
_BRIEF: Final = 12
_DESCRIBED: Final = re.compile(r"[一-鿿A-Z0-9“”]{2,10}的[一-鿿A-Z0-9“”]{2,8}$")


def read_count(lead: Lead, tail: Tail, unit: str, *, people: bool) -> Indicator | None:
    """What a figure with a classifier counts: the noun behind it, or the one before it."""
    tables = figure_rules().tables
    trigger = lead.verb if lead.form == "verb" and not lead.what else lead.trigger
    causing = trigger in tables["causing"].words and (not people or trigger in tables["having"].words)
    if lead.form == "verb" and not causing and tail.noun and tail.rest in tables["modifiers"].words:
        tail = replace(tail, noun=f"{tail.noun}{tail.rest}", rest="")  # 启动5个市场建设
    if tail.noun and tail.rest:
        return _of_those_who_do(lead, tail, causing=causing, people=people)
    if tail.noun:
        return _of_noun(lead, tail.noun)
    if tail.rest:
        return _of_rest(lead, tail.rest, causing=causing)
    return _of_lead(lead, unit)


def _counted(name: str, form: str, base: str = "") -> Indicator:
    return Indicator(name, base or name, form, counted=True)


def _of_those_who_do(lead: Lead, tail: Tail, *, causing: bool, people: bool) -> Indicator | None:
    """有5家企业获评示范, 5个项目签约, 配备12台发电车驻守现场: a noun of which it is told what it does."""
    bare = lead == Lead("level", "")
    does = not tail.cut and ((causing and not lead.what) or (bare and not people and _is_deed(tail.rest)))
    found = _with_predicate(tail.rest, tail.noun) if does else None
    if found is None and lead.form == "verb" and not tail.rest.startswith("的"):
        return _of_object(lead, tail)
    if bare and _is_pointless(phrase_of(tail.rest).without_opening("adverbs", "manner").text):
        return None
    # 6名教师担任评委: what some people do now and then is no measure of whose people they are.
    return _counted(tail.noun, "noun") if bare and found is None and not people else found


def _of_object(lead: Lead, tail: Tail) -> Indicator | None:
    """配备12台发电车驻守现场: what is counted is the verb's object, whatever that does; 专业|理赔人员 is one noun."""
    sending, doing = figure_rules().tables["sending"].words, phrase_of(lead.verb).ending("verbs")
    if not doing or tail.rest.startswith("等") or doing in sending or len(lead.what) > _SHORT:
        return None
    noun = f"{tail.noun}{tail.rest}" if is_noun(tail.rest) and len(phrase_of(tail.rest).tags) > 2 else tail.noun
    return _counted(f"{_telling(lead.verb)}{lead.what}{noun}", "deed")


def _of_noun(lead: Lead, noun: str) -> Indicator | None:
    """引进5家企业, 拥有5家企业, 5家企业."""
    if lead.form == "verb" and len(lead.what) <= _BEFORE_NOUN:
        return _counted(f"{_telling(lead.verb)}{lead.what}{noun}", "count")
    if lead.form == "level" and lead.trigger.endswith("有") and len(lead.what) <= _SHORT:
        return _counted(f"{lead.what}{noun}", "count")
    return _counted(noun, "noun") if lead.form == "level" and not lead.what and not lead.trigger else None


def _of_rest(lead: Lead, rest: str, *, causing: bool) -> Indicator | None:
    """企业有5家获评示范, 引进5家省级以上的企业: words behind the figure that do not begin with a noun."""
    if _DESCRIBED.match(rest) and lead.form == "level" and not lead.what:
        return _counted(rest, "predicate")
    if lead.form == "verb" and not lead.what and is_noun(rest):
        return _counted(f"{lead.verb}{rest}", "count")
    return _with_predicate(rest, lead.what) if lead.form == "level" and lead.what and causing else None


def _of_lead(lead: Lead, unit: str) -> Indicator | None:
    """企业达5家, 引进企业5家, 惠及5万户, 开展20次: nothing stands behind the figure."""
    tables = figure_rules().tables
    if lead.form == "level":
        return _counted(lead.what, "level") if lead.what else None
    if lead.form != "verb":
        return None
    if lead.what:
        return _counted(without_light(f"{lead.verb}{shortened(lead.what)}"), "count")
    many: dict[str, str] = load_rules("measurements")["many"]
    if unit in many and phrase_of(lead.verb).ending("serving"):
        return _counted(f"{lead.verb}{many[unit]}", "count", lead.verb)
    works = unit in tables["loose_units"].words and lead.verb in tables["works"].words
    return _counted(lead.verb, "count") if works else None


def _telling(verb: str) -> str:
    """A verb as a part of an indicator: 拥有 and the like add nothing to what is counted."""
    return "" if verb in figure_rules().tables["light"].words else verb


def _is_deed(rest: str) -> bool:
    """Whether what the counted do is something that is counted: 5个项目签约, not 5家企业进行座谈."""
    rules, phrase = figure_rules().tables, phrase_of(rest).without_opening("adverbs", "manner")
    verb = phrase.opening("verbs")
    return bool(verb) and verb not in rules["giving"].words


def _is_pointless(said: str) -> bool:
    """Whether what the counted do leaves out what it is done to: 6家企业上榜, 20万名儿童参与."""
    return said in figure_rules().tables["pointless"].words


def _with_predicate(rest: str, noun: str) -> Indicator | None:
    """有5家企业获评…: what is counted are the 获评…的企业."""
    phrase = phrase_of(rest.split("、")[0]).without_opening("adverbs", "manner")
    verbal = phrase.tags and (phrase.tags[0][1].startswith("v") or phrase.opening("verbs"))
    if not verbal or len(phrase.text) < 2 or phrase.ending("gains") or "的" in phrase.text:
        return None
    said = phrase.text if len(phrase.text) <= _BRIEF else phrase.opening("verbs").removesuffix("为")
    if not said or _is_pointless(said):
        return None
    name = f"{said.replace('了', '')}的{noun}"
    return _counted(name, "predicate") if nominal(noun) else None
