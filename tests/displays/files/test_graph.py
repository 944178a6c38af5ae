"""Displays as graphs, read again by networkx: every node, edge, weight and colour."""

from __future__ import annotations

import io
from dataclasses import replace

import networkx as nx
import pytest

from jejak.displays.files import shape_bytes
from jejak.model.shape import Arrow, Box, Cell, Matrix, Network
from jejak.testing import example_corpus
from support.displays import computed

CORPUS = example_corpus(30)
MEETING = computed(CORPUS, "code-cooccurrence")
TABLE = computed(CORPUS, "code-frequencies")
READ = {".gexf": nx.read_gexf, ".graphml": nx.read_graphml}


def read(matrix: Matrix, ending: str) -> nx.Graph:
    return READ[ending](io.BytesIO(shape_bytes(matrix, ending, "en")))


@pytest.mark.parametrize("ending", READ)
def test_codes_that_meet_are_tied_once_by_how_often(ending: str) -> None:
    graph = read(MEETING, ending)
    assert not graph.is_directed()
    assert [data["label"] for _, data in graph.nodes(data=True)] == [
        str(h.label) for h in MEETING.rows
    ]
    wanted = {
        (row, column): cell.value
        for (row, column), cell in MEETING.cells.items()
        if row < column and cell.value
    }
    found = {
        tuple(sorted((int(a[1:]), int(b[1:])))): data["weight"]
        for a, b, data in graph.edges(data=True)
    }
    assert found == wanted
    assert found
    one, other = next(iter(wanted))
    assert graph.edges[f"n{one}", f"n{other}"]["count"] == wanted[one, other]


@pytest.mark.parametrize("ending", READ)
def test_what_is_not_mutual_points(ending: str) -> None:
    first = next(at for at, cell in MEETING.cells.items() if cell.value)
    cells = {**MEETING.cells, first: Cell(99.5)}
    graph = read(replace(MEETING, cells=cells), ending)
    assert graph.is_directed()
    assert graph.edges[f"n{first[0]}", f"n{first[1]}"]["weight"] == 99.5


@pytest.mark.parametrize("ending", READ)
def test_rows_are_tied_to_columns_where_these_are_others(ending: str) -> None:
    graph = read(TABLE, ending)
    assert len(graph) == len(TABLE.rows) + len(TABLE.columns)
    assert {data["part"] for _, data in graph.nodes(data=True)} == {"row", "column"}
    assert graph.number_of_edges() == sum(1 for cell in TABLE.cells.values() if cell.value)


@pytest.mark.parametrize("ending", READ)
def test_boxes_and_arrows_are_as_they_were_drawn(ending: str) -> None:
    boxes = (
        Box("a", "Sebab <&> 😀", "variable", 10, 20, "high"),
        Box("b", "Akibat\x0b", "variable", 30, 40),
    )
    arrows = (Arrow("x", 0, 1, "-", 3, "karena"), Arrow("y", 0, 1))
    graph = read(replace(TABLE, network=Network(boxes, arrows)), ending)
    assert graph.is_directed()
    assert [data["label"] for _, data in graph.nodes(data=True)] == ["Sebab <&> 😀", "Akibat�"]
    assert graph.nodes["n0"]["level"] == "high"
    edges = [data for _, _, data in graph.edges(data=True)]
    assert ("-", 3, "karena") in [(e.get("sign"), e.get("weight"), e.get("label")) for e in edges]
    assert len(edges) == 2
    if ending == ".gexf":
        assert graph.nodes["n1"]["viz"]["position"]["y"] == -40
    else:
        assert graph.nodes["n1"]["y"] == 40


def test_the_colours_of_codes_go_along() -> None:
    colour = next(row.colour for row in MEETING.rows if row.colour)
    assert f"{int(colour[1:3], 16)}" in shape_bytes(MEETING, ".gexf", "en").decode()
    assert colour in shape_bytes(MEETING, ".graphml", "en").decode()


@pytest.mark.parametrize("ending", READ)
def test_the_same_display_is_the_same_file(ending: str) -> None:
    assert shape_bytes(MEETING, ending, "id") == shape_bytes(MEETING, ending, "id")
