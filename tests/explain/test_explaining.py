"""What an explanation holds, on sentences of our own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from kg.explain import Explanation, explain
from kg.explain.explanation import Meant, Measured
from kg.explain.painting import painted
from kg.extractor import analyse
from kg.model import Article
from kg.reader import read_paths
from tests.conftest import make_article

TEXT = (
    "2023年5月8日，湖州市与华为签署战略合作协议，双方将建设湖州数据中心。\n"
    "绍兴市提升了效率，华为表示欢迎。\n"
    "春天到了，花开了。\n"
    "湖州数据中心总投资30亿元。"
)


@pytest.fixture(scope="module", name="article")
def _article() -> Article:
    return make_article(TEXT, title="湖州的新机房", published=datetime(2023, 5, 9), publisher="湖州日报")


@pytest.fixture(scope="module", name="explained")
def _explained(article: Article) -> Explanation:
    return explain(article)


def test_an_article_keeps_what_is_known_of_it(explained: Explanation) -> None:
    assert (explained.title, explained.publisher, explained.source) == ("湖州的新机房", "湖州日报", "a.txt")
    assert explained.published == "2023-05-09T00:00:00"
    assert explained.home is not None
    assert explained.home.label == "湖州市"


def test_every_mention_has_its_thing_and_the_reason_of_the_link(article: Article, explained: Explanation) -> None:
    found = [one for sentence in explained.sentences for one in sentence.named]
    linked = analyse(article).linking.mentions
    assert [(one.start, one.end) for one in found] == [(m.start, m.end) for m in linked]
    huawei = next(one for one in found if one.wording == "华为")
    assert huawei.readings[0].label == "华为"
    assert huawei.readings[0].kind == "Firm"
    assert str(huawei.reason) == "同名组织唯一 only organisation of this name"


def test_an_open_name_is_told_with_what_makes_it_one(explained: Explanation) -> None:
    centre = next(one for s in explained.sentences for one in s.named if one.wording == "湖州数据中心")
    assert str(centre.reason) == "未登录名称（语法） open name (grammar)"


def test_a_statement_has_its_qualifiers_and_the_rule_that_made_it(explained: Explanation) -> None:
    told = next(t for s in explained.sentences for t in s.statements if t.predicate == "partnersWith")
    assert told.symmetric
    assert isinstance(told.object, Meant)
    assert {told.subject.label, told.object.label} == {"湖州市", "华为"}
    assert told.time is not None
    assert (told.time.value, told.time.precision) == ("2023-05-08", "day")
    rule = next(rule for rule in explained.rules if rule.name == told.pattern)
    assert rule.source
    assert any(line.startswith("partnersWith") for line in rule.emits)


def test_every_statement_stands_under_its_sentence(article: Article, explained: Explanation) -> None:
    quotes = sorted((s.evidence.quote, s.pattern, s.confidence) for s in analyse(article).statements)
    assert quotes
    assert quotes == sorted((s.text, t.pattern, t.confidence) for s in explained.sentences for t in s.statements)


def test_a_time_and_a_figure_have_their_readings(explained: Explanation) -> None:
    time = next(t for s in explained.sentences for t in s.times)
    assert (time.wording, time.value, time.precision) == ("2023年5月8日", "2023-05-08", "day")
    figure = next(f for s in explained.sentences for f in s.figures if f.unit == "元")
    assert (figure.wording, figure.value, figure.low, figure.high) == ("30亿元", 3e9, 3e9, 3e9)


def test_silent_sentences_with_things_to_join_are_told_from_those_without(explained: Explanation) -> None:
    by_text = {sentence.text: sentence for sentence in explained.sentences}
    assert by_text["春天到了，花开了。"].statements == ()
    assert not by_text["春天到了，花开了。"].missed
    assert by_text["绍兴市提升了效率，华为表示欢迎。"].missed


def test_a_sentence_with_a_statement_is_never_called_missed(explained: Explanation) -> None:
    assert not [s.text for s in explained.sentences if s.missed and s.statements]


def test_a_person_is_shown_with_title_and_thing() -> None:
    explained = explain(make_article("湖州市市长王建军出席活动。"))
    person = explained.sentences[0].people[0]
    assert (person.wording, person.title) == ("王建军", "市长")
    assert person.thing is not None
    assert person.thing.kind == "Person"
    held = explained.sentences[0].statements[0]
    assert (held.predicate, held.subject, held.title) == ("holdsPosition", person.thing, "市长")


def test_a_measured_value_is_the_object_with_its_unit() -> None:
    explained = explain(make_article("截至2022年底，绍兴市建成5G基站9800个。"))
    figure = next(t.object for s in explained.sentences for t in s.statements if t.predicate == "hasMeasurement")
    assert isinstance(figure, Measured)
    assert (figure.value, figure.unit) == (9800, "个")


def test_the_samples_are_explained_whole(sample_articles: Path) -> None:
    for article in read_paths([sample_articles]):
        explained = explain(article)
        assert [rule.name for rule in explained.rules if not (rule.source or rule.looks_at)] == []
        for sentence in explained.sentences:
            assert "".join(piece for piece, _ in painted(sentence)) == sentence.text
            for span in (*sentence.named, *sentence.people, *sentence.times, *sentence.figures):
                assert article.text[span.start : span.end] == span.wording
