"""The check: are the files sound, is the graph what the shapes ask for, does every quote stand in its article, what
hangs in the air, and where do sources disagree?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from time import monotonic
from typing import Any, Final

from kg.check.articles import articles
from kg.check.conformance import conformance
from kg.check.contradictions import contradictions
from kg.check.files import files
from kg.check.finding import Finding, Findings, Severity, gather
from kg.check.links import dangling, orphans
from kg.store import Store

__all__ = ["CHECKS", "CheckReport", "Finding", "Findings", "Severity", "check"]

CHECKS: Final[dict[str, Callable[[Store], Iterator[Finding]]]] = {
    "files 文件": files,
    "shapes 形状": conformance,
    "quotes 引文": articles,
    "orphans 孤立": orphans,
    "links 链接": dangling,
    "contradictions 矛盾": contradictions,
}
"""What is checked, in this order."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was looked at and what was found, by kind; `errors` and `warnings` count findings."""

    articles: int
    statements: int
    quotes: int
    findings: tuple[Findings, ...]
    errors: int
    warnings: int
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """The report as plain values."""
        return {
            "ok": not self.errors,
            "errors": self.errors,
            "warnings": self.warnings,
            "articles": self.articles,
            "statements": self.statements,
            "quotes": self.quotes,
            "seconds": round(self.seconds, 2),
            "findings": [
                {"count": found.count, "named": [asdict(one) for one in found.named]} for found in self.findings
            ],
        }


def check(store: Store, tell: Callable[[str], None] | None = None) -> CheckReport:
    """Look a store over. `tell` is told the name of each check as it begins. Raises StoreError if it cannot be read."""
    started = monotonic()

    def found() -> Iterator[Finding]:
        for name, look in CHECKS.items():
            if tell:
                tell(name)
            yield from look(store)

    findings = tuple(gather(found()))
    counts = {severity: sum(f.count for f in findings if f.named[0].severity == severity) for severity in Severity}
    return CheckReport(
        articles=_count(store, "sc:Article"),
        statements=_count(store, "sc:Statement"),
        quotes=_count(store, "sc:Evidence"),
        findings=findings,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        seconds=monotonic() - started,
    )


def _count(store: Store, kind: str) -> int:
    (row,) = store.select(f"SELECT (COUNT(*) AS ?n) {{ ?x a {kind} }}")
    return int(row[0].value)
