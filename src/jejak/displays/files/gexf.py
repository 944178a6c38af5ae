"""A display as GEXF 1.3, which Gephi and many others read: with colours and places."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from ...model.shape import Matrix
from .graph import Graph, Vertex, graph_of
from .graph_xml import held, told

__all__ = ["as_gexf"]


def as_gexf(matrix: Matrix, language: str) -> bytes:
    """Nodes and edges with all that is known of them; the same display is the same file."""
    graph = graph_of(matrix, language)
    kind = "directed" if graph.directed else "undirected"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
        f"<meta><creator>Jejak</creator><description>{escape(held(graph.title))}</description></meta>",
        f'<graph defaultedgetype="{kind}">',
    ]
    for of in ("node", "edge"):
        lines.append(f'<attributes class="{of}">')
        lines += [
            f'<attribute id="{number}" title={quoteattr(name)} type="{type}"/>'
            for number, (name, type) in enumerate(graph.attributes(of).items())
        ]
        lines.append("</attributes>")
    lines += ["<nodes>", *_nodes(graph), "</nodes>", "<edges>", *_edges(graph), "</edges>"]
    return "\n".join([*lines, "</graph>", "</gexf>", ""]).encode()


def _nodes(graph: Graph) -> list[str]:
    places = {name: number for number, name in enumerate(graph.attributes("node"))}
    return [
        f'<node id="n{number}" label={quoteattr(held(one.label))}>'
        f"{_values(one.known, places)}{_look(one)}</node>"
        for number, one in enumerate(graph.nodes)
    ]


def _look(one: Vertex) -> str:
    parts = []
    if one.colour:
        red, green, blue = (int(one.colour[at : at + 2], 16) for at in (1, 3, 5))
        parts.append(f'<viz:color r="{red}" g="{green}" b="{blue}"/>')
    if one.place:
        # Upwards grows there what grows downwards on a screen.
        parts.append(f'<viz:position x="{one.place[0]}" y="{-one.place[1]}" z="0"/>')
    return "".join(parts)


def _edges(graph: Graph) -> list[str]:
    places = {name: number for number, name in enumerate(graph.attributes("edge"))}
    lines = []
    for number, one in enumerate(graph.edges):
        weight = "" if one.weight is None else f' weight="{told(one.weight)}"'
        label = f" label={quoteattr(held(one.label))}" if one.label else ""
        lines.append(
            f'<edge id="e{number}" source="n{one.origin}" target="n{one.target}"{weight}{label}>'
            f"{_values(one.known, places)}</edge>"
        )
    return lines


def _values(known: Mapping[str, str | float], places: Mapping[str, int]) -> str:
    values = "".join(
        f'<attvalue for="{places[name]}" value={quoteattr(told(value))}/>'
        for name, value in known.items()
    )
    return f"<attvalues>{values}</attvalues>" if values else ""
