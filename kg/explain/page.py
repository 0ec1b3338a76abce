"""An explanation as one HTML file that needs no network, no server and no script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg import ids
from kg.explain import painting, rows
from kg.explain.explanation import Explanation
from kg.wording import words

_HERE: Final = Path(__file__).parent


def render_page(explanations: Iterable[Explanation]) -> str:
    """The page of one article or several; the same explanations give the same text.

    Every sentence has an anchor: #a1-s3 is the third of the first article.
    """
    articles = list(explanations)
    style = _style()
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            articles=[(article, {rule.name: rule for rule in article.rules}) for article in articles],
            legend=rows.legend(articles),
            base=ids.BASE,
            missed_words=words("remark", "missed"),
            style=Markup(style),
            policy=_policy(style),
        )
    )


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_HERE, encoding="utf-8")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(
        painted=painting.painted,
        colour=painting.colour,
        kind=painting.kind,
        spans=painting.spans,
        rows=rows.rows,
        kind_words=rows.kind_words,
        predicate_words=rows.predicate_words,
        object_words=rows.object_words,
        qualifiers=rows.qualifiers,
        silence=rows.silence,
        source=rows.source,
        worth=rows.worth,
        origin=rows.origin,
        summary=rows.summary,
    )
    return environment


@cache
def _style() -> str:
    """The style sheet, with a rule for each colour of look.json."""
    sheet = (_HERE / "page.css").read_text(encoding="utf-8")
    light = [_colours(name, look["light"]) for name, look in rows.look().items()]
    dark = [_colours(name, look["dark"]) for name, look in rows.look().items()]
    return "\n".join([sheet, *light, "@media (prefers-color-scheme: dark) {", *dark, "}", ""])


def _colours(name: str, pair: list[str]) -> str:
    ground, line = pair
    return f".c-{name} {{ --ground: {ground}; --mark: {line}; }}"


def _policy(style: str) -> str:
    """A content security policy that allows this style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
