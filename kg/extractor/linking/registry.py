"""One identity for each thing of an article: open names that mean the same are brought together."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kg import ids
from kg.extractor.kinds import is_organisation
from kg.extractor.knowledge import Knowledge, head_kind
from kg.extractor.linking.coined import begins_coined, begins_with_nature
from kg.extractor.linking.drafts import Draft
from kg.extractor.linking.known_names import known_body, known_product, place_before
from kg.extractor.linking.open_names import open_key
from kg.extractor.linking.short_names import short_forms, without_form
from kg.extractor.linking.variants import is_same_work
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.rules import load_rules, words
from kg.extractor.segmentation import is_word, segment
from kg.lexicon import Entry

# Parts of speech of words that are rather names.
_NAME_TAGS: Final = ("nr", "nz", "nt", "nrt", "x", "j")
# How long the name of a project is at least that leaves out its owner.
_SHORTEST_REST: Final = 6
# How long the name of a part of a body is at least that stands for it without the body.
_SHORTEST_PART: Final = 5
# What stands between a university and its hospital or school.
_ATTACHED: Final = "附属"
# What is in Latin letters at the end of a name, without a bracket behind it.
_LETTERS: Final = re.compile(r"[A-Za-z][A-Za-z0-9 .+-]*(?=[（(]|$)")


class Registry:
    """The open things of one article, found by any of their names."""

    def __init__(self, knowledge: Knowledge, scope: str) -> None:
        """`scope` is the IRI that keeps a project without a name of its own apart from its namesakes elsewhere."""
        self._knowledge = knowledge
        self._scope = scope
        self._drafts: dict[str, Draft] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        self._keys: dict[str, str] = {}
        self._defined: dict[str, str] = {}
        self._listed_bodies: dict[str, Entry] = {}

    def add_open(
        self, candidates: Iterable[Candidate], defined: Mapping[str, str], listed: Iterable[Entry] = ()
    ) -> None:
        """Take in the open names of an article, the longest first, so that short forms find their long one.

        `defined` has the full names by the short ones that the article defines; these are nothing else. `listed` are
        the known bodies that it names: 妇产科医院 is the known 江城大学附属妇产科医院 there.
        """
        self._listed_bodies = {entry.iri: entry for entry in listed if is_organisation(entry.kind)}
        shorts = {full: short for short, full in defined.items()}
        for candidate in sorted(candidates, key=lambda c: (-len(c.name), c.start)):
            if candidate.name in defined or self.find(candidate.kind, candidate.name) is not None:
                continue
            if (called := self._called(candidate, defined)) is not None:
                self.alias(called, candidate.name)
            else:
                self._add(candidate)
                if candidate.name in shorts and (iri := self.find(candidate.kind, candidate.name)):
                    self.alias(iri, shorts[candidate.name])
                    self._defined[iri] = shorts[candidate.name]

    def _called(self, candidate: Candidate, defined: Mapping[str, str]) -> str | None:
        """The work for which the article defines the name that this one calls with its kind: “慧眼”平台."""
        if candidate.kind != "Project":
            return None
        kind = next(filter(candidate.name.endswith, words(load_rules("short_names"), "loose_kinds")), "")
        full = defined.get(candidate.name.removesuffix(kind).strip("“”"))
        return self.find("Project", full) if full else None

    def find(self, kind: str, name: str) -> str | None:
        """The IRI of the thing of this coarse group that bears the name."""
        return self._by_name.get((self._group(kind), self._key(name)))

    def alias(self, iri: str, name: str) -> None:
        """Give a thing one more name."""
        draft = self._drafts[iri]
        draft.names.add(name)
        self._by_name.setdefault((self._group(draft.kind), self._key(name)), iri)

    def drafts(self) -> dict[str, Draft]:
        """All things so far, by IRI."""
        return self._drafts

    def short_names(self) -> dict[str, str]:
        """Short forms of the open organisations, with the IRI meant; none that two of them share."""
        owners: dict[str, set[str]] = defaultdict(set)
        for iri, draft in self._drafts.items():
            if is_organisation(draft.kind) and draft.entry is None and draft.source != "brand":
                for name in self._full_names(iri):
                    place = place_before(name, self._knowledge)
                    for form in short_forms(name, place):
                        if form == name or not self._is_common_word(form, place):
                            owners[form].add(iri)
        return {form: next(iter(iris)) for form, iris in owners.items() if len(iris) == 1}

    def _full_names(self, iri: str) -> tuple[str, ...]:
        """The names of a thing that have short forms: its label, and the short name that the article defines."""
        label, short = self._drafts[iri].label, self._defined.get(iri, "")
        return (label, short) if short else (label,)

    def _is_common_word(self, form: str, place: str) -> bool:
        """Whether a short form is a word of the language (工业, 江城租赁): it tells no firm by itself."""
        rest = form.removeprefix(place) or form
        tokens = segment(rest).items
        names = self._knowledge.names
        if len(tokens) > 1 or len(rest) > 3 or rest != form:
            return all(token.word in names.common_trades or token.word in names.generic for token in tokens)
        known = rest in self._knowledge.concepts_by_name or rest in self._knowledge.lexicon.by_name
        if known or rest in names.heads:
            return True
        return tokens[0].tag not in _NAME_TAGS and is_word(rest)

    def _add(self, candidate: Candidate) -> None:
        group = self._group(candidate.kind)
        body = is_organisation(candidate.kind)
        known = self._listed_body(candidate) if body else known_product(candidate, self._knowledge)
        longer = None if known else self._longer(candidate)
        if known is not None:
            iri = known.iri
            self._drafts.setdefault(iri, Draft(known.kind, known.label, known, reason="known with form"))
        elif longer is not None:
            iri = longer
        else:
            scope = "" if self._proper(candidate) else self._scope
            iri = ids.entity_iri(group, self._key(candidate.name), scope)
            draft = Draft(candidate.kind, candidate.name, source=candidate.source, reason="open name")
            self._drafts.setdefault(iri, draft)
        self.alias(iri, candidate.name)
        if group == "project":
            for shorter in self._shorter_names(candidate):
                self.alias(iri, shorter)

    def _shorter_names(self, candidate: Candidate) -> Iterator[str]:
        """What a project is called without its owner or without what it is.

        江城大学光电制氢项目 is 光电制氢项目 too, 江城“慧眼”平台 is “慧眼”平台, 语音助手“小林” is “小林”, and
        数据集OPEN-ROAD is OPEN-ROAD.
        """
        name = candidate.name
        if candidate.source == "product" and (letters := _LETTERS.search(name)):
            yield letters[0]
        mark, owner = name.find("“"), self._owner_prefix(name)
        if mark > 0 and not name.startswith("第"):  # of a series each edition is its own
            yield name[mark:]
        elif mark < 0 and owner and len(name) - len(owner) >= _SHORTEST_REST:
            yield name[len(owner) :].lstrip()

    def _owner_prefix(self, name: str) -> str:
        """The places and organisations that a name begins with."""
        position = 0
        for start, end, word in self._knowledge.entry_matcher.in_name(name):
            entry = self._knowledge.lexicon.by_name[word][0]
            if start != position or word in entry.weak_names:
                break
            position = end
        return name[:position]

    def _longer(self, candidate: Candidate) -> str | None:
        """The one longer name in the article that this one is a short form of."""
        group, found = self._group(candidate.kind), set()
        for iri, draft in self._drafts.items():
            if self._group(draft.kind) != group or draft.entry is not None:
                continue
            if group == "organization":
                longer = self._is_short_for(candidate, iri)
            elif group == "project":
                longer = self._is_wording_of(candidate.name, draft.label) or self._is_without_owner(candidate, iri, 4)
            else:
                longer = group == "place" and self._is_without_owner(candidate, iri, 3)
            if longer:
                found.add(iri)
        return found.pop() if len(found) == 1 else None

    def _is_wording_of(self, name: str, label: str) -> bool:
        """Whether the name of a work is another wording of a longer one, or that without 项目 or 工程."""
        key = self._key(name)
        bare = self._key(label) in (key + "项目", key + "工程")
        return bare or is_same_work(name, label, self._owner_prefix(name))

    def _is_without_owner(self, candidate: Candidate, iri: str, shortest: int) -> bool:
        """Whether a name of so many characters is the end of a longer one that begins with whose or where it is."""
        key, label = self._key(candidate.name), self._drafts[iri].label
        if len(key) < shortest:
            return False
        whole = self._key(label)
        whole = whole if whole.endswith(key) else whole.removesuffix("项目").removesuffix("工程")
        owner = label[: max(label.rfind(candidate.name), label.find(candidate.name[0]))]
        return whole.endswith(key) and self._is_name(owner)

    def _is_short_for(self, candidate: Candidate, iri: str) -> bool:
        """Whether the name of a body is a short form of another one's, or that of a part of it."""
        key, draft = self._key(candidate.name), self._drafts[iri]
        forms = {
            self._key(f)
            for name in self._full_names(iri)
            for f in short_forms(name, place_before(name, self._knowledge))
        }
        return (
            key in forms
            or self._key(without_form(candidate.name)) in forms
            or (len(key) >= _SHORTEST_PART and self._is_part(candidate.name, draft.label))
        )

    def _is_part(self, name: str, label: str) -> bool:
        """Whether a longer name has a body before a name, as whose part it may be named alone."""
        prefix = label.removesuffix(name)
        if prefix == label:
            return False
        prefix = prefix.removesuffix(_ATTACHED)
        entries = self._knowledge.lexicon.by_name.get(prefix, ())
        if entries:
            return is_organisation(entries[0].kind)
        return is_organisation(head_kind(prefix[1:], self._knowledge.names.heads))

    def _listed_body(self, candidate: Candidate) -> Entry | None:
        """The known body that a name means by itself, or as part of one that the article names."""
        return known_body(candidate, self._knowledge) or self._part_of_listed(candidate)

    def _part_of_listed(self, candidate: Candidate) -> Entry | None:
        """The one known body of the article whose name is that of a house with this one behind it."""
        if len(candidate.name) < _SHORTEST_PART:
            return None
        same = (e for e in self._listed_bodies.values() if e.kind == candidate.kind)
        found = [e for e in same if self._is_part(candidate.name, e.label)]
        return found[0] if len(found) == 1 else None

    def _is_name(self, prefix: str) -> bool:
        entries = self._knowledge.lexicon.by_name.get(prefix.strip("·“”（）()"), ())
        return bool(entries)

    def _proper(self, candidate: Candidate) -> bool:
        """Whether the name itself tells the thing from its namesakes: by its length, its reach, a name or its own word.

        台 in 智慧停车平台 is not Taiwan.
        """
        if candidate.kind not in ("Project", "Award", "Document"):
            return True
        rules = load_rules("short_names")
        long = len(self._key(candidate.name)) >= rules["telling"].get(candidate.kind, math.inf)
        if long and not candidate.name.rstrip("》").endswith(words(rules, "everybodys")):
            return True
        if candidate.kind == "Award" and candidate.name.startswith(words(rules, "nationwide")):
            return True
        names = [word for _, _, word in self._knowledge.entry_matcher.in_name(candidate.name) if len(word) > 1]
        if any(word not in e.weak_names for word in names for e in self._knowledge.lexicon.by_name[word]):
            return True
        coined = candidate.source == "grammar" and begins_coined(candidate.name)
        return coined or begins_with_nature(candidate.name, self._knowledge)

    def _key(self, name: str) -> str:
        if name not in self._keys:
            self._keys[name] = open_key(name, self._knowledge)
        return self._keys[name]

    def _group(self, kind: str) -> str:
        return self._knowledge.ontology.group(kind)
