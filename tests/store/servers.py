"""SPARQL servers for tests: started on a free port, stopped afterwards."""

from __future__ import annotations

import base64
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.conftest import miss


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[str]:
    """An Oxigraph server over a folder; gives its URL."""
    program = shutil.which("oxigraph") or miss("server", "no oxigraph server; pip install oxigraph")
    port = free_port()
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [program, "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}", *options],
            stdout=log,
            stderr=log,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/query?query=ASK%20%7B%7D")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, seconds: float = 30.0) -> None:
    """Until the URL answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urlopen(url, timeout=5).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError(url)


@contextmanager
def guarded(url: str, user: str, password: str) -> Iterator[str]:
    """A door before a server that lets in only whoever knows the password."""
    wanted = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._pass(None)

        def do_POST(self) -> None:
            self._pass(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def _pass(self, body: bytes | None) -> None:
            if self.headers.get("Authorization") != wanted:
                return self._answer(401, b"who are you?", "text/plain")
            head = {name: self.headers[name] for name in ("Accept", "Content-Type") if name in self.headers}
            try:
                with urlopen(Request(url + self.path, body, head), timeout=30) as answer:
                    return self._answer(answer.status, answer.read(), answer.headers.get("Content-Type", ""))
            except HTTPError as error:
                return self._answer(error.code, error.read(), "text/plain")

        def _answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    door = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=door.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{door.server_port}"
    finally:
        door.shutdown()
        door.server_close()
