"""Directed graphs of a few hundred nodes: circles, layers and places, the same for the same graph.

Nodes are numbers from 0, edges pairs of them.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

__all__ = ["circles", "components", "layered"]

Edge = tuple[int, int]
# How often the order within layers is mended, down and up again; less often where there is much.
_SWEEPS, _MUCH = 12, 20_000


def components(count: int, edges: Sequence[Edge]) -> list[list[int]]:
    """Strongly connected components (Sharir 1981, after Kosaraju), each in ascending order."""
    into = _neighbours((b, a) for a, b in edges)
    seen = [False] * count
    found = []
    for root in reversed(_finished(count, _neighbours(edges))):
        members, waiting = list[int](), [] if seen[root] else [root]
        while waiting:
            node = waiting.pop()
            if not seen[node]:
                seen[node] = True
                members.append(node)
                waiting += into[node]
        if members:
            found.append(sorted(members))
    return found


def _finished(count: int, out: Mapping[int, list[int]]) -> list[int]:
    """All nodes in the order in which a walk through the graph is done with them."""
    seen, done = [False] * count, list[int]()
    for root in range(count):
        work = [(root, False)]
        while work:
            node, leaving = work.pop()
            if leaving:
                done.append(node)
            elif not seen[node]:
                seen[node] = True
                work += [(node, True), *((other, False) for other in out[node])]
    return done


def circles(count: int, edges: Sequence[Edge]) -> list[list[int]]:
    """A shortest circle through the first node of each component that has one, as its nodes in order."""
    loops = {a for a, b in edges if a == b}
    found = [[node] for node in sorted(loops)]
    out = _neighbours(edges)
    found += [
        _circle(members[0], set(members), out)
        for members in sorted(components(count, edges))
        if len(members) > 1
    ]
    return found


def _circle(start: int, among: set[int], out: Mapping[int, list[int]]) -> list[int]:
    came: dict[int, int] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in out[node]:
            if other == start and node != start:
                path = [node]
                while path[-1] != start:
                    path.append(came[path[-1]])
                return path[::-1]
            if other in among and other not in came and other != start:
                came[other] = node
                waiting.append(other)
    return [start]


def layered(count: int, edges: Sequence[Edge]) -> list[tuple[int, float]]:
    """For each node its layer (from 0) and its place within it, after Sugiyama, Tagawa & Toda (1981).

    Edges lead to later layers, but for those that close a circle; places are centred on 0, one apart
    at least.
    """
    forward = _acyclic(count, [(a, b) for a, b in dict.fromkeys(edges) if a != b])
    layer = _longest(count, forward)
    whole, links = _with_bends(layer, forward)
    order = _ordered(whole, links)
    places = {node: at - (len(row) - 1) / 2 for row in order for at, node in enumerate(row)}
    return [(layer[node], places[node]) for node in range(count)]


def _neighbours(edges: Iterable[Edge]) -> defaultdict[int, list[int]]:
    out: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in edges:
        out[a].append(b)
    return out


def _acyclic(count: int, edges: Sequence[Edge]) -> list[Edge]:
    """The edges, those turned round that lead back to where a walk is coming from."""
    out, state = _neighbours(edges), [0] * count
    into = {b for _, b in edges}
    turned: list[Edge] = []
    for root in sorted(range(count), key=lambda node: (node in into, node)):
        work = [(root, 0)] if state[root] == 0 else []
        while work:
            node, step = work.pop()
            state[node] = 1
            if step == len(out[node]):
                state[node] = 2
                continue
            other = out[node][step]
            work.append((node, step + 1))
            turned.append((other, node) if state[other] == 1 else (node, other))
            if state[other] == 0:
                work.append((other, 0))
    return list(dict.fromkeys(turned))


def _longest(count: int, edges: Sequence[Edge]) -> list[int]:
    """The longest way to each node from where ways begin."""
    out, waits = _neighbours(edges), [0] * count
    for _, b in edges:
        waits[b] += 1
    layer = [0] * count
    ready = deque(node for node in range(count) if waits[node] == 0)
    while ready:
        node = ready.popleft()
        for other in out[node]:
            layer[other] = max(layer[other], layer[node] + 1)
            waits[other] -= 1
            if waits[other] == 0:
                ready.append(other)
    return layer


def _with_bends(layer: Sequence[int], edges: Sequence[Edge]) -> tuple[list[int], list[Edge]]:
    """Layers and links of neighbouring layers only: long edges get a bend in each layer they cross."""
    whole, links = list(layer), list[Edge]()
    for a, b in edges:
        before = a
        for between in range(layer[a] + 1, layer[b]):
            whole.append(between)
            links.append((before, len(whole) - 1))
            before = len(whole) - 1
        links.append((before, b))
    return whole, links


def _ordered(layer: Sequence[int], links: Sequence[Edge]) -> list[list[int]]:
    """The nodes of each layer in an order with few crossings: the best of some barycentre sweeps."""
    rows: list[list[int]] = [[] for _ in range(max(layer, default=-1) + 1)]
    for node, number in enumerate(layer):
        rows[number].append(node)
    into, out = _neighbours((b, a) for a, b in links), _neighbours(links)
    best, fewest = [list(row) for row in rows], _crossings(rows, out)
    for sweep in range(max(2, min(_SWEEPS, _MUCH // max(len(links), 1)))):
        if fewest == 0:
            break
        down = sweep % 2 == 0
        for number in range(1, len(rows)) if down else range(len(rows) - 2, -1, -1):
            beside = rows[number - 1 if down else number + 1]
            _sort_by(rows[number], beside, into if down else out)
        now = _crossings(rows, out)
        if now < fewest:
            best, fewest = [list(row) for row in rows], now
    return best


def _sort_by(row: list[int], beside: Sequence[int], tied: Mapping[int, list[int]]) -> None:
    place = {node: at for at, node in enumerate(beside)}
    own = {node: at for at, node in enumerate(row)}

    def middle(node: int) -> float:
        others = [place[other] for other in tied[node] if other in place]
        return sum(others) / len(others) if others else own[node]

    keys = {node: (middle(node), own[node]) for node in row}
    row.sort(key=keys.__getitem__)


def _crossings(rows: Sequence[Sequence[int]], out: Mapping[int, list[int]]) -> int:
    total = 0
    for upper, lower in pairwise(rows):
        place = {node: at for at, node in enumerate(lower)}
        ends = [place[b] for a in upper for b in sorted(out[a], key=place.__getitem__)]
        total += _inversions(ends, len(lower))
    return total


def _inversions(values: Sequence[int], size: int) -> int:
    """How many pairs stand the wrong way round (a Fenwick tree)."""
    tree, total = [0] * (size + 1), 0
    for seen, value in enumerate(values):
        at, upto = value + 1, 0
        while at:
            upto += tree[at]
            at -= at & -at
        total += seen - upto
        at = value + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return total
