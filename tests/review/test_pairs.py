from __future__ import annotations

from kg.review import likely_pairs
from kg.review.things import things
from kg.store import Store
from kg.store import judgements as judged
from kg.store.judgements import Judgements, Row
from tests.review.sample import GROUP, GUILIN, KNOWN, LONG, SHORT


def test_likely_pairs_come_with_reasons_and_a_sentence_each(store: Store) -> None:
    pairs = likely_pairs(store, Judgements())
    assert {(pair.a.label, pair.b.label) for pair in pairs} == {
        ("海蓝数据", "海蓝数据集团"),
        ("云帆科技", "桂林云帆科技有限公司"),
    }
    assert [pair.score for pair in pairs] == sorted((pair.score for pair in pairs), reverse=True)
    firms = next(pair for pair in pairs if pair.b.iri == LONG.iri or pair.a.iri == LONG.iri)
    assert "same but for the place" in [reason.name for reason in firms.likeness.reasons]
    assert "shared links" in [reason.name for reason in firms.likeness.reasons]
    quotes = {sentence.quote for sentence in firms.sentences if sentence}
    assert quotes == {"云帆科技与桂林市签约共建云平台。", "桂林云帆科技有限公司与桂林市签约共建云平台。"}


def test_the_one_that_a_lexicon_knows_stands_first(store: Store) -> None:
    pair = next(pair for pair in likely_pairs(store, Judgements()) if GROUP.iri in (pair.a.iri, pair.b.iri))
    assert (pair.a.iri, pair.b.iri) == (KNOWN.iri, GROUP.iri)


def test_what_was_judged_is_not_asked_again(store: Store) -> None:
    rows = (Row("different", SHORT.iri, LONG.iri), Row("same", KNOWN.iri, GROUP.iri))
    assert likely_pairs(store, judged.of(rows)) == []


def test_class_score_and_limit_keep_the_list_short(store: Store) -> None:
    assert likely_pairs(store, Judgements(), kind="City") == []
    assert likely_pairs(store, Judgements(), least=0.99) == []
    assert len(likely_pairs(store, Judgements(), limit=1)) == 1


def test_things_know_their_names_and_links_in_both_directions(store: Store) -> None:
    found = things(store)
    assert found[GUILIN].names[0] == "桂林市"
    assert ("partnersWith", SHORT.iri) in found[GUILIN].links
    assert ("partnersWith", GUILIN) in found[SHORT.iri].links
    assert found[KNOWN.iri].known
    assert not found[SHORT.iri].known
