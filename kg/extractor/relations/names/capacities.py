"""The capacity that the name of a project tells: 年产5万吨铝箔项目, 30万千瓦光伏发电项目."""

from __future__ import annotations

from typing import Final

from kg.extractor.mentions.quantities import find_quantities
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.rules import load_rules
from kg.model import Measurement, Quantity

NAME_CAPACITY: Final = "name-capacity"
"""The name of the rule."""
_YEARLY: Final = "/年"


def capacity_in_name(label: str) -> Measurement | None:
    """What the first figure in a name is a measure of, None if there is none or the name does not say."""
    found = next(iter(find_quantities(label)), None)
    if found is None:
        return None
    measures: dict[str, str] = load_rules("measurements")["name_measures"]
    before = label[: found.start]
    measure = next((name for word, name in measures.items() if before.endswith(word)), "")
    if not measure and found.quantity.unit.endswith(_YEARLY):
        measure = measures["年产"]
    if not measure and found.kind == "power" and figure_rules().expressions["plants"].search(label):
        measure = measures["装机"]
    if not measure:
        return None
    size = found.quantity
    return Measurement(measure, Quantity(size.value, size.unit.removesuffix("级"), size.wording))
