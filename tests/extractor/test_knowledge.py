"""What is known before an article is read."""

from __future__ import annotations

from kg.extractor import knowledge


def test_what_a_longer_name_begins_with() -> None:
    known = knowledge.load()
    assert [entry.label for entry in known.opening("衢州市发明协会")] == ["衢州市"]
    assert known.opening("发明协会（衢州市）") == ()
