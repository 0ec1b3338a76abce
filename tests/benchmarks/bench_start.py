"""What commands take from the prompt to their end on a graph of one small article: a table in Markdown.

    python -m tests.benchmarks.bench_start --repeat 5

Of several runs the least counts. On a machine that does other work, compare processor time, not the clock. The modules
are compiled by the first run and kept in a folder of this one's, as an installation keeps them: a shell that tells
Python to write no bytecode would have every run compile them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

COMMANDS = (
    ("--quiet", "build", "small.txt"),
    ("--quiet", "build", "small.txt", "--jobs", "1"),
    ("--help",),
    ("show", "桂林市"),
    ("stats",),
    ("query", "--list"),
    ("query", "firms-in-city", "--set", "city=桂林市"),
    ("export", "turtle"),
    ("view",),
    ("check",),
    ("explain", "small.txt"),
)

BUILT = f"new0{'-'.join(COMMANDS[0])}"
"""The folder of the first build, in which the other commands find a store."""


def run(args: tuple[str, ...], folder: Path) -> tuple[float, float]:
    """Seconds by the clock and of all cores that a command takes in a folder; RuntimeError if it fails."""
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode")}
    command = [sys.executable, "-m", "kg", *args]
    begun = perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if process.returncode or status:
        raise RuntimeError(f"kg {' '.join(args)} failed")
    return perf_counter() - begun, usage.ru_utime + usage.ru_stime


def least(args: tuple[str, ...], repeat: int, parent: Path) -> tuple[float, float]:
    """The least of several runs, each of a build in a folder of its own."""
    runs = []
    for number in range(repeat):
        folder = parent / (f"new{number}{'-'.join(args)}" if "build" in args else BUILT)
        folder.mkdir(exist_ok=True)
        (folder / "small.txt").write_text("桂林市与华为签署战略合作协议，共同建设城市大脑。", encoding="utf-8")
        runs.append(run(args, folder))
    wall, cpu = (min(column) for column in zip(*runs, strict=True))
    return wall, cpu


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    print("| command | seconds | CPU s |\n|---|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        for command in COMMANDS:
            wall, cpu = least(command, args.repeat, Path(folder))
            print(f"| `kg {' '.join(command)}` | {wall:.2f} | {cpu:.2f} |", flush=True)


if __name__ == "__main__":
    main()
