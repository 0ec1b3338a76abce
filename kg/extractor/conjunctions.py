"""What joins the members of a list."""

from __future__ import annotations

import re
from typing import Final

CONJUNCTIONS: Final = ("以及", "和", "与", "及")
JOINTS: Final = ("、", *CONJUNCTIONS)
JOINT: Final = re.compile("|".join(JOINTS))
