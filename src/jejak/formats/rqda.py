"""Projects of RQDA, the package for R: one database ``NAME.rqda``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import UnreadableSource
from ..model import Source, say
from ..model.identity import clean_name
from ..model.parcel import Batch, Parcel, Tally
from .language import guess_language
from .paragraphs import reading_of_text
from .peers.attributes import Variables
from .peers.cases import Cases
from .peers.databases import holds
from .peers.names import guid_of
from .peers.packing import Packing
from .peers.passages import pack_passage
from .peers.places import Words
from .peers.rows import Row, Rows, by_source, tell_lost
from .peers.rqda_codes import pack_codes
from .peers.telling import Telling, shown
from .projects import Opened, ProjectFormat, ProjectOptions

__all__ = ["FORMAT"]

_KNOWN = {
    "project", "source", "freecode", "treecode", "treefile", "filecat", "codecat", "coding", "coding2",
    "cases", "caselinkage", "attributes", "caseattr", "fileattr", "journal", "annotation",
}  # fmt: skip
# What was deleted there stays in the file with another status.
_THERE = 1
_SECOND = "coding2"
_WORD = re.compile(r"\S+")


def read(opened: Opened, _options: ProjectOptions) -> Parcel:
    """The project of a file. Raises :class:`UnreadableSource` where it holds none."""
    tally = Tally("rqda", origin="RQDA")
    telling = Telling(tally)
    rows = Rows(opened.tables(), telling)
    if not rows.has("source") or not rows.has("freecode"):
        raise UnreadableSource("no-project", "The database is none of RQDA.")
    project = next(rows.each("project"), None)
    if project is not None and project.has("databaseversion"):
        tally.origin = f"RQDA (database {project.text('databaseversion')})"
    title = clean_name(opened.path.stem or "RQDA", "study")
    return Parcel(title, _Reader(rows, project, title, telling).batches(), tally)


class _Reader:
    def __init__(self, rows: Rows, project: Row | None, title: str, telling: Telling) -> None:
        self._rows = rows
        self._project = project
        self._title = title
        self._telling = telling
        made = project.text("date") if project else ""
        self._packing = Packing(guid_of("rqda", made or title), telling)
        self._cases = Cases(self._packing)
        self._sources: dict[int | None, Source] = {}

    def batches(self) -> Iterator[Batch]:
        about = self._project.text("memo") if self._project else ""
        created = self._project.moment("date") if self._project else None
        self._packing.study(self._title, about, created)
        message = say("Times are kept there without a zone; they were taken as UTC.")
        self._telling.once("times-without-zone", message)
        codes = pack_codes(
            self._packing, self._there("codecat"), self._there("freecode", "id", "name"),
            self._there("treecode"),
        )  # fmt: skip
        for row in self._there("cases"):
            self._cases.add(row.whole("id"), row)
        yield self._packing.batch()
        codings = {
            table: by_source(self._there(table, "cid", "fid", "selfirst", "selend"))
            for table in ("coding", _SECOND)
            if table == "coding" or self._rows.has(table)
        }
        every = (rows for found in codings.values() for rows in found.values())
        self._telling.tally.read["coding"] += sum(map(len, every))
        parts, notes = by_source(self._there("caselinkage")), by_source(self._there("annotation"))
        for row in self._there("source", "id", "name", "file"):
            number = row.whole("id")
            source, words = self._source(row)
            for table, found in codings.items():
                for one in found.pop(number, ()):
                    self._code(one, source, words, codes, second=table == _SECOND)
            for part in parts.pop(number, ()):
                start, end = part.whole("selfirst"), part.whole("selend")
                self._cases.tie(part.whole("caseid"), source, words, start, end, part)
            for note in notes.pop(number, ()):
                self._annotate(note, source, words)
            yield self._packing.batch()
        tell_lost(self._telling, *codings.values(), parts, notes)
        self._file_categories()
        self._attributes()
        for row in self._there("journal"):
            self._memo(row, "journal", None, row.text("name") or self._title)
        self._rows.tell_others(_KNOWN)
        self._telling.finish()
        yield self._packing.batch()

    def _there(self, table: str, *needed: str) -> list[Row]:
        """The rows of a table that were not deleted there; how many were is told."""
        found, gone = [], 0
        for row in self._rows.each(table, *needed):
            status = row.whole("status")
            if status is None or status == _THERE:
                found.append(row)
            else:
                gone += 1
        if gone:
            message = say(
                "Rows of “{table}” that are deleted in RQDA were left out: {n}.",
                n=gone,
                table=table,
            )
            self._telling.note("deleted", message)
        return found

    def _source(self, row: Row) -> tuple[Source, Words]:
        self._telling.tally.read["source"] += 1
        words = Words(row.text("file"))
        reading = reading_of_text("rqda", words.text)
        owner = row.text("owner")
        source = self._packing.source(
            self._packing.guid_of_row("source", row, row.whole("id")), row.text("name"), words.text,
            blocks=reading.blocks, kind=reading.kind, language=guess_language(words.text),
            metadata={"added_by": owner} if owner else {}, created=row.moment("date"),
            where=row.where,
        )  # fmt: skip
        self._sources[row.whole("id")] = source
        if row.has("memo"):
            self._memo(row, "memo", ("source", source.guid), source.name)
        return source, words

    def _code(
        self, row: Row, source: Source, words: Words, codes: dict[int | None, str], *, second: bool
    ) -> None:
        code = codes.get(row.whole("cid"))
        if code is None:
            message = say(
                "A coding with a code that is not there was left out (“{quote}”).",
                quote=shown(row.text("seltext")),
            )
            self._telling.note("lost-code", message, row.where)
            return
        segment = pack_passage(
            self._packing, source.guid, words, row.whole("selfirst"), row.whole("selend"),
            row.text("seltext"), row.where,
        )  # fmt: skip
        if segment is None:
            return
        owner = row.text("owner")
        if second:
            message = say(
                "Codings of the second table (coding2) came in as those of another person."
            )
            self._telling.once("second-coding", message)
            owner = f"{owner} ({_SECOND})".strip()
        user = self._packing.user(owner)
        coding = self._packing.coding(segment, code, user, row.moment("date"), row.where)
        if row.has("memo"):
            self._packing.memo_of_coding(coding, row.text("memo"), user, row.moment("date"))

    def _annotate(self, row: Row, source: Source, words: Words) -> None:
        """An annotation stands at a point; here it is about the word there."""
        if not row.has("annotation"):
            return
        at = words.find(row.whole("position") or 0, len(words.text) or 1)
        start = at.start if at else max(len(words.text) - 1, 0)
        word = _word(words.text, start)
        about = ("source", source.guid)
        if word is not None:
            about = ("segment", self._packing.text_segment(source.guid, *word))
        message = say("An annotation stands at a point there; here it is about the word there.")
        self._telling.once("annotation-at-word", message, row.where)
        title = row.text("annotation").strip().split("\n")[0] or source.name
        self._memo(row, "annotation", about, title)

    def _memo(self, row: Row, column: str, about: tuple[str, str] | None, title: str) -> None:
        kind = "jotting" if about is None else "theoretical"
        self._packing.memo(
            self._packing.guid("memo", row.table, about, title, row.text("date")), title,
            row.text(column), self._packing.user(row.text("owner")), row.moment("date"), kind, about,
        )  # fmt: skip

    def _file_categories(self) -> None:
        members = self._there("treefile")
        for row in self._there("filecat"):
            number = row.whole("catid")
            named = [member.whole("fid") for member in members if member.whole("catid") == number]
            there = [self._sources[fid].guid for fid in named if fid in self._sources]
            self._packing.set_of_sources(row.text("name"), there, row.where)

    def _attributes(self) -> None:
        variables = Variables(self._packing)
        declared = {row.text("name"): row for row in self._there("attributes")}
        sources = {number: source.guid for number, source in self._sources.items()}
        used: set[str] = set()
        for table, column, of, owners in (
            ("caseAttr", "caseID", "case", self._cases.known),
            ("fileAttr", "fileID", "source", sources),
        ):
            for row in self._there(table):
                name, owner = row.text("variable"), owners.get(row.whole(column))
                if owner is None:
                    self._no_owner(row)
                    continue
                _declare(variables, declared.get(name), name, of)
                variables.put(name, of, owner, row.text("value"), row.where)
                used.add(name)
        for name in [one for one in declared if one not in used]:
            _declare(variables, declared[name], name, "case")
        variables.pack()

    def _no_owner(self, row: Row) -> None:
        message = say(
            "The attribute “{name}” belongs to no case or source that is there; it was left out.",
            name=row.text("variable"),
        )
        self._telling.note("lost-attribute", message, row.where)


def _declare(variables: Variables, told: Row | None, name: str, of: str) -> None:
    number = told is not None and told.text("class").casefold() == "numeric"
    variables.declare(name, of, number=number, description=told.text("memo") if told else "")


def _word(text: str, at: int) -> tuple[int, int] | None:
    """The word at a place, or the next after it."""
    while 0 < at < len(text) and not text[at].isspace() and not text[at - 1].isspace():
        at -= 1
    found = _WORD.search(text, at)
    return found.span() if found else None


def _recognise(path: Path) -> bool:
    return path.is_file() and holds(path, 0, b"freecode", b"treecode")


FORMAT = ProjectFormat("rqda", say("Project of RQDA"), (".rqda",), _recognise, read)
