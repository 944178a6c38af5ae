"""Whole projects in and out: other programs' files, and a study as files of another form."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..errors import InvalidInput
from ..formats import PROJECTS, ProjectFormat
from ..formats.projects import Outgoing
from ..model import Source
from ..model.parcel import ExchangeReport, Tally
from ..model.undisturbed import undisturbed
from ..store import Store
from .hiding import Hiding
from .leaving import Leaving
from .outgoing import RedactedStudy, WholeStudy
from .receiving_into import receive_into
from .redacted import Redacted
from .redacted_texts import as_carried
from .sinks import archive_at, file_at, folder_at
from .stopping import stopping
from .unpacking import opened_parcel

__all__ = ["Exchange"]


class Exchange:
    """The ways of a whole study into files, and of other projects into the study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def read(
        self, file: str | Path, *, answers: Mapping[str, str] | None = None,
        stop: Callable[[], bool] | None = None, follow: Callable[[Tally], None] | None = None,
    ) -> ExchangeReport:  # fmt: skip
        """Bring another program's project, or a study in another form, into this study as one change.

        What is here already, by its GUID, name or words, does not come again; where both say different
        things of the same, this study keeps what it has and the report names it. ``follow`` is given the
        report as it is while the project is read. Raises :class:`NotFound`,
        :class:`InvalidInput` (no project; ``stop`` said so), :class:`UnreadableSource`,
        :class:`NotAllowed` for whoever codes in an open round: nothing is changed then.
        """
        with opened_parcel(Path(file), answers) as parcel:
            if follow is not None:
                follow(parcel.tally)
            return receive_into(self._store, self._user, parcel, stop)

    def write(
        self, path: Path, *, format: str | None = None, redact: bool = False,
        stop: Callable[[], bool] | None = None,
    ) -> ExchangeReport:  # fmt: skip
        """Write the study as a file or folder, whose name says in what form unless ``format`` does.

        With ``redact`` names that are known to be real stay, and so do the values of hidden attributes,
        original files and the history. What was at ``path`` before stays until all is written; once ``stop``
        says so nothing is. Raises :class:`InvalidInput` for a name that says no form (or ``cancelled``),
        :class:`NotFound` for an unknown format, :class:`Conflict` for a folder of something else,
        :class:`NotAllowed` for whoever codes in an open round, :class:`StoreFailure`.
        """
        wanted = PROJECTS.get(format) if format else _format_for(path)
        if wanted.write is None:
            raise InvalidInput("not-written", f"A study is not written as {wanted.name}.")
        if not wanted.folder:
            place = file_at(path)
        elif path.suffix.casefold() == ".zip":
            place = archive_at(path)
        else:
            place = folder_at(path, (wanted.owned or wanted.endings)[0], wanted.owned)
        tally = Tally(wanted.name, "Jejak")
        with undisturbed(), self._leaving(redact=redact) as study, place as sink:
            wanted.write(study, sink if stop is None else stopping(sink, stop), tally)
        return tally.report()

    @contextlib.contextmanager
    def _leaving(self, *, redact: bool) -> Iterator[Outgoing]:
        self._store.sight.apart().refuse()
        with self._store.view() as rows:
            if not redact:
                yield WholeStudy(rows)
                return
            leaving = Leaving(rows)
            hiding = Hiding(rows, leaving)
            carried = {one.guid: as_carried(rows, one, hiding) for one in rows.all(Source)}
            redacted = Redacted(rows, self._store.corpus(), leaving, hiding, carried)
            yield RedactedStudy(redacted, carried)


def _format_for(path: Path) -> ProjectFormat:
    found = [one for one in PROJECTS.all().values() if one.write is not None]
    for one in found:
        if any(path.name.casefold().endswith(ending) for ending in one.endings):
            return one
    if not path.suffix or path.is_dir():
        folder = next((one for one in found if one.folder), None)
        if folder is not None:
            return folder
    raise InvalidInput(
        "unknown-ending", f"Nothing is written as “{path.suffix or path.name}”.",
        f"There are: {', '.join(ending for one in found for ending in one.endings)}.",
    )  # fmt: skip
