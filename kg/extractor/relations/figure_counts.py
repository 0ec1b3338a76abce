"""What a figure with a classifier counts: 引进企业 in 引进5家企业, 获评示范的企业 in 有5家企业获评示范."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extractor.relations.figure_rules import figure_rules, phrase_of
from kg.extractor.relations.figure_words import Lead, Tail
from kg.extractor.relations.measure_names import Indicator, is_noun, nominal, shortened, without_light
from kg.extractor.rules import load_rules

# What stands before the verb that a counted noun belongs to goes into the indicator up to this length.
_SHORT = 6
# What the counted do is told in full up to this length.
_BRIEF = 12
LOOSE_UNITS = ("个", "项", "件", "份", "次", "条")
_DESCRIBED = re.compile(r"[一-鿿A-Z0-9“”]{2,10}的[一-鿿A-Z0-9“”]{2,8}$")


def read_count(lead: Lead, tail: Tail, unit: str, *, people: bool) -> Indicator | None:
    """What a figure with a classifier counts: the noun behind it, or the one before it."""
    trigger = lead.verb if lead.form == "verb" and not lead.what else lead.trigger
    tables = figure_rules().tables
    causing = trigger in tables["causing"].words and (not people or trigger in tables["having"].words)
    bare = lead == Lead("level", "")
    if lead.form == "verb" and not causing and tail.noun and tail.rest in tables["modifiers"].words:
        tail = replace(tail, noun=f"{tail.noun}{tail.rest}", rest="")  # 启动5个市场建设
    rest = tail.rest
    if tail.noun:
        if rest:
            does = not tail.cut and ((causing and not lead.what) or (bare and not people and _is_deed(rest)))
            found = _with_predicate(rest, tail.noun) if does else None
            if found is None and lead.form == "verb" and not rest.startswith("的"):
                return _of_deed(lead, tail, people=people)
            return Indicator(tail.noun, tail.noun, "noun", True) if bare and found is None else found
        if lead.form == "verb" and (not lead.what or len(lead.what) <= 8):
            before = "" if lead.verb in figure_rules().tables["light"].words else lead.verb
            name = f"{before}{lead.what}{tail.noun}"
            return Indicator(name, name, "count", True)
        having = lead.trigger.endswith("有")
        if lead.form == "level" and having and 0 < len(lead.what) <= _SHORT:
            return Indicator(f"{lead.what}{tail.noun}", f"{lead.what}{tail.noun}", "count", True)
        if lead.form == "level" and not lead.what and (having or not lead.trigger):
            return Indicator(tail.noun, tail.noun, "count" if having else "noun", True)
        return None
    if rest:
        if _DESCRIBED.match(rest) and lead.form == "level" and not lead.what:
            return Indicator(rest, rest, "predicate", True)
        if lead.form == "verb" and not lead.what and is_noun(rest):
            return Indicator(f"{lead.verb}{rest}", f"{lead.verb}{rest}", "count", True)
        return _with_predicate(rest, lead.what) if lead.form == "level" and lead.what and causing else None
    if lead.form == "verb" and lead.what:
        name = without_light(f"{lead.verb}{shortened(lead.what)}")
        return Indicator(name, name, "count", True)
    many: dict[str, str] = load_rules("measurements")["many"]
    if lead.form == "verb" and unit in many and phrase_of(lead.verb).ending("serving"):
        return Indicator(f"{lead.verb}{many[unit]}", lead.verb, "count", True)
    if lead.form == "verb" and unit in LOOSE_UNITS and lead.verb in figure_rules().tables["works"].words:
        return Indicator(lead.verb, lead.verb, "count", True)
    return Indicator(lead.what, lead.what, "level", True) if lead.form == "level" and lead.what else None


def _of_deed(lead: Lead, tail: Tail, *, people: bool) -> Indicator | None:
    """配备12台发电车驻守现场: what is counted is the verb's object, whatever that does; 专业|理赔人员 is one noun."""
    rules, doing = figure_rules().tables, phrase_of(lead.verb).ending("verbs")
    if not doing or tail.rest.startswith("等") or (people and doing in rules["sending"].words):
        return None
    noun = f"{tail.noun}{tail.rest}" if is_noun(tail.rest) and len(phrase_of(tail.rest).tags) > 2 else tail.noun
    verb = "" if lead.verb in rules["light"].words else lead.verb
    name = f"{verb}{lead.what}{noun}"
    return Indicator(name, name, "deed", True) if len(lead.what) <= _SHORT else None


def _is_deed(rest: str) -> bool:
    """Whether what the counted do is something that is counted: 5个项目签约, not 5家企业进行座谈."""
    rules, phrase = figure_rules().tables, phrase_of(rest).without_opening("adverbs", "manner")
    verb = phrase.opening("verbs")
    return bool(verb) and verb not in rules["giving"].words and verb not in rules["light"].words


def _with_predicate(rest: str, noun: str) -> Indicator | None:
    """有5家企业获评…: what is counted are the 获评…的企业."""
    phrase = phrase_of(rest.split("、")[0]).without_opening("adverbs", "manner")
    verbal = phrase.tags and (phrase.tags[0][1].startswith("v") or phrase.opening("verbs"))
    if not verbal or len(phrase.text) < 2 or phrase.ending("gains") or "的" in phrase.text:
        return None
    said = phrase.text if len(phrase.text) <= _BRIEF else phrase.opening("verbs").removesuffix("为")
    if not said or said in figure_rules().tables["light"].words:
        return None
    name = f"{said.replace('了', '')}的{noun}"
    return Indicator(name, name, "predicate", True) if nominal(noun) else None
