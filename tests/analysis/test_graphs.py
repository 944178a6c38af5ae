from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.graphs import circles, components, layered

graphs = st.integers(1, 9).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=20),
    )
)


def reached(count: int, edges: list[tuple[int, int]]) -> list[set[int]]:
    """From where one gets to where, by one step or more, the slow way."""
    found = [{b for a, b in edges if a == node} for node in range(count)]
    for _ in range(count):
        for node in range(count):
            found[node] |= {far for near in found[node] for far in found[near]}
    return found


@given(graphs)
def test_components_are_nodes_that_reach_each_other(graph: tuple[int, list]) -> None:
    count, edges = graph
    ways = reached(count, edges)
    expected = {
        tuple(b for b in range(count) if a == b or (b in ways[a] and a in ways[b]))
        for a in range(count)
    }
    assert {tuple(one) for one in components(count, edges)} == expected


@given(graphs)
def test_circles_are_ways_back_to_where_they_begin(graph: tuple[int, list]) -> None:
    count, edges = graph
    ways, found = reached(count, edges), circles(count, edges)
    for circle in found:
        assert all(step in edges for step in pairwise([*circle, circle[0]]))
    on_one = {node for node in range(count) if node in ways[node]}
    assert bool(found) == bool(on_one)
    assert on_one <= {node for circle in found for node in on_one if node in ways[circle[0]]} | {
        node for circle in found for node in circle
    }


@given(graphs)
def test_layers_follow_the_edges_and_nothing_lies_on_anything(graph: tuple[int, list]) -> None:
    count, edges = graph
    places = layered(count, edges)
    assert len(set(places)) == count
    assert layered(count, edges) == places
    if not circles(count, [edge for edge in edges if edge[0] != edge[1]]):
        assert all(places[a][0] < places[b][0] for a, b in edges if a != b)


def test_five_hundred_nodes_are_placed() -> None:
    edges = [(node // 2, node) for node in range(1, 500)] + [(n, n * 7 % 500) for n in range(500)]
    places = layered(500, edges)
    assert len(set(places)) == 500


def test_lines_that_need_not_cross_do_not() -> None:
    places = layered(4, [(0, 3), (1, 2)])
    assert (places[0][1] < places[1][1]) == (places[3][1] < places[2][1])
