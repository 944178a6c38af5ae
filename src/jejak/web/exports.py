"""A study as a file for other programs: written where nobody else may look, until it is fetched and put away."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import InvalidInput, NotFound
from ..formats import PROJECTS, ProjectFormat
from ..model import say
from ..model.identity import new_guid
from ..model.parcel import ExchangeReport
from ..study import Study
from .file_names import clean_file_name

__all__ = ["Export", "Exports"]


class Export:
    """A file that was written: its name, where it lies, and what went into it."""

    def __init__(
        self, study: Study, form: ProjectFormat, *, redact: bool, stop: Callable[[], bool]
    ) -> None:
        self.guid, self.redact = new_guid(), redact
        ending = ".zip" if form.folder else form.endings[0]
        self.name = f"{clean_file_name(study.info.title)}{ending}"
        self._folder = TemporaryDirectory(prefix="jejak-", ignore_cleanup_errors=True)
        self.file = Path(self._folder.name) / f"study{ending}"
        try:
            self.report: ExchangeReport = study.exchange.write(
                self.file, format=form.name, redact=redact, stop=stop
            )
        except BaseException:
            self.remove()
            raise

    @property
    def length(self) -> int:
        """In bytes."""
        return self.file.stat().st_size

    def remove(self) -> None:
        """Leave nothing of it."""
        self._folder.cleanup()


class Exports:
    """The file that waits to be fetched, if one does."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._lock = threading.Lock()
        self._waiting: Export | None = None
        self._under: set[threading.Event] = set()

    def make(self, name: str, *, redact: bool) -> Export:
        """Write the study in a form, instead of the file that waits. Raises as :meth:`.Exchange.write`."""
        form = PROJECTS.get(name)
        if form.write is None:
            raise InvalidInput("not-written", f"A study is not written as {form.name}.")
        stop = threading.Event()
        with self._lock:
            self._under.add(stop)
        try:
            made = Export(self._study, form, redact=redact, stop=stop.is_set)
        finally:
            with self._lock:
                self._under.discard(stop)
        with self._lock:
            before, self._waiting = self._waiting, made
        if before is not None:
            before.remove()
        return made

    def stop(self) -> None:
        """Write no further what is being written: nothing stays of it."""
        with self._lock:
            for one in self._under:
                one.set()

    def get(self, guid: str) -> Export:
        """The file that waits. Raises :class:`NotFound`, and :class:`NotAllowed` for whoever codes in a
        round that was opened meanwhile."""
        self._study.store.sight.apart().refuse()
        found = self._waiting
        if found is None or found.guid != guid:
            raise NotFound("no-such-export", say("That file is no longer here."),
                           say("Write it anew."))  # fmt: skip
        return found

    def clear(self) -> None:
        """Leave nothing of a file that waits, or is being written."""
        self.stop()
        with self._lock:
            found, self._waiting = self._waiting, None
        if found is not None:
            found.remove()
