"""Taking things along: PNG, JSON and CSV of the picture or the table."""

from __future__ import annotations

import csv
import io
import json
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from tests.view.driving import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def saved(browser, tmp_path: Path):
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})

    def save(page: Page, kind: str) -> bytes:
        page.click("#open-export")
        page.click(f"#export-{kind}")
        path = page.wait(lambda: next(tmp_path.glob(f"*.{kind}"), None), f"a {kind} file")
        return path.read_bytes()

    return save


def test_the_json_holds_what_is_shown_with_every_sentence(small: Page, saved) -> None:
    small.click(".chip[data-name=partnersWith]")
    things, facts = small.counts()
    data = json.loads(saved(small, "json"))
    assert (len(data["things"]), len(data["facts"])) == (things, facts)
    assert all(fact["evidence"] and fact["evidence"][0]["quote"] for fact in data["facts"])
    assert {fact["predicate"] for fact in data["facts"]}.isdisjoint({"partnersWith"})
    assert data["facts"][0]["subject"]["iri"].startswith("https://w3id.org/smartcity-kg/")


def test_the_csv_is_for_spreadsheets(opened, sizes, saved) -> None:
    graph = sizes(30)
    evil = replace(graph.nodes[0], label='=HYPERLINK("http://evil.example","x")')
    page = opened(replace(graph, nodes=(evil, *graph.nodes[1:])))
    raw = saved(page, "csv")
    assert raw.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(rows) == 89
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
    assert any(row["subject"].startswith("'=HYPERLINK") or row["object"].startswith("'=HYPERLINK") for row in rows)


def test_from_the_table_all_its_rows_are_taken(opened, sizes, saved) -> None:
    page = opened(sizes(3000))
    page.js("document.querySelectorAll('.all-none button:last-child')[0].click()")
    page.click(".chip[data-name=investsIn]")
    _, drawn = page.counts()
    page.click("#open-export")
    assert page.text("#export-csv small") == f"图中 {drawn:,} 条事实"
    page.click("#open-export")
    page.click("#view-table")
    page.click("#sheet [data-scope=all]")
    total = int(page.text("#table-range").split("共")[1].rstrip(" 行").replace(",", ""))
    assert total > drawn
    page.click("#open-export")
    assert page.text("#export-csv small") == f"表中全部 {total:,} 条事实"
    page.click("#open-export")
    first = page.texts("#sheet tbody td:first-child")[0]
    rows = list(csv.DictReader(io.StringIO(saved(page, "csv").decode("utf-8-sig"))))
    assert len(rows) == total
    assert rows[0]["subject"] == first, "in the order of the table"
    assert len(json.loads(saved(page, "json"))["facts"]) == total


def test_a_table_of_things_is_taken_as_things(small: Page, saved) -> None:
    small.click("#view-table")
    small.click("#sheet [data-of=things]")
    rows = list(csv.DictReader(io.StringIO(saved(small, "csv").decode("utf-8-sig"))))
    assert len(rows) == 30
    assert {"iri", "type", "label", "links"} <= rows[0].keys()


def test_the_png_shows_the_picture_and_a_legend(small: Page, saved) -> None:
    raw = saved(small, "png")
    assert raw.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", raw[16:24])
    canvas = small.js("const c = document.querySelector('#canvas canvas'); return [c.width, c.height]")
    assert (width, height) == (canvas[0], canvas[1] + 28 + 2 * 22), "a title and two rows of kinds and lines"
    assert len(raw) > 20_000, "not an empty sheet"
