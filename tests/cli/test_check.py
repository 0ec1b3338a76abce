"""`kg check`."""

from __future__ import annotations

import json

import pytest

from kg.store import open_store
from tests.cli.running import kg, program


@pytest.mark.usefixtures("folder")
def test_check_reports_in_words_and_as_json():
    kg("build", "news", "-q")
    done = kg("check")
    assert done.exit_code == 0
    assert "0 errors" in done.stdout
    report = json.loads(kg("check", "--json").stdout)
    assert report["ok"] and report["articles"] == 1


def test_check_repairs_a_store(folder):
    kg("build", "news", "-q")
    done = kg("check", "--repair")
    assert done.exit_code == 0, done.output
    assert "1 article saved" in done.stdout
    assert (folder / "exports" / "store" / "quads.damaged").is_dir()


def test_check_that_could_save_nothing_is_no_success(folder):
    open_store(folder / "exports" / "store").close()
    done = kg("check", "--repair")
    assert done.exit_code == 1
    assert "kg build brings the articles back" in done.output


def test_check_of_a_missing_store_says_how_to_make_one(folder):
    done = program("check", cwd=folder)
    assert done.returncode == 1
    assert "kg build" in done.stderr
