"""Which relations happen, and which hold: a field that somebody is in, what he uses, where a thing is, its whole."""

from __future__ import annotations

from kg.extractor.relations.clause_openings import clause_words
from kg.extractor.relations.coding import Coded
from kg.extractor.relations.engine import Finding
from kg.extractor.relations.relation_groups import LASTING


def holds(finding: Finding) -> bool:
    """Whether what a pattern found holds rather than happens: by one with a status of its own a thing came to a place.

    明远科技位于江城 holds, whatever else its sentence dates; 明远科技2015年在江城成立 happened.
    """
    came = finding.predicate == "locatedIn" and bool(finding.pattern.status)
    return finding.predicate in LASTING and not came


def is_named_by_field(coded: Coded, finding: Finding) -> bool:
    """Whether a thing is told to be one of a field (光伏厂商甲) rather than to do something in it or with somebody."""
    within = finding.start <= coded.position(finding.subject.start) < finding.end
    together = clause_words().joined.search(coded.text, finding.start, finding.end)
    return finding.predicate == "inSector" and within and together is None
