"""How fast the page is next to stock pyvis, in one run: python -m tests.benchmarks.bench_page [SIZES…] [--limit S].

Both pages show the same made-up graph in the same headless Chromium from disk with the network cut. Stock pyvis keeps
its defaults except `cdn_resources="in_line"`, without which it draws nothing when the network is cut. Times count from
the start of the navigation; each is the median of three loads (stock: of one, where a load takes minutes).
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, sleep
from typing import Any

from pyvis.network import Network
from rich.console import Console
from rich.table import Table
from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from kg.exporters.property_graph import PropertyGraph
from kg.view.page import render
from tests.view.driving import start_browser
from tests.view.synthetic import graph

SIZES = (300, 1_000, 3_000, 10_000)
# Tells when stock pyvis' network, a global variable, has drawn for the first time and when it has come to rest.
_WATCH = """
let seen;
Object.defineProperty(window, "network", { configurable: true, get: () => seen, set(network) {
  seen = network;
  network.once("afterDrawing", () => performance.mark("first"));
  network.once("stabilizationIterationsDone", () => performance.mark("rest"));
}});
"""
# From the key in the field to the answers on the page, styles and layout included.
_SEARCH = """
const input = document.getElementById("search-input");
input.focus();
const start = performance.now();
input.value = arguments[0];
input.dispatchEvent(new Event("input", { bubbles: true }));
document.querySelector("#search .answers").getBoundingClientRect();
return [performance.now() - start, document.querySelectorAll("#search .answer").length];
"""
_FILTER = """
const done = arguments[0], start = performance.now();
document.querySelector(".chip").click();
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
"""


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--limit", type=float, default=120.0, help="give up on a stock page after so many seconds")
    asked = parser.parse_args()
    table = Table(title="Times in seconds; search and filter in milliseconds; files in MB")
    for column in ("things", "facts", "page", "written", "file", "first frame", "at rest", "search", "filter"):
        table.add_column(column, justify="left" if column == "page" else "right")
    with tempfile.TemporaryDirectory() as folder:
        for size in asked.sizes:
            shown = graph(size)
            for measure in (_ours, _stock):
                # A page that never comes to rest holds its browser; the next one gets a fresh one.
                with _browser(Path(folder), asked.limit) as browser:
                    row = measure(browser, Path(folder), shown, asked.limit)
                print(*row, sep="\t", flush=True)
                table.add_row(*row)
    Console(width=120).print(table)


@contextmanager
def _browser(folder: Path, limit: float) -> Iterator[Any]:
    """A browser that can be got rid of whatever its page does."""
    profile = Path(tempfile.mkdtemp(dir=folder))
    browser = start_browser(_tool("chromium"), _tool("chromedriver"), profile)
    browser.set_page_load_timeout(limit)
    browser.command_executor.client_config.timeout = limit
    try:
        yield browser
    finally:
        with suppress(ProcessLookupError):
            os.kill(browser.capabilities["goog:processID"], signal.SIGKILL)
        browser.service.stop()


def _tool(name: str) -> Path:
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not on the PATH")
    return Path(found)


def _ours(browser: Any, folder: Path, shown: PropertyGraph, limit: float) -> list[str]:
    path = folder / "ours.html"
    started = perf_counter()
    path.write_text(render(shown), encoding="utf-8")
    written = perf_counter() - started
    first, search, answered = [], [], []
    for _ in range(3):
        _load(browser, path)
        first.append(_until(browser, "kg-first-frame", limit) or float("nan"))
        sleep(0.5)
        browser.execute_script(_SEARCH, "x")  # builds the index, as the first letter does
        times = [browser.execute_script(_SEARCH, query)[0] for query in ("guilin", "桂林", "szc", "数据", "平台")]
        search.append(median(times))
        answered.append(browser.execute_async_script(_FILTER))
    facts = len(shown.edges) + len(shown.measurements)
    numbers = f"{median(first):.2f}", f"{median(first):.2f}", f"{median(search):.1f}", f"{median(answered):.0f}"
    return [f"{len(shown.nodes):,}", f"{facts:,}", "smartcity-kg", f"{written:.1f}", _size(path), *numbers]


def _stock(browser: Any, folder: Path, shown: PropertyGraph, limit: float) -> list[str]:
    path = folder / "stock.html"
    started = perf_counter()
    network = Network(cdn_resources="in_line", directed=True)
    for node in shown.nodes:
        network.add_node(node.id, label=node.label, title=node.kind)
    # add_edge looks through all nodes for each end; the list that it fills is filled directly, for time's sake.
    network.edges = [{"from": e.source, "to": e.target, "title": e.best.quote, "arrows": "to"} for e in shown.edges]
    path.write_text(network.generate_html(), encoding="utf-8")
    written = perf_counter() - started
    browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _WATCH})
    _load(browser, path)
    first = _until(browser, "first", limit)
    rest = _until(browser, "rest", limit) if first else None
    told = [f"{value:.2f}" if value else f"> {limit:.0f}" for value in (first, rest)]
    return ["", "", "stock pyvis", f"{written:.1f}", _size(path), *told, "none", "none"]


def _load(browser: Any, path: Path) -> None:
    browser.get("about:blank")
    _safely(lambda: browser.get(path.as_uri()))


def _until(browser: Any, mark: str, limit: float) -> float | None:
    """When the page set a mark, in seconds from its start; None if it did not within the limit."""
    end = monotonic() + limit
    while monotonic() < end:
        found = _safely(lambda: browser.execute_script(f"return performance.getEntriesByName('{mark}')[0]?.startTime"))
        if found:
            return float(found) / 1000
        sleep(0.05)
    return None


def _safely(ask: Callable[[], Any]) -> Any:
    """A page that computes answers nothing for a while; that is no error here."""
    try:
        return ask()
    except (WebDriverException, HTTPError):
        return None


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f}"


if __name__ == "__main__":
    main()
