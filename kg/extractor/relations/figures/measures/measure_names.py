"""What can be the name of a measure, and what in its words adds nothing to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.phrases import phrase_of

# How many characters the name of a measure may have, and the noun that says of what sort listed things are.
LONGEST: Final = 28
_KIND: Final = 2
# What a noun can be made of, by the first letters of the tags.
_IN_NOUN: Final = ("n", "v", "b", "m", "j", "l", "a", "eng", "q", "k", "h", "z")
# Another figure in the indicator shows that it was cut wrongly; 5G is none.
_FIGURE: Final = re.compile(r"(?<![A-Za-z0-9])\d+(?:\.\d+)?(?![A-Za-z0-9大])")
# 10亿元以上项目: of which size they are that are counted.
_CRITERION: Final = re.compile(
    r"\d+(?:\.\d+)?[万亿]?[元吨亩户家人台件米瓦平方公里千岁年级]{1,4}(?:及以上|以上|以下|以内)|\d+(?:[千兆吉]?瓦|[kM]?W|千伏|kV|KV|纳米|英寸)"
)
# With these, and with the short names of places, 在 makes one word: 在轨卫星数量, 在华工厂.
STANDING: Final = re.compile(
    "在(?:[轨校线建岗册库途产研售读编役谈手用保籍]|营(?![收业])|"
    "[华湘鄂粤沪皖鲁赣闽滇黔渝冀豫](?![东西南北中章园剧语菜])|京(?![东杭津])|浙(?!江)|桂(?!林))"
)
# Words of these tags belong to no name of a measure.
_LOOSE: Final = frozenset(["p", "r", "y", "e", "o", "u", "uj", "ul", "uz", "ud", "ug"])
# What something gives to another thing is measured with the name of that: 对经济增长贡献率.
EFFECT: Final = re.compile("对(?=[^，]{2,}(?:贡献|贡献率|拉动|依存度)$)")
_CLOSED: Final = ("“”", "（）", "()", "《》", "‘’")


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures, and what a figure of change behind it would refer to.

    `form` tells how it was read: as a `level` (产值达5亿元), a `change` (增长6%), a `share` (占全省9%) or a `part`
    (其中铝箔2吨) of something, as `owned` (50%的处置时间) or `done` (完成投资5亿元), as what is counted, which is the
    object of a verb (`count`, 引进5家企业; `deed`, 配备12台车驻守), those for whom it is done (`served`), what some do
    (`predicate`, 5家企业获评) or a mere `noun`, or as a figure of another time (`SERIES`, `EARLIER`).

    `unit` is that of the figure.
    """

    name: str
    base: str
    form: str
    counted: bool = False
    unit: str = ""


def without_light(name: str) -> str:
    """实现营业收入 is 营业收入; 拥有企业 stays."""
    phrase = phrase_of(name)
    verb = phrase.opening("light")
    if verb and verb != name and figure_rules().expressions["heads"].search(name):
        return name[len(verb) :].removeprefix("了")
    return name


def nominal(name: str) -> bool:
    """Whether words can name something: no broken quotation, no preposition or pronoun, no other figure."""
    if not 2 <= len(name) <= LONGEST or any(mark in name for mark in "，：；。！？\n"):
        return False
    if _FIGURE.search(_CRITERION.sub("", name)):
        return False
    if any(name.count(pair[0]) != name.count(pair[1]) for pair in _CLOSED):
        return False
    tags = phrase_of(EFFECT.sub("", name.removeprefix("在") if STANDING.match(name) else name)).tags
    first, last, hanging = tags[0], tags[-1], figure_rules().tables["hanging"].words
    # The segmenter cuts 占比 as 占|比, a preposition.
    measure = figure_rules().expressions["heads"].search(name) is not None
    if first[1].startswith("c") or first[0] in hanging or last[0] in hanging or last[0] == "拥有":
        return False  # 拥有企业 is a measure, 企业拥有 is none
    if not measure and last[1].startswith(("d", "c", "p", "f")) and not last[0].endswith("次"):
        return False
    inner = tags[:-1] if measure else tags
    return not any(_is_loose(*word, after) for word, (_, after) in zip(inner, (*tags[1:], ("", "")), strict=False))


def _is_loose(word: str, tag: str, after: str) -> bool:
    """Whether a word belongs to no name of a measure; 在 does before a verb, whose tag is `after` (在营门店)."""
    tables = figure_rules().tables
    if word in tables["never_in_measure"].words:
        return True
    if word == "与":
        return not after.startswith(("n", "v", "j", "l"))
    return tag in _LOOSE and word not in tables["in_measure"].words and not (word == "在" and after.startswith("v"))


def is_noun(words: str) -> bool:
    """Whether words that begin like no noun make one all the same: 千兆光网项目, 升压变流一体机."""
    phrase = phrase_of(words)
    plain = all(tag.startswith(_IN_NOUN) for _, tag in phrase.tags)
    return plain and phrase.tags[-1][1] in ("n", "nz", "vn") and not phrase.opening("verbs") and len(words) <= LONGEST


def shortened(what: str) -> str:
    """What is counted without the examples of it: 甲平台、乙平台等公共平台, or the last of a long list."""
    words = [word for word, _ in phrase_of(what).tags]
    kind = "".join(words[words.index("等") + 1 :]) if "等" in words else ""
    if len(kind) >= _KIND:
        return kind
    return what if len(what) < LONGEST else what.rpartition("、")[2]


def is_object(rest: str) -> bool:
    """Whether what seems to be said of a noun behind a sum is a part of it: 5吨碳|排放, 8吨碳|抵消指标."""
    tags = phrase_of(rest).tags
    heads = figure_rules().expressions["heads"].search(rest)
    return len(tags) <= 3 and (tags[-1][1].startswith(("n", "vn")) or bool(heads))
