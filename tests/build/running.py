"""Building a graph of small articles with the stand-in for the extractor."""

from __future__ import annotations

from pathlib import Path

from kg.build import BuildReport, build
from kg.store import Store
from tests.build.extract import pairs


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(store: Store, *paths: Path, **more) -> BuildReport:
    return build(paths, store=store, extract=pairs, **more)
