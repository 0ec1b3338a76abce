"""Whose figure it is: the thing that the clause names, else the one that the text before speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from kg.extractor.kinds import is_place
from kg.extractor.linking.linked import LinkedMention
from kg.extractor.relations.coding import Coded, symbol_class
from kg.extractor.relations.figures.figure_rules import figure_rules
from kg.extractor.relations.figures.figure_spots import counts_projects
from kg.extractor.relations.figures.owners.openings import (
    drifts,
    is_aside,
    is_introduced,
    is_oblique_in,
    is_own_part,
    is_ready,
    opening,
    opens_foreign,
    opens_ready,
)
from kg.extractor.relations.figures.owners.possible_owners import (
    Owner,
    example_of,
    examples,
    generic_acts,
    may_own,
    names_source,
    says_what_is,
    side_by_side,
    subject_of,
    system_made,
    told_in_passing,
)
from kg.extractor.relations.figures.owners.speaking import is_taken, speaks_of
from kg.extractor.relations.figures.series.figure_before import Last
from kg.extractor.relations.figures.series.respective import EACH
from kg.extractor.relations.roles import OWN, SAME_SENTENCE, SENTENCE_BEFORE, Clause

# How many sentences may pass without a word of the thing that they speak of.
_PATIENCE: Final = 3
_COUNTRY_PATIENCE: Final = 1
# 集聚甲、乙等5家企业: what is only listed among those counted.
_EXAMPLES: Final = re.compile(f"{examples('actor')}(?=[{symbol_class('quantity')}])")
# 江城|港 is no place but a port.
_PORT: Final = re.compile("港(?![口区务航产])")
# How many sentences on what else was named may be spoken of.
_ELSEWHERE: Final = 2
# A new subject may take its figures from the article's firm a little less surely than from its sentence.
_FROM_TITLE: Final = 0.8


class Topics:
    """What the text speaks of from clause to clause; `main` and `place` are the firm and place it is about.

    Clauses are only noted as they come, and read when a figure asks whose it is. What a plan says is said of the place
    whose it is, which `whose_plan` tells.
    """

    def __init__(
        self,
        main: LinkedMention | None,
        country: LinkedMention | None = None,
        leading: frozenset[str] = frozenset(),
        whose_plan: Callable[[LinkedMention], LinkedMention | None] = lambda _: None,
        place: LinkedMention | None = None,
    ) -> None:
        """Begin an article that opens with the `leading` projects, by IRI; the figures of 全国 are its `country`'s."""
        self._main, self._country, self._leading, self._whose_plan = main, country, leading, whose_plan
        self._place = place
        # The last of the leading projects that a clause was about.
        self._led: LinkedMention | None = None
        # The figures that the part of a sentence behind ； may go on with; `measurements` keeps them here.
        self.row: Sequence[Last] = ()
        self._noted: list[tuple[Coded, Clause] | None] = []
        self._clear(None)

    def _clear(self, thing: LinkedMention | None) -> None:
        self._noted.clear()
        self._thing, self._trust = thing, SENTENCE_BEFORE
        # Whether a plan of the thing is spoken of.
        self._planned = False
        self._project: LinkedMention | None = None
        # The system that the clause before ends with.
        self._made: LinkedMention | None = None
        # What else was named since, and what of that before this sentence.
        self._met: LinkedMention | None = None
        # What of it may do something itself.
        self._acting: LinkedMention | None = None
        self._disturbed: LinkedMention | None = None
        self._others = False
        self._silent = 0
        self._drifted = False
        # Whether the clause before counts projects, of which the sums behind it are told.
        self._several = False
        # Whether the clause before only says that a work is done (项目建成后，), and whether that can be one work only.
        self._ready, self._lone_work = False, False
        # For how many sentences on the text may speak of something else than the place that the article tells of.
        self._elsewhere = 0

    def open_paragraph(self, heading: tuple[LinkedMention, ...]) -> None:
        """Begin a paragraph; the thing in the heading above it is what it speaks of."""
        self._clear(heading[0] if len(heading) == 1 and may_own(heading[0]) else None)

    def open_sentence(self) -> None:
        """Begin a sentence: what the one before spoke of is a little less sure."""
        self._noted.append(None)

    def note(self, coded: Coded, clause: Clause) -> None:
        """Take in a clause when its figures have been read."""
        self._noted.append((coded, clause))

    def own(self, coded: Coded, clause: Clause, before: int) -> Owner | None:
        """The thing that a clause names as its subject before a position in the coded text."""
        country = self._national(coded, clause)
        if country is not None and country.begin <= before:
            return country
        subject = subject_of(coded, clause)
        if not subject or len(subject) > 1 or not may_own(subject[0]):
            return None
        position = coded.position(subject[0].start)
        if is_place(subject[0].kind) and _PORT.match(coded.text, position + 1):
            return None
        if position >= before or is_taken(coded, position + 1, before, subject[0]):
            return None
        return Owner(subject[0], OWN, position + 1, own=True)

    def _national(self, coded: Coded, clause: Clause) -> Owner | None:
        """The country, if a clause opens with 全国 as its subject (截至去年，全国基站达…)."""
        if self._country is None or "全国" not in coded.text:
            return None
        said = figure_rules().expressions["national"].match(coded.text, clause.start)
        return Owner(self._country, OWN, said.end(), own=True) if said else None

    def listed(self, coded: Coded, clause: Clause, before: int, count: int) -> tuple[Owner, ...]:
        """The things that a clause names side by side, if they are as many as its figures and have one each."""
        subject = side_by_side(coded, clause) if count > 1 else ()
        positions = [coded.position(mention.start) for mention in subject]
        if len(subject) != count or not all(map(may_own, subject)) or positions[-1] >= before:
            return ()
        if not EACH.search(coded.text, positions[-1], before):
            return ()
        return tuple(Owner(thing, OWN, positions[-1] + 1, own=True) for thing in subject)

    def carried(self, coded: Coded, clause: Clause, lead: str, *, done: bool) -> Owner | None:
        """The thing spoken of before, for a clause that names none.

        `lead` are the words before the figure, `done` tells that they say what somebody does.
        """
        self._catch_up()
        rules, trust = figure_rules().expressions, min(self._trust, SAME_SENTENCE)
        costs = rules["project_heads"].match(lead) is not None
        work = self._carried_work(coded, clause, lead, costs=costs)
        if work is not None or costs:
            return work
        thing, firm = self._thing, opening(coded, clause).opening("firm_words")
        if (firm and not (thing and thing.kind == "Firm")) or (thing is None and rules["of_main"].search(lead)):
            thing, trust = (self._main, _FROM_TITLE) if not self._others or firm else (None, 0.0)
        if thing is None and not firm and (led := self._led_in(coded, clause)) is not None:
            return Owner(led, _FROM_TITLE, clause.start, own=False)
        earned = thing is not None and thing.kind == "Firm" and rules["earned"].search(lead)
        if thing is None or (not earned and self._is_disturbed(thing, called=firm != "")):
            return None if firm else self._at_home(coded, clause)
        if thing.kind == "Country" and trust <= SENTENCE_BEFORE and lead.startswith("全国"):
            return None  # 全国首批企业: of whom else it is told
        if not firm and (opens_foreign(coded, clause, thing) or (self._drifted and done)):
            return None
        if not firm and thing is self._thing and self._is_of_another(coded, clause):
            return None
        self._silent = 0
        return Owner(thing, trust, clause.start, own=False, planned=self._planned and thing is self._thing)

    def _carried_work(self, coded: Coded, clause: Clause, lead: str, *, costs: bool) -> Owner | None:
        """The work spoken of before, for a figure of a system, of what a work `costs`, or of what it yields when done.

        Of several works together their place has what they cost.
        """
        trust = min(self._trust, SAME_SENTENCE)
        if self._made is not None and figure_rules().expressions["system_measures"].match(lead):
            return Owner(self._made, SAME_SENTENCE, clause.start, own=False)
        work = self._project or (self._thing if self._thing and self._thing.kind == "Project" else None)
        if work is not None and (costs or self._is_of_work_done(coded, clause)):
            return Owner(work, trust, clause.start, own=False)
        if work is None and costs and self._several and self._thing is not None and is_place(self._thing.kind):
            return Owner(self._thing, trust, clause.start, own=False)  # 全市开工项目20个，总投资50亿元
        return None

    def _is_of_work_done(self, coded: Coded, clause: Clause) -> bool:
        """Whether a clause tells what a work yields when it is done, and nothing is left that the text spoke of."""
        lost = self._thing is None or self._is_disturbed(self._thing, called=False)
        return lost and self._lone_work and (self._ready or opens_ready(coded, clause))

    def _led_in(self, coded: Coded, clause: Clause) -> LinkedMention | None:
        """The project that the article opens with, if nothing else has come up that a clause could be about."""
        named = self._drifted or self._met is not None or self._disturbed is not None
        return None if named or opens_foreign(coded, clause, self._led) else self._led

    def _at_home(self, coded: Coded, clause: Clause) -> Owner | None:
        """The place that the article tells of, where nothing else has come up that a clause could be about."""
        if self._place is None or self._elsewhere > 0 or self._drifted:
            return None
        if opens_foreign(coded, clause, self._place):
            return None
        return Owner(self._place, _FROM_TITLE, clause.start, own=False, at_home=True)

    def _is_of_another(self, coded: Coded, clause: Clause) -> bool:
        """Whether a clause tells what something without a name of its own does: not its firm (班列累计开行5列)."""
        return self._thing is not None and not is_place(self._thing.kind) and generic_acts(coded, clause)

    def _is_part(self, coded: Coded, clause: Clause) -> bool:
        """Whether a clause tells only of a phase of the project spoken of (，一期投资5亿元，)."""
        phase = figure_rules().expressions["phases"].match(opening(coded, clause).text)
        return phase is not None and self._thing is not None and self._thing.kind == "Project"

    def _is_disturbed(self, thing: LinkedMention, *, called: bool) -> bool:
        """Whether something else came up that a figure could belong to: in a sentence before, or beside a place.

        A firm that the article is about, or that is `called` 公司, is not disturbed but by another firm.
        """
        if (
            self._acting is not None
            and is_place(thing.kind)
            and self._acting.kind != "Project"
            and self._acting.iri != thing.iri
        ):
            return True
        main = called or (self._main is not None and self._main.iri == thing.iri)
        if main and thing.kind == "Firm" and self._disturbed is not None and self._disturbed.kind != "Firm":
            return False
        return self._disturbed is not None and self._disturbed.iri != thing.iri

    def _catch_up(self) -> None:
        for noted in self._noted:
            if noted is None:
                self._drifted, self._several, self._made, self._ready = False, False, None, False
                self._disturbed = self._met or self._disturbed
                self._elsewhere = max(0, self._elsewhere - 1)
                self._trust, self._silent = min(self._trust, SENTENCE_BEFORE), self._silent + 1
                country = self._thing is not None and self._thing.kind == "Country"
                if self._silent > (_COUNTRY_PATIENCE if country else _PATIENCE):
                    self._thing = None
            else:
                self._read(*noted)
        self._noted.clear()

    def _read(self, coded: Coded, clause: Clause) -> None:
        subject = self._turn_to(coded, clause)
        self._ready = is_ready(coded, clause)
        named = tuple(coded.symbols(_EXAMPLES.sub("", coded.text[clause.start : clause.end])))
        self._made = system_made(coded, clause) or (None if any(map(may_own, named)) else self._made)
        if several := counts_projects(coded, clause):
            self._project = None
        self._several = several
        if any(may_own(m) and (self._place is None or m.iri != self._place.iri) for m in named):
            self._elsewhere = _ELSEWHERE
        works = {m.iri for m in named if m.kind == "Project" and m.specific}
        self._lone_work = len(works) == 1 or (self._lone_work and not works)
        same, source = says_what_is(coded, clause, subject), names_source(coded, clause)
        for mention in named:
            described = same and mention not in subject
            if mention.kind == "Project" and mention.specific and not described and not several:
                self._project = self._project if told_in_passing(coded, clause, mention) else mention
            if may_own(mention) and not is_place(mention.kind) and mention not in subject:
                if self._main is None or mention.iri != self._main.iri:
                    self._others = True
                if not described and not (source and mention.kind != "Firm"):
                    self._met = mention
                    self._acting = self._acting if is_oblique_in(coded, clause, mention) else mention

    def _turn_to(self, coded: Coded, clause: Clause) -> tuple[LinkedMention, ...]:
        """Turn to what a clause opens with, or away from what was spoken of; gives the subject of the clause."""
        country = self._national(coded, clause)
        subject = (country.thing,) if country else example_of(coded, clause) or subject_of(coded, clause)
        if subject:
            single = len(subject) == 1 and may_own(subject[0]) and speaks_of(coded, clause, subject[0])
            planner = self._whose_plan(subject[0]) if len(subject) == 1 else None
            self._thing, self._trust = (subject[0] if single else planner), SAME_SENTENCE
            self._planned = planner is not None
            if single and subject[0].iri in self._leading:
                self._led = subject[0]
            self._disturbed, self._met, self._acting, self._silent = None, None, None, 0
            self._drifted = False
        elif is_aside(coded, clause):
            pass
        elif is_introduced(coded, clause):
            self._thing, self._project, self._elsewhere = None, None, _ELSEWHERE
        elif opens_foreign(coded, clause, self._thing) or self._is_of_another(coded, clause):
            goes_on = self._is_part(coded, clause) or is_own_part(coded, clause, self._thing)
            self._thing = self._thing if goes_on else None
            self._elsewhere = self._elsewhere if goes_on else _ELSEWHERE
        elif drifts(coded, clause):
            self._drifted = True
        return subject
