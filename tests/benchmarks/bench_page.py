"""How fast the page is next to stock pyvis, in one run: python -m tests.benchmarks.bench_page [SIZES…] [--limit S].

Both pages show the same made-up graph in the same headless Chromium from disk with the network cut. Stock pyvis keeps
its defaults except `cdn_resources="in_line"`, without which it draws nothing when the network is cut; it has no search.
First frame and rest count from the start of the navigation, the answer of a search from the key: the first one of a
page, which builds the index, and the median of five more. Ours is the median of three loads, stock of one, where a load
takes minutes; a page without a frame within the limit is given up.
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
from time import monotonic, sleep
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
    table = Table(title="Frame and rest in s, first answer, further answers and a filter's effect in ms, files in MB")
    for column in ("things", "facts", "page", "file", "first frame", "at rest", "first answer", "answer", "filter"):
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
    path.write_text(render(shown), encoding="utf-8")
    loads = [found for _ in range(3) if (found := _one_load(browser, path, limit))]
    facts = len(shown.edges) + len(shown.measurements)
    head = [f"{len(shown.nodes):,}", f"{facts:,}", "smartcity-kg", _size(path)]
    if not loads:
        return [*head, _given_up(limit), "", "", "", ""]
    frame, first, further, filtered = (median(values) for values in zip(*loads, strict=True))
    return [*head, f"{frame:.2f}", f"{frame:.2f}", f"{first:.0f}", f"{further:.1f}", f"{filtered:.0f}"]


def _one_load(browser: Any, path: Path, limit: float) -> tuple[float, float, float, float] | None:
    """First frame in seconds; the first answer of a search, the median of five more and a filter in milliseconds."""
    end = _load(browser, path, limit)
    frame = _until(browser, "kg-first-frame", end)
    if frame is None:
        return None
    first = browser.execute_script(_SEARCH, "gui")[0]
    further = [browser.execute_script(_SEARCH, query)[0] for query in ("guilin", "桂林", "szc", "数据", "平台")]
    return frame, first, median(further), browser.execute_async_script(_FILTER)


def _stock(browser: Any, folder: Path, shown: PropertyGraph, limit: float) -> list[str]:
    path = folder / "stock.html"
    network = Network(cdn_resources="in_line", directed=True)
    for node in shown.nodes:
        network.add_node(node.id, label=node.label, title=node.kind)
    # add_edge looks through all nodes for each end; the list that it fills is filled directly, for time's sake.
    network.edges = [{"from": e.source, "to": e.target, "title": e.best.quote, "arrows": "to"} for e in shown.edges]
    path.write_text(network.generate_html(), encoding="utf-8")
    browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _WATCH})
    end = _load(browser, path, limit)
    frame = _until(browser, "first", end)
    rest = _until(browser, "rest", end) if frame else None
    told = [f"{value:.2f}" if value and value <= limit else _given_up(limit) for value in (frame, rest)]
    return ["", "", "stock pyvis", _size(path), *told, "none", "none", "none"]


def _given_up(limit: float) -> str:
    return f"none in {limit:.0f} s"


def _load(browser: Any, path: Path, limit: float) -> float:
    """Open a page; the moment at which it is given up."""
    browser.get("about:blank")
    end = monotonic() + limit
    _safely(lambda: browser.get(path.as_uri()))
    return end


def _until(browser: Any, mark: str, end: float) -> float | None:
    """When the page set a mark, in seconds from its start; None if it did not until the given moment."""
    while True:
        found = _safely(lambda: browser.execute_script(f"return performance.getEntriesByName('{mark}')[0]?.startTime"))
        if found:
            return float(found) / 1000
        if monotonic() > end:
            return None
        sleep(0.05)


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
