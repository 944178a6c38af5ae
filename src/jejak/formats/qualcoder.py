"""Projects of QualCoder: a folder ``NAME.qda`` with a database and the files of the sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import UnreadableSource
from ..model import Reference, Source, say
from ..model.identity import clean_name
from ..model.parcel import Batch, Parcel, Tally
from .language import guess_language
from .paragraphs import reading_of_text
from .peers.attributes import Variables
from .peers.cases import Cases
from .peers.databases import begins_as_database
from .peers.names import guid_of
from .peers.packing import Packing
from .peers.passages import pack_passage
from .peers.places import Words
from .peers.qualcoder_codes import pack_codes
from .peers.qualcoder_codings import Codings
from .peers.qualcoder_files import material_of
from .peers.rows import Row, Rows, by_source, tell_lost
from .peers.telling import Telling
from .peers.works import works_of
from .projects import Opened, ProjectFormat, ProjectOptions

__all__ = ["FORMAT"]

_DATABASE = "data.qda"
_TELLS_ITSELF = "QualCoder"
_KEYS = {"source": "id", "annotation": "anid", "journal": "jid"}
_OWNERS = {"case": "case", "file": "source"}
_KNOWN = {
    "project", "source", "code_image", "code_av", "annotation", "attribute_type", "attribute",
    "case_text", "cases", "code_cat", "code_text", "code_name", "journal", "ris", "coder_names",
    # How somebody had the windows, not what they found.
    "manage_files_display", "files_filter",
}  # fmt: skip


def read(opened: Opened, _options: ProjectOptions) -> Parcel:
    """The project of a folder, or of the database in it.

    Raises :class:`UnreadableSource` where it holds none.
    """
    whole = opened.path.is_dir()
    folder = opened.path if whole else opened.path.parent
    tally = Tally("qualcoder", origin="QualCoder")
    telling = Telling(tally)
    rows = Rows(opened.tables(_DATABASE if whole else ""), telling)
    if not rows.has("source") or not rows.has("code_name"):
        raise UnreadableSource("no-project", "The database is none of QualCoder.")
    project = next(rows.each("project"), None)
    if project is not None:
        told = (project.text("about"), project.text("databaseversion"))
        tally.origin = " ".join(part for part in told if part) or "QualCoder"
    title = clean_name(folder.name.removesuffix(".qda") or "QualCoder", "study")
    return Parcel(title, _Reader(rows, project, folder, title, telling).batches(), tally)


class _Reader:
    def __init__(
        self, rows: Rows, project: Row | None, folder: Path, title: str, telling: Telling
    ) -> None:
        self._rows = rows
        self._project = project
        self._folder = folder
        self._title = title
        self._telling = telling
        # The name of the folder may be another tomorrow; when the project was made stays.
        made = project.text("date") if project else ""
        self._packing = Packing(guid_of("qualcoder", made or title), telling)
        self._variables = Variables(self._packing)
        self._cases = Cases(self._packing)
        self._sources: dict[int | None, Source] = {}

    def batches(self) -> Iterator[Batch]:
        self._begin()
        codings = Codings(self._packing, self._rows, pack_codes(self._packing, self._rows))
        works = self._works()
        for row in self._rows.each("cases", "caseid", "name"):
            self._cases.add(row.whole("caseid"), row)
        yield self._packing.batch()
        parts = by_source(self._rows.each("case_text", "caseid", "fid"))
        notes = by_source(self._rows.each("annotation"))
        for row in self._rows.each("source", "id", "name", "fulltext"):
            number = row.whole("id")
            source, words = self._source(row)
            codings.pack(number, source, words)
            for part in parts.pop(number, ()):
                case = part.whole("caseid")
                start, end = part.whole("pos0"), part.whole("pos1")
                self._cases.tie(case, source, words, start, end, part)
            for note in notes.pop(number, ()):
                self._annotate(note, source, words)
            if row.has("risid") and row.whole("risid") in works:
                target = ("reference", works[row.whole("risid")])
                self._packing.link("reference", ("source", source.guid), target)
            yield self._packing.batch()
        tell_lost(self._telling, parts, notes)
        codings.finish()
        self._transcripts()
        self._attributes()
        self._journal()
        self._rows.tell_others(_KNOWN)
        self._telling.finish()
        yield self._packing.batch()

    def _begin(self) -> None:
        project = self._project
        about = project.text("memo") if project else ""
        created = project.moment("date") if project else None
        self._packing.study(self._title, about, created)
        if project is not None and project.has("codername"):
            self._packing.user(project.text("codername"))
        for row in self._rows.each("coder_names"):
            if row.has("name"):
                self._packing.user(row.text("name"))
        message = say("Times are kept there without a zone; they were taken as UTC.")
        self._telling.once("times-without-zone", message)

    def _source(self, row: Row) -> tuple[Source, Words]:
        self._telling.tally.read["source"] += 1
        material = material_of(row, self._folder, self._telling)
        words = Words(row.text("fulltext"))
        reading = reading_of_text("qualcoder", words.text) if words.text else None
        owner = row.text("owner")
        source = self._packing.source(
            self._packing.guid_of_row("source", row, row.whole("id")), row.text("name"), words.text,
            blocks=reading.blocks if reading else (), original=material.original,
            original_name=material.name if material.original else None,
            medium=material.medium, kind=reading.kind if reading else "other",
            language=guess_language(words.text),
            metadata={"added_by": owner} if owner else {},
            created=row.moment("date"), where=row.where,
        )  # fmt: skip
        self._sources[row.whole("id")] = source
        if row.has("memo"):
            self._memo(row, "memo", ("source", source.guid), source.name)
        return source, words

    def _memo(self, row: Row, column: str, about: tuple[str, str] | None, title: str) -> None:
        kind = "jotting" if about is None else "theoretical"
        self._packing.memo(
            self._packing.guid_of_row(f"memo {row.table}", row, row.whole(_KEYS[row.table])), title, row.text(column),
            self._packing.user(row.text("owner")), row.moment("date"), kind, about,
        )  # fmt: skip

    def _annotate(self, row: Row, source: Source, words: Words) -> None:
        start, end = row.whole("pos0"), row.whole("pos1")
        segment = pack_passage(self._packing, source.guid, words, start, end, "", row.where)
        about = ("segment", segment) if segment else ("source", source.guid)
        if row.has("memo"):
            self._memo(row, "memo", about, row.text("memo").strip().split("\n")[0] or source.name)

    def _journal(self) -> None:
        for row in self._rows.each("journal"):
            self._memo(row, "jentry", None, row.text("name") or self._title)

    def _attributes(self) -> None:
        for row in self._rows.each("attribute_type", "name"):
            of = _OWNERS.get(row.text("caseOrFile").casefold())
            if of is None:
                self._no_owner(row)
                continue
            number = row.text("valuetype").casefold() == "numeric"
            self._variables.declare(
                row.text("name"), of, number=number, description=row.text("memo"), where=row.where
            )
        sources = {number: source.guid for number, source in self._sources.items()}
        for row in self._rows.each("attribute", "name", "value", "id"):
            of = _OWNERS.get(row.text("attr_type").casefold())
            owners = self._cases.known if of == "case" else sources
            owner = owners.get(row.whole("id")) if of else None
            if of and owner:
                self._variables.put(row.text("name"), of, owner, row.text("value"), row.where)
            elif row.has("value"):
                self._no_owner(row)
        self._variables.pack()

    def _no_owner(self, row: Row) -> None:
        message = say(
            "The attribute “{name}” belongs to no case or source that is there; it was left out.",
            name=row.text("name"),
        )
        self._telling.note("lost-attribute", message, row.where)

    def _works(self) -> dict[int | None, str]:
        """The works of the literature, packed; the GUID of each by its number."""
        found: dict[int | None, str] = {}
        for number, key, csl in works_of(self._rows.each("ris"), self._telling):
            guid = self._packing.guid("reference", number)
            self._telling.tally.read["reference"] += 1
            self._packing.add(Reference(guid=guid, key=key, csl=csl))
            found[number] = guid
        return found

    def _transcripts(self) -> None:
        for row in self._rows.each("source"):
            text, media = (
                self._sources.get(row.whole("av_text_id")),
                self._sources.get(row.whole("id")),
            )
            if row.has("av_text_id") and text and media:
                self._packing.relation("is the transcript of", text.guid, media.guid, "source")


def _recognise(path: Path) -> bool:
    if path.is_dir():
        return bool(begins_as_database(path / _DATABASE))
    return path.name == _DATABASE and bool(begins_as_database(path))


FORMAT = ProjectFormat("qualcoder", say("Project of QualCoder"), (".qda",), _recognise, read)
