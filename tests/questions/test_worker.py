from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KgError, QueryError, StoreError
from kg.questions import Limits, QuerySyntaxError, Worker, run_query
from kg.store import Store, open_store
from tests.questions.sample import extractions

# Ten thousand million rows out of nothing: whatever the machine, this takes longer than any of the limits here.
ENDLESS = " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(100)))} }}" for i in range(5))
COUNT = f"SELECT (COUNT(*) AS ?n) {{ {ENDLESS} }}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("questions") / "store"
    with open_store(place) as store:
        store.add_many(extractions())
    yield place


def test_a_store_on_disk_is_asked_by_its_place(folder: Path) -> None:
    table = run_query(folder, "SELECT ?city { ?city a sc:City } ORDER BY ?city")
    assert [table.labels[str(city)] for (city,) in table.rows] == ["兰州市", "天水市", "西宁市"]


SORT = f"SELECT * {{ {ENDLESS} }} ORDER BY ?v1"
SEEK = f"ASK {{ {ENDLESS} FILTER(?v0 + ?v1 + ?v2 + ?v3 + ?v4 > 1000) }}"


@pytest.mark.parametrize("text", [COUNT, SORT, SEEK], ids=["count", "sort", "seek"])
def test_a_query_is_ended_at_the_time_limit_and_its_process_is_gone(text: str, store: Store) -> None:
    with Worker(store) as worker:
        worker.ask("ASK {}")
        process = worker._process
        since = time.monotonic()
        with pytest.raises(QueryError, match=r"ended after 0\.5 s — ask for less, or raise --timeout"):
            worker.ask(text, limits=Limits(seconds=0.5, megabytes=None))
        assert time.monotonic() - since < 2
        assert process is not None
        assert process.exitcode is None or process.exitcode < 0
        assert not _lives(process.pid)


def _lives(pid: int | None) -> bool:
    assert pid is not None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_next_question_is_answered_after_one_was_ended(store: Store) -> None:
    with Worker(store) as worker:
        with pytest.raises(QueryError):
            worker.ask(COUNT, limits=Limits(seconds=0.3))
        assert worker.ask("ASK { ?city a sc:City }").rows == ((True,),)


def test_the_next_question_is_answered_after_one_was_interrupted(store: Store) -> None:
    with Worker(store) as worker:
        worker.ask("ASK {}")
        main = threading.main_thread().ident
        threading.Timer(0.2, signal.pthread_kill, [main, signal.SIGINT]).start()
        with pytest.raises(KeyboardInterrupt):
            worker.ask(COUNT, limits=Limits(seconds=20))
        assert worker.ask("SELECT * { VALUES ?v { 1 } }").rows == ((1,),)


def test_a_query_is_ended_at_the_memory_limit(store: Store) -> None:
    with pytest.raises(QueryError, match="more than 100 MB of memory"):
        run_query(store, f"SELECT * {{ {ENDLESS} }} ORDER BY ?v1", limits=Limits(seconds=60, megabytes=100))


def test_rows_stop_at_the_limit_and_the_table_tells(store: Store) -> None:
    # No more rows are made than are asked for, or this would never end.
    table = run_query(store, f"SELECT * {{ {ENDLESS} }}", limits=Limits(seconds=20, rows=7))
    assert (len(table.rows), table.truncated) == (7, True)
    whole = run_query(store, "SELECT * { VALUES ?v { 1 2 3 } }", limits=Limits(rows=3))
    assert (len(whole.rows), whole.truncated) == (3, False)
    assert len(run_query(store, "SELECT * { ?s ?p ?o }", limits=Limits(rows=None)).rows) > 100


def test_errors_come_back_as_they_were_raised(store: Store) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        run_query(store, "SELECT * { ?s ?p }")
    assert caught.value.picture == "SELECT * { ?s ?p }\n                 ^"
    with pytest.raises(QueryError, match="needs to be told the city"):
        run_query(store, "firms-in-city")
    with pytest.raises(QueryError, match=r"has no parameter town .*— it takes city \(城市\), link"):
        run_query(store, "firms-in-city", {"town": "兰州"})


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        run_query(tmp_path / "nowhere", "ASK {}")


def test_nothing_is_left_running(store: Store) -> None:
    with Worker(store) as worker:
        worker.ask("ASK {}")
        assert worker._process is not None
        pid = worker._process.pid
    assert not _lives(pid)


def test_where_other_threads_run_the_process_begins_anew(folder: Path) -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert Worker(folder)._start == "spawn"
        assert run_query(folder, "ASK { ?city a sc:City }").rows == ((True,),)
    finally:
        done.set()
        thread.join()


def test_a_store_open_for_writing_is_asked_by_itself(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.add_many(extractions())
        with pytest.raises(
            QueryError, match=r"open for writing .* — close it first, or ask it here with Store\.select"
        ):
            Worker(store)
        [(count,)] = store.select("SELECT (COUNT(?a) AS ?n) { ?a a sc:Article }")
    assert count.value == str(len(list(extractions())))


def test_a_store_open_for_reading_is_asked_by_its_place(folder: Path) -> None:
    with open_store(folder, read_only=True) as store:
        assert run_query(store, "ASK { ?city a sc:City }").rows == ((True,),)


def test_every_error_of_the_package_travels() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(QueryError("what", where="there", remedy="do this")))
    assert isinstance(error, KgError)
    assert str(error) == "there: what — do this"
