"""An article becomes statements: names are found, linked to things, and what is said of them is read by patterns."""

from __future__ import annotations

from kg.extractor.extract import Analysis, analyse, extract, extraction

__all__ = ["Analysis", "analyse", "extract", "extraction"]
