"""Whether a figure can belong to a thing: to no other that its words name, and to none that has no such measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.coding import Coded
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.figure_spots import Spot, counts_name_before
from kg.extractor.relations.figures.measures.lead_and_tail import Lead, Tail
from kg.extractor.relations.figures.measures.measure_names import Indicator
from kg.extractor.relations.figures.owners.openings import called, names_another
from kg.extractor.relations.figures.owners.possible_owners import Owner, examples, is_recipient, may_own

# What these bodies report is rarely their own.
_BODIES: Final = ("Government", "Association", "Institution", "Media")
# 集聚甲、乙等5家整车企业: the names are some of those counted.
_EXAMPLES: Final = re.compile(f"{examples('any')}$")
# 比“十二五”时期多.
_PLAN: Final = re.compile("“十[一二三四五六]五”")


def is_anothers(
    place: Spot, own: Owner | None, topic: LinkedMention | None, lead: Lead, tail: Tail, found: Indicator
) -> bool:
    """Whether the words before a figure name another thing that it belongs to than `topic`, which is spoken of."""
    if own is not None:
        said = figure_rules().expressions["reporting"].search(lead.what)
        if not is_place(own.thing.kind):
            return said is not None or names_another(lead.what, counted=found.counted)
        what, foreign = lead.what.removeprefix("企业"), figure_rules().expressions["foreign_of_place"]
        return said is not None or foreign.search(found.name) is not None or names_another(what, counted=found.counted)
    before = lead.verb + lead.what if tail.noun else found.name
    quoted = lead.form != "verb" and _PLAN.sub("", found.name).startswith("“")
    name = called(place.coded, topic)
    if names_another(before, counted=found.counted, called=name) or quoted:
        return True
    return any(may_own(m) and (topic is None or m.iri != topic.iri) for m in _named_before(place, lead.verb))


def _named_before(place: Spot, verb: str) -> Iterator[LinkedMention]:
    """What a clause names before a figure, but for places where it is done and what is listed (甲、乙等5家).

    A place behind the verb says which of its objects are meant: 改造全市小区32个.
    """
    before, passing = place.before, figure_rules().expressions["passing"]
    if verb and place.quantity.kind == "classifier" and counts_name_before(place.coded, place.position):
        before = before[:-1]
    listed = _EXAMPLES.search(before) if "包括" not in before else None
    for i, character in enumerate(before[: listed.start()] if listed else before):
        mention = place.coded.mentions.get(character)
        done = verb != "" and verb in before[:i]
        if mention is None or (verb and is_recipient(before, 0, i)):
            continue
        if not (is_place(mention.kind) and (done or passing.search(before[:i]))):
            yield mention


def can_have(owner: Owner, measure: str, coded: Coded) -> bool:
    """Whether a thing of its kind has such a measure: no firm has a length, a place no profit but its industries'."""
    rules, thing = figure_rules().expressions, owner.thing
    if owner.at_home and rules["of_home"].search(measure) is None:
        return False
    if rules["nameless"].match(coded.source, thing.start, thing.end):
        return False
    if thing.kind != "Project" and rules["sized"].search(measure):
        return False
    if thing.kind in _BODIES and rules["wider"].search(measure):
        return False
    if not is_place(thing.kind):
        if measure in figure_rules().tables["of_place"].words and thing.kind != "Project":
            return False
        return owner.own or rules["market_wide"].search(measure) is None
    if not owner.own and measure in figure_rules().tables["bare"].words:
        return False
    return not rules["firm_results"].search(measure)
