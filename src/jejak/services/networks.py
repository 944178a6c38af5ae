"""Networks: what is drawn by hand in displays of the kinds that are drawn so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from ..analysis.coders import of_coders
from ..displays.networks.flaws import Flaw, flaws
from ..errors import InvalidInput, NotFound
from ..model import Display, Link, NetworkEdge, NetworkNode, Segment, Source, say
from ..model.drawn import DrawnNetwork
from ..model.identity import name_key, new_guid
from ..model.network import ABOUT, EVIDENCE
from ..store import Change
from ..store.network_load import load_networks
from .network_between import NetworkBetween
from .network_drafts import Draft, drafted
from .network_sketch import NewArrow, NewBox
from .network_values import (
    drawn_kind,
    ground,
    refuse_full,
)
from .things import things

__all__ = ["Networks", "NewArrow", "NewBox"]


class Networks(NetworkBetween):
    """What is drawn in displays."""

    # -- reading -----------------------------------------------------------------------------------

    def get(self, display: Display, *, authors: Collection[str] | None = None) -> DrawnNetwork:
        """All that is drawn in a display, or what ``authors`` (GUIDs) drew alone.

        Raises :class:`InvalidInput` for a display that is not drawn by hand.
        """
        drawn_kind(display)
        with self._store.read() as rows:
            found = load_networks(rows.conn, [display.guid])
        if not found:
            raise NotFound("no-such-display", f"There is no display {display.guid}.")
        return found[0] if authors is None else found[0].of_users(authors)

    def check(self, display: Display, *, authors: Sequence[str] | None = None) -> list[Flaw]:
        """What to look at again in it: circles, arrows without evidence, effects before their
        causes, boxes without arrows; in a decision tree what keeps cases from walking through."""
        with self._store.view():
            network = self.get(display, authors=authors)
            corpus = of_coders(self._store.corpus(), authors)
            return flaws(drawn_kind(display), network, corpus)

    def passages(self, network: DrawnNetwork) -> dict[str, tuple[str, str]]:
        """The source's name and the first words of each segment that a network rests on, by GUID."""
        drawn = (*network.nodes, *network.edges)
        wanted = {ground.segment: None for one in drawn for ground in one.evidence}
        with self._store.view() as rows:
            found = things(rows, [(Segment.KIND, guid) for guid in wanted])
        return {guid: (one.where, one.label) for guid, one in found.items()}

    # -- beginnings --------------------------------------------------------------------------------

    def draft(
        self, display: Display, language: str = "en", *, authors: Sequence[str] | None = None
    ) -> Draft:
        """What could be drawn in a display and is not there yet, each with how much stands behind it:
        in a causal network or cognitive map codes that meet, in a context chart cases, their
        relations and who speaks of whom, in an event-state network events and states."""
        with self._store.view() as rows:
            network = self.get(display, authors=authors)
            corpus = of_coders(self._store.corpus(), authors)
            return drafted(rows, corpus, display, network, drawn_kind(display), language)

    # -- many at once ------------------------------------------------------------------------------

    def draw(
        self, display: Display, boxes: Iterable[NewBox], arrows: Iterable[NewArrow]
    ) -> tuple[int, int]:
        """Draw boxes and arrows in one step; how many of each were new.

        A box that stands for the same thing, or has the same label, as one that is there is that one;
        an arrow that is there stays as it is. New boxes are arranged with all others where nothing
        was drawn before, else below what is there. Raises as :meth:`add_node`, :meth:`add_edge`.
        """
        boxes, arrows = list(boxes), list(arrows)
        verb = say("Draw {boxes} boxes and {arrows} arrows in “{name}”",
                   boxes=len(boxes), arrows=len(arrows), name=display.name)  # fmt: skip
        with self._store.write(verb, self._user) as change:
            refuse_full(change, display, 0)
            before = change.rows.all(NetworkNode, display=display.guid)
            guids, fresh = self._draw_boxes(change, display, boxes, before)
            drawn = self._draw_arrows(change, display, arrows, guids)
            if not before:
                self._arrange(change, display)
            else:
                self._move(change, display, _below(before, fresh))
            change.retell(say("Draw {boxes} boxes and {arrows} arrows in “{name}”",
                              boxes=len(fresh), arrows=drawn, name=display.name))  # fmt: skip
            return len(fresh), drawn

    def _draw_boxes(
        self, change: Change, display: Display, boxes: Sequence[NewBox], before: list[NetworkNode]
    ) -> tuple[dict[str, str], list[str]]:
        """The GUIDs of boxes by their keys, and those of the new ones."""
        ties = change.rows.among(Link, "owner", [node.guid for node in before])
        stands = {tie.target: tie.owner for tie in ties if tie.role == ABOUT}
        called = {name_key(node.label): node.guid for node in before}
        guids = {node.guid: node.guid for node in before}
        fresh: list[str] = []
        for box in boxes:
            same = stands.get(box.about[1]) if box.about else None
            same = same or called.get(name_key(box.label))
            if same is None:
                values = {"level": box.level, "note": box.note, "test": box.test}
                if box.kind is not None:
                    values["kind"] = box.kind
                node = self._add_node(change, display, box.label, box.about, values)
                same = called[name_key(box.label)] = node.guid
                fresh.append(same)
                self._rest(change, node, box.evidence)
            guids[box.key] = same
        return guids, fresh

    def _draw_arrows(
        self, change: Change, display: Display, arrows: Sequence[NewArrow], guids: dict[str, str]
    ) -> int:
        there = {
            (edge.origin, edge.target)
            for edge in change.rows.all(NetworkEdge, display=display.guid)
        }
        drawn = 0
        for arrow in arrows:
            if arrow.origin not in guids or arrow.target not in guids:
                raise InvalidInput("no-such-node", "An arrow leads to a box that is not drawn.")
            ends = guids[arrow.origin], guids[arrow.target]
            if ends in there or ends[0] == ends[1]:
                continue
            there.add(ends)
            values = {"sign": arrow.sign, "strength": arrow.strength, "label": arrow.label,
                      "note": arrow.note}  # fmt: skip
            self._rest(change, self._add_edge(change, display, *ends, values), arrow.evidence)
            drawn += 1
        return drawn

    def _rest(
        self,
        change: Change,
        owner: NetworkNode | NetworkEdge,
        places: Iterable[tuple[str, int, int]],
    ) -> None:
        for guid, start, end in dict.fromkeys(places):
            ground(change, owner, None, (change.rows.get(Source, guid), start, end))

    def copy(self, change: Change, origin: str, display: Display) -> None:
        """Draw in a new display, within a change, all that is drawn in another, with what it rests
        on and what its boxes stand for."""
        nodes = change.rows.all(NetworkNode, display=origin)
        edges = change.rows.all(NetworkEdge, display=origin)
        ties = change.rows.among(Link, "owner", [one.guid for one in (*nodes, *edges)])
        new = {one.guid: new_guid() for one in (*nodes, *edges)}
        change.add_many(
            replace(node, guid=new[node.guid], display=display.guid, user=self._user)
            for node in nodes
        )
        change.add_many(
            replace(
                edge, guid=new[edge.guid], display=display.guid, origin=new[edge.origin],
                target=new[edge.target], user=self._user,
            )
            for edge in edges
        )  # fmt: skip
        change.add_many(
            replace(tie, guid=new_guid(), owner=new[tie.owner])
            for tie in ties
            if tie.role in {ABOUT, EVIDENCE}
        )


def _below(before: Sequence[NetworkNode], fresh: Sequence[str]) -> dict[str, tuple[float, float]]:
    """New boxes in rows of four below those that are there."""
    left, bottom = min(node.x for node in before), max(node.y for node in before)
    return {
        guid: (left + (number % 4) * 228, bottom + 108 * (1 + number // 4))
        for number, guid in enumerate(fresh)
    }
