"""What a figure measures: 营业收入 in 营业收入达5亿元, 引进企业 in 引进5家企业, 产值增长 in 产值增长6%."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extractor.mentions.quantities import QuantityMention
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.measures.counts import read_count
from kg.extractor.relations.figures.measures.lead_and_tail import Lead, Tail
from kg.extractor.relations.figures.measures.measure_names import (
    EFFECT,
    LONGEST,
    STANDING,
    Indicator,
    is_object,
    nominal,
    without_light,
)
from kg.extractor.relations.figures.measures.noun_behind import read_noun_behind
from kg.extractor.relations.figures.phrases import phrase_of

# What stands before a verb (海外业务已覆盖), and of what a share is, go into the indicator up to this length.
_SHORT: Final = 6
# What some of the counted do is told up to this length.
_BRIEF: Final = 12
# By these things are measured that somebody has or makes.
_SIZES: Final = ("area", "length", "volume", "mass", "power", "energy", "people", "classifier")
# What there is so much of is named behind them.
_AMOUNTS: Final = ("mass", "volume", "energy")
_NEW: Final = "新增"
_ISSUE: Final = "发行股份数量"
# 为甲、乙等5家企业, 为园区内5户企业.
_FOR: Final = re.compile("[为向给](?:[^，；：]{1,24}(?:等|内|的)|当地|本地|周边|附近|全[国省市球县区]|国内外?|海内外)")
# 为1.5万人提供了就业机会: what is given to so many.
_OFFERED: Final = re.compile("提供了?(?P<what>[^，。；、的]{0,6}(?:就业|实习|工作|培训)(?:机会|岗位)?)$")
# 80%都是工程师, 九成以上为本地企业.
_KIND: Final = re.compile("(?:都|均|全)?[是为](?P<kind>[一-鿿A-Za-z0-9]{2,12})$")
_PHASE: Final = re.compile("(?:一|二|三|首|四)期")
_BRACKETED: Final = re.compile("[（(][^（()）]*[)）]$")


def read_indicator(
    lead: Lead, tail: Tail, quantity: QuantityMention, last: Indicator | None, *, owned: bool = False
) -> Indicator | None:
    """What a figure measures, None if its words do not say.

    `last` is what the figure before it measured; `owned` tells that its own clause says whose it is.
    """
    found = _issue(quantity) or _read_indicator(lead, tail, quantity, last, owned=owned)
    if found is not None and found.name in figure_rules().tables["general"].words and not _is_of_place(found, quantity):
        found = _some(found.name, last) if found.counted else None
    if found is None:
        return None
    return replace(found, unit=quantity.quantity.unit)


def _is_compared(how: str) -> bool:
    """Whether a change is told with what it compares with, or in all: 同比|增长, 净|增长."""
    return how.startswith("净") or figure_rules().expressions["compared_with"].match(how) is not None


def _is_of_place(found: Indicator, quantity: QuantityMention) -> bool:
    """面积120平方公里: whether a figure tells how large a place is, of which 面积 says enough."""
    tables = figure_rules().tables
    return found.name in tables["of_place"].words and quantity.quantity.unit in tables["of_place_units"].words


def _read_indicator(
    lead: Lead, tail: Tail, quantity: QuantityMention, last: Indicator | None, *, owned: bool
) -> Indicator | None:
    rules = figure_rules()
    if lead.verb and phrase_of(lead.verb).ending("barred_verbs"):
        return None
    if not tail.noun and not lead.what and lead.trigger == "为" and (offered := _OFFERED.match(tail.rest)):
        name = f"提供{offered['what']}人数"
        return Indicator(name, name, "served", counted=True) if quantity.kind == "people" else None
    if tail.noun and not lead.verb and _is_served(lead, tail):
        return Indicator(f"服务{tail.noun}", f"服务{tail.noun}", "served", counted=True)
    if lead.form == "start" and not lead.what and tail.noun[:1].isalnum() and tail.rest.startswith(("组成", "构成")):
        return Indicator(tail.noun, tail.noun, "noun", counted=True)
    if quantity.kind == "ratio" and lead.form == "level" and (kind := _KIND.match(tail.rest)) and not tail.noun:
        return _of_kind(lead.what, kind["kind"])
    if lead.form == "level" and tail.noun:
        lead = _with_late_verb(lead)
    if lead.form == "change" and not lead.what and (tail.possessive or tail.noun):
        lead = Lead("verb", "", verb=lead.how)
    counts = quantity.kind in ("classifier", "people", "vehicle_trips")
    if lead.form == "level" and tail.noun in rules.tables["empty"].words:
        tail = Tail("", tail.rest, possessive=False)  # 突破千亿元大关
    if last is not None and last.form == "share" and lead.form == "level" and quantity.kind == "ratio":
        lead = _another_share(lead)
    if lead.form == "change":
        return _change(lead, quantity, last)
    if lead.form == "share":
        return _share(lead, quantity, last, owned=owned)
    if tail.possessive and tail.noun in rules.tables["empty"].words and lead.form == "level":
        tail = Tail("", "", possessive=False)  # 保持在60%的水平
    if tail.possessive:
        portion = _portion(lead, tail) if quantity.kind == "ratio" else _sized(lead, tail, quantity)
        return read_noun_behind(lead, tail, last) or portion
    if counts and "的" in tail.noun and quantity.quantity.unit not in rules.tables["loose_units"].words:
        return None  # 32座铁塔的保障任务: what is counted are the towers
    people = quantity.kind == "people" or quantity.quantity.unit in ("名", "位")
    found = (
        read_count(lead, tail, quantity.quantity.unit, people=people)
        if counts
        else _measure(lead, tail, quantity, last)
    )
    return found if found is not None and nominal(found.name) else None


def _issue(quantity: QuantityMention) -> Indicator | None:
    """发行500万股: how many shares are issued; to read those that somebody holds is barred before."""
    return Indicator(_ISSUE, _ISSUE, "level") if quantity.kind == "shares" else None


def _another_share(lead: Lead) -> Lead:
    """占全国的9%、全省的36%: what is a share of another whole."""
    whole = figure_rules().expressions["wholes"].match(lead.what)
    return Lead("share", "", how=f"占{lead.what}比重") if whole else lead


def _portion(lead: Lead, tail: Tail) -> Indicator | None:
    """全市70%的行政村开通宽带: which share of them does something."""
    noun, said = "", ""
    for word, tag in phrase_of(tail.noun).tags:
        if said or (noun and tag == "v"):
            said += word
        else:
            noun += word
    if lead.form != "level" or lead.what or lead.trigger or not nominal(noun) or not 3 <= len(said) <= _BRIEF:
        return None
    return Indicator(f"{said}的{noun}占比", noun, "share")


def _sized(lead: Lead, tail: Tail, quantity: QuantityMention) -> Indicator | None:
    """建有1000平方米的展厅, 建设20公里的绿道: how large a thing is that somebody has or makes."""
    verb = phrase_of(lead.verb).ending("verbs") if lead.form == "verb" else ""
    if not verb or lead.what or quantity.kind not in _SIZES or phrase_of(tail.noun).opening("verbs"):
        return None
    name = f"{lead.verb}{tail.noun}"
    return Indicator(name, name, "owned") if nominal(name) else None


def _of_kind(whole: str, kind: str) -> Indicator | None:
    """员工80%是工程师: which share of a whole is of a kind."""
    if len(whole) > _SHORT or not nominal(kind):
        return None
    return Indicator(f"{kind}占{whole}比重" if whole else f"{kind}占比", whole, "share")


def _is_served(lead: Lead, tail: Tail) -> bool:
    """为8家企业提供服务, 为园区内的5户企业递送报告: whether what is counted are those that something is done for."""
    done = tail.rest.startswith("提供") or bool(phrase_of(tail.rest).opening("done_for"))
    if not lead.what:
        return lead.trigger in ("为", "向") and done
    listed = _FOR.fullmatch(lead.what) is not None and not lead.trigger
    return listed and (done or phrase_of(tail.rest).opening("verbs") != "")


def _with_late_verb(lead: Lead) -> Lead:
    """海外业务已覆盖, 在大连投放: a verb with what stands before it, which goes into the indicator."""
    phrase = phrase_of(figure_rules().expressions["reaches"].sub("", lead.what))
    verb = phrase.ending("verbs")
    if not verb or verb == lead.what:
        return lead
    before = phrase.part(0, len(phrase.text) - len(verb)).without_ending("adverbs", "manner")[0].text
    if not STANDING.match(before):
        before = figure_rules().expressions["circumstance"].sub("", before).removeprefix("在")
    return Lead("verb", "", verb=before + verb) if _may_precede(before) else lead


def _may_precede(words: str) -> bool:
    return len(words) <= _SHORT and (not words or _PHASE.fullmatch(words) is not None or nominal(words))


def _change(lead: Lead, quantity: QuantityMention, last: Indicator | None) -> Indicator | None:
    what = without_light(lead.what.removesuffix("的"))
    if not what and last is not None:
        points = last.form == "share" and quantity.quantity.unit.endswith("百分点")
        return Indicator(f"{last.name if points else last.base}{lead.how}", last.base, "change", counted=last.counted)
    if not what:
        return None
    if quantity.kind != "ratio" and not _is_compared(lead.how):
        return None
    return Indicator(f"{what}{lead.how}", what, "change") if nominal(what) else None


def _share(lead: Lead, quantity: QuantityMention, last: Indicator | None, *, owned: bool) -> Indicator | None:
    if quantity.kind != "ratio":
        return None
    what = lead.what or (last.base if last is not None else "")
    name = f"{what}{lead.how}"
    if not what and owned:
        what = lead.how  # 江城集团占全国销量的60%
    if not nominal(lead.how.removeprefix("占")):
        return None
    return Indicator(name, what, "share") if what and nominal(what) and len(name) <= LONGEST + 8 else None


def _measure(lead: Lead, tail: Tail, quantity: QuantityMention, last: Indicator | None) -> Indicator | None:
    """What a sum, an area, a rate is a figure of: the noun before it, or the one that it is paid for."""
    rules = figure_rules()
    heads, rest = rules.expressions["heads"], tail.rest
    if tail.noun and not rest and lead.form == "level" and quantity.kind in _AMOUNTS and heads.search(lead.what):
        name = f"{tail.noun}{lead.what}"  # 年产量5吨鸡蛋
        return Indicator(name, name, "level")
    if tail.noun:
        noun = f"{tail.noun}{rest}" if rest and is_object(rest) else tail.noun
        if (rest and noun == tail.noun) or lead.form != "verb" or quantity.kind == "ratio":
            return None
        name = without_light(f"{lead.verb}{lead.what}{noun}")
        return Indicator(name, name, "count")
    if lead.form == "level":
        if len(lead.what) > LONGEST or not nominal(lead.what):
            lead = replace(lead, what=phrase_of(_BRACKETED.sub("", lead.what)).ending("whole") or lead.what)
        if (
            last is not None
            and rules.expressions["elliptic"].match(lead.what)
            and (last.counted or quantity.kind == "ratio")
        ):
            return Indicator(f"{last.base}{lead.what}", last.base, "level")
        if (
            last is not None
            and last.form == "change"
            and quantity.kind != "ratio"
            and lead.what in figure_rules().tables["in_total"].words
        ):
            return Indicator(last.base, last.base, "level")  # 产值增长5%，总量达3亿元
        if quantity.kind == "ratio" and not rules.expressions["rates"].search(lead.what):
            return _occupied(lead)
        if last is not None and EFFECT.match(lead.what):
            return Indicator(f"{last.base}{lead.what}", last.base, "level")  # 收入5亿元，对增长的贡献率达30%
        if not heads.search(lead.what) and not phrase_of(lead.what).ending("gerunds"):
            return _part(lead.what, quantity, last)
        return Indicator(lead.what, lead.what, "level")
    return _done(lead, quantity) if not rest or figure_rules().expressions["meant_for"].match(rest) else None


def _occupied(lead: Lead) -> Indicator | None:
    """民营企业占七成: which share of those told of is of a kind."""
    if lead.trigger != "占" or not 2 <= len(lead.what) <= _BRIEF:
        return None
    return Indicator(f"{lead.what}占比", lead.what, "share")


def _part(what: str, quantity: QuantityMention, last: Indicator | None) -> Indicator | None:
    """销售组件5吨，其中铝箔2吨: a noun whose figure has the unit of the one before is a part of what that measured."""
    if last is None or not what or last.unit != quantity.quantity.unit or quantity.kind in ("ratio", "money"):
        return None
    return Indicator(f"{last.base}（{what}）", last.base, "part")


def _some(noun: str, last: Indicator | None) -> Indicator | None:
    """市场主体6万户，其中企业2万户: a noun that says too little alone is some of what was counted before."""
    if last is None or not last.counted:
        return None
    if noun in figure_rules().tables["totals"].words:  # 新增企业3家，总数70家
        return Indicator(f"{last.base.removeprefix(_NEW)}{noun}", last.base, "level", counted=True)
    return Indicator(f"{last.base}（{noun}）", last.base, "part", counted=True)


def _done(lead: Lead, quantity: QuantityMention) -> Indicator | None:
    """完成投资5亿元, 年发电4亿千瓦时: a verb with its object, or one that measures by itself."""
    rules = figure_rules()
    name = without_light(f"{lead.verb}{lead.what}")
    whole = phrase_of(name)
    measured = bool(rules.expressions["heads"].search(name)) or bool(whole.ending("gerunds"))
    if quantity.kind == "ratio" and not rules.expressions["rates"].search(name) and lead.verb != "完成":
        return None
    if quantity.kind in ("money", "ratio") and not measured and not lead.what:
        return None
    return Indicator(name, name, "done") if measured or len(lead.what) >= 2 else None
