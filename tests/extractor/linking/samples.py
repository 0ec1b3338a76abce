"""What the wordings of a text stand for."""

from __future__ import annotations

from kg.extractor import Analysis, analyse
from tests.conftest import make_article


def analysis(text: str, publisher: str = "", title: str = "") -> Analysis:
    return analyse(make_article(text, publisher=publisher, title=title))


def meant(text: str, publisher: str = "", title: str = "") -> dict[str, str]:
    """Wording and label of each mention; of a wording that occurs twice the last."""
    seen = analysis(text, publisher, title)
    drafts = seen.linking.drafts
    return {seen.article.text[m.start : m.end]: drafts[m.iri].label for m in seen.linking.mentions}


def iris(text: str, publisher: str = "") -> dict[str, str]:
    """Wording and IRI of each mention."""
    seen = analysis(text, publisher)
    return {seen.article.text[m.start : m.end]: m.iri for m in seen.linking.mentions}
