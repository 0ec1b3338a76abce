"""Which place a name means when several bear it, and whether a short name is a place at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from kg import ids
from kg.extractor.kinds import is_place
from kg.extractor.knowledge import Knowledge
from kg.extractor.mentions.candidates import Candidate
from kg.extractor.mentions.known import names_a_street
from kg.extractor.segmentation import segment
from kg.lexicon import Entry


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an article plays: how often it names each place for sure, how often names of others hold one, its home.

    `in_names` (the 上海 of 上海国际金融中心) only settles what `named` leaves open; `home` is the IRI of the place that
    the article is about, "" if unknown.
    """

    named: Counter[str]
    in_names: Counter[str]
    home: str

    def near(self, line: Sequence[str]) -> tuple[int, int]:
        """How often the places of a line, from the smallest up, are named, and how often they stand in names."""
        inner = [iri for iri in line if iri != ids.CHINA]
        return sum(self.named[iri] for iri in inner), sum(self.in_names[iri] for iri in inner)


def sure_places(candidates: Sequence[Candidate]) -> Counter[str]:
    """How often each place is named by a name that only it bears and that means nothing else."""
    named = ((c.name, c.entries) for c in candidates if is_place(c.kind))
    return _counted((name, [e for e in entries if isinstance(e, Entry)]) for name, entries in named)


def places_in_names(candidates: Sequence[Candidate], knowledge: Knowledge) -> Counter[str]:
    """How often each place stands, by a name that only it bears, in the name of something that no lexicon lists."""
    words = (word for c in candidates if not c.entries for _, _, word in knowledge.entry_matcher.find(c.name))
    entries = ((word, knowledge.entries_by_name[word]) for word in words)
    return _counted((word, found) for word, found in entries if is_place(found[0].kind))


def _counted(named: Iterable[tuple[str, Sequence[Entry]]]) -> Counter[str]:
    return Counter(found[0].iri for name, found in named if len(found) == 1 and name not in found[0].weak_names)


def choose_place(candidate: Candidate, before: str, scene: Scene, knowledge: Knowledge) -> tuple[Entry, str] | None:
    """The entry that a name of places means here and why, None if the text does not decide.

    `before` is the IRI of the place named directly before (苏州 in 苏州虎丘区).
    """
    entries = [e for e in candidate.entries if isinstance(e, Entry)]
    inside = [e for e in entries if before and knowledge.lies_in(e.iri, before) and e.iri != before]
    if len(inside) == 1:
        return inside[0], "lies in the place named before it"
    weak = candidate.name in entries[0].weak_names
    if len(entries) == 1 and not weak:
        return entries[0], "the only place of this name"
    scores = [_score(e, scene, knowledge, weak=weak) for e in entries]
    best = max(scores)
    if best == (0, 0) or scores.count(best) > 1 or (weak and not best[0]):
        return _whole_name(candidate, entries) if not weak else None
    reason = "the article's other places decide" if best[0] else "the places in the article's names decide"
    return entries[scores.index(best)], reason


def _score(entry: Entry, scene: Scene, knowledge: Knowledge, *, weak: bool) -> tuple[int, int]:
    """How near a place is to those of the article; a shared name may look farther up than a common word."""
    # A common word (港口, 和平) is a place only where its city or itself is named.
    line = [entry.iri, *knowledge.ancestors(entry.iri)][: 2 if weak else 3]
    near, in_names = scene.near(line)
    at_home = bool(scene.home) and (scene.home in line or (not weak and entry.iri in knowledge.ancestors(scene.home)))
    return near + 2 * at_home, in_names


def _whole_name(candidate: Candidate, entries: Sequence[Entry]) -> tuple[Entry, str] | None:
    """A province or prefecture and its namesake county: the larger unit is meant unless the text says more."""
    strong = [e for e in entries if candidate.name not in e.weak_names]
    if len(strong) == 1:
        return strong[0], "the only place that goes by this name alone"
    cities = [e for e in entries if e.kind == "City" and e.label.rstrip("市") == candidate.name.rstrip("市")]
    return (cities[0], "the city, not its namesakes") if len(cities) == 1 else None


def choose_name_place(name: str, home: str, knowledge: Knowledge, told: Container[str] = ()) -> str:
    """The place that stands in a name, "" if there is none or several places are called so.

    The smallest of a chain counts (江城市滨河区文化馆), and a country locates nothing (中国银行). A county by its bare
    name (the 平陆 of 平陆运河) is one only near home, or where the name or one of the article's things, whose IRIs are
    `told`, is the county or what it directly lies in.
    """
    tokens = segment(name)
    province = next(iter(knowledge.ancestors(home)[-2:-1]), home) if home else ""
    found: list[Entry] = []
    for start, end, word in knowledge.entry_matcher.find(name):
        seats = _seats(knowledge.entries_by_name[word], word, knowledge)
        if seats is not None:
            found += seats
            continue
        entries = [e for e in knowledge.entries_by_name[word] if is_place(e.kind) and e.kind != "Country"]
        if (
            not entries
            or names_a_street(name, end)
            or len(word) < 2
            or (len(word) < 4 and start > 0 and not tokens.at_border(start, end))
        ):
            continue
        sure = [e for e in entries if e.iri == home or any(knowledge.lies_in(e.iri, f.iri) for f in found)]
        if len(sure) == 1:  # 滨河 in 江城滨河分公司, and in a paper of 滨河
            found.append(sure[0])
            continue
        near = [e for e in entries if province and knowledge.lies_in(e.iri, province)]
        candidates = _likeliest(entries, near, told)
        if len(candidates) == 1 and word not in candidates[0].weak_names:
            if (
                not near
                and word != candidates[0].label
                and not _is_borne_out(candidates[0], word, found, told, knowledge)
            ):
                continue
            found.append(candidates[0])
    at_home = [e for e in found if province and knowledge.lies_in(e.iri, province)]
    return _innermost(at_home or found, knowledge)


def opening_country(name: str, knowledge: Knowledge) -> str:
    """The foreign country that the name of an organisation begins with (德国明远公司), "" if with none.

    What begins with 中国 tells whose it is rather than where.
    """
    start, end, word = next(knowledge.entry_matcher.find(name), (1, 0, ""))
    entry = next(iter(knowledge.entries_by_name.get(word, ())), None)
    if entry is None or start or entry.kind != "Country" or entry.iri == ids.CHINA:
        return ""
    return entry.iri if len(word) > 1 and end in segment(name).ends else ""


def _likeliest(entries: Sequence[Entry], near: Sequence[Entry], told: Container[str]) -> Sequence[Entry]:
    """Of places of one name the one that a name means: told, a province (河南大学), near home, else the only city."""
    named = [e for e in entries if e.iri in told]
    provinces = [e for e in entries if e.kind == "Region" and e.parent == ids.CHINA]
    cities = [e for e in entries if e.kind == "City"]
    return next((c for c in (entries, named, provinces, near) if len(c) == 1), cities)


def _is_borne_out(entry: Entry, word: str, before: Sequence[Entry], told: Container[str], knowledge: Knowledge) -> bool:
    """Whether a place that a name calls by its bare name is one that the article may speak of."""
    around = knowledge.lexicon.entries.get(entry.parent)
    if entry.kind != "District" or around is None or word.startswith(around.names):
        return True
    return any(iri in told or any(e.iri == iri for e in before) for iri in (entry.iri, entry.parent))


def _seats(entries: Sequence[Entry], word: str, knowledge: Knowledge) -> list[Entry] | None:
    """The home of a known organisation inside a name, if its name tells it, None if no organisation is named.

    南开大学金融学院 is where 南开大学 is, not in 南开区; and 华为实验室 tells no place.
    """
    entry = entries[0]
    if is_place(entry.kind) or len(entries) > 1 or not entry.place:
        return None
    line = [entry.place, *knowledge.ancestors(entry.place)]
    told = [
        e for iri in line if (e := knowledge.lexicon.entries.get(iri)) and any(n in word for n in e.names if len(n) > 1)
    ]
    return [e for e in told[:1] if e.kind != "Country"]


def _innermost(entries: Sequence[Entry], knowledge: Knowledge) -> str:
    """The last of the places that lies in those before it."""
    chosen = ""
    for entry in entries:
        if not chosen or knowledge.lies_in(entry.iri, chosen):
            chosen = entry.iri
    return chosen
