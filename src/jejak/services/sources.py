"""Material: bringing files in, listing, changing and removing sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from ..errors import InvalidInput, NotFound
from ..formats.reading import load
from ..model import Block, Reading, Source, say
from ..model.identity import clean_name
from ..store import Store
from ..store.cascade import dependents, remove_whole
from ..store.correcting import Edit, replace_text
from ..store.lookups import find_source
from ..store.originals import load_original, original_length
from .file_paths import files_in, path_text
from .imports import FileReport, ImportReport
from .incoming import (
    ImportOptions,
    Incoming,
    Looked,
    Ready,
    checked,
    enough,
    look,
    tie_cases,
    write_source,
)
from .incoming_files import Import, never, silent
from .source_cards import SourceCard, source_card
from .source_names import Names
from .source_values import case_to_be, check_values, set_attributes, set_to_be, tie_members
from .transcripts import transcript_file

__all__ = ["ImportOptions", "Incoming", "Sources"]

_EDITABLE = {
    "name", "kind", "language", "status", "collected", "collector", "method", "metadata",
}  # fmt: skip


class Sources:
    """The material of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    # -- bringing in -------------------------------------------------------------------------------

    def add(
        self,
        paths: Iterable[str | Path],
        options: ImportOptions | None = None,
        *,
        dry_run: bool = False,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> ImportReport:
        """Import files as one change (one a batch, where there is very much).

        A file that cannot be read is reported and left out; the rest comes in. ``progress`` is
        told ``(done, total, file)``. Raises :class:`InvalidInput` where the options make no sense.
        """
        files = files_in(paths)
        said = checked(options or ImportOptions())
        given = [Incoming(path_text(path), partial(load, path), said) for path in files]
        return self.bring_in(given, dry_run=dry_run, progress=progress)

    def add_files(
        self,
        files: Iterable[tuple[str, bytes]],
        options: ImportOptions | None = None,
        *,
        dry_run: bool = False,
    ) -> ImportReport:
        """Import files given by name and content, as :meth:`add` does those of a disk."""
        said = checked(options or ImportOptions())
        given = [Incoming(name, partial(_same, content), said) for name, content in files]
        return self.bring_in(given, dry_run=dry_run)

    def bring_in(
        self,
        files: Sequence[Incoming],
        *,
        dry_run: bool = False,
        progress: Callable[[int, int, str], None] | None = None,
        on_file: Callable[[int, str], None] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> ImportReport:
        """Import files, about each of which something else may be said, as one change.

        ``on_file`` is told the number of a file and what becomes of it: *reading*, *writing*,
        *written*. Once ``stop`` says so, no further file is read or written; what was written till
        then stays. Raises :class:`InvalidInput` where the options make no sense.
        """
        for file in files:
            checked(file.options)
        names = Names(self._store)
        under_way = Import(files, on_file or silent, stop or never, dry_run=dry_run)
        for number, file in enumerate(files):
            if progress:
                progress(number, len(files), file.path.name)
            if not under_way.read(number, names):
                break
            if enough(under_way.ready):
                self._flush(under_way)
        self._flush(under_way)
        if progress:
            progress(len(files), len(files), "")
        return under_way.report()

    def look(self, file: Incoming, names: Names | None = None) -> Looked:
        """What a file would be taken for, and how its text begins; nothing is written.

        Raises :class:`InvalidInput` where the options make no sense.
        """
        checked(file.options)
        return look(file, names or Names(self._store))

    def add_text(self, name: str, text: str, options: ImportOptions | None = None) -> Source:
        """A source of plain text made in the program itself (pasted, or typed)."""
        options = checked(options or ImportOptions())
        reading = Reading("text", "text", _lines(text))
        report = FileReport(name, ok=True, name=Names(self._store).free(name))
        with self._store.write(say("Add source “{name}”", name=report.name), self._user) as change:
            source = write_source(change, Ready(report, reading, b"", options))
            tie_cases(change, [(source.guid, options)])
            return source

    def _flush(self, under_way: Import) -> None:
        ready = list(under_way.take())
        if not ready or under_way.dry_run:
            return
        verb = (
            say("Add source “{name}”", name=ready[0][1].report.name)
            if len(ready) == 1
            else say("Add {n} sources", n=len(ready))
        )
        with self._store.write(verb, self._user) as change:
            written = under_way.write(change, ready)
            if 0 < len(written) < len(ready):
                change.retell(say("Add {n} sources", n=len(written)))
            tie_cases(change, written)
            under_way.seq = change.seq if written else under_way.seq

    # -- afterwards --------------------------------------------------------------------------------

    def all(self) -> list[Source]:
        """All sources, in the order they came."""
        return self._store.all(Source)

    def among(self, guids: Iterable[str]) -> list[Source]:
        """The sources of these GUIDs. Raises :class:`NotFound` where one is gone."""
        wanted = list(dict.fromkeys(guids))
        with self._store.read() as rows:
            found = rows.among(Source, "guid", wanted)
        gone = set(wanted) - {source.guid for source in found}
        if gone:
            raise NotFound("no-such-source", f"There is no source {min(gone)}.")
        return found

    def get(self, name: str) -> Source:
        """The source of that name or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return find_source(rows, name)

    def text(self, source: Source) -> str:
        """The plain text."""
        return self._store.text(source.text)

    def blocks(self, source: Source) -> list[Block]:
        """The blocks, by position."""
        return sorted(self._store.all(Block, source=source.guid), key=lambda b: (b.start, -b.end))

    def transcript(self, source: Source, ending: str) -> bytes:
        """The transcript as a file of that ending, with its times, as it may leave the study.

        Raises :class:`InvalidInput` for another ending and a source without times.
        """
        with self._store.view() as rows:
            return transcript_file(rows, source, ending)

    def original(self, source: Source, start: int = 0, end: int | None = None) -> bytes:
        """The bytes ``[start, end)`` of the file a source came from. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return load_original(rows.conn, _original(source), start, end)

    def original_length(self, source: Source) -> int:
        """How many bytes the file has. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return original_length(rows.conn, _original(source))

    def update(self, source: Source, **values: object) -> Source:
        """Change what is known of a source. Raises :class:`InvalidInput`, :class:`Conflict`."""
        _refuse_besides(values, _EDITABLE)
        check_values(values)
        with self._store.write(
            say("Change source “{name}”", name=source.name), self._user
        ) as change:
            if "name" in values:
                name = clean_name(values["name"], "source")
                values["name"] = Names(self._store).claim(name, besides=source.name)
            return change.set(source, **values)

    def update_many(
        self,
        sources: Sequence[str],
        *,
        case: str | None = None,
        to_set: str | None = None,
        attributes: Mapping[str, str | None] | None = None,
        **values: object,
    ) -> int:
        """Change the same of many sources (GUIDs) in one change; how many they are.

        ``values`` are those of :meth:`update` but the name; ``case`` and ``to_set`` (names or GUIDs,
        made where they are not there) get the sources besides those they have; ``attributes`` are
        values by name, ``None`` takes one away. Raises :class:`InvalidInput`, :class:`NotFound`.
        """
        _refuse_besides(values, _EDITABLE - {"name", "metadata"})
        check_values(values)
        guids = list(dict.fromkeys(sources))
        with self._store.write(say("Change {n} sources", n=len(guids)), self._user) as change:
            if len(guids) == 1:
                name = change.rows.get(Source, guids[0]).name
                change.retell(say("Change source “{name}”", name=name))
            new = tuple(values.values())
            if values:
                change.set_many(Source.KIND, tuple(values), dict.fromkeys(guids, new))
            if case:
                tie_members(change, "case", case_to_be(change, case).guid, guids)
            if to_set:
                tie_members(change, "set", set_to_be(change, to_set).guid, guids)
            set_attributes(change, guids, attributes or {})
        return len(guids)

    def correct(self, source: Source, start: int, end: int, text: str) -> Source:
        """Replace ``[start, end)`` of a source's text (code points); anchors move with their words.

        A segment that loses all its words is flagged with them. Raises :class:`InvalidInput` and
        :class:`Conflict` (the text was corrected meanwhile).
        """
        verb = say("Correct the text of “{name}”", name=source.name)
        with self._store.write(verb, self._user) as change:
            return replace_text(change, source, [Edit(start, end, _lines(text))]).source

    def card(self, source: Source) -> SourceCard:
        """What hangs on a source: its blocks, speakers, codes and memos. Raises :class:`NotFound`."""
        return source_card(self._store, source.guid)

    def going(self, sources: Sequence[str]) -> dict[str, int]:
        """How many of each kind would go with sources (GUIDs), themselves included."""
        with self._store.read() as rows:
            return {kind: len(all) for kind, all in dependents(rows, Source.KIND, sources).items()}

    def remove(self, sources: Sequence[Source]) -> dict[str, int]:
        """Remove sources with their segments and codings; how many went, by kind."""
        verb = (
            say("Remove source “{name}”", name=sources[0].name)
            if len(sources) == 1
            else say("Remove {n} sources", n=len(sources))
        )
        with self._store.write(verb, self._user) as change:
            return remove_whole(change, Source.KIND, [source.guid for source in sources])


def _same(content: bytes) -> bytes:
    return content


def _lines(text: str) -> str:
    """The text with the line ends that every text of a study has."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _original(source: Source) -> str:
    if source.original is None:
        raise NotFound("no-original", f"“{source.name}” was not made from a file.")
    return source.original


def _refuse_besides(values: Mapping[str, object], editable: set[str]) -> None:
    unknown = set(values) - editable
    if unknown:
        raise InvalidInput("not-editable", f"Not to be changed here: {', '.join(unknown)}.")
