"""`-o -`: standard output, as other tools have it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

STANDARD_OUTPUT: Final = Path("-")


@contextmanager
def written_out(name: str) -> Iterator[Path]:
    """A file to write, of that name; when it is complete, its content goes to standard output."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        yield path
        with path.open("rb") as content:
            shutil.copyfileobj(content, sys.stdout.buffer)
        sys.stdout.buffer.flush()
