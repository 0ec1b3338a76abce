"""A store on a SPARQL 1.1 server behaves as the one in memory."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import QueryError, StoreError
from kg.store import Store, open_store
from kg.store import vocab as v
from kg.store.backends import DEFAULT, remote
from kg.store.backends.http import Client, RefusalError
from kg.store.judgements import of
from tests.store.samples import BAISE, LONGTENG, YUNFAN, partnership
from tests.store.servers import guarded, oxigraph
from tests.store.test_properties import steps

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as url:
        yield url


@pytest.fixture
def store(server: str) -> Iterator[Store]:
    with open_store(server) as opened:
        empty(opened)
        yield opened


def empty(store: Store) -> None:
    for info in store.articles():
        store.remove(info.iri)


def content(store: Store) -> tuple[list[str], list[list[str]]]:
    return list(store.lines()), [list(store.lines(graph)) for graph in store.graphs()]


def test_what_is_stored_there_is_what_is_stored_here(store):
    with open_store() as here:
        for one in (store, here):
            one.add_many([partnership("a.md", "百色与云帆科技签约。"), partnership("b.md", "百色同云帆科技共建平台。")])
            one.add(partnership("a.md", "百色与云帆科技再签约。"))
        assert content(store) == content(here)
        for one in (store, here):
            assert one.remove("a.md") and one.remove("b.md")
        assert content(store) == content(here) == ([], [])


# Each step is some twenty requests, so there are fewer of them than for the store in memory.
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(past=st.lists(steps, min_size=1, max_size=4))
def test_any_history_ends_in_the_same_store_there_and_here(store, past):
    empty(store)
    with open_store() as here:
        for one in (store, here):
            one.judge(of(()))
            for verb, what in past:
                {"add": one.add_many, "remove": one.remove, "judge": one.judge}[verb](what)
        assert content(store) == content(here)


def test_what_was_judged_holds_for_whoever_lacks_the_table(server, tmp_path):
    table = tmp_path / "ours.tsv"
    table.write_text(f"same\t{YUNFAN.iri}\t{LONGTENG.iri}\tlin\n", encoding="utf-8")
    with open_store(server, judgements=table) as first:
        first.add(partnership("a.md", "百色与云帆科技签约。"))
        first.add(partnership("b.md", "百色与龙腾数据签约。", firm=LONGTENG))
    table.unlink()
    with open_store(server) as again:
        assert again.judgements.canonical(YUNFAN.iri) == again.judgements.canonical(LONGTENG.iri)
        assert [row.who for row in again.judgements.rows] == ["lin"]
    table.write_text("", encoding="utf-8")
    with open_store(server) as again:
        assert again.judgements.rows == () and len(again.forgotten) == 1


def test_a_store_is_still_there_when_opened_again(server, store):
    store.add(partnership("a.md", "百色与云帆科技签约。"))
    with open_store(server, read_only=True) as again:
        assert content(again) == content(store)
        assert [info.source for info in again.articles()] == ["a.md"]


def test_queries_of_all_forms_and_errors_in_them(store):
    store.add(partnership("a.md", "百色与云帆科技签约。"))
    assert [row[0].value for row in store.select(f"SELECT ?o {{ <{BAISE.iri}> sc:partnersWith ?o }}")] == [YUNFAN.iri]
    assert bool(store.backend.query("ASK { ?s ?p ?o }"))
    assert len(list(store.backend.query("CONSTRUCT { ?s a ?k } WHERE { ?s a ?k }"))) == 5
    with pytest.raises(QueryError, match="not SPARQL"):
        store.select("SELECT ?o { ?s ?p }")


@pytest.mark.usefixtures("store")
def test_a_second_writer_is_told_so(server):
    with pytest.raises(StoreError, match="in use by process"):
        open_store(server)


def test_rdflib_sees_the_same_graph(store):
    store.add(partnership("a.md", "百色与云帆科技签约。"))
    rows = store.dataset.query(f"SELECT ?o {{ <{BAISE.iri}> <{v.sc('partnersWith')[1:-1]}> ?o }}")
    assert [str(row[0]) for row in rows] == [YUNFAN.iri]


def test_the_graph_is_not_fetched_before_it_is_wanted(server, monkeypatch):
    asked, ask = [], Client.ask

    def noted(client, url, *more, **named):
        asked.append(url)
        return ask(client, url, *more, **named)

    monkeypatch.setattr(Client, "ask", noted)
    store = remote.Remote(server, read_only=True)
    assert not any("?default" in url for url in asked)
    list(store.graph(DEFAULT))
    assert any("?default" in url for url in asked)


def test_user_and_password_come_from_the_environment(server, monkeypatch):
    with guarded(server, "kg", "geheim") as url:
        with pytest.raises(StoreError, match="KG_STORE_USER"):
            open_store(url)
        monkeypatch.setenv("KG_STORE_USER", "kg")
        monkeypatch.setenv("KG_STORE_PASSWORD", "geheim")
        with open_store(url) as store:
            assert store.add(partnership("guarded.md", "百色与云帆科技签约。")).new == 1


def test_a_server_that_mixes_the_graphs_is_refused(tmp_path: Path):
    with oxigraph(tmp_path, "--union-default-graph") as url:
        for _ in range(2):
            with pytest.raises(StoreError, match="--union-default-graph"):
                open_store(url)
        assert list(remote.Remote(url, read_only=True).graphs()) == []


def test_a_server_that_is_not_there():
    with pytest.raises(StoreError, match=r"cannot be reached.*start the server"):
        open_store("http://127.0.0.1:9/")


def test_a_server_that_breaks_off_its_answer():
    with socket.create_server(("127.0.0.1", 0)) as dying:

        def answer() -> None:
            asked, _ = dying.accept()
            with asked:
                asked.recv(1 << 16)
                asked.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(StoreError, match="cannot be reached: IncompleteRead"):
            open_store(f"http://127.0.0.1:{dying.getsockname()[1]}/")
        thread.join()


def test_a_server_that_never_answers_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(remote, "PROBE_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        with pytest.raises(StoreError, match=r"did not answer a request within 0\.2 s"):
            open_store(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("status", "error", "told"),
    [
        (400, QueryError, "not SPARQL: too much"),
        (503, StoreError, "the server answers 503: too much — look into the server's log"),
    ],
)
def test_a_server_that_refuses_says_whether_the_query_is_to_blame(tmp_path: Path, status, error, told):
    with oxigraph(tmp_path) as url, open_store(url) as store:

        def refuse(*_: object) -> bytes:
            raise RefusalError(url, status, "too much")

        with patch.object(Client, "ask", refuse), pytest.raises(error, match=told):
            store.select("SELECT * { ?s ?p ?o }")
