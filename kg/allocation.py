"""The many small objects of an article: how they are made, and how seldom Python looks for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import fields, make_dataclass
from typing import Final, TypeVar

T = TypeVar("T")
# So many new objects are left alone before Python looks for garbage among them; its own default is 700.
_ALLOCATIONS: Final = 1_000_000


def quickly_made(cls: type[T]) -> type[T]:
    """Let the instances of a frozen dataclass be made in a fifth of the time.

    To bar assignment at run time a frozen dataclass has to get round its own bar for each field. Here the type checker
    alone bars it: the class is made, compared and hashed as before.
    """
    # Its fields may have defaults: the twin gets its own, as a dataclass writes into them.
    twin = make_dataclass(cls.__name__, [(f.name, f.type, copy(f)) for f in fields(cls)], repr=False, eq=False)  # type: ignore[arg-type]
    # Both bars go, inherited ones too: with one of them left every assignment still takes the long way.
    cls.__init__ = twin.__init__  # type: ignore[misc, method-assign]
    cls.__setattr__ = object.__setattr__  # type: ignore[method-assign]
    cls.__delattr__ = object.__delattr__  # type: ignore[method-assign]
    return cls


def look_seldom() -> None:
    """Look for garbage seldom from now on, in a process that keeps to its end most of what it loads."""
    gc.set_threshold(_ALLOCATIONS)


@contextmanager
def no_look() -> Iterator[None]:
    """Put off the search for garbage: what is made for an article stays until it is read, and then goes by itself."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
