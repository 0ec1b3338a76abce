"""What the graph can be taken away in: one registry, one file a format."""

from __future__ import annotations

from kg.exporters.registry import FORMATS, Exporter, export

__all__ = ["FORMATS", "Exporter", "export"]
