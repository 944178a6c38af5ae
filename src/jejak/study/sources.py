"""Sources as a notebook sees them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import overload

from ..errors import InvalidInput
from ..formats.file_writing import write_whole
from ..model import Block, Source
from ..services.cases import Cases
from ..services.coding import CodingService
from ..services.sources import Sources
from ..store import Store
from ..store.source_codings import codings_of_source
from .collection import Collection
from .handle import Handle
from .passages import CodingHandle, Passage, codings_table
from .tabular import Column, Table, typed_column

__all__ = ["FACETS", "SourceCollection", "SourceHandle"]

FACETS = ("kind", "medium", "language", "status", "collected", "collector", "method")


class SourceHandle(Handle[Source]):
    """A unit of material."""

    def __init__(self, store: Store, user: str, guid: str) -> None:
        super().__init__(store, user, Source, guid)

    @property
    def text(self) -> str:
        """Its plain text."""
        return self._store.text(self.record.text)

    @property
    def kind(self) -> str:
        """The kind of material: interview, posts and so on."""
        return self.record.kind

    @property
    def language(self) -> str | None:
        """Its language, where it is known."""
        return self.record.language

    @property
    def status(self) -> str:
        """How far it is coded: to read, in progress, coded."""
        return self.record.status

    @property
    def length(self) -> int:
        """Code points of its text."""
        return self.record.length

    @property
    def blocks(self) -> list[Block]:
        """Turns, paragraphs, posts …, by position."""
        return Sources(self._store, self._user).blocks(self.record)

    @property
    def cases(self) -> list[str]:
        """The names of the cases it belongs to."""
        cards = Cases(self._store, self._user).cards()
        return [card.case.name for card in cards if self.guid in dict(card.sources)]

    @property
    def codings(self) -> Table[CodingHandle]:
        """All codings on it, in the order of its text."""
        with self._store.read() as rows:
            apart = self._store.sight.apart()
            guids = codings_of_source(rows, self.guid, apart=apart)["coding"]
        return codings_table(
            self._store, [CodingHandle(self._store, self._user, guid) for guid in guids]
        )

    @overload
    def select(self, quote: str, *, prefix: str = "", suffix: str = "") -> Passage: ...
    @overload
    def select(self, quote: int, end: int, /) -> Passage: ...
    def select(
        self, quote: str | int, end: int | None = None, *, prefix: str = "", suffix: str = ""
    ) -> Passage:
        """A passage: by its exact words, or by ``start, end`` in code points.

        ``prefix`` and ``suffix`` are the words right before and after it, where it stands more than
        once. Raises :class:`NotFound`, :class:`Conflict` (more than once), :class:`InvalidInput`.
        """
        source = self.record
        if isinstance(quote, str):
            coding = CodingService(self._store, self._user)
            start, end = coding.locate(source, quote, prefix, suffix)
        elif end is None:
            raise InvalidInput("span-open", "A passage needs a start and an end.")
        else:
            start = quote
        return Passage(self._store, self._user, source, start, end)

    def write(self, path: str | Path) -> None:
        """Write the transcript with its times as .srt, .vtt, .eaf (ELAN) or .TextGrid (Praat).

        Names that are known to be real are hidden. Raises :class:`InvalidInput` for another ending, a
        source without times and a place that cannot be written to; :class:`StoreFailure`.
        """
        place = Path(path)
        write_whole(place, Sources(self._store, self._user).transcript(self.record, place.suffix))

    def tie(self, case: str) -> None:
        """Say that it belongs to a case. Raises :class:`NotFound`."""
        cases = Cases(self._store, self._user)
        cases.tie_source(cases.get(case), self.record)

    def update(self, **values: object) -> None:
        """Change ``name``, ``kind``, ``language``, ``status``, ``collected`` (an ISO date of any
        precision), ``collector``, ``method`` or ``metadata``.

        Raises :class:`InvalidInput`, :class:`Conflict`.
        """
        Sources(self._store, self._user).update(self.record, **values)

    def remove(self) -> None:
        """Remove it with its codings."""
        Sources(self._store, self._user).remove([self.record])


class SourceCollection(Sources, Collection[SourceHandle]):
    """The material of a study, by name or GUID."""

    def values(self) -> list[SourceHandle]:
        """Every source, in the order they came."""
        return [self._handle(source.guid) for source in self.all()]

    def keys(self) -> list[str]:
        """The names."""
        return [source.name for source in self.all()]

    def __len__(self) -> int:
        return self._store.count(Source)

    def _find(self, name: str) -> SourceHandle:
        return self._handle(self.get(name).guid)

    def _handle(self, guid: str) -> SourceHandle:
        return SourceHandle(self._store, self._user, guid)

    def _columns(self) -> list[Column]:
        corpus = self._store.corpus()
        sources = corpus.sources
        counts = Counter(corpus.codings.source.tolist())
        lengths = [] if sources.length is None else sources.length.tolist()
        return [
            Column("guid", "text", sources.guid),
            Column("name", "text", sources.name),
            *(Column(name, "text", sources.facets[name]) for name in FACETS),
            Column("length", "whole", lengths),
            Column("codings", "whole", [counts[n] for n in range(len(sources.guid))]),
            *(typed_column(a.name, a.type, a.value) for a in corpus.attributes if a.of == "source"),
        ]
