"""Memos: writing attached to anything, or free."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import InvalidInput
from ..model import KINDS, Link, Memo, say
from ..model.identity import clean_name
from ..model.memo import MEMO_KINDS
from ..store import Change, Store
from ..store.cascade import remove_whole

__all__ = ["Memos"]


class Memos:
    """The memos of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self, about: str | None = None) -> list[Memo]:
        """All memos, or those about the entity of that GUID."""
        with self._store.read() as rows:
            if about is None:
                return rows.all(Memo)
            links = rows.all(Link, role="memo", target=about)
            return rows.among(Memo, "guid", [link.owner for link in links])

    def get(self, guid: str) -> Memo:
        """The memo of that GUID. Raises :class:`NotFound`."""
        return self._store.get(Memo, guid)

    def links(self, memo: Memo) -> list[tuple[str, str]]:
        """What a memo is about, as (kind, GUID)."""
        found = self._store.all(Link, role="memo", owner=memo.guid)
        return [(link.target_kind, link.target) for link in found]

    def add(
        self,
        title: str,
        body: str,
        kind: str = "theoretical",
        about: Sequence[tuple[str, str]] = (),
        user: str | None = None,
    ) -> Memo:
        """A new memo about entities given as (kind, GUID). Raises :class:`NotFound`."""
        title = clean_name(title or body[:60], "memo")
        _check_kind(kind)
        with self._store.write(say("Write the memo “{title}”", title=title), self._user) as change:
            memo = Memo(title=title, body=body, kind=kind, user=user or self._user)
            change.add(memo)
            _link(change, memo, about)
            return memo

    def update(
        self, memo: Memo, about: Sequence[tuple[str, str]] | None = None, **values: object
    ) -> Memo:
        """Change a memo's title, body, kind or what it is about."""
        with self._store.write(
            say("Change the memo “{title}”", title=memo.title), self._user
        ) as change:
            if "kind" in values:
                _check_kind(str(values["kind"]))
            if about is not None:
                old = change.rows.all(Link, role="memo", owner=memo.guid)
                wanted = set(about)
                change.remove(*(k for k in old if (k.target_kind, k.target) not in wanted))
                there = {(link.target_kind, link.target) for link in old}
                _link(change, memo, [one for one in about if one not in there])
            if "title" in values:
                values["title"] = clean_name(values["title"], "memo")
            return change.set(memo, **values)

    def remove(self, memo: Memo) -> None:
        """Remove a memo; what it is about stays."""
        with self._store.write(
            say("Remove the memo “{title}”", title=memo.title), self._user
        ) as change:
            remove_whole(change, Memo.KIND, [memo.guid])


def _check_kind(kind: str) -> None:
    if kind not in MEMO_KINDS:
        raise InvalidInput(
            "unknown-kind", f"“{kind}” is no kind of memo.", f"Use one of: {', '.join(MEMO_KINDS)}."
        )


def _link(change: Change, memo: Memo, about: Sequence[tuple[str, str]]) -> None:
    for kind, guid in about:
        if kind not in KINDS:
            raise InvalidInput("unknown-kind", f"There is no kind of entity “{kind}”.")
        change.rows.get(KINDS[kind], guid)
        change.add(
            Link(role="memo", owner_kind="memo", owner=memo.guid, target_kind=kind, target=guid)
        )
