"""Each class of characters in regular expressions is worked out once.

Python does that anew wherever one stands, and for Chinese characters it takes long: a millisecond for `[一-鿿]`. Of the
three thousand classes in the expressions that a small build compiles most are equal to another.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any


def share() -> None:
    """Let `re` work out equal classes once in this process; a Python that does so in another way is left as it is."""
    compiler: Any = getattr(re, "_compiler", None)
    work_out = getattr(compiler, "_optimize_charset", None)
    if work_out is None:
        return

    @cache
    def worked_out(members: tuple[Any, ...]) -> Any:
        return work_out(members)

    def shared(members: list[Any], *folding: Any) -> Any:
        # Where upper and lower case are alike, more than its members decides what becomes of a class.
        return work_out(members, *folding) if any(folding) else worked_out(tuple(members))

    compiler._optimize_charset = shared
