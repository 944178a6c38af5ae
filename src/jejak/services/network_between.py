"""Something put between two boxes that an arrow ties: what may mediate, and drawing it in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..analysis.between import between
from ..analysis.coders import of_coders
from ..errors import InvalidInput
from ..model import Code, Display, Link, NetworkEdge, NetworkNode, Source, say
from ..model.corpus import Corpus
from ..model.identity import clean_name, name_key
from ..model.network import ABOUT, EVIDENCE
from ..store import Change, Rows
from ..store.cascade import remove_whole
from .network_drafts import SHOWN, meetings
from .network_parts import NetworkParts
from .network_values import ground

__all__ = ["Mediator", "NetworkBetween", "codes_between"]

# How far below the line a new box stands where its place is taken, and what counts as taken.
_STEP, _WIDE, _HIGH = 108, 200, 90


@dataclass(frozen=True, slots=True)
class Mediator:
    """A code that meets both ends of a link: pairs of codings that share words with the first and with
    the second, and of the ``cases`` that have both ends how many ``hold`` it too."""

    guid: str
    name: str
    path: str
    with_first: int
    with_second: int
    hold: int
    cases: int


def codes_between(corpus: Corpus, origin: str, target: str) -> list[Mediator]:
    """Codes that meet both of two others (GUIDs), the likeliest first; none where one has no codings."""
    codes = corpus.codes
    at = {guid: row for row, guid in enumerate(codes.guid)}
    if origin not in at or target not in at:
        return []
    return [
        Mediator(
            codes.guid[one.code], codes.name[one.code], codes.path[one.code], one.with_first,
            one.with_second, one.hold, one.cases,
        )
        for one in between(corpus, at[origin], at[target])
    ]  # fmt: skip


class NetworkBetween(NetworkParts):
    """Boxes and arrows of displays, and boxes put between two others."""

    def mediators(
        self, edge: NetworkEdge, *, authors: Sequence[str] | None = None
    ) -> list[Mediator]:
        """Codes that may stand between the ends of an arrow, where both stand for codes: those that
        meet both, first those that most cases have together with both."""
        with self._store.view() as rows:
            ends = [_code_of(rows, guid) for guid in (edge.origin, edge.target)]
            if None in ends:
                return []
            corpus = of_coders(self._store.corpus(), authors)
        return codes_between(corpus, ends[0] or "", ends[1] or "")

    def put_between(
        self, edge: NetworkEdge, label: str = "", *, code: str | None = None
    ) -> NetworkNode:
        """Put a box between the ends of an arrow: for a code (GUID), or with a label alone. One step.

        The arrow becomes two, whose signs nobody has said yet and which rest on the passages where
        the codes meet. What the arrow rested on, and what was said of it, stays with the new box. A
        box that stands for the code already, or has the label, is taken. Raises
        :class:`InvalidInput` where neither is given or it is one of the ends, :class:`NotFound`.
        """
        with self._store.write(say("Put a box between two others"), self._user) as change:
            display = change.rows.get(Display, edge.display)
            ends = [change.rows.get(NetworkNode, guid) for guid in (edge.origin, edge.target)]
            if code is not None:
                label = change.rows.get(Code, code).name
            label = clean_name(label, "box")
            change.retell(
                say(
                    "Put “{label}” between “{origin}” and “{target}”",
                    label=label, origin=ends[0].label, target=ends[1].label,
                )
            )  # fmt: skip
            node = self._middle(change, display, ends, label, code)
            if node.guid in {edge.origin, edge.target}:
                raise InvalidInput("between-itself", f"“{label}” is one of the two already.")
            node = _take_over(change, edge, ends, node)
            remove_whole(change, NetworkEdge.KIND, [edge.guid])
            for origin, target in ((ends[0], node), (node, ends[1])):
                self._tie(change, display, origin, target)
            return node

    def _middle(
        self,
        change: Change,
        display: Display,
        ends: Sequence[NetworkNode],
        label: str,
        code: str | None,
    ) -> NetworkNode:
        """The box for it: one that is there, or a new one halfway."""
        there = change.rows.all(NetworkNode, display=display.guid)
        for node in there:
            same = _code_of(change.rows, node.guid) == code if code else False
            if same or name_key(node.label) == name_key(label):
                return node
        x, y = (sum(getattr(end, name) for end in ends) // 2 for name in ("x", "y"))
        while any(abs(one.x - x) < _WIDE and abs(one.y - y) < _HIGH for one in there):
            y += _STEP
        stands_for = None if code is None else (Code.KIND, code)
        return self._add_node(change, display, label, stands_for, {"x": x, "y": y})

    def _tie(
        self, change: Change, display: Display, origin: NetworkNode, target: NetworkNode
    ) -> None:
        ends = {"origin": origin.guid, "target": target.guid}
        if change.rows.first(NetworkEdge, **ends) is not None:
            return
        arrow = self._add_edge(change, display, origin.guid, target.guid, {})
        codes = [_code_of(change.rows, one.guid) for one in (origin, target)]
        for guid, start, end in _where(self._store.corpus(), codes):
            ground(change, arrow, None, (change.rows.get(Source, guid), start, end))


def _take_over(
    change: Change, edge: NetworkEdge, ends: Sequence[NetworkNode], node: NetworkNode
) -> NetworkNode:
    """Let the box rest on what the arrow rested on, and say what was said of the arrow."""
    own = {link.target for link in change.rows.all(Link, role=EVIDENCE, owner=node.guid)}
    for link in change.rows.all(Link, role=EVIDENCE, owner=edge.guid):
        if link.target not in own:
            change.set(link, owner_kind=NetworkNode.KIND, owner=node.guid)
    sign = f" ({edge.sign})" if edge.sign else ""
    told = f"{ends[0].label} → {ends[1].label}{sign}"
    words = " ".join(text for text in (edge.label, edge.note) if text)
    lines = [node.note, f"{told}: {words}" if words else told]
    return change.set(node, note="\n\n".join(line for line in lines if line))


def _code_of(rows: Rows, node: str) -> str | None:
    link = rows.first(Link, role=ABOUT, owner=node, target_kind=Code.KIND)
    return None if link is None else link.target


def _where(corpus: Corpus, codes: Sequence[str | None]) -> list[tuple[str, int, int]]:
    """Where two codes (GUIDs) meet, so far as shows what an arrow means."""
    at = {guid: row for row, guid in enumerate(corpus.codes.guid)}
    rows = [at[guid] for guid in codes if guid is not None and guid in at]
    return meetings(corpus, rows[0], rows[1])[:SHOWN] if len(rows) == 2 else []
