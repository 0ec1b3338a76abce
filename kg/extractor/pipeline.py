"""The way of an article through the extractor."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.allocation import no_look
from kg.extractor import knowledge as knowledge_module
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.linking.entities import entities
from kg.extractor.linking.linker import Linking, link, with_more
from kg.extractor.mentions.acting import with_acting
from kg.extractor.mentions.aims import find_aims
from kg.extractor.mentions.awards import compile_awards, find_awards
from kg.extractor.mentions.brands.find import find_brands
from kg.extractor.mentions.candidates import Candidate, covered, without_overlaps
from kg.extractor.mentions.documents import find_documents
from kg.extractor.mentions.funded import find_funded
from kg.extractor.mentions.known import find_known
from kg.extractor.mentions.listed_works import find_listed_works
from kg.extractor.mentions.lists import find_listed
from kg.extractor.mentions.made import find_made
from kg.extractor.mentions.names import find_names
from kg.extractor.mentions.opened import with_opened
from kg.extractor.mentions.people import find_people
from kg.extractor.mentions.products import find_products
from kg.extractor.mentions.quantities import QuantityMention, find_quantities
from kg.extractor.mentions.quoted import find_quoted
from kg.extractor.mentions.surroundings import surroundings
from kg.extractor.mentions.times import TimeMention, find_times
from kg.extractor.mentions.titles import PersonMention
from kg.extractor.mentions.unlisted_fields import find_fields
from kg.extractor.mentions.unlisted_trades import find_unlisted_trades
from kg.extractor.new_words import with_new_words
from kg.extractor.relations.article_reading import ArticleReading
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.names.lone_names import without_lone_names
from kg.extractor.relations.offices.named_again import with_bodies_of_offices
from kg.extractor.relations.offices.positions import find_positions
from kg.extractor.relations.patterns import compile_all
from kg.extractor.relations.qualifiers import compile_qualifiers
from kg.extractor.relations.reliability import weighed
from kg.extractor.relations.shared_qualifiers import with_shared_qualifiers
from kg.extractor.relations.speakers import speakers_own
from kg.extractor.relations.unclaimed import without_claimed
from kg.extractor.relations.writing import Found
from kg.extractor.segmentation import Tokens, segment
from kg.extractor.sentences import sentences
from kg.extractor.typography import as_printed, as_read, with_printed_names
from kg.mistakes import told_by_file
from kg.model import Article, Extraction, Mention, Sentence, Statement


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found on the way, for those who want to see why; `text` is that of the article as it is read."""

    article: Article
    text: str
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    linking: Linking
    times: tuple[TimeMention, ...]
    quantities: tuple[QuantityMention, ...]
    people: tuple[PersonMention, ...]
    statements: tuple[Statement, ...]


def extract(article: Article) -> Extraction:
    """The statements of an article, with the things and mentions that they speak of, in a fixed order.

    The first call loads what it takes to read. Raises LexiconError.
    """
    _get_ready()
    with no_look():
        return extraction(analyse(article))


@cache
@told_by_file()
def _get_ready() -> None:
    """Load what every article needs, and tell the collector of garbage that it stays: it looks at it no more."""
    known = knowledge_module.load()
    for matcher in (known.entry_matcher, known.concept_matcher, known.sector_matcher):
        matcher.get_ready()
    compile_all()
    compile_awards()
    compile_qualifiers()
    figure_rules().expressions.get_ready()
    gc.freeze()


def extraction(analysis: Analysis) -> Extraction:
    """What of an analysis is to be kept; to `analyse` a few articles takes less time to get ready than `extract`."""
    known = knowledge_module.load()
    used = {s.subject for s in analysis.statements} | {s.obj for s in analysis.statements if isinstance(s.obj, str)}
    mentions = tuple(
        Mention(m.start, m.end, kind, iri, m.reason)
        for m in analysis.linking.mentions
        for kind, iri in m.readings
        if iri in used
    )
    article, things = analysis.article, entities(analysis.linking.drafts, used, analysis.text, known)
    things = with_printed_names(things, mentions, article.text, analysis.text)
    return Extraction(article, things, mentions, analysis.statements)


@told_by_file()
def analyse(article: Article) -> Analysis:
    """Read an article and keep every step. Raises LexiconError."""
    known = knowledge_module.load()
    printed, article = article, as_read(article)
    text = article.text
    titles, surnames = known.lexicon.words("titles.txt"), known.lexicon.words("surnames.txt")
    tokens = with_new_words(segment(text), frozenset(surnames))
    reference = article.published.date() if article.published else None
    people = tuple(find_people(text, tokens, titles, surnames))
    in_people = {i: person for person in people for i in range(person.start, person.end)}
    candidates = [
        c for c in _candidates(text, tokens, known, people) if not _in_person(text, c, in_people.get(c.start))
    ]
    linking = link(article, tokens, candidates, known)
    named = covered(c for c in candidates if c.source in ("grammar", "quoted", "award", "document"))
    times = tuple(t for t in find_times(text, reference) if t.start not in named)
    dated = {i for t in times for i in range(t.start, t.end)}
    quantities = tuple(q for q in find_quantities(text) if q.number_start not in named and q.number_start not in dated)
    parts = tuple(sentences(article))
    positions = tuple(find_positions(text, tokens, people, linking, known))
    linking = with_bodies_of_offices(text, tokens, linking, positions)
    linking = with_more(linking, speakers_own(text, linking, positions))
    reader = ArticleReading(article, tokens, linking, positions, Found(times, quantities, people), known)
    told = list(without_claimed(list(reader.read(parts)), linking.drafts, known))
    agreed = with_shared_qualifiers(told, linking.drafts, reader.progress())
    statements = tuple(map(weighed, without_lone_names(agreed)))
    if article is not printed:
        statements = tuple(as_printed(statement, printed) for statement in statements)
    return Analysis(printed, text, tokens, parts, linking, times, quantities, people, statements)


def _candidates(text: str, tokens: Tokens, known: Knowledge, people: Sequence[PersonMention]) -> list[Candidate]:
    listed = find_known(text, tokens, known)
    around = surroundings(text, tokens, known.names, listed)
    named = with_acting(text, [*listed, *find_names(around, known)])
    documents = [Candidate(d.start, d.end, "Document", d.name, "document", 4) for d in find_documents(text)]
    named += [*find_quoted(around, known), *find_funded(text), *find_awards(text), *documents]
    named = with_opened(around, named, find_brands(text, tokens, known, named, people))
    named += find_listed(text, tokens, known, named)
    named += find_listed_works(text, tokens, known, named)
    named += find_products(text, tokens, known, named)
    named += find_made(text, tokens, known, named)
    named += find_aims(text, tokens, known, named)
    named += find_unlisted_trades(text, tokens, known, named)
    named += find_fields(text, tokens, known, named)
    return without_overlaps(c for c in named if c.source == "document" or not _in_title(text, c))


def _in_person(text: str, candidate: Candidate, person: PersonMention | None) -> bool:
    """Whether a place is the given name of a person (the city 金昌 in 王金昌), or a name runs on from his (王国华|为).

    `person` is the one within whose name the candidate begins.
    """
    if person is None:
        return False
    if candidate.end > person.end:
        return text.startswith("为", person.end)
    return is_place(candidate.kind) and candidate.start > person.start


def _in_title(text: str, candidate: Candidate) -> bool:
    """Whether a name stands inside 《》: the title of a talk or a book speaks of things, it does not state them."""
    opening = text.rfind("《", max(0, candidate.start - 60), candidate.start + 1)
    return opening >= 0 and text.find("》", opening) >= candidate.end
