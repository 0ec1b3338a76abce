"""An explanation as JSON: the fields of its dataclasses, under their names."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from kg.explain.explanation import Explanation


def as_json(explanations: Iterable[Explanation]) -> str:
    """One JSON text: `{"articles": [...]}`, in the order given."""
    articles = [asdict(one) for one in explanations]
    return json.dumps({"articles": articles}, ensure_ascii=False, indent=2, allow_nan=False)
