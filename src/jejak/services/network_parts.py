"""The parts of a network, one by one: boxes, arrows, and what they rest on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..displays.networks.places import placed
from ..errors import InvalidInput, NotFound
from ..model import Display, Link, NetworkEdge, NetworkNode, Source, say
from ..model.event import EVIDENCE
from ..store import Change, Store
from ..store.cascade import drop_bare_segments, remove_whole
from .network_values import (
    about,
    check_ends,
    checked,
    clean_label,
    drawn_kind,
    ground,
    refuse_full,
)

__all__ = ["NetworkParts"]

_NODE = frozenset({"label", "kind", "x", "y", "level", "note", "test", "about"})
_EDGE = frozenset({"sign", "strength", "label", "note", "origin", "target"})


class NetworkParts:
    """Boxes and arrows of displays."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    # -- boxes -------------------------------------------------------------------------------------

    def add_node(
        self, display: Display, label: str, *, about: tuple[str, str] | None = None, **values: Any
    ) -> NetworkNode:
        """Draw a box, its middle at ``x`` and ``y``; ``about`` (kind, GUID) is what it stands for.

        Further values are its ``kind``, ``level``, ``note`` and ``test``. Raises
        :class:`InvalidInput`, :class:`NotFound`.
        """
        label = clean_label(label, "box")
        verb = say("Draw the box “{label}” in “{name}”", label=label, name=display.name)
        with self._store.write(verb, self._user) as change:
            return self._add_node(change, display, label, about, values)

    def _add_node(
        self,
        change: Change,
        display: Display,
        label: str,
        stands_for: tuple[str, str] | None,
        values: Mapping[str, Any],
    ) -> NetworkNode:
        kind = drawn_kind(display)
        _refuse_unknown(values, _NODE)
        refuse_full(change, display)
        given = {"kind": kind.boxes[0], **values}
        node = NetworkNode(
            display=display.guid, label=clean_label(label, "box"), user=self._user, **checked(given)
        )
        change.add(node)
        if stands_for is not None:
            about(change, node, *stands_for)
        return node

    def update_node(self, node: NetworkNode, **values: Any) -> NetworkNode:
        """Change a box's label, kind, place, level, note or test, or what it stands for (``about``:
        a pair of kind and GUID, or ``None``). Raises as :meth:`add_node`."""
        _refuse_unknown(values, _NODE)
        given = {name: value for name, value in values.items() if name != "about"}
        if "label" in given:
            given["label"] = clean_label(given["label"], "box")
        with self._store.write(
            say("Change the box “{label}”", label=node.label), self._user
        ) as change:
            if "about" in values:
                about(change, node, *(values["about"] or (None, None)))
            return change.set(node, **checked(given))

    def move(self, display: Display, places: Mapping[str, tuple[float, float]]) -> None:
        """Put boxes (GUIDs) elsewhere, in one step. Raises :class:`NotFound`."""
        verb = say("Move boxes in “{name}”", name=display.name)
        with self._store.write(verb, self._user) as change:
            self._move(change, display, places)

    def _move(
        self, change: Change, display: Display, places: Mapping[str, tuple[float, float]]
    ) -> None:
        there = {node.guid: node for node in change.rows.all(NetworkNode, display=display.guid)}
        moved = {}
        for guid, (x, y) in places.items():
            if guid not in there:
                raise NotFound("no-such-node", f"There is no box {guid} in this display.")
            spot = checked({"x": x, "y": y})
            if (spot["x"], spot["y"]) != (there[guid].x, there[guid].y):
                moved[guid] = (spot["x"], spot["y"])
        change.set_many(NetworkNode.KIND, ("x", "y"), moved)

    def arrange(self, display: Display) -> None:
        """Put all boxes where arrows lead from left to right (in a decision tree down), with few
        crossings; the same network always the same way, and undone in one step."""
        verb = say("Arrange the boxes of “{name}”", name=display.name)
        with self._store.write(verb, self._user) as change:
            self._arrange(change, display)

    def _arrange(self, change: Change, display: Display) -> None:
        nodes = change.rows.all(NetworkNode, display=display.guid)
        at = {node.guid: number for number, node in enumerate(nodes)}
        edges = [
            (at[edge.origin], at[edge.target])
            for edge in change.rows.all(NetworkEdge, display=display.guid)
        ]
        spots = placed(len(nodes), edges, downwards=drawn_kind(display).yes_no)
        self._move(change, display, {guid: spots[number] for guid, number in at.items()})

    # -- arrows ------------------------------------------------------------------------------------

    def add_edge(
        self, display: Display, origin: str, target: str, label: str = "", **values: Any
    ) -> NetworkEdge:
        """Draw an arrow between two boxes (GUIDs); further values are ``sign``, ``strength``, ``note``.

        Raises :class:`InvalidInput`, :class:`NotFound`, :class:`Conflict` (``arrow-there``).
        """
        with self._store.write(
            say("Draw an arrow in “{name}”", name=display.name), self._user
        ) as change:
            return self._add_edge(change, display, origin, target, {**values, "label": label})

    def _add_edge(
        self, change: Change, display: Display, origin: str, target: str, values: Mapping[str, Any]
    ) -> NetworkEdge:
        drawn_kind(display)
        _refuse_unknown(values, _EDGE)
        given = {**checked(values), "label": clean_label(values.get("label", ""), "arrow")}
        edge = NetworkEdge(
            display=display.guid, origin=origin, target=target, user=self._user, **given
        )
        check_ends(change, edge)
        change.add(edge)
        return edge

    def update_edge(self, edge: NetworkEdge, **values: Any) -> NetworkEdge:
        """Change an arrow's ends, sign, strength, label or note. Raises as :meth:`add_edge`."""
        _refuse_unknown(values, _EDGE)
        given = checked(values)
        if "label" in given:
            given["label"] = clean_label(given["label"], "arrow")
        with self._store.write(say("Change an arrow"), self._user) as change:
            written = change.set(edge, **given)
            check_ends(change, written)
            return written

    # -- both --------------------------------------------------------------------------------------

    def remove(self, *parts: NetworkNode | NetworkEdge) -> dict[str, int]:
        """Remove boxes, with the arrows from and to them, and arrows; how many went, by kind."""
        counts: dict[str, int] = {}
        with self._store.write(say("Remove boxes and arrows"), self._user) as change:
            for kind in (NetworkEdge, NetworkNode):
                guids = [one.guid for one in parts if isinstance(one, kind)]
                there = [one.guid for one in change.rows.among(kind, "guid", guids)]
                for name, count in remove_whole(change, kind.KIND, there).items() if there else ():
                    counts[name] = counts.get(name, 0) + count
        return counts

    def add_evidence(
        self,
        owner: NetworkNode | NetworkEdge,
        *,
        segment: str | None = None,
        source: Source | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Link:
        """Let a box or arrow rest on a segment (GUID), or on a stretch of a source in code points.

        Raises :class:`InvalidInput`, :class:`NotFound`, :class:`Conflict` (``already-evidence``).
        """
        place = None
        if source is not None and start is not None and end is not None:
            place = source, start, end
        with self._store.write(say("Add evidence to a network"), self._user) as change:
            return ground(change, owner, segment, place)

    def remove_evidence(self, link: str) -> None:
        """Take a segment (the GUID of its link) from what a box or arrow rests on; its words stay.

        Raises :class:`NotFound`.
        """
        with self._store.write(say("Remove evidence from a network"), self._user) as change:
            there = change.rows.get(Link, link)
            if there.role != EVIDENCE:
                raise NotFound("no-such-evidence", f"There is no evidence {link}.")
            change.remove(there)
            drop_bare_segments(change, [there.target])


def _refuse_unknown(values: Mapping[str, Any], known: Collection[str]) -> None:
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise InvalidInput("not-editable", f"Not to be changed here: {', '.join(unknown)}.")
