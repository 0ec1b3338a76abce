"""What a figure measures: 营业收入 in 营业收入达5亿元, 引进企业 in 引进5家企业, 产值增长 in 产值增长6%."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.relations.figure_rules import figure_rules, phrase_of
from kg.extractor.relations.figure_words import Lead, Tail

_LONGEST = 22
# What stands before the verb that a counted noun belongs to goes into the indicator up to this length.
_SHORT = 6
# Another figure in the indicator shows that it was cut wrongly; 5G is none.
_FIGURE = re.compile(r"(?<![A-Za-z0-9])\d+(?:\.\d+)?(?![A-Za-z0-9])")
# Words of these tags, and these words, belong to no name of a measure; those below them do.
_LOOSE = frozenset(["p", "r", "y", "e", "o", "u", "uj", "ul", "uz", "ud", "ug"])
_WILLING = ("将", "把", "被", "使", "让", "令", "仍", "已", "还", "共", "正在", "一共", "曾", "+", "-")
_DISPOSING = frozenset([*_WILLING, "不", "未", "没有", "无"])
_LOOSE_WELCOME = ("的", "各项", "其他", "其它", "每年", "每天", "每月", "各类", "各", "等", "每股", "本地", "当地")
# No name of a measure begins or ends with one of these.
_HANGING = ("的", "、", "等", "了", "和", "与", "及", "方面", "以上", "还需", "需")
_CLOSED = ("“”", "（）", "()", "《》", "‘’")
_HAVING = ("有", "共有", "拥有", "现有", "已有", "设有", "建有")
_LOOSE_UNITS = ("个", "项", "件", "份", "次", "条")
_COMPARED = ("同比", "环比", "较", "比")
_PHASE = re.compile("(?:一|二|三|首|四)期")
_DESCRIBED = re.compile(r"[一-鿿A-Z0-9“”]{2,10}的[一-鿿A-Z0-9“”]{2,8}$")


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures, and what a figure of change behind it would refer to; `form` tells how it was read.

    `falls` tells that the figure is given as a fall of what `name` calls growth: 同比下降6% is a growth of -6.
    `unit` is that of the figure.
    """

    name: str
    base: str
    form: str
    counted: bool = False
    falls: bool = False
    unit: str = ""


def read_indicator(lead: Lead, tail: Tail, quantity: QuantityMention, last: Indicator | None) -> Indicator | None:
    """What a figure measures, None if its words do not say; `last` is what the figure before it measured."""
    found = _read_indicator(lead, tail, quantity, last)
    if found is None or found.name in figure_rules().tables["general"].words:
        return None
    return replace(found, unit=quantity.quantity.unit)


def _read_indicator(lead: Lead, tail: Tail, quantity: QuantityMention, last: Indicator | None) -> Indicator | None:
    rules = figure_rules()
    if lead.verb and phrase_of(lead.verb).ending("barred_verbs"):
        return None
    if (
        not lead.what
        and not lead.verb
        and lead.trigger in ("为", "向")
        and tail.noun
        and (tail.rest.startswith("提供") or phrase_of(tail.rest).opening("done_for"))
    ):
        return Indicator(f"服务{tail.noun}", f"服务{tail.noun}", "served", True)
    if lead.form == "start" and not lead.what and tail.noun[:1].isalnum() and tail.rest.startswith(("组成", "构成")):
        return Indicator(tail.noun, tail.noun, "noun", True)
    if lead.form == "level" and tail.noun:
        lead = _with_late_verb(lead)
    if lead.form == "change" and not lead.what and (tail.possessive or tail.noun):
        lead = Lead("verb", "", verb=lead.how)
    counts = quantity.kind in ("classifier", "people", "vehicle_trips")
    if lead.form == "change":
        return _change(lead, quantity, last)
    if lead.form == "share":
        return _share(lead, quantity, last)
    if tail.possessive and tail.noun in rules.tables["empty"].words and lead.form == "level":
        tail = Tail("", "", possessive=False)  # 保持在60%的水平
    if tail.possessive:
        return _owned(lead, tail, last)
    if counts and "的" in tail.noun and quantity.quantity.unit not in _LOOSE_UNITS:
        return None  # 32座铁塔的保障任务: what is counted are the towers
    people = quantity.kind == "people" or quantity.quantity.unit in ("名", "位")
    found = (
        _count(lead, tail, quantity.quantity.unit, people=people) if counts else _measure(lead, tail, quantity, last)
    )
    return found if found is not None and nominal(found.name) else None


def _with_late_verb(lead: Lead) -> Lead:
    """海外业务已覆盖, 在大连投放: a verb with what stands before it, which goes into the indicator."""
    phrase = phrase_of(lead.what)
    verb = phrase.ending("verbs")
    if not verb or verb == lead.what:
        return lead
    before = phrase.part(0, len(phrase.text) - len(verb)).without_ending("adverbs")[0].text.removeprefix("在")
    return Lead("verb", "", verb=before + verb) if _may_precede(before) else lead


def _may_precede(words: str) -> bool:
    return len(words) <= _SHORT and (not words or _PHASE.fullmatch(words) is not None or nominal(words))


def _change(lead: Lead, quantity: QuantityMention, last: Indicator | None) -> Indicator | None:
    what = _without_light(lead.what.removesuffix("的"))
    compared = lead.how.startswith(_COMPARED)
    how, falls = _as_growth(lead.how) if compared and quantity.quantity.unit == "%" else (lead.how, False)
    if not what:
        return Indicator(f"{last.base}{how}", last.base, "change", last.counted, falls) if last is not None else None
    if quantity.kind != "ratio" and not (compared or lead.how.startswith("净")):
        return None
    return Indicator(f"{what}{how}", what, "change", falls=falls) if nominal(what) else None


def _as_growth(how: str) -> tuple[str, bool]:
    """同比下降 as 同比增长, and whether that turns the sign of its figure."""
    falling = phrase_of(how).ending("falling")
    return (f"{how.removesuffix(falling)}增长", True) if falling else (how, False)


def _share(lead: Lead, quantity: QuantityMention, last: Indicator | None) -> Indicator | None:
    if quantity.kind != "ratio":
        return None
    what = lead.what or (last.base if last is not None else "")
    name = f"{what}{lead.how}"
    if not nominal(lead.how.removeprefix("占")):
        return None
    return Indicator(name, what, "share") if what and nominal(what) and len(name) <= _LONGEST + 8 else None


def _owned(lead: Lead, tail: Tail, last: Indicator | None) -> Indicator | None:
    """实现10%的提升, 减少50%的处置时间, 以13%的份额: the figure belongs to the noun behind 的."""
    rules = figure_rules()
    if not tail.noun or (not rules.expressions["heads"].search(tail.noun) and not _gain(tail.noun)):
        return None
    if _gain(tail.noun):
        what = _without_light(lead.what) or (last.base if last is not None and not lead.verb else "")
        return Indicator(f"{what}{tail.noun}", what, "change") if what and nominal(what) else None
    light = rules.tables["light"].words
    verb = lead.verb or lead.trigger
    if lead.form == "verb" and verb in rules.tables["giving"].words:
        middle = lead.what if verb not in light else _joined(lead.what)
        name = f"{'' if verb in light else verb}{middle}{tail.noun}"
    elif lead.form == "level" and lead.trigger in light:
        name = f"{lead.what}{tail.noun}"
    else:
        return None
    return Indicator(name, name, "owned") if nominal(name) else None


def _joined(words: str) -> str:
    return words if words == "" or nominal(words) else ""


def _gain(noun: str) -> bool:
    return bool(figure_rules().expressions["gains"].match(noun))


def _count(lead: Lead, tail: Tail, unit: str, *, people: bool) -> Indicator | None:
    """What a figure with a classifier counts: the noun behind it, or the one before it."""
    trigger = lead.verb if lead.form == "verb" and not lead.what else lead.trigger
    causing = trigger in figure_rules().tables["causing"].words and (not people or trigger in _HAVING)
    bare = lead == Lead("level", "")
    rest = tail.rest
    if tail.noun:
        if rest:
            found = _with_predicate(rest, tail.noun) if not tail.cut and ((causing and not lead.what) or bare) else None
            return Indicator(tail.noun, tail.noun, "noun", True) if bare and found is None else found
        if lead.form == "verb" and (not lead.what or len(lead.what) <= 8):
            before = "" if lead.verb in figure_rules().tables["light"].words else lead.verb
            name = f"{before}{lead.what}{tail.noun}"
            return Indicator(name, name, "count", True)
        having = lead.trigger.endswith("有")
        if lead.form == "level" and not lead.what and (having or not lead.trigger):
            return Indicator(tail.noun, tail.noun, "count" if having else "noun", True)
        return None
    if rest:
        if _DESCRIBED.match(rest) and lead.form == "level" and not lead.what:
            return Indicator(rest, rest, "predicate", True)
        return _with_predicate(rest, lead.what) if lead.form == "level" and lead.what and causing else None
    if lead.form == "verb" and lead.what:
        name = _without_light(f"{lead.verb}{lead.what}")
        return Indicator(name, name, "count", True)
    if lead.form == "verb" and unit in _LOOSE_UNITS and lead.verb in figure_rules().tables["works"].words:
        return Indicator(lead.verb, lead.verb, "count", True)
    return Indicator(lead.what, lead.what, "level", True) if lead.form == "level" and lead.what else None


def _with_predicate(rest: str, noun: str) -> Indicator | None:
    """有5家企业获评…: what is counted are the 获评…的企业."""
    phrase = phrase_of(rest).without_opening("adverbs")
    if not phrase.tags or not phrase.tags[0][1].startswith("v") or not 2 <= len(phrase.text) <= 12:
        return None
    name = f"{phrase.text.replace('了', '')}的{noun}"
    return Indicator(name, name, "predicate", True) if nominal(noun) else None


def _measure(lead: Lead, tail: Tail, quantity: QuantityMention, last: Indicator | None) -> Indicator | None:
    """What a sum, an area, a rate is a figure of: the noun before it, or the one that it is paid for."""
    rules = figure_rules()
    heads, rest = rules.expressions["heads"], tail.rest
    if tail.noun:
        if rest or lead.form != "verb" or quantity.kind == "ratio":
            return None
        name = _without_light(f"{lead.verb}{lead.what}{tail.noun}")
        return Indicator(name, name, "count")
    if lead.form == "level":
        if (
            last is not None
            and rules.expressions["elliptic"].match(lead.what)
            and (last.counted or quantity.kind == "ratio")
        ):
            return Indicator(f"{last.base}{lead.what}", last.base, "level")
        if quantity.kind == "ratio" and not rules.expressions["rates"].search(lead.what):
            return None
        if not heads.search(lead.what) and not phrase_of(lead.what).ending("gerunds"):
            return _part(lead.what, quantity, last)
        return Indicator(lead.what, lead.what, "level")
    if rest:
        return None
    return _done(lead, quantity)


def _part(what: str, quantity: QuantityMention, last: Indicator | None) -> Indicator | None:
    """销售组件5吨，其中铝箔2吨: a noun whose figure has the unit of the one before is a part of what that measured."""
    if last is None or not what or last.unit != quantity.quantity.unit or quantity.kind in ("ratio", "money"):
        return None
    return Indicator(f"{last.base}（{what}）", last.base, "part")


def _done(lead: Lead, quantity: QuantityMention) -> Indicator | None:
    """完成投资5亿元, 年发电4亿千瓦时: a verb with its object, or one that measures by itself."""
    rules = figure_rules()
    name = _without_light(f"{lead.verb}{lead.what}")
    whole = phrase_of(name)
    measured = bool(rules.expressions["heads"].search(name)) or bool(whole.ending("gerunds"))
    if quantity.kind == "ratio" and not rules.expressions["rates"].search(name) and lead.verb != "完成":
        return None
    if quantity.kind in ("money", "ratio") and not measured and not lead.what:
        return None
    return Indicator(name, name, "done") if measured or len(lead.what) >= 2 else None


def _without_light(name: str) -> str:
    """实现营业收入 is 营业收入; 拥有企业 stays."""
    phrase = phrase_of(name)
    verb = phrase.opening("light")
    if verb and verb != name and figure_rules().expressions["heads"].search(name):
        return name[len(verb) :].removeprefix("了")
    return name


def nominal(name: str) -> bool:
    """Whether words can name something: no broken quotation, no preposition or pronoun, no other figure."""
    if not 2 <= len(name) <= _LONGEST or _FIGURE.search(name) or any(mark in name for mark in "，：；。！？\n"):
        return False
    if any(name.count(pair[0]) != name.count(pair[1]) for pair in _CLOSED):
        return False
    tags = phrase_of(name).tags
    first, last = tags[0], tags[-1]
    # The segmenter cuts 占比 as 占|比, a preposition.
    measure = figure_rules().expressions["heads"].search(name) is not None
    if first[1].startswith("c") or first[0] in _HANGING or last[0] in (*_HANGING, "拥有"):
        return False
    if not measure and last[1].startswith(("d", "c", "p", "f")) and last[0] != "人次":
        return False
    inner = tags[:-1] if measure else tags
    return not any(_is_loose(*word, after) for word, (_, after) in zip(inner, (*tags[1:], ("", "")), strict=False))


def _is_loose(word: str, tag: str, after: str) -> bool:
    """Whether a word belongs to no name of a measure; 在 does before a verb, whose tag is `after` (在营门店)."""
    if word in _DISPOSING:
        return True
    return tag in _LOOSE and word not in _LOOSE_WELCOME and not (word == "在" and after.startswith("v"))
