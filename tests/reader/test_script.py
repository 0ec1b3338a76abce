"""An article in traditional script is read as well as any, and keeps the characters of its file."""

from __future__ import annotations

import json

import pytest

from kg.model import Article
from kg.reader import read_string

_TITLE = "江城攜手雲帆科技興建數據中心"
_NEWS = "江城日報訊（記者 趙一）江城與<b>雲帆</b>科技簽署協議，將在這個園區興建臺灣街數據中心，為企業服務。"
_BARE = _NEWS.replace("<b>", "").replace("</b>", "")
_LAST = "項目由雲帆科技負責營運，明年開始營業，後續還會擴建。"
_EDITOR = "（責任編輯：錢二）"
_FORMS = {
    "text": f"---\ntitle: {_TITLE}\nsource: 江城日報\n---\n<p>{_NEWS}</p>\n<p>{_LAST}</p>\n<p>{_EDITOR}</p>\n",
    "html": f"<html><head><title>{_TITLE}_江城日報網</title></head><body><div><h1>{_TITLE}</h1><p>來源：江城日報</p>"
    f"<p>{_NEWS}</p><p>{_LAST}</p><p>{_EDITOR}</p></div></body></html>",
    "jsonl": json.dumps({"title": _TITLE, "source": "江城日報", "content": f"{_BARE}\n{_LAST}\n{_EDITOR}"}),
}


def _read(form: str) -> Article:
    (article,) = read_string(_FORMS[form], "a", form)
    return article


@pytest.mark.parametrize("form", _FORMS)
def test_noise_goes_and_the_text_is_as_printed(form: str) -> None:
    article = _read(form)
    assert (article.title, article.publisher) == (_TITLE, "江城日報")
    title, *text = article.text.split("\n")
    assert (title, "".join(text)) == (_TITLE, _BARE + _LAST)


def test_an_article_is_named_by_its_text_as_printed() -> None:
    other = _FORMS["jsonl"].replace(json.dumps("臺")[1:-1], json.dumps("台")[1:-1])
    (article,) = read_string(other, "a", "jsonl")
    assert article.text != _read("jsonl").text
    assert article.key != _read("jsonl").key


def test_characters_that_mark_up_names_by_number_do_no_harm() -> None:
    (article,) = read_string(_FORMS["html"].replace("園", "&#22290;"), "a", "html")
    assert article.text.replace("園", "园") == _read("html").text.replace("園", "园")
