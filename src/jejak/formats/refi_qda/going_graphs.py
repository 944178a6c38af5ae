"""Networks that are drawn by hand, as maps of a project file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...model import Display, Link, NetworkEdge, NetworkNode
from ...model.network import ABOUT
from .going import Going
from .xml_out import tag

__all__ = ["graphs"]


def graphs(going: Going) -> Iterator[str]:
    """Each network that is drawn by hand, or came as one."""
    nodes: dict[str, list[NetworkNode]] = defaultdict(list)
    for node in going.study.each(NetworkNode):
        nodes[node.display].append(node)
    edges: dict[str, list[NetworkEdge]] = defaultdict(list)
    for edge in going.study.each(NetworkEdge):
        edges[edge.display].append(edge)
    stands_for = {
        link.owner: link.target
        for link in going.study.each(Link, role=ABOUT)
        if link.owner_kind == "node"
    }
    for one in going.study.each(Display):
        if not nodes[one.guid] and not going.beside(one.guid):
            continue
        going.tally.written[Display.KIND] += 1
        inside = ""
        for node in nodes[one.guid]:
            going.tally.written[NetworkNode.KIND] += 1
            ours = going.told.vertex(node, stands_for.get(node.guid, ""))
            inside += tag("Vertex", going.attributes(node.guid, ours), going.unexpected(node.guid))
        for edge in edges[one.guid]:
            going.tally.written[NetworkEdge.KIND] += 1
            inside += tag(
                "Edge",
                going.attributes(edge.guid, going.told.edge(edge)),
                going.unexpected(edge.guid),
            )
        yield tag(
            "Graph",
            going.attributes(one.guid, going.told.graph(one)),
            inside + going.unexpected(one.guid),
        )
