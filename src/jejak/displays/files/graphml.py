"""A display as GraphML, which igraph, networkx, yEd, Cytoscape and visone read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from ...model.shape import Matrix
from .graph import Edge, Graph, Vertex, graph_of
from .graph_xml import held, told

__all__ = ["as_graphml"]

Keys = Mapping[tuple[str, str], str]


def as_graphml(matrix: Matrix, language: str) -> bytes:
    """Nodes and edges with all that is known of them; the same display is the same file."""
    graph = graph_of(matrix, language)
    named = {
        "node": {"label": "string", "colour": "string", "x": "double", "y": "double"},
        "edge": {"weight": "double", "label": "string"},
    }
    types = {of: {**own, **graph.attributes(of)} for of, own in named.items()}
    keys = {
        (of, name): f"{of[0]}{number}"
        for of, those in types.items()
        for number, name in enumerate(those)
    }
    kind = "directed" if graph.directed else "undirected"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(
            f'<key id="{key}" for="{of}" attr.name={quoteattr(name)} attr.type="{types[of][name]}"/>'
            for (of, name), key in keys.items()
        ),
        f'<graph id={quoteattr(held(graph.title))} edgedefault="{kind}">',
        *_lines(graph, keys),
    ]
    return "\n".join([*lines, "</graph>", "</graphml>", ""]).encode()


def _lines(graph: Graph, keys: Keys) -> Iterator[str]:
    for number, node in enumerate(graph.nodes):
        yield f'<node id="n{number}">{_data("node", _of_node(node), keys)}</node>'
    for number, edge in enumerate(graph.edges):
        data = _data("edge", _of_edge(edge), keys)
        yield f'<edge id="e{number}" source="n{edge.origin}" target="n{edge.target}">{data}</edge>'


def _of_node(one: Vertex) -> dict[str, str | float]:
    found: dict[str, str | float] = {"label": one.label}
    if one.colour:
        found["colour"] = one.colour
    if one.place:
        found |= {"x": float(one.place[0]), "y": float(one.place[1])}
    return found | dict(one.known)


def _of_edge(one: Edge) -> dict[str, str | float]:
    found: dict[str, str | float] = {} if one.weight is None else {"weight": one.weight}
    return found | ({"label": one.label} if one.label else {}) | dict(one.known)


def _data(of: str, known: Mapping[str, str | float], keys: Keys) -> str:
    return "".join(
        f'<data key="{keys[of, name]}">{escape(told(value))}</data>'
        for name, value in known.items()
    )
