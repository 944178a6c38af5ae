"""Memos as a notebook sees them."""

from __future__ import annotations

from typing import Any

from ..errors import NotFound
from ..model import KINDS, Memo, User
from ..services.memos import Memos
from ..store import Store
from ..store.lookups import named
from .collection import Collection
from .handle import Handle
from .tabular import Column

__all__ = ["MemoCollection", "MemoHandle"]


class MemoHandle(Handle[Memo]):
    """A memo."""

    def __init__(self, store: Store, user: str, guid: str) -> None:
        super().__init__(store, user, Memo, guid)

    @property
    def name(self) -> str:
        """Its title."""
        return self.record.title

    @property
    def body(self) -> str:
        """Its text, in Markdown."""
        return self.record.body

    @property
    def kind(self) -> str:
        """Theoretical, method, reflexive, summary or jotting."""
        return self.record.kind

    @property
    def author(self) -> str:
        """Who wrote it."""
        return self._store.get(User, self.record.user).name

    @property
    def about(self) -> list[tuple[str, str]]:
        """What it is about, as (kind, GUID)."""
        return Memos(self._store, self._user).links(self.record)

    def update(
        self, *, title: str | None = None, body: str | None = None, kind: str | None = None
    ) -> None:
        """Change its title, text or kind. Raises :class:`InvalidInput`."""
        given = {"title": title, "body": body, "kind": kind}
        changed: dict[str, Any] = {
            name: value for name, value in given.items() if value is not None
        }
        Memos(self._store, self._user).update(self.record, **changed)

    def remove(self) -> None:
        """Remove it; what it is about stays."""
        Memos(self._store, self._user).remove(self.record)

    def _repr_markdown_(self) -> str:
        return f"**{self.name}** ({self.kind}, {self.author})\n\n{self.body}"


class MemoCollection(Memos, Collection[MemoHandle]):
    """The memos of a study, by title or GUID."""

    def values(self) -> list[MemoHandle]:
        """Every memo, in the order they were written."""
        return [self._handle(memo.guid) for memo in self.all()]

    def keys(self) -> list[str]:
        """The titles."""
        return [memo.title for memo in self.all()]

    def __len__(self) -> int:
        return self._store.count(Memo)

    def _find(self, name: str) -> MemoHandle:
        memos = self.all()
        by_guid = next((memo for memo in memos if memo.guid == name.strip().lower()), None)
        return self._handle((by_guid or named(memos, name, "memo", "title")).guid)

    def _handle(self, guid: str) -> MemoHandle:
        return MemoHandle(self._store, self._user, guid)

    def _columns(self) -> list[Column]:
        memos = self.all()
        users = {user.guid: user.name for user in self._store.all(User)}
        return [
            Column("guid", "text", [memo.guid for memo in memos]),
            Column("title", "text", [memo.title for memo in memos]),
            Column("kind", "text", [memo.kind for memo in memos]),
            Column("body", "text", [memo.body for memo in memos]),
            Column("author", "text", [users[memo.user] for memo in memos]),
            Column("created", "moment", [memo.created for memo in memos]),
            Column("about", "texts", [self._names(memo) for memo in memos]),
        ]

    def _names(self, memo: Memo) -> list[str]:
        found = []
        for kind, guid in self.links(memo):
            try:
                thing = self._store.get(KINDS[kind], guid)
            except NotFound:
                continue
            shown = getattr(thing, "name", None) or getattr(thing, "label", None) or guid
            found.append(f"{kind} {shown}")
        return found
