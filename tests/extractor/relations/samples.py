"""What a text tells of the things that it names."""

from __future__ import annotations

from tests.extractor.linking.samples import analysis


def told(text: str, publisher: str = "", title: str = "") -> set[tuple[str, str, str]]:
    """Subject, predicate and object of each statement that joins two things, by their labels."""
    seen = analysis(text, publisher, title)
    drafts = seen.linking.drafts
    return {
        (drafts[s.subject].label, s.predicate, drafts[s.obj].label) for s in seen.statements if isinstance(s.obj, str)
    }
