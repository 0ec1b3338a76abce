"""Open names by grammar: a head noun (…有限公司, …平台, …产业园) and what stands before it.

The name grows to the left, word by word, until a word that no name contains; a place or a firm inside decides where it
really begins. What is left must tell one thing from another, or it is no name (数字基础设施).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extractor.knowledge import Knowledge, NameRules
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.segmentation import Token, Tokens

_LONGEST = {"Firm": 32, "Project": 30, "Document": 30}
_AFTER_HEAD = "内里中外上下的及和与、，。；：！？等之是将已也在均由为“”（）()《》 \n"
# 平台企业, 工程师, 项目负责制: the head is the modifier of another noun.
_COMPOUND = re.compile(
    r"(?:企业|经济|模式|集成|类|型|化|级|式|商(?!城|贸)|产业(?!园|基地)|行业|领域|市场(?!化)|产品|用户|理念|师|板块|概念|指数|业务|属性|能力|思维|品牌|债|税|费|价|股)"
)
# 一期规划了…, 规划建设…: the word is a verb here.
_VERBAL = re.compile(r"了|建设|面积|用地|总|布局|[“\d]")
_OPEN = {"”": "“", "’": "‘", "）": "（", ")": "(", "】": "【", "」": "「"}
_JOINT = "·•・-－—–+＋"
_SENTENCE_MARKS = re.compile(r"[。！？!?；;，,：:]")
# 江城至河口段: a stretch of road is named by its ends.
_SECTION = re.compile(r"[一-鿿]{2,8}段")
_NO_TOWN = re.compile(r"[城古小市集水竹故家]镇|城乡|[竹水故家之]乡")
_ROAD = re.compile(r"(?:高速公路|高速|铁路|高铁|公路|国道|省道|大道|轨道)$")
_UNIQUE = re.compile(r"(?:首个|首座|首家|最大的?|第一个|唯一的?|位于[^，。；]{2,8}的|坐落于[^，。；]{2,8}的)$")
_STOP_TAGS = ("c", "p", "u", "r", "y", "e", "o", "w")
_CLASSIFIERS = "个家项条座所批种名位次件套辆台只年月日时期届天处款亿万千百多余"
_GENERIC_LEVEL = re.compile(r"^(?:国家|省|市|县|区|地市|自治区|世界)级$")


def find_names(text: str, tokens: Tokens, knowledge: Knowledge, known: Sequence[Candidate]) -> list[Candidate]:
    """Firms, agencies, institutions, zones, projects and plans that no lexicon lists."""
    rules = knowledge.names
    by_end = _by_end(known)
    organisations = {c.end for c in known if c.source == "lexicon" and not _is_place(c)}
    found = []
    for begin, end, head in rules.head_matcher.find(text):
        kind = rules.heads[head]
        if not _head_ends(text, tokens, end) or _COMPOUND.match(text, end):
            continue
        if kind == "Document" and _VERBAL.match(text, end):
            continue
        start = left_border(text, tokens, begin, kind, rules, known)
        if start >= begin and head in rules.bare_zones and tokens.begins(begin):
            found.append(Candidate(begin, end, "Zone", head, "grammar", 2))
            continue
        if start >= begin and not head.startswith("联合"):
            if kind == "Project" and len(head) > 3 and _UNIQUE.search(text[max(0, begin - 14) : begin]):
                found.append(Candidate(begin, end, kind, head, "grammar", 2))
            continue
        if kind == "District" and not _is_town(text, tokens, start, end):
            continue
        if end in organisations and not _opens_with_place(start, begin, by_end):
            continue  # 会见明远集团: the known name is the name
        candidate = _judged(text, tokens, start, begin, end, kind, head, rules, known)
        if candidate is not None:
            found.append(candidate)
    return [*found, *_after_places(text, rules, known)]


def _is_town(text: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the segmenter takes the words for one place (石桥镇) and they are short."""
    last = tokens.items[tokens.index_at(end - 1)]
    if not 3 <= end - start <= 8 or last.end != end or _NO_TOWN.search(text, start, end):
        return False
    if last.start < end - 2:
        return last.tag in ("ns", "nr", "nz", "x") and len(last.word) > 2
    before = tokens.items[tokens.index_at(last.start - 1)]
    return before.tag in ("ns", "nr", "nz", "x") and len(before.word) > 1


def _after_places(text: str, rules: NameRules, known: Sequence[Candidate]) -> list[Candidate]:
    """江城移动: a place and directly after it the short name of a trade that has a firm in every place."""
    found = []
    for place in known:
        if not _is_place(place) or place.source != "lexicon":
            continue
        for head, kind in rules.place_heads.items():
            end = place.end + len(head)
            if text.startswith(head, place.end) and not text.startswith(rules.place_heads_not_before, end):
                found.append(Candidate(place.start, end, kind, text[place.start : end], "grammar", 2))
    return found


def _by_end(known: Sequence[Candidate]) -> dict[int, Candidate]:
    return {c.end: c for c in known if c.source == "lexicon" or (c.source == "weak" and c.kind == "Firm")}


def left_border(text: str, tokens: Tokens, begin: int, kind: str, rules: NameRules, known: Sequence[Candidate]) -> int:
    """Where the name whose head stands at `begin` starts; `begin` itself if nothing before it belongs to the name."""
    by_end = _by_end(known)
    start = _left_border(text, tokens, begin, kind, rules, by_end)
    return _strip(text, tokens, start, begin, kind, rules, by_end)


def _head_ends(text: str, tokens: Tokens, end: int) -> bool:
    return end in tokens.ends or end >= len(text) or text[end] in _AFTER_HEAD


def _left_border(
    text: str, tokens: Tokens, begin: int, kind: str, rules: NameRules, known_by_end: dict[int, Candidate]
) -> int:
    """Where the name with its head at `begin` starts, by the words to the left."""
    position, limit = begin, begin - _LONGEST.get(kind, 26)
    while position > 0:
        if position in known_by_end and known_by_end[position].start >= limit:
            known = known_by_end[position]
            if known.entries and position != known.start:
                position = known.start
                continue
        index = tokens.index_at(position - 1)
        token = tokens.items[index]
        if token.start < limit:
            break
        opened = _bracket(text, token, position, limit)
        if opened is not None:
            if opened < 0:
                break
            position = opened
            continue
        word = token.word if token.end <= position else text[token.start : position]
        if not _may_stand_inside(text, token, word, position, kind, rules):
            break
        position = token.start
    return _from_place(text, tokens, position, begin, known_by_end)


def _bracket(text: str, token: Token, position: int, limit: int) -> int | None:
    """The offset of the opening bracket if a bracketed part ends here, -1 if it cannot belong, None if there is none."""
    mark = text[position - 1]
    if mark not in _OPEN:
        return None
    opening = text.rfind(_OPEN[mark], max(limit, 0), position - 1)
    if opening < 0 or _SENTENCE_MARKS.search(text, opening, position) or position - opening > 18:
        return -1
    inner = text[opening + 1 : position - 1]
    if mark in "）)" and (
        len(inner) > (16 if inner.isascii() else 8)
        or opening == 0
        or not (text[opening - 1].isalnum() or text[opening - 1] in "”》")
    ):
        return -1
    return opening


def _may_stand_inside(text: str, token: Token, word: str, position: int, kind: str, rules: NameRules) -> bool:
    if word in ("至", "到") and _SECTION.match(text, position):
        return True
    if kind == "Project" and word in rules.project_stops:
        return False
    organisation = kind not in ("Project", "Document", "Technology")
    if word in rules.stop_words and not (organisation and word in rules.organisation_verbs):
        return False
    if word in _JOINT:
        return word in "·•・+＋" or (text[token.start - 1].isascii() and text[token.start - 1].isalnum())
    if not any(ch.isalnum() for ch in word):
        return False
    if word.isascii():
        return not (word.isdigit() and position < len(text) and text[position] in _CLASSIFIERS)
    if (
        word in _CLASSIFIERS
        and position - token.start == 1
        and token.start
        and text[token.start - 1] in "0123456789几多余万亿一二三四五六七八九十百千两"
    ):
        return False
    if token.tag == "m":
        return (
            word.startswith("第")
            or word in rules.individuating
            or (len(word) > 1 and word[0] in "一二三四五六七八九十" and word[-1] not in _CLASSIFIERS)
        )
    if token.tag == "t":
        return word in rules.individuating or word.isdigit()
    if word in rules.individuating or word in ("新", "东", "西", "南", "北", "级"):
        return True
    if token.tag == "d" and len(word) > 1 and word not in rules.heads and word not in rules.generic:
        return False
    if token.tag == "v" and len(word) > 1:
        return kind in ("Project", "Document") or word in rules.soft_verbs or word in rules.generic
    return not (token.tag.startswith(_STOP_TAGS) and token.tag not in ("vn", "an"))


def _from_place(text: str, tokens: Tokens, start: int, begin: int, known_by_end: dict[int, Candidate]) -> int:
    """Move the start to the last of a chain of places, unless what stands before them is a firm or joined by a dot."""
    inside = [c for c in known_by_end.values() if start <= c.start and c.end <= begin]
    places = [c for c in inside if _is_place(c)]
    firms = sorted((c for c in inside if c.kind == "Firm"), key=lambda c: c.start)
    if firms and not any(p.start < firms[0].start for p in places):
        return firms[0].start  # 考察明远集团创新中心: the name begins with the firm
    places.sort(key=lambda c: c.start)
    if not places:
        return start
    first = places[0]
    if first.start > start:
        before = text[start : first.start]
        organisation = known_by_end.get(first.start)
        joined = before[-1] in "·•・（(" or _ROAD.search(before) is not None
        brand = organisation is not None and not _is_place(organisation)
        if not joined and not brand:
            start = first.start
    last = first
    for place in places[1:]:
        if place.start == last.end:
            last = place
    return last.start if start == first.start and last.end < begin else start


def _is_place(candidate: Candidate) -> bool:
    return candidate.kind in ("Country", "Region", "City", "District", "Zone")


def _opens_with_place(start: int, begin: int, known_by_end: dict[int, Candidate]) -> bool:
    return any(_is_place(c) and c.start == start and c.end < begin for c in known_by_end.values())


def _strip(
    text: str, tokens: Tokens, start: int, begin: int, kind: str, rules: NameRules, known_by_end: dict[int, Candidate]
) -> int:
    """Take verbs that no name begins with off the left end; 遵义 is a verb to the segmenter, yet a known name."""
    for word in rules.individuating:
        cut = text.rfind(word, start, begin)
        if cut >= 0 and word != "新一代":
            start = cut + len(word)
    for token in tokens.within(start, begin):
        if token.end in known_by_end:
            break
        verb = kind != "Technology" and token.tag == "v" and len(token.word) > 1 and token.word not in rules.generic
        if (
            verb
            or token.word in rules.soft_verbs
            or _GENERIC_LEVEL.match(token.word)
            or token.word in ("一", "级", "新")
        ):
            start = token.end
        else:
            break
    return start


def _judged(
    text: str,
    tokens: Tokens,
    start: int,
    begin: int,
    end: int,
    kind: str,
    head: str,
    rules: NameRules,
    known: Sequence[Candidate],
) -> Candidate | None:
    """The candidate with its trailing bracket, or None if it names nothing in particular."""
    name = text[start:end]
    if any(part in name for part in rules.impossible) or len(name) < 4 - (kind == "Firm"):
        return None
    words = [t.word for t in tokens.within(start, begin)] or [text[start:begin] or head]
    over = tokens.items[tokens.index_at(begin)]
    listed = over.start < begin and over.tag in ("nt", "nz")  # the segmenter's dictionary knows the name
    inside = [c for c in known if start <= c.start and c.end <= end and c.source == "lexicon"]
    quoted = any(mark in name for mark in "“”（(")
    telling = [w for w in words if w not in rules.generic and w not in rules.soft_verbs and any(c.isalnum() for c in w)]
    individual = text[start - 6 : start] if start >= 6 else text[:start]
    marked = any(w in individual or name.startswith(w) for w in rules.individuating)
    proper = (
        listed
        or bool(inside)
        or quoted
        or any(w.isascii() and len(w) > 2 and w.isalpha() and w not in rules.generic for w in words)
    )
    score = 3 * proper + len(telling) + 2 * marked
    if kind == "Government" and not any(_is_place(c) for c in inside) and not re.match(r"[省市县区州]", name):
        return None
    if kind == "Document" and not proper and score < 2:
        return None
    specific = score >= (2 if head in rules.weak_heads else 1)
    if kind in ("Firm", "Institution") and not specific:
        specific = any(_is_rare(t, telling) for t in tokens.within(start, begin))
    if not specific and kind != "Project":
        return None
    if not specific and len(words) < 2 and head in rules.weak_heads and not head.startswith("联合"):
        return None
    stop = _trailing_bracket(text, end, known)
    return Candidate(start, stop, kind, text[start:stop], "grammar", 2, (), specific)


def _is_rare(token: Token, telling: Sequence[str]) -> bool:
    """Whether a telling word is rather a name than a common noun."""
    return token.word in telling and (token.tag in ("nr", "nz", "x", "j", "nt", "ns") or len(token.word) > 2)


def _trailing_bracket(text: str, end: int, known: Sequence[Candidate]) -> int:
    """广西数字政务一体化平台(梧州): a place in brackets behind the head belongs to the name."""
    if end < len(text) and text[end] in "（(":
        close = text.find("）" if text[end] == "（" else ")", end, end + 12)
        if close > 0 and any(c.start == end + 1 and c.end == close and _is_place(c) for c in known):
            return close + 1
    return end
