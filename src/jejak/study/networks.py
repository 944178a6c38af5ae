"""Drawn networks as a notebook sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..displays import DISPLAYS
from ..displays.networks.flaws import Flaw
from ..errors import NotFound
from ..formats.table_in import read_rows
from ..model import Case, Code, Display, NetworkEdge, NetworkNode, Source
from ..model.drawn import DrawnNetwork
from ..model.identity import name_key
from ..model.shape import Matrix
from ..services.displays import Displays
from ..services.network_between import Mediator
from ..services.network_files import parts_of_rows
from ..services.networks import Networks
from ..store import Store
from ..store.lookups import near_names
from .collection import Collection
from .handle import Handle, guid_of
from .tabular import Column, Tabular

__all__ = ["NetworkCollection", "NetworkHandle"]


class NetworkHandle(Handle[Display], Tabular):
    """What is drawn in one display: as a table an arrow a row."""

    def __init__(self, store: Store, user: str, guid: str) -> None:
        super().__init__(store, user, Display, guid)
        self._networks = Networks(store, user)

    @property
    def drawn(self) -> DrawnNetwork:
        """All that is drawn, as it stands: its ``nodes`` and ``edges`` with what they rest on."""
        return self._networks.get(self.record)

    @property
    def boxes(self) -> list[str]:
        """The labels of the boxes."""
        return [node.label for node in self.drawn.nodes]

    def add_box(
        self, label: str, about: Handle[Code | Case] | None = None, **values: object
    ) -> NetworkNode:
        """Draw a box, for a code or case if given; ``kind``, ``level``, ``note``, ``test``, ``x``, ``y``.

        Raises :class:`InvalidInput`.
        """
        stands_for = None if about is None else (about.record.KIND, about.guid)
        return self._networks.add_node(self.record, label, about=stands_for, **values)

    def connect(
        self,
        origin: str,
        target: str,
        sign: str = "",
        *,
        strength: int | None = None,
        label: str = "",
        note: str = "",
    ) -> NetworkEdge:
        """Draw an arrow between two boxes, by their labels or GUIDs.

        Raises :class:`NotFound`, :class:`InvalidInput`, :class:`Conflict` where there is one.
        """
        return self._networks.add_edge(
            self.record, self._box(origin), self._box(target), label, sign=sign, strength=strength,
            note=note,
        )  # fmt: skip

    def rest_on(
        self,
        part: NetworkNode | NetworkEdge,
        source: Handle[Source] | None = None,
        start: int | None = None,
        end: int | None = None,
        *,
        segment: str | None = None,
    ) -> None:
        """Let a box or arrow rest on a stretch of a source, or on a segment by its GUID.

        Raises :class:`InvalidInput`, :class:`Conflict` where it does already.
        """
        given = None if source is None else self._store.get(Source, guid_of(source))
        self._networks.add_evidence(part, segment=segment, source=given, start=start, end=end)

    def mediators(self, origin: str, target: str) -> list[Mediator]:
        """Codes that may stand between two boxes that an arrow ties: those that meet both, the
        likeliest first. Raises :class:`NotFound`."""
        return self._networks.mediators(self._arrow(origin, target))

    def put_between(self, origin: str, target: str, what: Handle[Code] | str) -> NetworkNode:
        """Put a code, or a box with a label, between two boxes that an arrow ties: the arrow becomes
        two, and the box keeps what it rested on. One step. Raises :class:`NotFound`,
        :class:`InvalidInput`."""
        arrow = self._arrow(origin, target)
        if isinstance(what, str):
            return self._networks.put_between(arrow, what)
        return self._networks.put_between(arrow, code=what.guid)

    def extend(self, rows: Iterable[Mapping[str, object]] | str | Path) -> tuple[int, int]:
        """Draw what a table says (rows, or a file: .csv .xlsx .json .jsonl .parquet), in one step:
        an arrow a row, with ``origin``, ``target`` and perhaps ``sign``, ``strength``, ``label``,
        ``note``. How many boxes and arrows were new. Raises :class:`InvalidInput`."""
        table = read_rows(Path(rows), "Arrows") if isinstance(rows, str | Path) else rows
        return self._networks.draw(self.record, *parts_of_rows(table))

    def arrange(self) -> None:
        """Put all boxes in order, arrows from left to right."""
        self._networks.arrange(self.record)

    def check(self) -> list[Flaw]:
        """What to look at again: circles, arrows without evidence, effects before their causes."""
        return self._networks.check(self.record)

    def matrix(self) -> Matrix:
        """It as a table of what each box and arrow rests on, with the picture."""
        return Displays(self._store, self._user).shown(self.record)

    def save(self, path: str | Path, language: str = "en") -> Path:
        """Write it; the ending decides, as for any display. Raises as :meth:`Displays.write`."""
        return Displays(self._store, self._user).write(self.matrix(), path, language)

    def remove(self) -> None:
        """Remove it with all that is drawn in it."""
        Displays(self._store, self._user).remove(self.record)

    def _box(self, name: str) -> str:
        nodes = self.drawn.nodes
        for node in nodes:
            if name == node.guid or name_key(name) == name_key(node.label):
                return node.guid
        hint = near_names(name, [node.label for node in nodes])
        raise NotFound("no-such-node", f"There is no box “{name}” in this network.", hint)

    def _arrow(self, origin: str, target: str) -> NetworkEdge:
        ends = {"origin": self._box(origin), "target": self._box(target)}
        arrow = self._store.first(NetworkEdge, **ends)
        if arrow is None:
            raise NotFound("no-such-arrow", f"No arrow leads from “{origin}” to “{target}”.")
        return arrow

    def _columns(self) -> list[Column]:
        network = self.drawn
        names = {node.guid: node.label for node in network.nodes}
        edges = network.edges
        return [
            Column("origin", "text", [names[edge.origin] for edge in edges]),
            Column("target", "text", [names[edge.target] for edge in edges]),
            Column("sign", "text", [edge.sign for edge in edges]),
            Column("strength", "whole", [edge.strength for edge in edges]),
            Column("label", "text", [edge.label for edge in edges]),
            Column("note", "text", [edge.note for edge in edges]),
            Column("evidence", "whole", [len(edge.evidence) for edge in edges]),
        ]


class NetworkCollection(Networks, Collection[NetworkHandle]):
    """The networks that are drawn in saved displays, by name or GUID."""

    def make(
        self, name: str, kind: str = "causal-network", *, case: str | None = None
    ) -> NetworkHandle:
        """A new empty network of a kind that is drawn by hand, of a case if given.

        Raises :class:`InvalidInput`, :class:`NotFound`, :class:`Conflict` (``name-taken``).
        """
        settings = {} if case is None else {"case": case}
        made = Displays(self._store, self._user).save(name, kind, settings)
        return self._handle(made.guid)

    def values(self) -> list[NetworkHandle]:
        """Every network, by name."""
        return [self._handle(one.guid) for one in self._all()]

    def keys(self) -> list[str]:
        """The names."""
        return [one.name for one in self._all()]

    def _all(self) -> list[Display]:
        drawn = {name for name, kind in DISPLAYS.all().items() if kind.drawn}
        return [one for one in Displays(self._store, self._user).saved() if one.kind in drawn]

    def _find(self, name: str) -> NetworkHandle:
        shown = self._all()
        for one in shown:
            if name == one.guid or name_key(name) == name_key(one.name):
                return self._handle(one.guid)
        hint = near_names(name, [one.name for one in shown])
        raise NotFound("no-such-network", f"There is no network “{name}”.", hint)

    def _handle(self, guid: str) -> NetworkHandle:
        return NetworkHandle(self._store, self._user, guid)

    def _columns(self) -> list[Column]:
        shown = self._all()
        networks = [self.get(one) for one in shown]
        return [
            Column("name", "text", [one.name for one in shown]),
            Column("kind", "text", [one.kind for one in shown]),
            Column("boxes", "whole", [len(one.nodes) for one in networks]),
            Column("arrows", "whole", [len(one.edges) for one in networks]),
            Column("to look at", "whole", [len(self.check(one)) for one in shown]),
        ]
