"""What retrieval finds: passages by query, and words in context."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, overload

from ..formats.file_writing import write_whole
from ..model import Source
from ..model.query import Query
from ..services.concordance import ConcordanceLine, concordance_columns
from ..services.passage_table import memos_of, passage_columns
from ..services.retrieval import FoundGroup, FoundSegment, Line, Retrieval
from ..store import Store
from .passages import Passage
from .tabular import Column, Table, Tabular

__all__ = ["Lines", "Result", "found_words"]

_ALL = 1 << 40
_EVERY_LINE = 1 << 30


class Result(Tabular, Sequence[Passage]):
    """The passages a query finds, in the order of the texts or under the headings asked for, as the
    study stood when first asked."""

    def __init__(
        self,
        store: Store,
        user: str,
        query: Query | str,
        *,
        limit: int | None = None,
        context: int = 0,
        by: str = "source",
    ) -> None:
        self._store = store
        self._user = user
        self._limit = _ALL if limit is None else limit
        self._context = context
        self._by = by
        self.query = query
        retrieval = Retrieval(store, user)
        with store.view() as rows:
            self._corpus = store.corpus()
            found = retrieval.find(query, limit=self._limit, context=context, by=by)
            self._headings = retrieval.headings(query, limit=self._limit, by=by)
            self._memos = memos_of(rows, found.segments)
        self._segments = found.segments
        self.total, self.places = found.total, found.places

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
    def groups(self) -> Table[FoundGroup]:
        """The headings of all that was found, as it is arranged, with their counts."""
        found = Retrieval(self._store, self._user).groups(self.query, by=self._by).groups
        types = {"guid": "text", self._by: "text", "passages": "whole"}
        return Table(found, types, lambda group: (group.guid, group.name, group.count))

    def save(self, path: str | Path, *, language: str | None = None) -> Path:
        """Write it; the ending decides: .csv .xlsx .docx .html .md .parquet .json .jsonl.

        What privacy keeps in the study stays out of it. Raises :class:`InvalidInput` (ending, a text
        too long for a spreadsheet), :class:`MissingExtra`, :class:`StoreFailure`.
        """
        place = Path(path)
        content = Retrieval(self._store, self._user).written(
            self.query, self._segments, self._headings, place.suffix, language or "en",
            by=self._by, context=self._context > 0,
        )  # fmt: skip
        write_whole(place, content)
        return place

    def _columns(self) -> list[Column]:
        columns = passage_columns(
            self._corpus, self._segments, self._memos, context=self._context > 0
        )
        if self._by in ("code", "coder"):
            columns.insert(0, Column(self._by, "text", self._headings))
        return columns

    def __repr__(self) -> str:
        return f"<{len(self)} passages: {self.query}>"


class Lines(Tabular):
    """The lines of a concordance, in the order asked for, as the study stood then; ``total`` says how
    many there are in all."""

    def __init__(
        self,
        retrieval: Retrieval,
        store: Store,
        query: Query | str,
        sort: tuple[str, ...],
        context: int,
        limit: int | None,
    ) -> None:
        self._retrieval = retrieval
        self.query = query
        with store.view():
            self._corpus = store.corpus()
            found = retrieval.concordance(
                query, sort=sort, context=context, limit=_ALL if limit is None else limit
            )
        self.lines, self.total = found.lines, found.total

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[ConcordanceLine]:
        return iter(self.lines)

    def save(self, path: str | Path) -> Path:
        """Write the lines to a file, as they may leave the study, of the kind that its ending names.

        Raises :class:`InvalidInput` (ending), :class:`MissingExtra`, :class:`StoreFailure`.
        """
        target = Path(path)
        write_whole(target, self._retrieval.table(self.columns(), target.suffix, target.stem))
        return target

    def _columns(self) -> list[Column]:
        return concordance_columns(self._corpus, self.lines)

    def __repr__(self) -> str:
        return f"<{len(self)} lines: {self.query}>"


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
