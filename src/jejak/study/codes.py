"""The codebook as a notebook sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..errors import InvalidInput
from ..model import Code, Record, StudyInfo
from ..model.query import CodeIs
from ..services.codebook import AppliedFrame, Codebook
from ..services.codebook_entries import Entry, frame
from ..services.codebook_files import CODEBOOK_ENDINGS, read_codebook
from ..store import Store
from ..store.lookups import code_paths
from .collection import Collection
from .handle import Handle, guid_of
from .results import Result
from .tabular import Column

__all__ = ["CodeCollection", "CodeHandle"]


class CodeHandle(Handle[Code]):
    """A code of the codebook."""

    def __init__(self, store: Store, user: str, guid: str) -> None:
        super().__init__(store, user, Code, guid)

    @property
    def name(self) -> str:
        """Its name, without the codes above it."""
        return self.record.name

    @property
    def path(self) -> str:
        """Its name with those above it: ``Folder/Code``."""
        return code_paths(self._store.all(Code))[self.guid]

    @property
    def definition(self) -> str:
        """The full definition."""
        return self.record.definition

    @property
    def below(self) -> list[CodeHandle]:
        """The codes right below it, in their order."""
        codes = Codebook(self._store, self._user).all()
        return [
            CodeHandle(self._store, self._user, code.guid)
            for code in codes
            if code.parent == self.guid
        ]

    @property
    def above(self) -> CodeHandle | None:
        """The code or folder it lies in."""
        parent = self.record.parent
        return None if parent is None else CodeHandle(self._store, self._user, parent)

    def segments(self, *, below: bool = True) -> Result:
        """The passages with this code, or with any below it."""
        return Result(self._store, self._user, CodeIs(self.path, below))

    def update(self, **values: object) -> None:
        """Change its name or entry: ``name``, ``colour`` (``#44aa99``), ``codable``, ``short``,
        ``definition``, ``when_to_use``, ``when_not_to_use``, ``examples`` (a tuple of texts),
        ``position``, ``cycle``, ``kind``. Raises :class:`InvalidInput`, :class:`Conflict`."""
        Codebook(self._store, self._user).update(self.record, **values)

    def move(self, parent: Handle[Record] | str | None, position: int | None = None) -> None:
        """Put it under another (``None``: at the top). Raises :class:`Conflict` for a circle."""
        above = None if parent is None else guid_of(parent)
        Codebook(self._store, self._user).move(self.record, above, position)

    def merge_into(self, other: Handle[Record] | str) -> int:
        """Merge it into another code; how many codings moved."""
        book = Codebook(self._store, self._user)
        return book.merge([self.record], book.get(guid_of(other)))

    def remove(self) -> None:
        """Remove it with the codes below it and their codings."""
        Codebook(self._store, self._user).remove(self.record)


class CodeCollection(Codebook, Collection[CodeHandle]):
    """The codes of a study, by path, name or GUID, each before those below it."""

    def apply(
        self,
        entries: Sequence[Entry] | str | Path,
        title: str = "",
        frame: str | None = None,
        *,
        language: str | None = None,
    ) -> AppliedFrame:
        """Merge in a ready frame by its name, a codebook file, or entries.

        Codes that are not there are made; of those that are, only empty fields are filled.
        ``language`` chooses among those of a frame or file; by default the study's. Raises
        :class:`NotFound` (no such frame), :class:`InvalidInput` (a file that is no codebook).
        """
        if not isinstance(entries, str | Path):
            return super().apply(list(entries), title, frame)
        wanted = language or self._store.all(StudyInfo)[0].languages[0]
        title, found, name = _entries(entries, wanted)
        return super().apply(found, title, name)

    def values(self) -> list[CodeHandle]:
        """Every code, each before those below it."""
        return [self._handle(code.guid) for code in self.all()]

    def keys(self) -> list[str]:
        """The paths."""
        paths = self.paths()
        return [paths[code.guid] for code in self.all()]

    def __len__(self) -> int:
        return self._store.count(Code)

    def _find(self, name: str) -> CodeHandle:
        return self._handle(self.get(name).guid)

    def _handle(self, guid: str) -> CodeHandle:
        return CodeHandle(self._store, self._user, guid)

    def _columns(self) -> list[Column]:
        with self._store.view():
            codes, paths = self.all(), self.paths()
            corpus = self._store.corpus()
        counts = Counter(corpus.codes.guid[n] for n in corpus.codings.code.tolist())
        texts = ("short", "definition", "when_to_use", "when_not_to_use", "kind", "frame")
        return [
            Column("guid", "text", [code.guid for code in codes]),
            Column("name", "text", [code.name for code in codes]),
            Column("path", "text", [paths[code.guid] for code in codes]),
            Column("colour", "text", [code.colour for code in codes]),
            Column("codable", "boolean", [code.codable for code in codes]),
            Column("codings", "whole", [counts[code.guid] for code in codes]),
            *(Column(name, "text", [getattr(code, name) for code in codes]) for name in texts),
        ]


def _entries(wanted: str | Path, language: str) -> tuple[str, list[Entry], str | None]:
    """Title and entries of a file or frame, and the frame's name where it is one."""
    path = Path(wanted)
    if path.is_file() or path.suffix.lower() in CODEBOOK_ENDINGS:
        title, entries = read_codebook(path, language)
        return title or path.stem, entries, None
    if path.is_dir():
        raise InvalidInput("not-a-file", f"{path} is a folder, not a codebook.")
    ready = frame(str(wanted))
    title = ready.title.get(language) or next(iter(ready.title.values()))
    return title, ready.entries(language), ready.name
