"""Whatever has a name, found by a few letters of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Finding, Memo
from ..model.identity import name_key
from ..store import Store
from .name_index import FoldedNames, score

__all__ = ["Named", "Names"]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by its name; ``where`` says what it is part of: a code's path, a source's kind."""

    kind: str
    guid: str
    label: str
    where: str


class Names:
    """The names of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
        self._folded: dict[str, FoldedNames] = {
            kind: FoldedNames() for kind in ("source", "code", "case")
        }

    def search(self, text: str, limit: int = 30) -> list[Named]:
        """Sources, codes, cases, memos and findings whose name answers to ``text``, best first."""
        wanted = name_key(text)
        if not wanted:
            return []
        found = [
            (-points, number, named)
            for number, (key, named) in enumerate(self._all(wanted))
            if (points := score(wanted, key))
        ]
        found.sort(key=lambda one: (one[0], len(one[2].label), one[1]))
        return [named for _, _, named in found[:limit]]

    def _all(self, wanted: str) -> Iterator[tuple[str, Named]]:
        corpus = self._store.corpus()
        tables = {
            "code": (corpus.codes.guid, corpus.codes.name, corpus.codes.path),
            "case": (corpus.cases.guid, corpus.cases.name, corpus.cases.facets["kind"]),
            "source": (corpus.sources.guid, corpus.sources.name, corpus.sources.facets["kind"]),
        }
        for kind, (guids, names, places) in tables.items():
            keys = self._folded[kind].keys(names)
            for row, key in enumerate(keys):
                if wanted in key:
                    yield key, Named(kind, guids[row], names[row], places[row] or "")
        yield from _written(self._store)


def _written(store: Store) -> Iterable[tuple[str, Named]]:
    with store.read() as rows:
        for finding in rows.each(Finding):
            label = f"{finding.label}: {finding.statement}"
            yield name_key(label), Named("finding", finding.guid, label, finding.status)
        for memo in rows.each(Memo):
            yield name_key(memo.title), Named("memo", memo.guid, memo.title, memo.kind)
