"""The networks of a study as displays compute on them, read in a few queries for all together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection

from ..model import (
    KINDS,
    Display,
    Event,
    Link,
    NetworkEdge,
    NetworkNode,
    Record,
    Segment,
    State,
)
from ..model.drawn import DrawnEdge, DrawnNetwork, DrawnNode, Ground, StandsFor
from ..model.event import EVIDENCE
from ..model.network import ABOUT
from ..model.when import read_when
from .rows import Rows

__all__ = ["RESTS_ON", "load_networks"]

# A change of anything else leaves networks as they are.
RESTS_ON = frozenset({"node", "edge", "display", "link", "segment", "source", "code", "case",
                      "attribute", "event", "state", "finding", "reference"})  # fmt: skip
_NAMES = ("name", "label", "title", "key")


def load_networks(
    conn: Connection, displays: Iterable[str] | None = None
) -> tuple[DrawnNetwork, ...]:
    """Every saved display in which something is drawn, or those of these GUIDs, drawn in or not."""
    rows = Rows(conn)
    if displays is None:
        nodes = rows.all(NetworkNode)
        displays = dict.fromkeys(node.display for node in nodes)
    else:
        displays = list(displays)
        nodes = rows.among(NetworkNode, "display", displays)
    shown = rows.among(Display, "guid", displays)
    edges = rows.among(NetworkEdge, "display", displays)
    ties = _Ties(rows, [one.guid for one in (*nodes, *edges)])
    nodes_of: dict[str, list[DrawnNode]] = defaultdict(list)
    edges_of: dict[str, list[DrawnEdge]] = defaultdict(list)
    for node in nodes:
        nodes_of[node.display].append(_node(node, ties))
    for edge in edges:
        edges_of[edge.display].append(_edge(edge, ties))
    return tuple(
        DrawnNetwork(
            one.guid, one.name, one.kind, dict(one.settings),
            tuple(nodes_of[one.guid]), tuple(edges_of[one.guid]),
        )
        for one in shown
    )  # fmt: skip


class _Ties:
    """What nodes and edges are tied to, by their GUIDs."""

    def __init__(self, rows: Rows, owners: list[str]) -> None:
        links = rows.among(Link, "owner", owners)
        grounds = [one for one in links if one.role == EVIDENCE and one.target_kind == Segment.KIND]
        found = {one.guid: one for one in rows.among(Segment, "guid", [g.target for g in grounds])}
        self.evidence: dict[str, list[Ground]] = defaultdict(list)
        for link in sorted(grounds, key=lambda one: one.position):
            segment = found[link.target]
            self.evidence[link.owner].append(
                Ground(
                    link.guid, segment.guid, segment.source, segment.start, segment.end,
                    segment.lost is not None,
                )
            )  # fmt: skip
        self.about = _stood_for(rows, [one for one in links if one.role == ABOUT])


def _stood_for(rows: Rows, links: list[Link]) -> dict[str, StandsFor]:
    wanted: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        wanted[link.target_kind].append(link)
    found = {}
    for kind, ties in wanted.items():
        there = {one.guid: one for one in rows.among(KINDS[kind], "guid", [t.target for t in ties])}
        for tie in ties:
            called = (getattr(there[tie.target], name, None) for name in _NAMES)
            name = next((str(one) for one in called if one), "")
            found[tie.owner] = StandsFor(kind, tie.target, name, _when(there[tie.target]))
    return found


def _when(record: Record) -> tuple[str, str] | None:
    """The first and the last day of an event or state, as far as both are known."""
    if not isinstance(record, Event | State):
        return None
    when = read_when(record.date)
    if when.first is None or when.last is None:
        return None
    return when.first.isoformat(), when.last.isoformat()


def _node(node: NetworkNode, ties: _Ties) -> DrawnNode:
    return DrawnNode(
        guid=node.guid, label=node.label, note=node.note, user=node.user,
        evidence=tuple(ties.evidence[node.guid]), kind=node.kind, x=node.x, y=node.y,
        level=node.level, test=node.test, about=ties.about.get(node.guid),
    )  # fmt: skip


def _edge(edge: NetworkEdge, ties: _Ties) -> DrawnEdge:
    return DrawnEdge(
        guid=edge.guid, label=edge.label, note=edge.note, user=edge.user,
        evidence=tuple(ties.evidence[edge.guid]), origin=edge.origin, target=edge.target,
        sign=edge.sign, strength=edge.strength,
    )  # fmt: skip
