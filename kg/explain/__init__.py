"""Why the extractor read an article as it did: each mention with its reason, each statement with its pattern.

from kg.explain import explain, render_page, as_json, view

explained = explain(article)
[one.text for one in explained.sentences if one.missed]
"""

from __future__ import annotations

from kg.explain.data import as_json
from kg.explain.explaining import explain
from kg.explain.explanation import Explanation
from kg.explain.page import render_page
from kg.explain.terminal import view

__all__ = ["Explanation", "as_json", "explain", "render_page", "view"]
