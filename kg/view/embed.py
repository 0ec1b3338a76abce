"""What may stand inside an HTML page: scripts with their hash, data that no hostile text can break out of."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any, Final

from markupsafe import Markup

# Inside a script element only these can end it, open a comment, or (U+2028, U+2029) break a JavaScript string.
_DANGEROUS: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def data_block(data: Any) -> Markup:
    """Compact JSON for a `<script type="application/json">`: the same value, with every dangerous sign escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(_DANGEROUS))


def csp_hash(text: str) -> str:
    """The source expression by which a content security policy allows exactly this inline script or style."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def policy(scripts: list[str], styles: list[str]) -> str:
    """A content security policy that allows these inline texts, pictures made by the page, and nothing from outside."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(csp_hash, scripts)),
            "style-src " + " ".join(map(csp_hash, styles)),
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
