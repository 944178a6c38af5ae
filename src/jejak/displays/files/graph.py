"""A display as nodes and edges: the boxes and arrows of a network, codes that meet, or rows and columns."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model.shape import Box, Heading, Matrix
from ..writing import label, whole_label

__all__ = ["Edge", "Graph", "Vertex", "graph_of"]

Value = str | float


@dataclass(frozen=True, slots=True)
class Vertex:
    """A node: its key in the study, what it is called, and what else is known of it by name; ``colour`` is
    ``#rrggbb`` or empty, ``place`` where it was drawn."""

    key: str
    label: str
    known: Mapping[str, Value] = field(default_factory=dict)
    colour: str = ""
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """From one node to another, by their places in the graph."""

    origin: int
    target: int
    weight: float | None = None
    label: str = ""
    known: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges; where it is not directed an edge stands once, whichever way."""

    title: str
    nodes: tuple[Vertex, ...]
    edges: tuple[Edge, ...]
    directed: bool = False

    def attributes(self, of: str) -> dict[str, str]:
        """What is known of nodes or edges, by name: *string* or *double*."""
        found: dict[str, str] = {}
        for one in self.nodes if of == "node" else self.edges:
            for name, value in one.known.items():
                found.setdefault(name, "string" if isinstance(value, str) else "double")
        return found


def graph_of(matrix: Matrix, language: str) -> Graph:
    """The network of a display; else its rows, tied by its cells: to one another where rows and columns
    are the same, to its columns where they are not. Nothing ties where a cell is 0 or holds no number."""
    title = label(matrix.caption.title, language)
    if matrix.network is not None:
        nodes, edges = _drawn(matrix, language)
        return Graph(title, nodes, edges, directed=True)
    if [one.key for one in matrix.rows] == [one.key for one in matrix.columns]:
        return _square(matrix, title, language)
    vertices = [_vertex(one, "row", language) for one in matrix.rows]
    vertices += [_vertex(one, "column", language) for one in matrix.columns]
    ties = [
        Edge(row, len(matrix.rows) + column, value, known=known)
        for row, column, value, known in _ties(matrix)
    ]
    return Graph(title, tuple(vertices), tuple(ties))


def _drawn(matrix: Matrix, language: str) -> tuple[tuple[Vertex, ...], tuple[Edge, ...]]:
    assert matrix.network is not None
    nodes = tuple(_box(one) for one in matrix.network.boxes)
    edges = tuple(
        Edge(
            one.origin, one.target, None if one.strength is None else float(one.strength),
            label(one.words, language), {"sign": one.sign},
        )
        for one in matrix.network.arrows
    )  # fmt: skip
    return nodes, edges


def _box(one: Box) -> Vertex:
    known = {"kind": one.kind} | ({"level": one.level} if one.level else {})
    return Vertex(one.key, one.label, known, place=(one.x, one.y))


def _square(matrix: Matrix, title: str, language: str) -> Graph:
    ties = list(_ties(matrix))
    values = {(row, column): value for row, column, value, _ in ties}
    mutual = all(values.get((column, row)) == value for (row, column), value in values.items())
    totals = matrix.row_totals or (None,) * len(matrix.rows)
    nodes = [
        _vertex(one, "row", language, total) for one, total in zip(matrix.rows, totals, strict=True)
    ]
    edges = [
        Edge(row, column, value, known=known)
        for row, column, value, known in ties
        if row != column and (row < column or not mutual)
    ]
    return Graph(title, tuple(nodes), tuple(edges), directed=not mutual)


def _vertex(one: Heading, part: str, language: str, total: float | None = None) -> Vertex:
    known: dict[str, Value] = {"part": part}
    if one.path:
        known["path"] = one.path
    if total is not None:
        known["total"] = float(total)
    return Vertex(one.key, label(whole_label(one), language), known, one.colour or "")


def _ties(matrix: Matrix) -> Iterator[tuple[int, int, float, dict[str, Value]]]:
    for (row, column), cell in sorted(matrix.cells.items()):
        value = cell.value
        if value is None or value == 0 or not math.isfinite(value):
            continue
        known: dict[str, Value] = {
            name: float(those[row, column])
            for name, those in matrix.measures.items()
            if (row, column) in those
        }
        yield row, column, float(value), known
