"""The trail: reading the history, undoing and redoing, and the study as it stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..errors import Conflict, JejakError, NotFound
from ..i18n import translate
from ..model import KINDS, ChangeEntry, Coding, Segment, Touched
from ..model.codec import guid_bytes, spec_of
from ..model.identity import fold, to_millis
from ..store import Rows, Store, history, resting, undo
from .things import Thing, things

__all__ = ["Trail"]

# How many changes are looked at in one go when their words must be read.
_STEP = 2_000


class Trail:
    """The history of a study; while a round is open, its coders read their own part of it alone."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
        self._concerning: tuple[tuple[str, int], frozenset[int]] = ("", 0), frozenset()

    def entries(
        self,
        *,
        before: int | None = None,
        after: int = 0,
        limit: int | None = 100,
        user: str | None = None,
        kind: str | None = None,
        since: int | None = None,
        until: int | None = None,
        newest_first: bool = True,
        everybody: bool = False,
    ) -> list[ChangeEntry]:
        """Changes with ``after < seq < before``; of a user (GUID), of things of a kind, made from
        ``since`` to before ``until`` (ms since 1970). ``everybody``: for whoever tells no words of
        them, others' changes too while a round is open."""
        if not everybody and self._blind:
            if user not in {None, self._user}:
                return []
            user = self._user
        with self._store.read() as rows:
            return history.entries(
                rows.conn, after=after, before=before, limit=limit, newest_first=newest_first,
                user=guid_bytes(user) if user else None, kind=kind, since=since, until=until,
            )  # fmt: skip

    def search(
        self,
        *,
        entity: str | None = None,
        text: str = "",
        language: str = "en",
        before: int | None = None,
        limit: int = 100,
        **where: Any,
    ) -> list[ChangeEntry]:
        """Changes, the newest first, that touched one entity (GUID) and whose words in a language
        have ``text`` in them; ``where`` as in :meth:`entries`."""
        wanted = None if entity is None else self.concerning(entity)
        letters = fold(text)
        found: list[ChangeEntry] = []
        step = limit if wanted is None and not letters else _STEP
        while len(found) < limit:
            part = self.entries(before=before, limit=step, **where)
            found += [
                entry
                for entry in part
                if (wanted is None or entry.seq in wanted)
                and (not letters or letters in fold(translate(entry.verb, language)))
            ]
            if len(part) < step:
                break
            before = part[-1].seq
        return found[:limit]

    def concerning(self, entity: str) -> frozenset[int]:
        """The changes (numbers) that touched one entity, taken back or not."""
        with self._store.view() as rows:
            key = entity, history.head(rows.conn)
            kept, found = self._concerning
            if kept != key:
                found = frozenset(resting.concerning(rows.conn, guid_bytes(entity)))
                self._concerning = key, found
            return found

    def refusal(self, seq: int) -> JejakError | None:
        """Why change ``seq`` could not be taken back now; ``None`` where it could.

        Raises :class:`NotFound`.
        """
        return self._store.refusal(self._user, seq)

    def resting_on(self, seq: int, most: int = 20) -> list[tuple[ChangeEntry, list[Touched]]]:
        """The later changes in force that touch what a change touched or added, the latest first,
        each with those of its entities that do. Raises as :meth:`get`."""
        self.get(seq)
        with self._store.view() as rows:
            return [
                (entry, touched)
                for later, touched in resting.resting_on(rows.conn, seq, most)
                for entry in [history.entry(rows.conn, later)]
                if entry.user == self._user or not self._blind
            ]

    def mentioned(self, touched: Iterable[Touched]) -> list[Thing]:
        """What is still there of the entities of a change and of whatever they refer to."""
        wanted: dict[tuple[str, str], None] = {}
        for one in touched:
            wanted[one.kind, one.guid] = None
            for field in spec_of(one.kind).fields:
                kinds = () if field.refers is None else (field.refers,)
                for kind in KINDS if kinds == ("*",) else kinds:
                    for state in (one.before, one.after):
                        if state and state.get(field.name):
                            wanted[kind, str(state[field.name])] = None
        with self._store.view() as rows:
            return list(things(rows, wanted).values())

    def lasting(self, entries: list[ChangeEntry]) -> set[int]:
        """Those of some changes that can never be taken back: beginnings, and withdrawn words."""
        with self._store.read() as rows:
            return set(resting.fixed(rows.conn, entries))

    @property
    def _blind(self) -> bool:
        return self._store.sight.apart().blind

    def get(self, seq: int) -> ChangeEntry:
        """One change. Raises :class:`NotFound`, and :class:`NotAllowed` for another's while a round is
        open."""
        entry = self._store.entry(seq)
        if entry.user != self._user:
            self._store.sight.apart().refuse()
        return entry

    def touched(self, seq: int, limit: int | None = None) -> list[Touched]:
        """Each entity of a change before and after, at most ``limit``. Raises as :meth:`get`."""
        entry = self.get(seq)
        with self._store.read() as rows:
            about = entry.undoes or entry.redoes or seq
            found = history.touched(history.payload_of(rows.conn, about))
            return [one for _, one in zip(range(limit or 1 << 62), found, strict=False)]

    def sources_of(self, entry: ChangeEntry, most: int = 50) -> tuple[str, ...] | None:
        """The sources (GUIDs) whose text, blocks or codings a change concerns; ``None`` where it
        touched more than ``most`` entities."""
        if sum(entry.touched.values()) > most:
            return None
        if entry.user != self._user and self._blind:
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
        entries = self.entries(limit=None, newest_first=False, everybody=True)
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
