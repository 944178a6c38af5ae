"""Networks as displays compute on them: what was drawn by hand, with what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

__all__ = ["Drawn", "DrawnEdge", "DrawnNetwork", "DrawnNode", "Ground", "StandsFor"]


@dataclass(frozen=True, slots=True)
class Ground:
    """A segment that something rests on: the GUIDs of the link, of the segment and of its source,
    and its place in the text; ``lost`` where its words are there no more."""

    link: str
    segment: str
    source: str
    start: int
    end: int
    lost: bool = False


@dataclass(frozen=True, slots=True)
class StandsFor:
    """What a node stands for in the study, by kind and GUID, as it is called now; ``when`` are the
    first and last day (ISO dates) of what has dates."""

    kind: str
    guid: str
    name: str
    when: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What nodes and edges share; ``user`` is the GUID of whoever drew it."""

    guid: str
    label: str
    note: str
    user: str
    evidence: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class DrawnNode(Drawn):
    """A box; see :class:`jejak.model.NetworkNode`."""

    kind: str
    x: int
    y: int
    level: str | None = None
    test: str = ""
    about: StandsFor | None = None


@dataclass(frozen=True, slots=True)
class DrawnEdge(Drawn):
    """An arrow between two nodes (GUIDs); see :class:`jejak.model.NetworkEdge`."""

    origin: str
    target: str
    sign: str = ""
    strength: int | None = None


@dataclass(frozen=True, slots=True)
class DrawnNetwork:
    """A saved display of a kind that is drawn by hand: its GUID, name and settings, and all that is
    drawn in it, in the order it was drawn."""

    guid: str
    name: str
    kind: str
    settings: Mapping[str, object] = field(default_factory=dict)
    nodes: tuple[DrawnNode, ...] = ()
    edges: tuple[DrawnEdge, ...] = ()

    def of_users(self, users: Collection[str]) -> DrawnNetwork:
        """What these people (GUIDs) drew, and no arrow from or to what others drew."""
        nodes = tuple(node for node in self.nodes if node.user in users)
        kept = {node.guid for node in nodes}
        edges = tuple(
            edge
            for edge in self.edges
            if edge.user in users and edge.origin in kept and edge.target in kept
        )
        return replace(self, nodes=nodes, edges=edges)
