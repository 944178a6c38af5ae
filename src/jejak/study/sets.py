"""Sets as a notebook sees them."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Record, Set
from ..services.sets import Sets
from ..store import Store
from .collection import Collection
from .handle import Handle, guid_of
from .tabular import Column

__all__ = ["SetCollection", "SetHandle"]


class SetHandle(Handle[Set]):
    """A named group of sources, cases, codes or segments: listed, or filled by a query."""

    def __init__(self, store: Store, user: str, guid: str) -> None:
        super().__init__(store, user, Set, guid)

    @property
    def of(self) -> str:
        """What it is a set of: ``source``, ``case``, ``code`` or ``segment``."""
        return self.record.of

    @property
    def query(self) -> str | None:
        """The query that fills it; ``None`` where its members are listed."""
        return self.record.query

    @property
    def members(self) -> tuple[str, ...]:
        """The GUIDs of what is in it now. Raises :class:`InvalidInput`, :class:`NotFound` where its
        query asks for what is no longer there."""
        return Sets(self._store, self._user).members(self.record)

    @property
    def count(self) -> int:
        """How much is in it now, words that nobody made a segment of as well; 0 where its query asks
        for what is no longer there."""
        return Sets(self._store, self._user).cards([self.record])[0].count

    def put_in(self, *things: Handle[Record] | str) -> None:
        """Put things (handles or GUIDs) in. Raises :class:`InvalidInput` for a set that a query
        fills, or things of another kind."""
        Sets(self._store, self._user).put(self.record, add=[guid_of(thing) for thing in things])

    def take_out(self, *things: Handle[Record] | str) -> None:
        """Take things (handles or GUIDs) out; they stay in the study. Raises
        :class:`InvalidInput` for a set that a query fills."""
        Sets(self._store, self._user).put(self.record, remove=[guid_of(thing) for thing in things])

    def update(self, *, name: str | None = None, query: str | None = None) -> None:
        """Rename it, or give it another query. Raises :class:`InvalidInput`, :class:`Conflict`."""
        Sets(self._store, self._user).update(self.record, name=name, query=query)

    def remove(self) -> None:
        """Remove the set; what was in it stays."""
        Sets(self._store, self._user).remove(self.record)


class SetCollection(Sets, Collection[SetHandle]):
    """The sets of a study, by name or GUID; ``in set:"NAME"`` asks for one in a query."""

    def make(
        self,
        name: str,
        of: str = "source",
        things: Sequence[Handle[Record] | str] = (),
        *,
        query: str | None = None,
    ) -> SetHandle:
        """A new set of things (handles or GUIDs), or of whatever a query finds at any time.

        Raises :class:`InvalidInput` (kind, query, things of another kind), :class:`Conflict`.
        """
        members = [guid_of(thing) for thing in things]
        return self._handle(self.add(name, of, query=query, members=members).guid)

    def values(self) -> list[SetHandle]:
        """Every set, by name."""
        return [self._handle(one.guid) for one in self.all()]

    def keys(self) -> list[str]:
        """The names."""
        return [one.name for one in self.all()]

    def __len__(self) -> int:
        return self._store.count(Set)

    def _find(self, name: str) -> SetHandle:
        return self._handle(self.get(name).guid)

    def _handle(self, guid: str) -> SetHandle:
        return SetHandle(self._store, self._user, guid)

    def _columns(self) -> list[Column]:
        cards = self.cards(self.all())
        return [
            Column("guid", "text", [card.set.guid for card in cards]),
            Column("name", "text", [card.set.name for card in cards]),
            Column("of", "text", [card.set.of for card in cards]),
            Column("query", "text", [card.set.query for card in cards]),
            Column("members", "whole", [card.count for card in cards]),
            Column("problem", "text", [card.problem for card in cards]),
        ]
