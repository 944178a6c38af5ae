"""The codebook as a notebook sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..errors import InvalidInput
from ..model import Code, Record, Source, StudyInfo
from ..model.query import CodeIs
from ..services.code_examples import CodeExamples, CodeUses
from ..services.codebook import AppliedFrame, Codebook
from ..services.codebook_entries import Entry, frame
from ..services.codebook_files import CODEBOOK_ENDINGS, read_codebook
from ..services.patterns import Patterns, Recurs
from ..store import Store
from ..store.lookups import code_paths
from .collection import Collection
from .handle import Handle, guid_of
from .passages import Passage
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
        """Put it under another (``None``: at the top), after so many of the codes there (by default
        all of them). Raises :class:`Conflict` for a circle."""
        above = None if parent is None else guid_of(parent)
        Codebook(self._store, self._user).move(self.record, above, position)

    def merge_into(self, other: Handle[Record] | str, *, join_texts: bool = False) -> int:
        """Merge it into another code; how many codings moved. See :meth:`CodeCollection.merge`."""
        book = Codebook(self._store, self._user)
        return book.merge([self.record], book.get(guid_of(other)), join_texts=join_texts)

    def split(
        self, name: str, *, query: str | None = None, codings: Sequence[Handle[Record] | str] = ()
    ) -> CodeHandle:
        """Move some of its codings (those a query finds, or those named) to a new code beside it.

        Raises :class:`InvalidInput` where nothing would move, :class:`Conflict` for a taken name.
        """
        guids = [guid_of(coding) for coding in codings]
        book = Codebook(self._store, self._user)
        made = book.split(self.record, name, codings=guids, query=query)
        return CodeHandle(self._store, self._user, made.guid)

    def shade(self) -> int:
        """Give the codes below it shades of its colour; how many have another colour now."""
        return Codebook(self._store, self._user).recolour([self.record], below="shades")

    def remove(self, *, codings_to: Handle[Record] | str | None = None) -> None:
        """Remove it with the codes below it. Their codings go too, unless another code is to have
        them. Raises :class:`InvalidInput` where that one is a folder."""
        book = Codebook(self._store, self._user)
        heir = None if codings_to is None else book.get(guid_of(codings_to))
        book.remove(self.record, codings_to=heir)

    @property
    def exemplars(self) -> list[Passage]:
        """The passages that exemplify it, in the order they were chosen."""
        found = CodeExamples(self._store, self._user).all(self.record)
        sources = {one.source: self._store.get(Source, one.source) for one in found}
        return [
            Passage(self._store, self._user, sources[one.source], one.start, one.end)
            for one in found
        ]

    def exemplify(self, passage: Passage) -> None:
        """Let a passage exemplify it. Raises :class:`InvalidInput`."""
        source = self._store.get(Source, passage.source.guid)
        CodeExamples(self._store, self._user).add(self.record, source, passage.start, passage.end)

    @property
    def recurs(self) -> Recurs:
        """In how many cases, sources and stretches it recurs (a pattern code: what it is made of), and
        who shows no sign of it. Those of some codes together: :meth:`CodeCollection.recurrence`."""
        return Patterns(self._store, self._user).recurrence([self.guid])

    @property
    def uses(self) -> CodeUses:
        """In which sources and cases it, or a code below it, was used how often."""
        return CodeExamples(self._store, self._user).uses(self.record)


class CodeCollection(Patterns, Collection[CodeHandle]):
    """The codes of a study, by path, name or GUID, each before those below it."""

    def apply(
        self,
        entries: Sequence[Entry] | str | Path,
        title: str = "",
        frame: str | None = None,
        *,
        replace: bool = False,
        language: str | None = None,
    ) -> AppliedFrame:
        """Merge in a ready frame by its name, a codebook file, or entries.

        Codes that are not there are made; of those that are, only empty fields are filled, or with
        ``replace`` all that the entries say. ``language`` chooses among those of a frame or file; by default the study's. Raises
        :class:`NotFound` (no such frame), :class:`InvalidInput` (a file that is no codebook).
        """
        if not isinstance(entries, str | Path):
            return super().apply(list(entries), title, frame, replace=replace)
        wanted = language or self._store.all(StudyInfo)[0].languages[0]
        title, found, name = _entries(entries, wanted)
        return super().apply(found, title, name, replace=replace)

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
