"""The trail: reading the history, undoing and redoing, and the study as it stood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..errors import Conflict, NotFound
from ..model import ChangeEntry, Coding, Segment, Touched
from ..model.identity import to_millis
from ..store import Rows, Store, history, undo
from ..store.codec import guid_bytes

__all__ = ["Trail"]


class Trail:
    """The history of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def entries(
        self,
        *,
        before: int | None = None,
        after: int = 0,
        limit: int | None = 100,
        user: str | None = None,
        newest_first: bool = True,
    ) -> list[ChangeEntry]:
        """Changes with ``after < seq < before``."""
        with self._store.read() as rows:
            return history.entries(
                rows.conn, after=after, before=before, limit=limit, newest_first=newest_first,
                user=guid_bytes(user) if user else None,
            )  # fmt: skip

    def get(self, seq: int) -> ChangeEntry:
        """One change. Raises :class:`NotFound`."""
        return self._store.entry(seq)

    def touched(self, seq: int, limit: int | None = None) -> list[Touched]:
        """Each entity of a change before and after, at most ``limit``."""
        entry = self._store.entry(seq)
        with self._store.read() as rows:
            about = entry.undoes or entry.redoes or seq
            found = history.touched(history.payload_of(rows.conn, about))
            return [one for _, one in zip(range(limit or 1 << 62), found, strict=False)]

    def sources_of(self, entry: ChangeEntry, most: int = 50) -> tuple[str, ...] | None:
        """The sources (GUIDs) whose text, blocks or codings a change concerns; ``None`` where it
        touched more than ``most`` entities."""
        if sum(entry.touched.values()) > most:
            return None
        touched = self.touched(entry.seq, most)
        found = {one.guid for one in touched if one.kind == "source"}
        lying = {}
        for one in touched:
            state = one.after or one.before or {}
            if one.kind in {"segment", "block"} and "source" in state:
                found.add(str(state["source"]))
            if one.kind == "coding":
                lying[one.guid] = state.get("segment")
        with self._store.read() as rows:
            found |= _lying_in(rows, lying)
        return tuple(sorted(found))

    def pending(self) -> tuple[ChangeEntry | None, ChangeEntry | None]:
        """The changes that undo and redo would be about now, ``None`` where there is none."""
        with self._store.read() as rows:
            return (
                _entry(rows, undo.undoable, self._user), _entry(rows, undo.redoable, self._user)
            )  # fmt: skip

    def seq_at(self, millis: int) -> int:
        """The last change made at or before a moment (ms since 1970); 0 where none was."""
        entries = self.entries(limit=None, newest_first=False)
        return max((e.seq for e in entries if to_millis(e.time) <= millis), default=0)

    def undo(self, steps: int = 1) -> list[ChangeEntry]:
        """Take back the user's last changes, as many as there are; those that were taken back.

        Raises :class:`NotFound` where there is none, :class:`Conflict` where one cannot be: those
        after it stay taken back.
        """
        return _stepped(steps, self._store.undo, self._user)

    def redo(self, steps: int = 1) -> list[ChangeEntry]:
        """Do again what was undone last; those that were done again. Raises as :meth:`undo`."""
        return _stepped(steps, self._store.redo, self._user)


def _stepped(steps: int, step: Callable[[str], ChangeEntry], user: str) -> list[ChangeEntry]:
    done: list[ChangeEntry] = []
    while len(done) < steps:
        try:
            done.append(step(user))
        except NotFound:
            if done:
                break
            raise
        except Conflict as error:
            if not done:
                raise
            kept = f"The {len(done)} steps before it were made and stay."
            raise Conflict(error.code, error.message, kept) from error
    return done


def _entry(rows: Rows, which: Callable[[Any, str], int], user: str) -> ChangeEntry | None:
    try:
        return history.entry(rows.conn, which(rows.conn, user))
    except NotFound:
        return None


def _lying_in(rows: Rows, codings: dict[str, Any]) -> set[str]:
    """The sources of codings (GUID -> their segment, where the change says it)."""
    there = {one.guid: one.segment for one in rows.among(Coding, "guid", codings)}
    segments = {str(segment or there.get(guid)) for guid, segment in codings.items()} - {"None"}
    return {one.source for one in rows.among(Segment, "guid", segments)}
