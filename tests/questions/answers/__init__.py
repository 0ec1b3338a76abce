"""Every ready question on the sample graph, with all the rows that it must give."""

from __future__ import annotations

from tests.questions.answers import links, money, places

# Its answers depend on the way to the graph: test_build_changes.py asks it.
LOG = "build-changes"
CASES = [
    (name, given, rows)
    for expected in (links.EXPECTED, money.EXPECTED, places.EXPECTED)
    for name, cases in expected.items()
    for given, rows in cases
]
