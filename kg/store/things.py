"""Things and measurements in the merge: what any article says of them holds, but each has one type and one name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kg import ontology
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import DEFAULT, Backend, Delta
from kg.store.census import Census
from kg.store.change import Batch
from kg.store.view import MEASUREMENTS, THINGS, Pairs, is_thing


def plan(backend: Backend, delta: Delta, both: Batch) -> None:
    """Add to the delta what changes for the things and measurements that the batch touches."""
    census = Census(backend, both)
    named, measured = both.nodes(THINGS), both.nodes(MEASUREMENTS)
    _plain(delta, both, census, named, v.NAMING)
    _plain(delta, both, census, measured)
    _names(backend, delta, both, census, named)
    _merged(delta, both, census)
    if both.recent:
        both.recent.add(both.said)


def _plain(
    delta: Delta, both: Batch, census: Census, nodes: Iterable[str], without: Collection[str] = frozenset()
) -> None:
    """What needs no decision (all but the predicates `without`): a triple holds as long as one article says it."""
    lost = set()
    for node in nodes:
        after = both.after.of(node)
        delta.insert.update([(node, p, o, DEFAULT) for p, o in after if p not in without])
        lost.update([(node, p, o) for p, o in both.before.of(node) - after if p not in without])
    delta.delete |= {(*triple, DEFAULT) for triple in lost - census.standing(lost)}


def _names(backend: Backend, delta: Delta, both: Batch, census: Census, nodes: Sequence[str]) -> None:
    """Type, label and other names, where articles may disagree."""
    present = both.recent.names(nodes) if both.recent else {}
    unknown = [node for node in nodes if node not in present]
    present |= backend.described(unknown, (v.TYPE,))
    for node, pairs in backend.described([node for node in unknown if present[node]], (v.LABEL, v.ALT_LABEL)).items():
        present[node] |= pairs
    coming = {node: {pair for pair in both.after.of(node) if pair[0] in v.NAMING} for node in nodes}
    # What is only added to cannot lose a vote that it has won; so if there is no second candidate, all is settled.
    settled = {node: present[node] | coming[node] for node in nodes if not both.before.of(node)}
    settled = {node: pairs for node, pairs in settled.items() if _agreed(pairs)}
    open_to_vote = [node for node in nodes if node not in settled]
    settled |= _standing(census, both, present, open_to_vote)
    contested = [node for node, pairs in settled.items() if not _agreed(pairs)]
    settled |= _elected(census, settled, contested)
    for node in nodes:
        wanted = _once(settled[node])
        delta.restate(node, present[node], wanted)
        if both.recent:
            both.recent.name(node, wanted)


def _agreed(pairs: Pairs) -> bool:
    """Whether there is one type, and one label in each language."""
    types = sum(1 for p, _ in pairs if p == v.TYPE)
    languages = [_language(o) for p, o in pairs if p == v.LABEL]
    return types == 1 and len(languages) == len(set(languages))


def _language(literal: str) -> str:
    return literal[literal.rindex('"') + 1 :]


def _once(pairs: Pairs) -> Pairs:
    """The pairs without other names that are the label already."""
    return {(p, o) for p, o in pairs if p != v.ALT_LABEL or (v.LABEL, o) not in pairs}


def _standing(census: Census, both: Batch, present: Mapping[str, Pairs], nodes: Iterable[str]) -> dict[str, Pairs]:
    """All types, labels and names that any article gives each node. A label that lost a vote is among the names."""
    types = {v.sc(name) for name in ontology.load().classes}
    asked = set()
    for node in nodes:
        pairs = present[node] | both.before.of(node) | both.after.of(node)
        names = {o for p, o in pairs if p in (v.LABEL, v.ALT_LABEL)}
        asked |= {(node, p, name) for name in names for p in (v.LABEL, v.ALT_LABEL)}
        asked |= {(node, v.TYPE, kind) for kind in types}
    found: dict[str, Pairs] = {node: set() for node in nodes}
    for node, predicate, obj in census.standing(asked):
        found[node].add((predicate, obj))
    return found


def _elected(census: Census, standing: Mapping[str, Pairs], nodes: list[str]) -> dict[str, Pairs]:
    """One type and one label a language for each node: the lexicon's, else that of most articles."""
    raw = {node: [one for p, o in standing[node] for one in census.raw((node, p, o))] for node in nodes}
    marks = {(member, v.REGISTERED, t.typed("true", "boolean")) for node in nodes for member in census.members(node)}
    known = {subject for subject, _, _ in census.votes(marks, limit=1)}
    votes = census.votes(one for asked in raw.values() for one in asked if one[1] != v.ALT_LABEL)
    elected = {}
    for node in nodes:
        counts: dict[tuple[str, str], tuple[bool, int]] = {}
        for one in raw[node]:
            if votes.get(one):
                before = counts.get(one[1:], (False, 0))
                counts[one[1:]] = (before[0] or one[0] in known, before[1] + votes[one])
        elected[node] = _elect(standing[node], counts)
    return elected


def _elect(pairs: Pairs, counts: Mapping[tuple[str, str], tuple[bool, int]]) -> Pairs:
    names = [(p, o) for p, o in pairs if p == v.ALT_LABEL]
    labels: dict[str, list[tuple[str, str]]] = {}
    for pair in sorted(pairs):
        if pair[0] == v.LABEL:
            labels.setdefault(_language(pair[1]), []).append(pair)
    winners = {min(rivals, key=lambda pair: (*_more(counts[pair]), -len(pair[1]))) for rivals in labels.values()}
    types = [pair for pair in sorted(pairs) if pair[0] == v.TYPE]
    winners |= set(sorted(types, key=lambda pair: (*_more(counts[pair]), _order(pair[1])))[:1])
    losers = {(v.ALT_LABEL, o) for p, o in pairs if p == v.LABEL and (p, o) not in winners}
    return winners | losers | set(names)


def _more(count: tuple[bool, int]) -> tuple[bool, int]:
    """A sort key that puts the lexicon first, then the greater number."""
    return not count[0], -count[1]


def _order(kind: str) -> int:
    return ontology.load().classes[v.local(kind)].order


def _merged(delta: Delta, both: Batch, census: Census) -> None:
    """The old ids of what was merged, as long as an article uses them."""
    gone = {old: new for old, new in both.before.renamed.items() if old not in both.after.renamed}
    kinds = {v.sc(name) for name in ontology.load().classes}
    used = {subject for subject, _, _ in census.elsewhere((old, v.TYPE, kind) for old in gone for kind in kinds)}
    for old, new in both.before.renamed.items():
        still = old in used and (not is_thing(old) or both.judgements.canonical(t.unwrap(old)) == t.unwrap(new))
        if not (still or both.after.renamed.get(old) == new):
            delta.delete.add((old, v.MERGED_INTO, new, DEFAULT))
    delta.insert |= {(old, v.MERGED_INTO, new, DEFAULT) for old, new in both.after.renamed.items()}
