"""The ready questions, asked of a SPARQL server, have the answers that they have here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.questions import Limits, Worker
from kg.store import open_store
from tests.questions.answers import CASES
from tests.questions.answers.facts import shown
from tests.questions.sample import extractions
from tests.store.servers import oxigraph

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as url:
        with open_store(url) as store:
            store.add_many(extractions())
        with Worker(url) as worker:
            yield worker


@pytest.mark.parametrize(("name", "given"), [(name, given) for name, given, rows in CASES if rows])
def test_the_answers_are_the_same(name: str, given: dict[str, str], remote: Worker, worker: Worker) -> None:
    assert shown(remote.ask(name, given)) == shown(worker.ask(name, given))


def test_the_guards_hold_there_too(remote: Worker) -> None:
    with pytest.raises(QueryError, match="SERVICE asks another server"):
        remote.ask("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    with pytest.raises(QueryError, match="DROP changes data"):
        remote.ask("DROP ALL")
    assert remote.ask("ASK { ?city a sc:City }").rows == ((True,),)


def test_the_time_limit_holds_there_too(remote: Worker) -> None:
    endless = " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(100)))} }}" for i in range(5))
    with pytest.raises(QueryError, match=r"ended after 1 s"):
        remote.ask(f"SELECT (COUNT(*) AS ?n) {{ {endless} }}", limits=Limits(seconds=1))


def test_a_server_that_is_not_there_is_told() -> None:
    with Worker("http://127.0.0.1:9") as worker, pytest.raises(Exception, match=r"127\.0\.0\.1:9"):
        worker.ask("ASK {}")


def test_the_folder_of_a_store_is_no_url(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="there is no store"), Worker(tmp_path / "none") as worker:
        worker.ask("ASK {}")
