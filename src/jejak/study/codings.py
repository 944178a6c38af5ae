"""All codings of a study: one table of columns, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import NotFound
from ..model import Coding, Segment
from ..model.coding import ORIGINS
from ..model.identity import as_guid, from_millis
from ..store import Store
from .passages import CodingHandle
from .tabular import Column, Tabular

__all__ = ["CodingCollection"]


class CodingCollection(Tabular):
    """The codings of a study, in the order of the texts; one by its GUID."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def __len__(self) -> int:
        return self._store.count(Coding)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[CodingHandle]:
        with self._store.view() as rows:
            guids = rows.guids_of(Coding.KIND)
            keys = self._store.corpus().codings.coding.tolist()
        return (CodingHandle(self._store, self._user, guids[key]) for key in keys)

    def __getitem__(self, guid: str) -> CodingHandle:
        with self._store.view() as rows:
            one = rows.get(Coding, as_guid(guid))
            place = rows.get(Segment, one.segment).source
            if self._store.sight.apart().hides(one.guid, one.user, place):
                raise NotFound("no-such-coding", f"There is no coding {one.guid}.")
        return CodingHandle(self._store, self._user, one.guid)

    def _columns(self) -> list[Column]:
        with self._store.view() as rows:
            corpus = self._store.corpus()
            guids = rows.guids_of(Coding.KIND)
        codings = corpus.codings
        weights = codings.weight.tolist()
        return [
            Column("guid", "text", [guids[key] for key in codings.coding.tolist()]),
            Column("source", "text", _named(corpus.sources.name, codings.source)),
            Column("start", "whole", codings.start.tolist()),
            Column("end", "whole", codings.end.tolist()),
            Column("code", "text", _named(corpus.codes.path, codings.code)),
            Column("coder", "text", _named(corpus.users.name, codings.coder)),
            Column("case", "text", _named(corpus.cases.name, codings.case)),
            Column("weight", "whole", [None if w != w else int(w) for w in weights]),  # noqa: PLR0124  (NaN: none)
            Column("origin", "text", _named(ORIGINS, codings.origin)),
            Column("created", "moment", [from_millis(ms) for ms in codings.created.tolist()]),
        ]

    def __repr__(self) -> str:
        return f"<{len(self):,} codings>"


def _named(names: tuple[str, ...], places: Any) -> list[str | None]:
    return [None if place < 0 else names[place] for place in places.tolist()]
