"""Literature as a notebook sees it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..formats.file_writing import write_whole
from ..model import Reference
from ..model.literature import creators, short_citation, title_of, year_of
from ..services.reference_import import ReferenceImport, WorksReport
from ..services.references import References
from ..store import Store
from .collection import Collection
from .handle import Handle, guid_of
from .sources import SourceHandle
from .tabular import Column

__all__ = ["ReferenceCollection", "ReferenceHandle"]


class ReferenceHandle(Handle[Reference]):
    """A work of the literature."""

    def __init__(self, store: Store, user: str, guid: str) -> None:
        super().__init__(store, user, Reference, guid)

    @property
    def name(self) -> str:
        """Its citation key."""
        return self.record.key

    @property
    def csl(self) -> Mapping[str, Any]:
        """What is known of it, as CSL-JSON."""
        return self.record.csl

    @property
    def short(self) -> str:
        """How it is named in passing: “Müller & Kim 2020”."""
        return short_citation(self.record.csl)

    @property
    def cited_by(self) -> list[tuple[str, str]]:
        """What cites it, as (kind, GUID)."""
        card = References(self._store, self._user).cards([self.record])[0]
        return [(one.kind, one.guid) for one in card.cited_by]

    def cite_in(self, thing: Handle[Any], kind: str | None = None) -> None:
        """Say that a source, code, memo or finding cites it. Raises :class:`InvalidInput`."""
        kind = kind or thing.record.KIND
        References(self._store, self._user).cite(self.record, kind, guid_of(thing))

    def update(self, fields: Mapping[str, Any] | None = None, *, key: str | None = None) -> None:
        """Change fields (``None`` takes one away) or the key. Raises :class:`Conflict`."""
        References(self._store, self._user).update(self.record, fields, key)

    def source(self) -> SourceHandle:
        """A new source of the kind literature from its abstract. Raises :class:`InvalidInput`."""
        made = References(self._store, self._user).make_source(self.record)
        return SourceHandle(self._store, self._user, made.guid)

    def remove(self) -> None:
        """Remove it; what cites it stays."""
        References(self._store, self._user).remove([self.record])


class ReferenceCollection(References, Collection[ReferenceHandle]):
    """The literature of a study, by citation key or GUID."""

    def values(self) -> list[ReferenceHandle]:
        """Every work, in the order they came."""
        return [self._handle(one.guid) for one in self.all()]

    def keys(self) -> list[str]:
        """The citation keys."""
        return [one.key for one in self.all()]

    def read(self, *paths: str | Path, duplicates: str = "skip") -> WorksReport:
        """Bring in files of literature: RIS, BibTeX, CSL-JSON; what is broken is in the report.

        ``duplicates`` says what becomes of works that are there already: ``skip``, ``merge`` or
        ``add``. Raises :class:`InvalidInput`, :class:`UnreadableSource` (no such file).
        """
        from ..formats.reading import load

        files = [(Path(path).name, load(Path(path))) for path in paths]
        return ReferenceImport(self._store, self._user).add_files(files, duplicates=duplicates)

    def write(self, path: str | Path) -> Path:
        """Write all works as .ris, .bib or .json. Raises :class:`InvalidInput`."""
        write_whole(Path(path), self.export(Path(path).suffix))
        return Path(path)

    def __len__(self) -> int:
        return self._store.count(Reference)

    def _find(self, name: str) -> ReferenceHandle:
        return self._handle(self.get(name).guid)

    def _handle(self, guid: str) -> ReferenceHandle:
        return ReferenceHandle(self._store, self._user, guid)

    def _columns(self) -> list[Column]:
        cards = self.cards()
        works = [card.reference for card in cards]
        return [
            Column("guid", "text", [one.guid for one in works]),
            Column("key", "text", [one.key for one in works]),
            Column("authors", "texts", [creators(one.csl) for one in works]),
            Column("year", "text", [year_of(one.csl) for one in works]),
            Column("title", "text", [title_of(one.csl) for one in works]),
            Column("type", "text", [str(one.csl.get("type") or "") for one in works]),
            Column("doi", "text", [str(one.csl.get("DOI") or "") for one in works]),
            Column("cited_by", "whole", [len(card.cited_by) for card in cards]),
        ]
