from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from itertools import combinations

import numpy as np
import pytest

from kg.exporters.layout import SPACING, WHOLE, Links, arrange, communities, positions
from kg.exporters.property_graph import Edge, Node, PropertyGraph


def ring_of_cliques(cliques: int, size: int) -> Links:
    """Groups in which all know all, each linked by one link to the next."""
    links: Links = Counter()
    for clique in range(cliques):
        members = range(clique * size, (clique + 1) * size)
        links.update(combinations(members, 2))
        after = ((clique + 1) % cliques) * size
        links[min(members[0], after), max(members[0], after)] += 1
    return links


def test_communities_are_found_largest_first() -> None:
    links = ring_of_cliques(5, 6)
    links[0, 30] += 3
    groups = communities(31, links)
    assert groups[0] == [0, 1, 2, 3, 4, 5, 30]
    assert sorted(map(len, groups)) == [6, 6, 6, 6, 7]


def test_neighbours_stand_nearer_than_strangers() -> None:
    links = ring_of_cliques(6, 5)
    points = positions(30, links, communities(30, links))
    gap = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    inside = np.mean([gap[a, b] for a, b in links])
    assert inside < 0.5 * gap[np.triu_indices(30, 1)].mean()


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_small_graphs_have_places_too(count: int) -> None:
    links: Links = Counter({(0, 1): 1} if count > 1 else {})
    points = positions(count, links, communities(count, links))
    assert points.shape == (count, 2)
    assert np.isfinite(points).all()
    assert len({tuple(point) for point in points.tolist()}) == count


def test_large_graphs_are_laid_out_by_community_without_overlap() -> None:
    links = ring_of_cliques(WHOLE // 20 + 1, 20)
    count = 20 * (WHOLE // 20 + 1) + 40
    groups = communities(count, links)
    points = positions(count, links, groups)
    assert np.isfinite(points).all()
    centres = np.array([points[group].mean(axis=0) for group in groups])
    gaps = np.hypot(*(centres[:, None] - centres[None]).transpose(2, 0, 1)) + np.eye(len(groups)) * 1e9
    assert gaps.min() > SPACING / 2
    islands = [index for group in groups if len(group) == 1 for index in group]
    mainland = np.hypot(*points[:-40].T).max()
    assert len(islands) == 40
    assert np.hypot(*points[islands].T).min() > mainland * 0.9


def random_graph(nodes: int, edges: int) -> PropertyGraph:
    rnd = random.Random(5)
    ends = [(rnd.randrange(nodes), rnd.randrange(nodes)) for _ in range(edges)]
    return PropertyGraph(
        tuple(Node(f"n{i}", f"i{i}", str(i), "", "City", "place", degree=i % 50) for i in range(nodes)),
        tuple(Edge(f"e{i}", f"s{i}", f"n{a}", f"n{b}", "p", "p", "p") for i, (a, b) in enumerate(ends)),
    )


def test_a_graph_gets_positions_communities_and_sizes() -> None:
    graph = arrange(random_graph(60, 150))
    assert len({(node.x, node.y) for node in graph.nodes}) == 60
    assert all(node.community >= 0 for node in graph.nodes)
    assert all(10 <= node.size <= 60 for node in graph.nodes)
    assert graph.nodes[49].size > graph.nodes[0].size
    assert graph.edges == random_graph(60, 150).edges


def test_the_places_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "from tests.exporters.test_layout import random_graph; from kg.exporters.layout import arrange;"
        "print([(n.x, n.y, n.community) for n in arrange(random_graph(1200, 2400)).nodes])"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
