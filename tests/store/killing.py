"""A writer that is killed again and again, run as `python -m tests.store.killing FOLDER KILLS SEED`.

In a program of its own, since the writer and the one who looks afterwards must be forks of a process that never
opened a store. Prints how many kills there were and in what state they left the store.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

from kg import ontology
from kg.store import Store, batches, open_store
from kg.store import vocab as v
from kg.store.backends import embedded
from kg.store.prepared import of_graph
from tests.store.samples import LONGTENG, YUNFAN, partnership

SOURCES = 12
_WHOLE, _BROKEN = 0, 1


def main(folder: Path, kills: int, seed: int) -> None:
    """Kill a writer so many times, and look at the store after each."""
    ontology.load()
    choice = random.Random(seed)
    seen: Counter[str] = Counter()
    for number in range(kills):
        if number % 20 == 0:
            # As if there were much to write, so that the quick way is killed too, and what is left for later batches.
            much = number % 40 == 0
            embedded.SMALL, embedded.LARGE, batches.TRIPLES = (0, 0, 1) if much else (2_000, 1_000_000, 850_000)
        started = folder / "started"
        started.unlink(missing_ok=True)
        writer = _fork(partial(_write, folder, started, number))
        while not started.exists():
            time.sleep(0.001)
        time.sleep(choice.uniform(0, 0.08))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        _, status = os.waitpid(_fork(partial(_look, folder)), 0)
        seen["whole" if status == 0 else "broken"] += 1
    print(f"{kills} kills: {seen['whole']} whole, {seen['broken']} broken")
    sys.exit(1 if seen["broken"] else 0)


def _fork(work) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", flush=True)
        os._exit(_BROKEN)
    os._exit(_WHOLE)


def _write(folder: Path, started: Path, seed: int) -> None:
    """Add, replace and remove until killed."""
    choice = random.Random(seed)
    with open_store(folder / "store") as store:
        started.touch()
        while True:
            source = f"{choice.randrange(SOURCES)}.md"
            if choice.random() < 0.3:
                store.remove(source)
            else:
                store.add_many(_article(choice, source) for source in (source, f"{choice.randrange(SOURCES)}.md"))


def _article(choice: random.Random, source: str):
    firm = choice.choice((YUNFAN, LONGTENG))
    text = f"{firm.label}与百色市签署第{choice.randrange(5)}号协议，" + "共建智慧城市平台" * choice.randrange(30)
    return partnership(source, text, firm=firm)


def _look(folder: Path) -> None:
    """Check that every article is whole, and that all that follows from them, and nothing else, is there."""
    with open_store(folder / "store") as store:
        check(store)


def check(store: Store) -> None:
    """Raise AssertionError if the store is not what its articles make."""
    with open_store() as fresh:
        for info in store.articles():
            graph = f"<{info.iri}>"
            prepared = of_graph(info.source, graph, tuple(sorted(store.backend.graph(graph))))
            assert set(prepared.notes) == store.backend.described([graph], (), v.BUILD)[graph], info.source
            fresh.add(prepared)
        assert list(store.lines()) == list(fresh.lines())
        assert store.graphs() == fresh.graphs()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
