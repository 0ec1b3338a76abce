"""`python -m kg.view` draws the page of a graph that a build sends it, pickled and with the file to write."""

import gc
import os
import pickle
import sys
from importlib import import_module

from kg.view import draw_page


def main() -> None:
    """Load what it takes, then wait for the graph. Exit status: 0 drawn, 1 failed."""
    # What is loaded stays to the end: to look through it for garbage, or to take it down, takes longer than it saves.
    gc.disable()
    import_module("kg.view.page")
    draw_page(*pickle.load(sys.stdin.buffer))
    os._exit(0)


if __name__ == "__main__":
    main()
