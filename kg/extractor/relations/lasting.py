"""Relations that hold rather than happen: a field that somebody is in, what he uses, what a thing is part of."""

from __future__ import annotations

from kg.extractor.relations.clause_openings import clause_words
from kg.extractor.relations.coding import Coded
from kg.extractor.relations.engine import Finding

# They are planned, or they are.
LASTING = ("inSector", "usesTechnology", "partOf")


def is_named_by_field(coded: Coded, finding: Finding) -> bool:
    """Whether a thing is told to be one of a field (光伏厂商甲) rather than to do something in it or with somebody."""
    within = finding.start <= coded.position(finding.subject.start) < finding.end
    together = clause_words().joined.search(coded.text, finding.start, finding.end)
    return finding.predicate == "inSector" and within and together is None
