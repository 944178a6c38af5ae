"""Projects of other programs, or studies in another form, on their way in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path

from ..errors import InvalidInput, NotFound
from ..formats import PROJECTS, ProjectFormat
from ..formats.closed import closed_program
from ..formats.projects import ProjectOptions
from ..model import Record, StudyInfo, User, say
from ..model.parcel import Batch, ExchangeReport, Parcel, Tally
from ..store import Change, Store
from ..store.foreign import ForeignFile
from ..store.restoring import restore

__all__ = ["fill", "open_parcel", "project_format", "put_back", "recognised", "refuse_closed"]

_KIND = attrgetter("KIND")


def project_format(path: Path) -> ProjectFormat:
    """The format of the project that a file or folder holds.

    Raises :class:`NotFound` where there is no such file, :class:`InvalidInput` for what no format knows.
    """
    if not path.exists():
        raise NotFound("no-such-file", f"There is no {path}.")
    found = recognised(path)
    if found is not None:
        return found
    refuse_closed(path.name)
    raise InvalidInput(
        "unknown-project",
        f"{path.name} is no project that can be read.",
        "See jejak formats; jejak add brings in single sources.",
    )


def recognised(path: Path) -> ProjectFormat | None:
    """The format of the project that a file or folder holds, if one knows it."""
    known = (one for one in PROJECTS.all().values() if one.read is not None)
    return next((one for one in known if one.recognise(path)), None)


def refuse_closed(name: str) -> None:
    """Raise :class:`InvalidInput` for the name of a study, and for that of a project that only the program
    that made it reads, with what to do there."""
    if name.casefold().endswith(".jejak"):
        raise InvalidInput(
            "is-a-study",
            say("{file} is a study of Jejak already.", file=name),
            say("Open it: jejak open {file}. Or bring its work into another: jejak merge STUDY {file}", file=name),
        )  # fmt: skip
    closed = closed_program(name)
    if closed is not None:
        raise InvalidInput(
            "closed-project",
            say("{file} is a project that only {program} reads.", file=name, program=closed.program),
            say("Open it there and let it write a QDPX: {menu}. Then import that.",
                menu=closed.menu),
        )  # fmt: skip


def open_parcel(path: Path, answers: Mapping[str, str] | None = None) -> Parcel:
    """A project on its way in; ``answers`` are to the questions of its format.

    Raises as :func:`project_format`, and :class:`UnreadableSource`.
    """
    read = project_format(path).read
    assert read is not None
    return read(ForeignFile(path), ProjectOptions(dict(answers or {})))


def fill(change: Change, parcel: Parcel, stop: Callable[[], bool] | None = None) -> ExchangeReport:
    """Write a parcel into a study that has nothing of its kind.

    Raises :class:`InvalidInput` once ``stop`` says so: nothing is kept of the change then.
    """
    written = parcel.tally.written
    for batch in _watched(parcel.batches, stop):
        change.keep_texts(batch.texts)
        for one in batch.originals:
            change.keep_file(one)
        records = batch.records
        if StudyInfo in map(type, records):
            records = [one for one in records if not _told_of_study(change, one)]
        change.add_many(records)
        written.update(map(_KIND, records))
    return parcel.tally.report()


def put_back(
    store: Store, parcel: Parcel, user: User, stop: Callable[[], bool] | None = None
) -> ExchangeReport:
    """Write a parcel that comes with its history into an empty study; what it tells otherwise than the
    history is one change more, by ``user``. Raises as :func:`fill`."""
    assert parcel.history is not None
    told = restore(
        store, parcel.history, _counted(_watched(parcel.batches, stop), parcel.tally), user
    )
    if told.left:
        message = say("Of the history {n} change stands beside the longest line of changes; it was left out."
                      "|Of the history {n} changes stand beside the longest line of changes; they were left out.",
                      n=told.left)  # fmt: skip
        parcel.tally.note("history-left", message)
    if told.otherwise:
        message = say("{n} thing is not as the history left it: that is one change more."
                      "|{n} things are not as the history left them: that is one change more.",
                      n=sum(told.otherwise.values()))  # fmt: skip
        parcel.tally.note("changed-outside", message)
    return parcel.tally.report()


def _watched(batches: Iterable[Batch], stop: Callable[[], bool] | None) -> Iterator[Batch]:
    for batch in batches:
        if stop is not None and stop():
            raise InvalidInput("cancelled", "The import was stopped.", "Nothing was kept of it.")
        yield batch


def _counted(batches: Iterable[Batch], tally: Tally) -> Iterator[Batch]:
    for batch in batches:
        tally.written.update(map(_KIND, batch.records))
        yield batch


def _told_of_study(change: Change, one: Record) -> bool:
    """Whether a record tells of the study itself, which is there: what comes late joins it."""
    if isinstance(one, StudyInfo):
        there = change.rows.find(StudyInfo, one.guid)
        if there is not None and one.description:
            change.set(there, description=one.description)
    return isinstance(one, StudyInfo)
