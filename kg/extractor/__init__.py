"""An article becomes statements: names are found, linked to things, and what is said of them is read by patterns.

Each step has a folder: `mentions`, `linking`, `relations`; `pipeline` goes from one to the next. All stand on the
modules beside them: `knowledge` is what is known before an article is read, `rules` reads the pattern files,
`segmentation` gives words and `sentences` clauses, `matcher` finds many strings at once, and `sieve` tells which
expressions are worth trying.
"""

from __future__ import annotations

from kg.extractor.pipeline import Analysis, analyse, extract, extraction

__all__ = ["Analysis", "analyse", "extract", "extraction"]
