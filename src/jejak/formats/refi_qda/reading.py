"""A REFI-QDA project on its way into a study, a source at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ...model import StudyInfo, say
from ...model.identity import moment_text
from ...model.message import Message
from ...model.parcel import Batch, Parcel, Tally
from ..projects import Opened, ProjectOptions
from ..zipped import local
from .archive import Archive
from .coming_cases import case_of, tied
from .coming_codes import codes_of, user_of
from .coming_graphs import graph_of
from .coming_sources import SOURCES, Sources
from .coming_ties import link_of, note_of, set_of
from .coming_variables import Variables
from .contents import Contents
from .counted import Counting
from .counting import Decision
from .intake import Coming, Intake, as_xml, derived, described_of
from .kept import FORMAT, differences, kept_beside
from .walk import Project, walk
from .whole import whole_parcel

__all__ = ["read_project"]

# As much is written at once.
_MANY, _FILES = 4_000, 20
_UNITS = {"points": say("code points"), "utf16": say("UTF-16 units")}
_LINES = {
    "file": say("line ends as they stand in the files"), "one": say("line ends as one sign"),
    "two": say("line ends as two signs"),
}  # fmt: skip
_ENDS = {"behind": say("ends behind the last sign"), "last": say("ends at the last sign itself")}


def read_project(opened: Opened, options: ProjectOptions) -> Parcel:
    """The project of an archive. Raises :class:`UnreadableSource`, :class:`InvalidInput` (answers)."""
    archive = Archive(opened.path)
    decision = Decision(options.answers)
    tally = Tally(FORMAT)
    for name in archive.doubled:
        told = say(
            "The archive holds several files of this name, which differ; the last was taken."
        )
        tally.note("doubled-file", told, name)
    whole = whole_parcel(archive, tally)
    if whole is not None:
        tally.origin = "Jejak"
        return whole
    project = Project(archive.open(archive.project), archive.project.filename)
    about = dict(project.root.attrib)
    tally.origin = about.get("origin", "")
    intake = Intake(archive, tally, decision, about)
    title = " ".join(about.get("name", "").split()) or opened.path.stem
    return Parcel(title, _Reading(intake, project, title).batches(), tally)


class _Reading:
    """One project, element by element."""

    def __init__(self, intake: Intake, project: Project, title: str) -> None:
        self._intake = intake
        self._project = project
        self._variables = Variables(intake)
        self._contents = Contents(intake)
        self._sources = Sources(intake, self._variables, self._contents)
        # What refers to things that come later: (case, kind, element).
        self._later: list[tuple[str, str, Any]] = []
        self._ties: list[tuple[str, Any]] = []
        guid = derived(
            *(intake.about.get(name, "") for name in ("name", "origin", "creationDateTime"))
        )
        created = intake.when(intake.about.get("creationDateTime"))
        self._info = StudyInfo(guid=guid, title=title, created=created)
        intake.kinds[guid] = StudyInfo.KIND

    def batches(self) -> Iterator[Batch]:
        """The batches of the project: first who works on it, then element after element."""
        first, coming, begun = Coming(), Coming(), False
        first.records.append(self._info)
        for name, element in walk(self._project):
            if name == "User" and not begun:
                user_of(self._intake, element, first)
                continue
            if not begun:
                begun = True
                yield first.batch()
            self._take(name, element, coming)
            if len(coming.records) >= _MANY or len(coming.originals) >= _FILES:
                yield coming.batch()
                coming = Coming()
        if not begun:
            yield first.batch()
        yield coming.batch()
        last = Coming()
        self._end(last)
        yield last.batch()
        self._tell()
        self._intake.archive.close()

    def _take(self, name: str, element: Any, coming: Coming) -> None:
        intake = self._intake
        if name == "CodeBook":
            codes_of(intake, element, coming)
        elif name == "Variable":
            self._variables.take(element)
        elif name == "Case":
            self._later += case_of(intake, self._variables, element, coming)
        elif name in SOURCES:
            self._sources.take(element, coming)
        elif name == "Note":
            note_of(intake, self._contents, element, coming)
        elif name == "User":
            user_of(intake, element, coming)
        else:
            self._ties.append((name, element))

    def _end(self, coming: Coming) -> None:
        intake = self._intake
        self._variables.unused(coming)
        for case, kind, element in self._later:
            tied(intake, case, kind, element, coming)
        for name, element in self._ties:
            if name == "Link":
                link_of(intake, element, self._info.guid, coming)
            elif name == "Set":
                set_of(intake, element, coming)
            else:
                graph_of(intake, element, coming)
        self._study(coming)
        coming.records += intake.memo_links()

    def _study(self, coming: Coming) -> None:
        """What is told of the project as a whole, which stands at its end."""
        intake, root = self._intake, self._project.root
        description = described_of(root)
        if description:
            coming.records.append(replace(self._info, description=description))
        intake.note_refs(root, "study", self._info.guid)
        held: dict[str, list[str]] = {}
        for one in self._project.rest:
            if one.getparent() is root and local(one.tag) in {"Description", "NoteRef"}:
                continue
            place = local(one.getparent().tag)
            held.setdefault(place, []).append(as_xml(one))
            intake.tally.note("unknown-element", say("What it holds in <{name}> has no place in a study; it is kept for "
                                                     "the way back.", name=local(one.tag)), place)  # fmt: skip
        content: dict[str, Any] = {
            "attributes": differences(intake.about, intake.told.project(self._info)),
            "in": held,
        }
        if intake.undated:
            content["undated"] = moment_text(intake.moment)
        coming.records += kept_beside("study", self._info.guid, content)

    def _tell(self) -> None:
        tally, counting = self._intake.tally, self._intake.decision.most()
        if counting is not None and counting != Counting():
            parts: list[Message] = [
                _UNITS[counting.unit], _LINES[counting.lines], _ENDS[counting.end],
            ]  # fmt: skip
            tally.note("positions", say("Positions were taken to count {parts}, as names and lengths of what is selected "
                                        "show best.", parts=parts))  # fmt: skip
        if self._intake.undated:
            tally.note("undated", say("{n} thing has no date; it bears that of the import.|"
                                      "{n} things have no date; they bear that of the import.",
                                      n=self._intake.undated))  # fmt: skip
        if self._sources.empty:
            tally.note("empty-sources", say("{n} text holds no words.|{n} texts hold no words.",
                                            n=self._sources.empty))  # fmt: skip
        if tally.read["code"] and not tally.read["coding"]:
            tally.note("nothing-coded", say("The file has {n} code and not one coding.|"
                                            "The file has {n} codes and not one coding.", n=tally.read["code"]))  # fmt: skip
