"""What a web page tells of its article beside the text: meta elements, JSON-LD, headings and the account it is from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bs4 import Tag

from kg.reader.addresses import best_address
from kg.reader.html import attribute, is_noise
from kg.reader.labels import page_labels
from kg.reader.linked_data import linked_data

# When a page of 微信公众平台 went out.
_CREATED: Final = re.compile(r"createTime\s*=\s*['\"](?P<time>[0-9: -]{10,19})['\"]")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page tells, "" for what it does not; `account` is the public account that it is from, `minute` its time.

    `date` and `minute` are as they are written there.
    """

    title: str
    publisher: str
    site: str
    author: str
    url: str
    date: str
    account: str
    minute: str


def read_page_head(root: Tag) -> PageHead:
    """What a page tells of its article."""
    told = {**linked_data(root), **_meta(root)}
    account, minute = _account(root)
    return PageHead(
        title=_title(root, told),
        publisher=_field(told, "publisher"),
        site=_field(told, "site"),
        author=told.get("author", ""),
        url=best_address(_address(root), told.get("og:url", "")),
        date=_field(told, "date"),
        account=account,
        minute=minute,
    )


def _field(told: Mapping[str, str], field: str) -> str:
    """The value of a field by the first name under which it is told."""
    return next((told[name] for name in page_labels().meta[field] if told.get(name)), "")


def _meta(root: Tag) -> dict[str, str]:
    told: dict[str, str] = {}
    for element in root.find_all("meta"):
        names = (attribute(element, name) for name in ("name", "property", "itemprop"))
        name = next(filter(None, names), "").lower()
        value = attribute(element, "content").strip()
        if name and value:
            told.setdefault(name, value)
    for element in root.find_all("time"):
        told.setdefault("date", attribute(element, "datetime"))
    return told


def _title(root: Tag, told: Mapping[str, str]) -> str:
    """The main heading if there is one, else the title of the page without the name of the site."""
    for heading in root.find_all("h1"):
        text = " ".join(heading.get_text().split())
        if text and not any(is_noise(element) for element in (heading, *heading.parents)):
            return text
    rules = page_labels()
    if title := _field(told, "title"):
        return rules.sites.sub("", title)
    found = root.find("title")
    title = " ".join(found.get_text().split()) if found is not None else ""
    return "" if title.lower() in rules.no_titles else rules.site.split(title)[0].strip()


def _account(root: Tag) -> tuple[str, str]:
    """The public account that a page of 微信公众平台 comes from, and its time, which only a script holds; else ""."""
    name = root.find(id="js_name")
    if name is None:
        return "", ""
    found = (_CREATED.search(script.get_text()) for script in root.find_all("script"))
    return name.get_text().strip(), next((match["time"] for match in found if match), "")


def _address(root: Tag) -> str:
    for element in root.find_all("link"):
        if attribute(element, "rel").lower() == "canonical":
            return attribute(element, "href")
    return ""
