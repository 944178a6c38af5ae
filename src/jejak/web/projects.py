"""Projects of other programs on their way in: each lies in a private folder of its own until it is put away."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, Protocol

from ..errors import Conflict, InvalidInput, JejakError
from ..formats import PROJECTS, ProjectFormat
from ..model import say
from ..model.identity import new_guid
from ..model.parcel import ExchangeReport, Tally
from ..services.parcels import recognised
from .file_names import is_name

__all__ = ["Project", "ProjectState", "Target"]

ProjectState = Literal["sending", "reading", "there", "failed", "stopped"]
Follow = Callable[[Tally], None]
# Bytes that the name of a file may have everywhere.
_LONGEST = 200
_LOG = logging.getLogger(__name__)


class Target(Protocol):
    """Where a project comes to."""

    @property
    def study(self) -> str | None:
        """The study that is open already, by its GUID; ``None`` where the project becomes a new one."""
        ...

    @property
    def path(self) -> Path | None:
        """The file of a new study, once that is known."""
        ...

    @property
    def title(self) -> str | None:
        """What the new study that came is called."""
        ...

    @property
    def seq(self) -> int | None:
        """The change that what came is, where it came into a study that was there."""
        ...

    def bring(
        self, file: Path, answers: Mapping[str, str], stop: Callable[[], bool], follow: Follow
    ) -> ExchangeReport:
        """Bring it in."""
        ...

    def take_back(self) -> None:
        """Leave nothing of what came."""
        ...

    def leave(self) -> None:
        """What came stays; nothing more is asked of it."""
        ...


class Project:
    """A project that was sent: where it lies, what was answered, how far it is and what came of it."""

    def __init__(self, target: Target, name: str, *, folder: bool) -> None:
        self.guid, self.name, self.target = new_guid(), name, target
        self.state: ProjectState = "sending"
        self.answers: dict[str, str] = {}
        self.tally: Tally | None = None
        self.report: ExchangeReport | None = None
        self.error: JejakError | None = None
        self._within = TemporaryDirectory(prefix="jejak-")
        ending = Path(name).suffix[:20]
        self.file = Path(self._within.name) / (name if _fits(name) else f"project{ending}")
        self._folder, self._stopped, self._gone = folder, False, False
        self._lock = threading.Lock()
        self._reader: threading.Thread | None = None
        if folder:
            self.file.mkdir()

    @property
    def format(self) -> ProjectFormat | None:
        """Its format, as far as that is known."""
        if self.tally is not None and self.tally.format in PROJECTS.names():
            return PROJECTS.get(self.tally.format)
        with contextlib.suppress(JejakError, OSError):
            return recognised(self.file)
        return None

    def place(self, path: str) -> Path:
        """Where a file of it is to lie: ``path`` within the folder, where it is one. Raises
        :class:`Conflict` while it is being read, :class:`InvalidInput`."""
        self._refuse_while_busy()
        if not self._folder:
            self.file.unlink(missing_ok=True)
            return self.file
        parts = [one for one in path.replace("\\", "/").split("/") if one not in {"", "."}]
        place = self.file.joinpath(*parts)
        told = InvalidInput("bad-path", say("“{path}” is no place in a folder.", path=path),
                            say("Nothing of it was taken in."))  # fmt: skip
        if not parts or not all(map(is_name, parts)) or not place.is_relative_to(self.file):
            raise told
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
        except OSError:
            raise told from None
        return place

    # -- reading -----------------------------------------------------------------------------------

    def read(self, answers: Mapping[str, str]) -> None:
        """Begin to bring it in; what came of it before is taken back first. Raises :class:`Conflict`
        while it is being read, and where what came cannot be taken back."""
        with self._lock:
            self._refuse_while_busy()
            self._take_back()
            self.answers, self.state, self._stopped = dict(answers), "reading", False
            self._reader = threading.Thread(target=self._read)
            self._reader.start()

    def stop(self) -> None:
        """Bring it in no further: what came so far is not kept."""
        self._stopped = True

    def undo(self) -> None:
        """Take back what came. Raises :class:`Conflict` where that cannot be."""
        with self._lock:
            self._refuse_while_busy()
            self._take_back()

    def wait(self) -> None:
        """Until it is read, where it is being read."""
        if self._reader is not None:
            self._reader.join()

    def _read(self) -> None:
        try:
            report = self.target.bring(self.file, self.answers, lambda: self._stopped, self._follow)
            if self._stopped:
                self.target.take_back()
                self._settle("stopped")
            else:
                self.report = report
                self._settle("there")
        except JejakError as error:
            self.error = None if error.code == "cancelled" else error
            self._settle("stopped" if error.code == "cancelled" else "failed")
        except Exception:  # noqa: BLE001  (whatever a stranger's file does, it is told)
            _LOG.exception("A project could not be brought in")
            told = say("Something went wrong that should not have; nothing was changed.")
            hint = say("What happened is written where jejak open runs. Please report it.")
            self.error = JejakError("unexpected", told, hint)
            self._settle("failed")

    def _follow(self, tally: Tally) -> None:
        self.tally = tally

    def _settle(self, state: ProjectState) -> None:
        with self._lock:
            self.state = state
            if self._gone:
                self._clean()

    def _take_back(self) -> None:
        if self.state == "there":
            self.target.take_back()
        if self.state != "sending":
            self.state = "stopped"
        self.tally = self.report = self.error = None

    def _refuse_while_busy(self) -> None:
        if self.state == "reading":
            raise Conflict("project-busy", say("This project is being read."),
                           say("Wait for it, or stop it."))  # fmt: skip

    # -- away --------------------------------------------------------------------------------------

    def remove(self) -> None:
        """Leave nothing of what was sent: now, or once it is not being read any more. What came of it
        stays; what is on its way comes no further."""
        self.stop()
        with self._lock:
            self._gone = True
            if self.state != "reading":
                self._clean()

    def _clean(self) -> None:
        self._within.cleanup()
        self.target.leave()


def _fits(name: str) -> bool:
    return len(name.encode()) <= _LONGEST
