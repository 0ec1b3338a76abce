"""What several tests need: the real articles beside the checkout, a browser, small articles."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from kg import lexicon
from kg.lexicon import Lexicon
from kg.model import Article
from kg.reader import article_of

# How long an example takes tells of the machine and what else it does.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent


def miss(need: str, reason: str) -> NoReturn:
    """Skip the test for want of `need` (shared, browser, server); fail it where KG_REQUIRE_<NEED>=1 forbids a skip."""
    if os.environ.get(f"KG_REQUIRE_{need.upper()}") == "1":
        pytest.fail(f"{reason} (KG_REQUIRE_{need.upper()} is set)", pytrace=False)
    pytest.skip(reason)


def make_article(
    text: str, title: str = "", source: str = "a.txt", published: datetime | None = None, publisher: str = ""
) -> Article:
    """An article whose blocks are the lines of `text`, told apart as the reader does; nothing is removed as noise."""
    return article_of(text, title=title, source=source, published=published, publisher=publisher)


@pytest.fixture(scope="session", name="make_article")
def _make_article() -> Callable[..., Article]:
    """`make_article` for tests that would rather ask for it than import it."""
    return make_article


@pytest.fixture(scope="session")
def known() -> Lexicon:
    """The lexicon that comes with the package."""
    return lexicon.load()


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real articles and gold: `../shared` beside the checkout, or KG_SHARED."""
    folder = Path(os.environ.get("KG_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        miss("shared", f"no real articles in {folder}; set KG_SHARED to their folder")
    return folder


@pytest.fixture(scope="session")
def sample_articles() -> Path:
    """The folder of our own sample articles."""
    return ROOT / "seeds" / "articles"


@pytest.fixture(scope="session")
def chromium() -> Path:
    """A Chromium or Chrome that can run headless: KG_CHROMIUM, or the first on the PATH."""
    names = [os.environ.get("KG_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome", "chrome"]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        miss("browser", "no Chromium on the PATH; install one or set KG_CHROMIUM")
    return Path(found)
