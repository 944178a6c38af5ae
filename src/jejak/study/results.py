"""What retrieval finds: passages by query, and words in context."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, overload

from ..model import Source
from ..model.corpus import Corpus, NamedColumns
from ..model.query import Query
from ..services.retrieval import FoundSegment, Line, Retrieval
from ..store import Store
from .passages import Passage
from .tabular import Column, Table, Tabular, typed_column

__all__ = ["Result", "found_words"]

_ALL = 1 << 40
_EVERY_LINE = 1 << 30


class Result(Tabular, Sequence[Passage]):
    """The passages a query finds, in the order of the texts, as the study stood when first asked."""

    def __init__(
        self,
        store: Store,
        user: str,
        query: Query | str,
        *,
        limit: int | None = None,
        context: int = 0,
    ) -> None:
        self._store = store
        self._user = user
        self._limit = _ALL if limit is None else limit
        self._context = context
        self.query = query
        with store.view():
            self._corpus = store.corpus()
            found = Retrieval(store, user).find(query, limit=self._limit, context=context)
        self._segments = found.segments
        self.total = found.total

    @property
    def segments(self) -> tuple[FoundSegment, ...]:
        """The passages as plain records, with GUIDs of codes and codings."""
        return self._segments

    def _passage(self, one: FoundSegment) -> Passage:
        source = self._store.get(Source, one.source)
        return Passage(self._store, self._user, source, one.start, one.end)

    def __len__(self) -> int:
        return len(self._segments)

    def __iter__(self) -> Iterator[Passage]:
        return (self._passage(one) for one in self._segments)

    @overload
    def __getitem__(self, index: int) -> Passage: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Passage]: ...
    def __getitem__(self, index: int | slice) -> Passage | Sequence[Passage]:
        if isinstance(index, slice):
            return [self._passage(one) for one in self._segments[index]]
        return self._passage(self._segments[index])

    @cached_property
    def _paths(self) -> dict[str, str]:
        codes = self._corpus.codes
        return dict(zip(codes.guid, codes.path, strict=True))

    def _columns(self) -> list[Column]:
        found, paths = self._segments, self._paths
        return [
            Column("guid", "text", [one.segment for one in found]),
            Column("source", "text", [one.source_name for one in found]),
            Column("start", "whole", [one.start for one in found]),
            Column("end", "whole", [one.end for one in found]),
            *([Column("before", "text", [one.before for one in found])] if self._context else []),
            Column("text", "text", [one.text for one in found]),
            *([Column("after", "text", [one.after for one in found])] if self._context else []),
            Column("codes", "texts", [[paths[code] for code in one.codes] for one in found]),
            Column("coders", "texts", [list(one.coders) for one in found]),
            Column("case", "text", [one.case_name for one in found]),
            *_known(self._corpus, "source", [one.source for one in found]),
            *_known(self._corpus, "case", [one.case for one in found]),
        ]

    def __repr__(self) -> str:
        return f"<{len(self)} passages: {self.query}>"


def _known(corpus: Corpus, of: str, guids: Sequence[str | None]) -> list[Column]:
    """What is known of the source or the case of each passage, as ``source.kind``, ``case.role``."""
    owners: NamedColumns = corpus.sources if of == "source" else corpus.cases
    place = {guid: number for number, guid in enumerate(owners.guid)}
    rows = [place.get(guid) if guid is not None else None for guid in guids]

    def taken(values: Sequence[str | None]) -> list[str | None]:
        return [None if row is None else values[row] for row in rows]

    columns = [
        Column(f"{of}.{name}", "text", taken(values)) for name, values in owners.facets.items()
    ]
    for attribute in corpus.attributes:
        if attribute.of == of:
            values = taken(attribute.value)
            columns.append(typed_column(f"{of}.{attribute.name}", attribute.type, values))
    return columns


def found_words(
    store: Store, user: str, pattern: str, *, limit: int | None = None, **how: Any
) -> Table[Line]:
    """Where words stand, told with the words around them."""
    lines = Retrieval(store, user).words(
        pattern, limit=_EVERY_LINE if limit is None else limit, **how
    )
    tell: Callable[[Line], tuple[object, ...]] = _line
    types = {
        "source": "text", "start": "whole", "end": "whole", "before": "text", "match": "text",
        "after": "text",
    }  # fmt: skip
    return Table(lines.lines, types, tell)


def _line(line: Line) -> tuple[object, ...]:
    return line.source_name, line.start, line.end, line.before, line.match, line.after
