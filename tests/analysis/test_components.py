"""The one pass for strongly connected components, against networkx, and at depth."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.components import components

GRAPHS = st.integers(1, 12).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, n - 1), max_size=4), min_size=n, max_size=n)
)


@given(GRAPHS)
def test_components_are_those_of_networkx(successors: list[list[int]]) -> None:
    graph = nx.DiGraph([(i, j) for i, nexts in enumerate(successors) for j in nexts])
    graph.add_nodes_from(range(len(successors)))
    expected = {frozenset(component) for component in nx.strongly_connected_components(graph)}
    found = components(successors)
    assert {frozenset(component) for component in found} == expected
    assert all(component == sorted(component) for component in found)


@given(GRAPHS)
def test_what_can_be_reached_comes_first(successors: list[list[int]]) -> None:
    found = components(successors)
    place = {node: number for number, members in enumerate(found) for node in members}
    for node, nexts in enumerate(successors):
        assert all(place[successor] <= place[node] for successor in nexts)


def test_depth_is_no_limit() -> None:
    chain = [[i + 1] for i in range(100_000)] + [[]]
    assert len(components(chain)) == 100_001
    ring = [[(i + 1) % 100_000] for i in range(100_000)]
    assert len(components(ring)) == 1
