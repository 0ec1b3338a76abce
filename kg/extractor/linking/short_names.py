"""Short forms of a name within an article: 以下简称 definitions, and what is left of a name without its legal parts."""

from __future__ import annotations

import re

from kg.ids import name_key

_DEFINED = re.compile(
    r"[（(](?:以下|下文|下)?(?:统?简称|称)(?:为|：|:)?[“\"]?([^”\"）)，,、]{2,14})[”\"]?(?:[，,、或][^）)]*)?[）)]"
)
_LEGAL = re.compile(r"(?:集团)?(?:控股)?(?:股份)?(?:有限)?(?:责任)?公司$")
_TRADE_WORD = (
    r"(?:科技|技术|信息|网络|软件|智能|电子|实业|投资|控股|能源|新能源|新材料|材料|环保|生物|医药|药业|汽车|通信|数据|云计算|物联网|"
    r"建设|置业|地产|物流|传媒|文化|旅游|金融|资本|资产管理|管理|服务|发展|产业|工程|制造|装备|重工|机械|电气|电器|食品|农业|商业|贸易|国际|"
    r"交通|水务|燃气|热力|供应链|半导体|微电子|集团|股份|数字|系统集成|互联网|大数据|运营|咨询|设计|仪器|航空|航天)"
)
_TRADE, _ONLY_TRADE = re.compile(_TRADE_WORD + "$"), re.compile(_TRADE_WORD + "+")


def definitions(text: str) -> list[tuple[int, str, int, int]]:
    """Each 以下简称: the offset where the bracket opens, the short name, and where it stands."""
    return [(m.start(), m[1], m.start(1), m.end(1)) for m in _DEFINED.finditer(text)]


def short_forms(name: str, place: str = "") -> tuple[str, ...]:
    """The forms under which a firm may be named again, the longest first.

    `place` is the place name that the firm's name begins with. 江城市明远智能科技有限公司 gives 江城市明远智能科技,
    明远智能科技, 明远智能 and 明远; what is shorter than two characters, or only a place or a trade, is left out.
    """
    bare = name
    for mark in "“”（）()":
        bare = bare.replace(mark, "")
    forms = [bare]
    cut = _LEGAL.sub("", bare)
    forms.append(cut)
    if "集团" in bare[len(cut) :]:
        forms.append(cut + "集团")
    if place and cut.startswith(place):
        forms.append(cut[len(place) :].lstrip("市省县区"))
    for form in list(forms[1:]):
        while (brand := _TRADE.sub("", form)) != form:
            forms.append(brand)
            form = brand
    seen = {form: None for form in forms if len(form) >= 2 and form != place and not _ONLY_TRADE.fullmatch(form)}
    return tuple(sorted(seen, key=lambda f: (-len(f), f)))


def abbreviates(short: str, name: str) -> bool:
    """Whether a short form is made of the name's own characters in order and begins as it does (南钢, 南京钢铁)."""
    rest = iter(name_key(name))
    return short[:1] == name[:1] and all(ch in rest for ch in name_key(short))
