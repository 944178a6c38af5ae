"""Projects of Taguette: its export (``.sqlite3``), or the database of a whole installation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from ..errors import InvalidInput, UnreadableSource
from ..model import say
from ..model.parcel import Batch, Parcel, Tally
from .peers.databases import holds
from .peers.names import guid_of
from .peers.packing import Packing
from .peers.rows import Row, Rows
from .peers.taguette_codes import paths_of
from .peers.taguette_documents import Highlight, pack_document
from .peers.taguette_history import Acts
from .peers.telling import Telling
from .projects import Opened, ProjectFormat, ProjectOptions, Question

__all__ = ["FORMAT"]

_MARK = 0x54677474


def read(opened: Opened, options: ProjectOptions) -> Parcel:
    """One project of the file. Answers: ``project`` (its name or number, where there are several) and
    ``tree`` (``yes``, or the characters that part the names of a path).

    Raises :class:`UnreadableSource` where it holds none, :class:`InvalidInput` where it holds several
    and none was named.
    """
    tally = Tally("taguette", origin="Taguette")
    telling = Telling(tally)
    rows = Rows(opened.tables(), telling)
    project = _project(
        list(rows.each("projects", "id", "name")), options.answers.get("project", "")
    )
    _tell_version(rows, tally)
    reader = _Reader(rows, project, telling, options.answers.get("tree", ""))
    return Parcel(project.text("name"), reader.batches(), tally)


class _Reader:
    def __init__(self, rows: Rows, project: Row, telling: Telling, tree: str) -> None:
        self._rows = rows
        self._project = project
        self._telling = telling
        self._tree = tree
        self._id = project.whole("id")
        # An export gives new numbers; what stays is when the project was made.
        self._packing = Packing(
            guid_of("taguette", project.text("created") or project.text("name")), telling
        )

    def batches(self) -> Iterator[Batch]:
        acts = Acts(self._rows.each("commands"), self._id)
        self._packing.study(
            self._project.text("name"),
            self._project.text("description"),
            self._project.moment("created"),
        )
        self._people()
        tags = [row for row in self._rows.each("tags", "id", "path") if self._ours(row)]
        self._telling.tally.read["code"] += len(tags)
        codes, records = paths_of(tags, self._tree, acts, self._telling)
        for code in records:
            self._packing.add(code)
        yield self._packing.batch()
        highlights = self._highlights(codes)
        documents: dict[int | None, str] = {}
        for row in self._rows.each("documents", "id", "name", "contents"):
            if self._ours(row):
                here = highlights.pop(row.whole("id"), [])
                documents[row.whole("id")] = pack_document(self._packing, row, here, acts)
                yield self._packing.batch()
        self._tell_lost(highlights)
        self._groups(documents)
        self._telling.finish()
        yield self._packing.batch()

    def _ours(self, row: Row) -> bool:
        return row.whole("project_id") == self._id

    def _people(self) -> None:
        for row in self._rows.each("project_members"):
            if self._ours(row) and row.has("user_login"):
                self._packing.user(row.text("user_login"))

    def _highlights(self, codes: dict[int | None, str]) -> dict[int | None, list[Highlight]]:
        """The highlights by document, with the codes of each."""
        tagged: defaultdict[int | None, list[tuple[int | None, str]]] = defaultdict(list)
        for row in self._rows.each("highlight_tags", "highlight_id", "tag_id"):
            tag = row.whole("tag_id")
            if tag in codes:
                tagged[row.whole("highlight_id")].append((tag, codes[tag]))
        found: defaultdict[int | None, list[Highlight]] = defaultdict(list)
        for row in self._rows.each("highlights", "id", "document_id", "start_offset", "end_offset"):
            found[row.whole("document_id")].append(
                Highlight(
                    row.whole("id"), row.whole("start_offset") or 0, row.whole("end_offset") or 0,
                    row.text("snippet"), tuple(tagged[row.whole("id")]), row.where,
                )
            )  # fmt: skip
        return dict(found)

    def _tell_lost(self, highlights: dict[int | None, list[Highlight]]) -> None:
        """Highlights of documents that are not there; those of other projects are no loss."""
        others = {row.whole("id") for row in self._rows.each("documents")}
        for document, lost in highlights.items():
            for one in lost if document not in others else ():
                message = say("A highlight of a document that is not there was left out.")
                self._telling.note("lost-document", message, one.where)

    def _groups(self, documents: dict[int | None, str]) -> None:
        """Groups of documents, which versions before 2021 had."""
        members = list(self._rows.each("document_groups"))
        for row in self._rows.each("groups"):
            if self._ours(row):
                named = [m for m in members if m.whole("group_id") == row.whole("id")]
                there = [documents.get(m.whole("document_id")) for m in named]
                self._packing.set_of_sources(
                    row.text("path"), [guid for guid in there if guid], row.where
                )


def _project(projects: list[Row], wanted: str) -> Row:
    """The one project, or the one that was asked for by name or number."""
    if not projects:
        raise UnreadableSource("no-project", "The file holds no project of Taguette.")
    if not wanted and len(projects) == 1:
        return projects[0]
    found = [row for row in projects if wanted in (row.text("id"), row.text("name"))]
    if len(found) == 1:
        return found[0]
    told = ", ".join(f"{row.text('id')} “{row.text('name')}”" for row in projects)
    raise InvalidInput(
        "which-project",
        say("The file holds several projects: {projects}.", projects=told)
        if not wanted or found
        else say(
            "The file holds no project “{name}”, but: {projects}.", name=wanted, projects=told
        ),
        say("Say which with the answer project, by its number: project=1."),
    )


def _tell_version(rows: Rows, tally: Tally) -> None:
    version = next((row.text("version_num") for row in rows.each("alembic_version")), "")
    tally.origin = f"Taguette (database {version})" if version else "Taguette"


def _recognise(path: Path) -> bool:
    return path.is_file() and holds(path, _MARK, b"highlight_tags", b"project_members")


_QUESTIONS = (
    Question("project", say("Which project of the file, by its name or number")),
    Question("tree", say("What parts the names of a tag that is a path (“yes”: . and /)")),
)
FORMAT = ProjectFormat(
    "taguette", say("Project of Taguette"), (".sqlite3",), _recognise, read, questions=_QUESTIONS
)
