"""The history as a notebook sees it."""

from __future__ import annotations

from ..i18n import translate
from ..model import ChangeEntry, User
from ..services.trail import Trail
from ..store import Store
from .tabular import Table

__all__ = ["history_table"]


def history_table(
    store: Store, user: str, language: str, *, limit: int | None = None, by: str | None = None
) -> Table[ChangeEntry]:
    """Changes, the newest first, told in a language; ``by`` is the GUID of a user."""
    entries = Trail(store, user).entries(limit=limit, user=by)
    names = {one.guid: one.name for one in store.all(User)}

    def tell(entry: ChangeEntry) -> tuple[object, ...]:
        touched = [f"{kind} {count}" for kind, count in entry.touched.items()]
        told = translate(entry.verb, language)
        return entry.seq, entry.time, names.get(entry.user), told, touched, entry.undone

    types = {
        "seq": "whole", "time": "moment", "user": "text", "change": "text", "touched": "texts",
        "undone": "boolean",
    }  # fmt: skip
    return Table(entries, types, tell)
