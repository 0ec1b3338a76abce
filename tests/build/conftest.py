"""A folder with three articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.running import write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(1, 4):
        write(tmp_path / "news" / f"{number}.txt", f"百色市与云帆科技签署第{number}份协议。")
    return tmp_path / "news"
