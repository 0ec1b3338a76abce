"""When a file need not be read again: neither it, nor the program, nor what the program knows has changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from kg import __version__
from kg.resources import data_path

_PACKAGE: Final = Path(__file__).parent.parent
# What decides how an article is read: the code between file and triples, and the data that it consults.
_CODE: Final = (
    "reader",
    "extractor",
    "ids.py",
    "lexicon.py",
    "model.py",
    "namespaces.py",
    "nodes.py",
    "ontology.py",
    "pattern_files.py",
    "script.py",
    "tables.py",
    "yaml_data.py",
    "store/admission.py",
    "store/alike.py",
    "store/prepared.py",
    "store/rdf.py",
    "store/terms.py",
    "store/view.py",
    "store/vocab.py",
)
_DATA: Final = ("ontology/smartcity.ttl", "ontology/concepts.ttl", "seeds/lexicon", "seeds/patterns")


def stamp_of(file: Path) -> str:
    """The state of a file and of all that it is read with. Raises OSError."""
    digest = sha256(fingerprint(_CODE, _DATA).encode())
    with file.open("rb") as source:
        while block := source.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:32]


@cache
def fingerprint(code: tuple[str, ...], data: tuple[str, ...]) -> str:
    """A key of the program's version, and of some of its code and data."""
    digest = sha256(__version__.encode())
    for root in (*(_PACKAGE / name for name in code), *(data_path(name) for name in data)):
        for file in _files(root):
            digest.update(f"\n{file.name}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
    else:
        yield from sorted(file for file in root.rglob("*") if file.is_file() and file.suffix != ".pyc")
