"""Where the nodes stand: communities and positions, the same for the same graph on every run.

Up to a thousand nodes are laid out by springs as one whole. Beyond that, springs take minutes and give a hairball: each
community is laid out for itself and takes a round place of its own, next to the communities it has most links with.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.exporters.property_graph import PropertyGraph

Points = NDArray[np.float64]
Links = Counter[tuple[int, int]]

WHOLE: Final = 1000
"""Up to so many nodes, springs act on all at once."""
SPACING: Final = 60.0
"""The distance that neighbours keep, in the unit of node sizes (pixels)."""
_GOLDEN: Final = math.pi * (3 - math.sqrt(5))
_SEED: Final = 7


def arrange(graph: PropertyGraph) -> PropertyGraph:
    """The same graph with community, position and size on every node. Positions are rounded to a tenth of a pixel."""
    number = {node.id: index for index, node in enumerate(graph.nodes)}
    links: Links = Counter()
    for edge in graph.edges:
        a, b = sorted((number[edge.source], number[edge.target]))
        if a != b:
            links[a, b] += 1
    groups = communities(len(graph.nodes), links)
    points = positions(len(graph.nodes), links, groups)
    member = {index: rank for rank, group in enumerate(groups) for index in group}
    nodes = tuple(
        replace(
            node,
            community=member[index],
            x=round(float(points[index, 0]), 1) + 0.0,
            y=round(float(points[index, 1]), 1) + 0.0,
            size=round(min(10 + 5 * math.sqrt(node.degree), 60.0), 1),
        )
        for index, node in enumerate(graph.nodes)
    )
    return replace(graph, nodes=nodes)


def communities(count: int, links: Links) -> list[list[int]]:
    """The communities of nodes 0 to `count` - 1 by Louvain's method, the largest first; members in order."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(links.items()))
    # Whole numbers as nodes: the method iterates over sets, whose order for strings changes with the hash seed.
    found = nx.community.louvain_communities(graph, seed=_SEED) if count else []
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def positions(count: int, links: Links, groups: list[list[int]]) -> Points:
    """A point for each of the nodes 0 to `count` - 1."""
    if count <= WHOLE:
        points = _springs(count, links)
        return points * (SPACING * math.sqrt(count) / max(_radius(points), 1e-9)) * 0.7
    points = np.zeros((count, 2))
    centres = _centres(groups, links)
    for rank, (group, inner) in enumerate(zip(groups, _inner(groups, links), strict=True)):
        local = _springs(len(group), inner) if len(group) <= WHOLE else _sunflower(len(group), inner)
        points[group] = centres[rank] + local * (_room(len(group)) / max(_radius(local), 1e-9)) * 0.85
    return points


def _inner(groups: list[list[int]], links: Links) -> list[Links]:
    """The links within each group, between places in the group instead of nodes."""
    rank_of = {index: rank for rank, group in enumerate(groups) for index in group}
    place = {index: at for group in groups for at, index in enumerate(group)}
    inner: list[Links] = [Counter() for _ in groups]
    for (a, b), weight in links.items():
        if rank_of[a] == rank_of[b]:
            inner[rank_of[a]][place[a], place[b]] = weight
    return inner


def _room(size: int) -> float:
    """The radius of the disc that a community of so many nodes takes."""
    return SPACING * 0.75 * math.sqrt(size)


def _radius(points: Points) -> float:
    return float(np.hypot(points[:, 0], points[:, 1]).max(initial=0.0))


def _sunflower(count: int, links: Links) -> Points:
    """Points spread evenly over a disc of radius 1, the best connected in the middle."""
    degree: Counter[int] = Counter()
    for (a, b), weight in links.items():
        degree[a] += weight
        degree[b] += weight
    order = sorted(range(count), key=lambda index: (-degree[index], index))
    rank = np.empty(count)
    rank[order] = np.arange(count)
    radius, angle = np.sqrt((rank + 0.5) / max(count, 1)), rank * _GOLDEN
    return np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))


def _springs(count: int, links: Links) -> Points:
    """Fruchterman and Reingold's springs from a sunflower start, with a pull to the middle that holds islands."""
    points = _sunflower(count, links)
    if count < 3:
        return points
    ends = np.array(sorted(links), dtype=np.intp).reshape(-1, 2)
    weights = 1 + np.log([links[a, b] for a, b in ends.tolist()])[:, None]
    ideal, rounds = 1 / math.sqrt(count), max(20, min(60, 20_000 // count))
    for turn in range(rounds):
        move = _repulsion(points, ideal) - points * 2.0
        gap = points[ends[:, 0]] - points[ends[:, 1]]
        pull = gap * (np.hypot(gap[:, 0], gap[:, 1])[:, None] / ideal) * weights
        np.add.at(move, ends[:, 0], -pull)
        np.add.at(move, ends[:, 1], pull)
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)[:, None]
        points = points + move / length * np.minimum(length, 0.15 * (1 - turn / rounds))
    centred: Points = points - points.mean(axis=0)
    return centred


def _repulsion(points: Points, ideal: float) -> Points:
    """The push that all other points give each point; in single precision, as all pairs are looked at."""
    x, y = points[:, 0].astype(np.float32), points[:, 1].astype(np.float32)
    dx, dy = x[:, None] - x, y[:, None] - y
    push = dx * dx
    push += dy * dy
    np.maximum(push, 1e-6, out=push)
    np.divide(ideal * ideal, push, out=push)
    dx *= push
    dy *= push
    return np.column_stack((dx.sum(axis=1, dtype=np.float64), dy.sum(axis=1, dtype=np.float64)))


def _centres(groups: list[list[int]], links: Links) -> Points:
    """The middle of each community's disc: the largest first, each as near as it fits to those it is linked with."""
    pulls = _pulls(groups, links)
    tied = {rank for high, pull in pulls.items() for rank in (high, *pull)}
    centres = np.zeros((len(groups), 2))
    radii = np.array([_room(len(group)) for group in groups])
    placed: list[int] = []
    for rank in sorted(tied):
        pull = pulls.get(rank, Counter())
        middle = np.average(centres[list(pull)], axis=0, weights=list(pull.values())) if pull else np.zeros(2)
        centres[rank] = _free(middle, float(radii[rank]), centres[placed], radii[placed])
        placed.append(rank)
    if placed:
        centres[placed] -= np.average(centres[placed], axis=0, weights=radii[placed] ** 2)
    rim = float((np.hypot(*centres[placed].T) + radii[placed]).max(initial=0.0))
    islands = [rank for rank in range(len(groups)) if rank not in tied]
    centres[islands] = _rings(rim, radii[islands])
    return centres


def _pulls(groups: list[list[int]], links: Links) -> dict[int, Counter[int]]:
    """For each community by rank, how many links it has with larger ones."""
    rank_of = {index: rank for rank, group in enumerate(groups) for index in group}
    pulls: dict[int, Counter[int]] = {}
    for (a, b), weight in sorted(links.items()):
        low, high = sorted((rank_of[a], rank_of[b]))
        if low != high:
            pulls.setdefault(high, Counter())[low] += weight
    return pulls


def _rings(rim: float, radii: Points) -> Points:
    """Discs, the largest first, in rings around a disc of radius `rim`."""
    centres = np.zeros((len(radii), 2))
    distance, angle = rim, math.tau
    for rank, radius in enumerate(radii.tolist()):
        width = 2 * radius + SPACING / 2
        if angle + width / max(distance, width) > math.tau:
            angle, distance = 0.0, distance + width
        step = width / max(distance, width)
        centres[rank] = distance * math.cos(angle + step / 2), distance * math.sin(angle + step / 2)
        angle += step
    return centres


def _free(middle: Points, radius: float, centres: Points, radii: Points) -> Points:
    """The first point on a spiral around the middle where a disc of that radius touches none of those given."""
    room = radii + radius + SPACING
    # The disc moves by half its radius at a time, both along the spiral and from one turn of it to the next.
    pitch, turns = radius / 2, 0.0
    while True:
        # Equal steps along an Archimedean spiral: the n-th lies at about the square root of n / π turns.
        steps = np.sqrt(turns * turns + np.arange(256) / math.pi)
        angle, distance = steps * math.tau, steps * pitch
        points: Points = middle + np.column_stack((distance * np.cos(angle), distance * np.sin(angle)))
        gap = points[:, None, :] - centres[None, :, :]
        free = ((gap * gap).sum(axis=2) >= room * room).all(axis=1)
        if free.any():
            return points[int(free.argmax()), :]
        turns = float(steps[-1])
