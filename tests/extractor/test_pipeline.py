"""What holds for the extraction of any text: verbatim evidence, valid offsets, no dangling names, one result."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.extractor import analyse, extract
from kg.model import Article, Extraction
from kg.reader import find_files, read_path, read_string
from tests.conftest import ROOT, make_article

NEWS = """中国移动与克拉玛依市签署战略合作协议
5月10日，中国移动与克拉玛依市签署战略合作协议，双方将共建克拉玛依云计算中心。
该中心总投资12亿元，由中国移动建设，占地300亩。克拉玛依市市长王甲出席仪式。
截至去年底，全市建成5G基站1800个。"""

# Pieces of news language, so that generated texts reach the recognisers and patterns.
_WORDS = """
克拉玛依市 中国移动 我市 双方 该平台 与 、 和 由 建设 打造 签署 协议 的 ， 。 ； “ ” （ ） 《 》 12亿元
去年 2025年 将 已 没有 数据中心 有限公司 联合 助力 人工智能 智慧交通 碳达峰 规划 白皮书 市长 王甲 获评 试点 称号
以下简称 5G 1800个 产业园 等 在 为 ?
"""
PIECES = st.sampled_from([*_WORDS.split(), "\n"])


def check(extraction: Extraction, article: Article) -> None:
    known = {e.iri for e in extraction.entities}
    for statement in extraction.statements:
        evidence = statement.evidence
        assert article.text[evidence.start : evidence.end] == evidence.quote != ""
        assert article.text[: evidence.start].endswith(evidence.prefix)
        assert article.text[evidence.end :].startswith(evidence.suffix)
        assert 0 < statement.confidence <= 1
        assert statement.subject in known
        assert not isinstance(statement.obj, str) or statement.obj in known
        assert statement.subject != statement.obj
    for mention in extraction.mentions:
        assert 0 <= mention.start < mention.end <= len(article.text)
        assert mention.iri in known
        assert mention.reason


def test_a_piece_of_news() -> None:
    article = make_article(NEWS)
    extraction = extract(article)
    check(extraction, article)
    assert {s.predicate for s in extraction.statements} >= {"partnersWith", "undertakes", "holdsPosition"}


def test_a_sentence_with_strong_words_is_read_whole_and_quoted_as_it_stands_in_the_file() -> None:
    text = "2023年3月5日，[中国移动](a)与**克拉玛依市政府签署协议**。"
    (article,) = read_string(text, "a.md", "text")
    (said,) = [s for s in extract(article).statements if s.predicate == "partnersWith"]
    assert said.time is not None and said.time.value == "2023-03-05"
    assert said.evidence.quote == "克拉玛依市政府签署协议"


def test_only_things_that_statements_speak_of_are_given_with_the_places_around_them() -> None:
    extraction = extract(make_article("克拉玛依市与中国移动签署协议。石河子市天气很好。"))
    labels = {e.label for e in extraction.entities}
    assert {"克拉玛依市", "中国移动", "新疆维吾尔自治区", "中国"} <= labels
    assert "石河子市" not in labels


def test_analyse_keeps_what_was_found_on_the_way() -> None:
    article = make_article(NEWS, published=datetime(2023, 5, 11))
    analysis = analyse(article)
    assert analysis.times and analysis.quantities and analysis.people and analysis.linking.mentions
    assert extract(article).statements == analysis.statements


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=40).map("".join))
@example("产业园")
def test_generated_news_never_breaks_it(text: str) -> None:
    _check_any(text)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    _check_any(text)


def _check_any(text: str) -> None:
    try:
        article = make_article(text, publisher="克拉玛依日报")
    except ReadError:
        return
    check(extract(article), article)


_DUMP = (
    "import sys, pickle; from tests.conftest import make_article; from kg.extractor import extract;"
    "from tests.extractor.test_pipeline import NEWS;"
    "sys.stdout.buffer.write(pickle.dumps(extract(make_article(NEWS))))"
)


def test_the_hash_seed_changes_nothing() -> None:
    dumps = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run([sys.executable, "-c", _DUMP], cwd=ROOT, env=environment, capture_output=True, check=True)
        dumps.append(run.stdout)
    assert len(dumps[0]) > 1000
    assert dumps[0] == dumps[1]


@pytest.mark.shared
def test_real_articles_give_verbatim_quotes(shared_dir: Path) -> None:
    articles = [article for path in find_files([shared_dir / "articles"]) for article in read_path(path)]
    assert articles
    statements = 0
    for article in articles:
        extraction = extract(article)
        check(extraction, article)
        statements += len(extraction.statements)
    assert statements > len(articles)
