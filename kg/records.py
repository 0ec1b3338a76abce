"""Frozen dataclasses that an article takes hundreds of."""

from __future__ import annotations

from copy import copy
from dataclasses import fields, make_dataclass
from typing import TypeVar

T = TypeVar("T")


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
