"""How the symbol of each class looks: its coarse group gives shape and hue, some classes vary them (kinds.json)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from kg import ontology

Look = dict[str, Any]
"""`path` (SVG, about the unit circle), and for the themes `light` and `dark` the colours `fill` and `line`."""

_HERE: Final = Path(__file__).parent


@cache
def looks() -> dict[str, Look]:
    """The look of every class that a thing may have, in the order of the ontology."""
    groups, own = _read("groups.json"), _read("kinds.json")
    known = ontology.load()
    return {kind: {**groups[known.group(kind)], **own.get(kind, {})} for kind in known.kinds}


def _read(name: str) -> dict[str, Look]:
    found: dict[str, Look] = json.loads((_HERE / name).read_text(encoding="utf-8"))
    return found
