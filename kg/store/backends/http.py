"""Requests to a SPARQL 1.1 server, with what can go wrong told in words."""

from __future__ import annotations

import base64
import os
from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from kg.errors import StoreError

QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
RESULTS: Final = "application/sparql-results+json"
TRIPLES: Final = "application/n-triples"

# A request may ask for a whole graph, or write thousands of articles.
_SECONDS: Final = 600
PROBE_SECONDS: Final = 30
"""How long a request that does nothing may take; a busy server needs a moment, a deaf one would take for ever."""
# So many characters of what a server says of a refusal are shown; some send a whole page.
_SHOWN: Final = 300


class RefusalError(StoreError):
    """The server did not understand; `status` is HTTP's number, `reason` its own words."""

    def __init__(self, location: str, status: int, reason: str) -> None:
        """Keep the two apart."""
        self.status, self.reason = status, reason
        super().__init__(f"the server answers {status}: {reason}", where=location, remedy="look into the server's log")

    def __reduce__(self) -> tuple[type[RefusalError], tuple[str, int, str]]:
        """For the way between processes."""
        return type(self), (self.where, self.status, self.reason)


class Client:
    """Asks one server; user and password come from KG_STORE_USER and KG_STORE_PASSWORD."""

    def __init__(self, location: str) -> None:
        """Read the environment."""
        self.location = location
        user, password = os.environ.get("KG_STORE_USER", ""), os.environ.get("KG_STORE_PASSWORD", "")
        self.credentials = (user, password) if user else None
        basic = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._head = {"Authorization": f"Basic {basic}"} if user else {}

    def ask(
        self, url: str, body: str | None = None, kind: str = "", accept: str = "*/*", seconds: float = _SECONDS
    ) -> bytes:
        """The answer to a GET, or to a POST where there is a body. Raises StoreError, in particular RefusalError."""
        head = {**self._head, "Accept": accept, **({"Content-Type": f"{kind}; charset=utf-8"} if kind else {})}
        request = Request(url, body.encode() if body is not None else None, head)
        try:
            with urlopen(request, timeout=seconds) as answer:
                content: bytes = answer.read()
                return content
        except HTTPError as error:
            if error.code in (401, 403):
                remedy = "set KG_STORE_USER and KG_STORE_PASSWORD 请设置这两个环境变量"
                raise StoreError("the server wants another user", where=self.location, remedy=remedy) from error
            reason = error.read().decode("utf-8", "replace").strip()[:_SHOWN] or str(error.reason)
            raise RefusalError(self.location, error.code, reason) from error
        except (URLError, OSError, HTTPException, ValueError) as error:
            why = error.reason if isinstance(error, URLError) else error
            if isinstance(why, TimeoutError):
                what = f"the server did not answer a request within {seconds:g} s"
                remedy = "look into its log; it must take SPARQL 1.1 by direct POST, which Virtuoso 7.2.5 does not"
                raise StoreError(what, where=self.location, remedy=remedy) from error
            remedy = "start the server, or correct the URL 请启动服务器或更正网址"
            raise StoreError(f"the server cannot be reached: {why}", where=self.location, remedy=remedy) from error
