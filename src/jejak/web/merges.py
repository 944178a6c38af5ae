"""Copies of a study that were sent to be brought in: each lies in a private folder of its own, until it is
brought in, put away, or another one comes."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import InvalidInput, NotFound, StoreFailure
from ..model import say
from ..model.identity import new_guid
from ..model.merging import MergePlan, MergeReport
from ..study import Study

__all__ = ["Merges", "SentCopy"]

# Bytes that the name of a file may have everywhere.
_LONGEST = 200


class SentCopy:
    """A copy that was sent: where it lies, and what bringing it in would do."""

    def __init__(self, study: Study, name: str) -> None:
        self.guid, self.name = new_guid(), name
        self._study, self._lock, self._gone = study, threading.Lock(), False
        self._folder = TemporaryDirectory(prefix="jejak-")
        fits = len(name.encode()) <= _LONGEST
        self.path = Path(self._folder.name) / (name if fits else "copy.jejak")

    def plan(self, choices: Mapping[str, str], prefer: str) -> MergePlan:
        """What would come and what clashes: :meth:`.Merging.plan`."""
        with self._lying():
            return self._study.merging.plan(self.path, choices=choices, prefer=prefer)

    def merge(self, choices: Mapping[str, str], prefer: str) -> MergeReport:
        """Bring it in: :meth:`.Merging.merge`."""
        with self._lying():
            return self._study.merging.merge(self.path, choices=choices, prefer=prefer)

    def remove(self) -> None:
        """Leave nothing of it: now, or once what is being done with it is done."""
        self._gone = True
        if self._lock.acquire(blocking=False):
            self._leave()

    def _leave(self) -> None:
        gone = self._gone
        self._lock.release()
        if gone:
            self._folder.cleanup()

    @contextlib.contextmanager
    def _lying(self) -> Iterator[None]:
        self._lock.acquire()
        try:
            yield
        except StoreFailure as error:
            place = str(self.path)
            if place not in error.message:
                raise
            told = error.message.replace(place, f"“{self.name}”")
            raise InvalidInput(error.code, told, error.hint) from error
        finally:
            self._leave()


class Merges:
    """The copy of a study that waits to be brought in, if one does."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._waiting: SentCopy | None = None

    def begin(self, name: str) -> SentCopy:
        """A place for a copy, instead of the one that waits.

        Raises :class:`NotAllowed` for whoever codes in an open round.
        """
        self._study.store.sight.apart().refuse()
        self.clear()
        self._waiting = SentCopy(self._study, name)
        return self._waiting

    def get(self, guid: str) -> SentCopy:
        """The copy that waits. Raises :class:`NotFound`."""
        found = self._waiting
        if found is None or found.guid != guid:
            raise NotFound("no-such-merge", say("That copy is no longer here."),
                           say("Nothing was changed. Choose its file again."))  # fmt: skip
        return found

    def forget(self, guid: str) -> None:
        """Put the copy away. Raises :class:`NotFound`."""
        self.get(guid)
        self.clear()

    def clear(self) -> None:
        """Leave nothing of a copy that waits."""
        found, self._waiting = self._waiting, None
        if found is not None:
            found.remove()
