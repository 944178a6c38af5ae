"""Handles: one entity of an open study, seen as it stands whenever it is asked."""

from __future__ import annotations

from typing import Generic, TypeVar

from ..errors import NotFound
from ..model import Record
from ..store import Store

__all__ = ["Handle", "guid_of"]

R_co = TypeVar("R_co", bound=Record, covariant=True)


class Handle(Generic[R_co]):
    """An entity by its GUID. Its ``record`` is read anew each time, so it is never stale."""

    def __init__(self, store: Store, user: str, kind: type[R_co], guid: str) -> None:
        self._store = store
        self._user = user
        self._kind = kind
        self.guid = guid

    @property
    def record(self) -> R_co:
        """The entity as it stands: a frozen record. Raises :class:`NotFound` once it is removed."""
        return self._store.get(self._kind, self.guid)

    @property
    def name(self) -> str:
        """The name by which its collection finds it."""
        return str(getattr(self.record, "name", self.guid))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Handle) and (self._kind, self.guid) == (other._kind, other.guid)

    def __hash__(self) -> int:
        return hash((self._kind, self.guid))

    def __repr__(self) -> str:
        try:
            return f"<{self._kind.__name__} “{self.name}”>"
        except NotFound:
            return f"<{self._kind.__name__} {self.guid}, removed>"


def guid_of(thing: Handle[Record] | str) -> str:
    """The GUID of a handle; a name stays as it is."""
    return thing if isinstance(thing, str) else thing.guid
