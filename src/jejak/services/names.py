"""Whatever has a name, found by a few letters of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from heapq import nsmallest

from ..model import (
    Case,
    Code,
    Display,
    Event,
    Finding,
    Memo,
    Reference,
    Source,
    State,
)
from ..store import Rows, Store, history
from ..store.lookups import code_paths
from .name_search import NameSearch

__all__ = ["NAMED", "Named", "Names"]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by its name; ``where`` says what it is part of: a code's path, a source's kind.

    ``points`` say how well it answers: 40 exactly, 30 it begins so, 20 a word of it does, 10 the
    letters are inside, less where it is spelt otherwise.
    """

    kind: str
    guid: str
    label: str
    where: str
    points: int = 0


# GUID, name, place, and the GUID of who wrote it where that matters.
_Told = tuple[str, str, str, str]


def _codes(rows: Rows) -> Iterable[_Told]:
    codes = rows.all(Code)
    paths = code_paths(codes)
    return ((code.guid, code.name, paths[code.guid], "") for code in codes)


def _works(rows: Rows) -> Iterable[_Told]:
    for one in rows.all(Reference):
        title = str(one.csl.get("title") or "")
        name = f"{one.key}: {title}" if title else one.key
        yield one.guid, name, str(one.csl.get("type") or ""), ""


_READ: dict[str, Callable[[Rows], Iterable[_Told]]] = {
    "code": _codes,
    "source": lambda rows: ((one.guid, one.name, one.kind, "") for one in rows.each(Source)),
    "case": lambda rows: ((one.guid, one.name, one.kind, "") for one in rows.each(Case)),
    "finding": lambda rows: (
        (one.guid, f"{one.label}: {one.statement}", one.status, "") for one in rows.each(Finding)
    ),
    "memo": lambda rows: ((one.guid, one.title, one.kind, one.user) for one in rows.each(Memo)),
    "display": lambda rows: ((one.guid, one.name, one.kind, "") for one in rows.each(Display)),
    "reference": _works,
    "event": lambda rows: ((one.guid, one.name, one.kind, "") for one in rows.each(Event)),
    "state": lambda rows: ((one.guid, one.name, "", "") for one in rows.each(State)),
}
NAMED = tuple(_READ)


@dataclass(frozen=True, slots=True)
class _Kept:
    search: NameSearch
    guids: tuple[str, ...]
    places: tuple[str, ...]
    owners: tuple[str, ...]


class Names:
    """The names of a study, folded once for each state of them."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
        self._lock = threading.Lock()
        self._kept: dict[str, _Kept] = {}
        self._head = 0

    def search(
        self, text: str, limit: int = 30, authors: Collection[str] | None = None
    ) -> list[Named]:
        """Sources, codes, cases, memos, findings, displays, references, events and states whose name
        answers to ``text``, best first: letters of it, several words in any order, a mistake or two. With
        ``authors`` (GUIDs) memos of others are left out."""
        kept = self._upto_date()
        found = {kind: names.search.find(text) for kind, names in kept.items()}
        if not any(map(len, found.values())):
            for kind, names in kept.items():
                found[kind] = names.search.misspelt(text)
        ranked = (
            (-points, len(kept[kind].search.names[row]), NAMED.index(kind), row, kind)
            for kind, rows in found.items()
            for row, points in rows.items()
            if authors is None or kept[kind].owners[row] in {"", *authors}
        )
        return [
            Named(
                kind,
                kept[kind].guids[row],
                kept[kind].search.names[row],
                kept[kind].places[row],
                -points,
            )
            for points, _, _, row, kind in nsmallest(limit, ranked)
        ]

    def _upto_date(self) -> dict[str, _Kept]:
        with self._lock, self._store.view() as rows:
            head = history.head(rows.conn)
            stale = set(NAMED)
            if self._kept and head >= self._head:
                changes = history.entries(rows.conn, after=self._head) if head > self._head else []
                stale &= {kind for entry in changes for kind in entry.touched}
            for kind in stale:
                self._kept[kind] = _kept(_READ[kind](rows))
            self._head = head
            return dict(self._kept)


def _kept(found: Iterable[_Told]) -> _Kept:
    columns = tuple(zip(*found, strict=True)) or ((), (), (), ())
    guids, names, places, owners = columns
    return _Kept(NameSearch(names), guids, places, owners)
