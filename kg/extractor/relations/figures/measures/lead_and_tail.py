"""The words before and behind a figure, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.allocation import quickly_made
from kg.extractor.conjunctions import JOINTS
from kg.extractor.relations.coding import BRACKETED
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.measures.measure_names import STANDING
from kg.extractor.relations.figures.phrases import Phrase, phrase_of

_MARKS: Final = " ，、：:；。！？!?,;…\n"
_BRACKETED: Final = re.compile(f"^{BRACKETED}")
_SPLIT: Final = re.compile(r"[，,：:；。！？!?;…\n（(]")
_ENDS: Final = re.compile(r"[、，,：:；。！？!?;…\n（(]")
# What a noun behind a figure is made of, by the first letters of the tags.
_NOUNS: Final = ("n", "vn", "j", "l", "i", "eng", "x", "an", "s", "t", "b", "a", "f", "q", "h", "k", "g", "z")
_LINKS: Final = (*JOINTS, "暨")
# Behind it the next thing that is done is told: 新建电站5座并完成改造.
_AND: Final = re.compile("并(?![网购入列联发])")
# The verb that may run on with the noun before it where words are cut: 营|收为, 营收达.
_RUN_ON: Final = ("为", "达", "超", "近")
# Between a verb and its object: 建成了, 分布于.
_OBJECT_MARKS: Final = ("了", "于")
# What ends so only brings in by what or of whom something is done: 拟以5亿元投建….
_CASES: Final = ("以", "将", "把", "被", "由", "向", "对")
# Behind a verb these say that it is done: 评选出32个项目.
_RESULTS: Final = ("出", "到", "得", "起")
# These say too little alone, but enough with the word that it is in all: 累计投资5亿元.
_SPENDING: Final = ("投资", "投入")
_IN_ALL: Final = "累计"
# Between a change and how high it makes the measure: 同比下降5%至3亿元.
_TO: Final = ("至", "到", "为", "达")
# A sign or dash between a noun and its figure.
_DASHES: Final = "-－—–+＋"


@quickly_made
@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a figure, taken apart.

    `form` is `level` (产值达到), `verb` (引进企业), `change` (产值增长), `share` (占产值比重) or `start` (从, before
    the first of two figures). `what` is the noun, `verb` the verb of a `verb`, `how` the words of change or share, and
    `trigger` what stood between noun and figure.
    """

    form: str
    what: str
    verb: str = ""
    how: str = ""
    trigger: str = ""


@quickly_made
@dataclass(frozen=True, slots=True)
class Tail:
    """The words behind a figure: the noun that it counts, what is said of that, and whether 的 stands before it.

    `cut` tells that another figure ends them.
    """

    noun: str
    rest: str
    possessive: bool
    cut: bool = False


def _bare(words: str) -> str:
    """The words before a figure without brackets, and without when and where it was that their beginning tells."""
    words = _closed(_BRACKETED.sub("", words.strip(_MARKS)))
    words = words.strip(_MARKS).rstrip(_DASHES)
    for opening in ("spell", "ready", "told_before"):
        words = figure_rules().expressions[opening].sub("", words)
    return words


def read_lead(words: str) -> Lead:
    """Take apart the words before a figure; names and times stand in them as words or not at all."""
    words = _bare(words)
    phrase = _opened(words)
    if done_for := figure_rules().expressions["done_for"].match(phrase.text):
        phrase = phrase_of((done_for["often"] or "") + done_for["done"])
    if begins := figure_rules().expressions["from"].search(phrase.text):
        return Lead("start", phrase.part(0, begins.start()).without_ending("adverbs")[0].text)
    phrase = phrase_of(figure_rules().expressions["now"].sub("", phrase.text))
    if phrase.text == "以" or (not phrase.text and words in _TO):
        return Lead("level", "", trigger=phrase.text or words)
    core, trigger = phrase.without_ending("reached", "adverbs")
    trigger = trigger.removesuffix("了")
    if not core.text and trigger[-2:] in figure_rules().tables["doing"].words:
        return Lead("verb", "", verb=trigger[-2:], trigger=trigger)
    change = core.ending("change")
    if not change and figure_rules().expressions["than"].search(core.text[:-1]):
        change = core.ending("more")  # 比原计划多 is a change, 很多 is none
    bare = core.part(0, len(core.text) - len(change)).without_ending("adverbs")[0].text if change else core.text
    compared = figure_rules().expressions["than"].search(bare.removesuffix("新增"))
    if change or (compared and core.text.endswith("新增")):
        return _changed(core, change or "新增", compared)
    if (share := _share(core)) is not None:
        return share
    if core.text.endswith("等") and (listing := _before_list(core)):
        return Lead("verb", "", verb=listing, trigger=trigger)
    if (verb := _verb(core)) and not _is_sum(core, verb):
        behind = core.part(len(verb), len(core.text))
        done = behind.tags[:1] != () and behind.tags[0][0] in (*_OBJECT_MARKS, *_RESULTS)
        what = behind.text[1:] if done or behind.text[:1] in _OBJECT_MARKS else behind.text
        verb = _without_adverbs(verb)
        if not what and verb in _SPENDING and _IN_ALL in words:
            verb = f"{_IN_ALL}{verb}"
        return Lead("verb", what, verb=verb, trigger=trigger)
    core = core.without_ending("compared")[0] if trigger else core  # 支出同比增长至: the figure is the level
    what, last = core.text[:-1], core.text[-1:]
    if last in _RUN_ON and figure_rules().expressions["heads"].search(what):
        return Lead("level", what, trigger=last)
    return Lead("level", _without_inner(core).removesuffix("的"), trigger=trigger)


def _opened(words: str) -> Phrase:
    """Words without what only opens a clause, but with the 在 of 在轨卫星, 在华工厂."""
    phrase = phrase_of(words)
    bare = phrase.without_opening("opening", "firm_words")
    cut = len(words) - len(bare.text)
    if words.startswith("在", cut - 1, cut) and STANDING.match(words, cut - 1):
        return phrase.part(cut - 1, len(words))
    return bare


def _without_inner(phrase: Phrase) -> str:
    """私有云目前占比 without 目前: what only says when, and how many in all, stands between the words of a measure."""
    inner, last = figure_rules().tables["inner"].words, len(phrase.tags) - 1
    return "".join(w for i, (w, _) in enumerate(phrase.tags) if not (0 < i < last and w in inner))


def _is_sum(core: Phrase, verb: str) -> bool:
    """Whether a verb only says of which sum the figure is (融资总额), not what somebody does (减少排放量)."""
    rules = figure_rules()
    doing = verb in rules.tables["light"].words or verb in rules.tables["giving"].words
    return not doing and verb == core.opening("verbs") and rules.expressions["sums"].search(core.text) is not None


def _share(core: Phrase) -> Lead | None:
    """占总收入的比重; 占 is a word of its own there, as it is not in 占地面积."""
    if within := figure_rules().expressions["share_in"].match(core.text):  # 出口在收入中的比例
        return Lead("share", within["what"], how=f"占{within['whole']}比重")
    share = figure_rules().expressions["share"].match(core.text)
    if share is None or share["what"].endswith("应"):
        return None
    start = share.end("what")
    if start not in core.borders or not core.borders & {start + 1, share.start("whole")}:
        return None
    what = phrase_of(share["what"]).without_ending("adverbs")[0].text
    return Lead("share", what, how=f"占{share['whole']}{'份额' if share['kind'] == '份额' else '比重'}")


def _changed(core: Phrase, change: str, compared: re.Match[str] | None) -> Lead:
    if compared:
        return Lead("change", core.text[: compared.start()].strip("，、"), how=compared[0] + change)
    rest, _ = core.part(0, len(core.text) - len(change)).without_ending("adverbs")
    bare, than = rest.without_ending("compared", "adverbs")
    return Lead("change", bare.text, how=than.replace("：", "") + change)


def _without_adverbs(verb: str) -> str:
    """每年预计可降低 without 预计可: how often it is done stays, how sure it is goes."""
    rules, phrase = figure_rules().tables, phrase_of(verb)
    said = rules["adverbs"].words - rules["often"].words | rules["may"].words
    kept = [word for word, _ in phrase.tags[:-1] if word not in said]
    return "".join(kept) + phrase.tags[-1][0]


def _before_list(phrase: Phrase) -> str:
    """The verb in front of a list that 等 closes (设立甲、乙等10个分公司), "" if there is none."""
    position = 0
    for word, _ in phrase.tags:
        if word in ("、", "和", "《", "“"):
            break
        position += len(word)
        if verb := phrase.part(0, position).ending("verbs"):
            return verb
    return ""


def _verb(phrase: Phrase) -> str:
    """The verb that a phrase opens with, and how often it is done, "" if it opens with a noun."""
    bare = phrase.without_opening("often", "adverbs", "manner")
    before = phrase.text[: len(phrase.text) - len(bare.text)]
    listed = bare.opening("verbs")
    if listed:
        return before + listed
    word, tag = bare.tags[0] if bare.tags else ("", "")
    if tag != "v" or len(word) <= 1 or word.endswith(_CASES) or word in figure_rules().tables["gerunds"].words:
        return ""
    return before + word


def read_tail(words: str) -> Tail:
    """Take apart the words behind a figure, up to the end of its clause."""
    words = words.lstrip(" ")
    possessive = words.startswith("的")
    phrase = phrase_of(words.removeprefix("的"))
    if possessive:
        return Tail(_closed(_ENDS.split(phrase.text)[0]), "", possessive)
    taken, position, depth = 0, 0, 0
    for (word, tag), (_, after) in zip(phrase.tags, (*phrase.tags[1:], ("", "")), strict=False):
        depth += word.count("“") - word.count("”")
        if depth < 0 and not taken:
            break  # …达4亿元”: what was quoted ends here
        if depth or word == "”":
            position += len(word)
            taken = position
            continue
        if word == " " and _is_spacing(phrase.text, position):
            position += 1
            continue
        if word[0] in _MARKS or word in "（(":
            break
        if taken and after.startswith("v") and word in figure_rules().tables["manner"].words:
            break  # 5个项目全面开工
        if word == "的" and taken:
            position += 1
            continue
        if not _belongs(word, tag, phrase, position, taken):
            break
        position += len(word)
        taken = position
    noun = phrase.text[:taken]
    for link in (*_LINKS, "中", "+"):
        noun = noun.removesuffix(link)
    rest = _SPLIT.split(_BRACKETED.sub("", phrase.text[len(noun) :]).lstrip("”"))[0].strip()
    return Tail(_closed(noun), "" if rest.startswith(_LINKS) or _AND.match(rest) else rest, possessive)


def _is_spacing(text: str, position: int) -> bool:
    """Whether a space only sets Latin letters apart: 900M 5G 基站."""
    around = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    return any(one.isascii() and one.isalnum() for one in around)


def _closed(words: str) -> str:
    """Words without a quotation mark at their ends whose fellow is not among them, or that only encloses them all."""
    if words.count("“") == words.count("”"):
        inside = words[1:-1]
        return inside if words[:1] == "“" and words[-1:] == "”" and "“" not in inside else words
    return words.strip("“”")


def _belongs(word: str, tag: str, phrase: Phrase, position: int, taken: int) -> bool:
    """Whether a word behind a figure is a part of the noun that the figure counts."""
    if word in ("和", "与", "及", "、"):
        following = phrase.text[position + len(word) : position + len(word) + 1]
        return bool(taken) and word != "、" and bool(following) and not following.isdigit()
    if (tag.startswith("v") and tag != "vn") or word in figure_rules().tables["verbs"].words:
        behind = phrase.text[position + len(word) : position + len(word) + 1]
        return word in figure_rules().tables["modifiers"].words and behind not in _MARKS
    return tag.startswith(_NOUNS) and word not in figure_rules().tables["not_in_noun"].words
