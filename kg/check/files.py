"""Whether the files of the store are as they were written."""

from __future__ import annotations

from collections.abc import Iterator

from kg.check.finding import Finding, Severity
from kg.store import Store


def files(store: Store) -> Iterator[Finding]:
    """Table files that were damaged since, though no question may have met the damage yet."""
    what, what_zh = "a file of the store is damaged; kg check --repair saves what can be read", "图谱库文件已损坏"
    for file in store.backend.damaged():
        yield Finding("file", Severity.ERROR, file, what, what_zh)
