"""Regular expressions, compiled once and kept for the processes that come, as Python keeps compiled modules.

To compile the expressions that one article needs takes longer than to read it. What Python makes of an expression are
some numbers, which depend on nothing but the expression and the version of Python. They are kept in the folder where
the compiled modules of this package are, and where those may not be written they are worked out by each process.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

_compiler: Any = getattr(re, "_compiler", None)
_parser: Any = getattr(re, "_parser", None)
_engine: Any = getattr(_compiler, "_sre", None)

# Of more than so many, most are of patterns that have changed since; the file then begins anew.
_MOST: Final = 5_000
# How `array` calls the numbers of which codes are made.
_NUMBER: Final = "I"


class _Code(NamedTuple):
    """What Python makes of an expression: its flags, the numbers, and its groups."""

    flags: int
    numbers: bytes
    groups: int
    by_name: dict[str, int]
    names: tuple[str | None, ...]


class _Codes(dict[tuple[str, int], _Code]):
    """The codes by expression and flags; `more` tells that there are some that were not read from the file."""

    more = False


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for an expression. Raises re.error."""
    if not _is_known():
        return re.compile(expression, flags)
    codes = _codes()
    code = codes.get((expression, int(flags)))
    if code is None:
        code = codes[expression, int(flags)] = _worked_out(expression, int(flags))
        codes.more = True
    numbers = array(_NUMBER, code.numbers).tolist()
    pattern: re.Pattern[str] = _engine.compile(expression, code.flags, numbers, code.groups, code.by_name, code.names)
    return pattern


def keep() -> None:
    """Write down what was worked out here, for other processes; where Python writes no modules, nothing happens."""
    codes = _codes()
    if not codes.more or sys.dont_write_bytecode:
        return
    kept = marshal.dumps({key: tuple(code) for key, code in codes.items()}) if len(codes) <= _MOST else b""
    half = _file().with_name(f"{_file().name}.{os.getpid()}")
    with suppress(OSError):
        half.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(_sum(kept) + kept)
        half.replace(_file())
    codes.more = False


@cache
def _is_known() -> bool:
    """Whether this Python compiles expressions in the way that is known here."""
    parts = ((_compiler, "_code"), (_parser, "parse"), (_engine, "compile"), (_engine, "MAGIC"))
    return all(hasattr(module, name) for module, name in parts) and array(_NUMBER).itemsize == _engine.CODESIZE


def _worked_out(expression: str, flags: int) -> _Code:
    # As `re.compile` does, save that it makes the expression right away.
    parsed = _parser.parse(expression, flags)
    numbers = array(_NUMBER, _compiler._code(parsed, flags)).tobytes()
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return _Code(int(flags | state.flags), numbers, state.groups - 1, dict(state.groupdict), tuple(names))


@cache
def _codes() -> _Codes:
    found = _Codes()
    # What cannot be read, or is not whole, is worked out again.
    with suppress(OSError, ValueError, EOFError, TypeError):
        whole = _file().read_bytes()
        if whole[:4] == _sum(whole[4:]) and len(whole) > 4:
            found.update({key: _Code(*code) for key, code in marshal.loads(whole[4:]).items()})
    return found


def _file() -> Path:
    """Where they are kept: a file for each version of Python."""
    version = f"{_engine.MAGIC}-{sys.hexversion:x}"
    return Path(cache_from_source(__file__)).with_suffix(f".{version}")


def _sum(content: bytes) -> bytes:
    return crc32(content).to_bytes(4, "big")
