"""Where projects come to, and those that are on their way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from ..errors import Conflict, NotAllowed, NotFound
from ..model import ChangeEntry, say
from ..model.parcel import ExchangeReport
from ..services.parcels import refuse_closed
from ..store.engine import unmake
from ..store.history import WITHDRAWAL
from ..study import Study, import_study
from .beginnings import Beginnings
from .opened import OpenStudy
from .projects import Follow, Project

__all__ = ["IntoStudy", "NewStudy", "Projects"]


class NewStudy:
    """A study of its own; it is served once it is asked for."""

    study = seq = None

    def __init__(self, beginnings: Beginnings, name: str) -> None:
        self.path: Path | None = None
        self.user: str | None = None
        self._beginnings = beginnings
        self._name = name
        self._made: Study | None = None

    def say(self, path: str | None, user: str | None) -> None:
        """Where it is to be, and who works on it. Raises :class:`InvalidInput`, :class:`Conflict`."""
        if path is not None:
            self.path = self._beginnings.place(path)
        self.user = user or self._beginnings.named

    @property
    def title(self) -> str | None:
        """What the study that came is called."""
        return None if self._made is None else self._made.info.title

    def bring(
        self, file: Path, answers: Mapping[str, str], stop: Callable[[], bool], follow: Follow
    ) -> ExchangeReport:
        """Make a study of it."""
        path = self.path = self.path or self._beginnings.beside(self._name)
        self._made, report = import_study(
            file, path, user=self.user, answers=answers, stop=stop, follow=follow
        )
        return report

    def take_back(self) -> None:
        """Put the study away again."""
        made, self._made = self._made, None
        if made is not None and self.path is not None:
            made.close()
            unmake(self.path)

    def open(self) -> OpenStudy:
        """Serve it. Raises :class:`NotFound` where it has not come."""
        made = self._made
        if made is None or self.path is None:
            raise NotFound("not-imported", say("The project has not come in."),
                           say("Import it first."))  # fmt: skip
        opened = self._beginnings.take(made, self.path)
        self._made = None
        return opened

    def leave(self) -> None:
        """It stays as it is, for whoever opens it."""
        made, self._made = self._made, None
        if made is not None and self.path is not None:
            made.close()
            self._beginnings.remember(self.path)


class IntoStudy:
    """A study that is open, beside what it has."""

    path = title = None

    def __init__(self, here: OpenStudy) -> None:
        here.study.store.sight.apart().refuse()
        self.study = here.guid
        self.seq: int | None = None
        self._here = here

    def bring(
        self, file: Path, answers: Mapping[str, str], stop: Callable[[], bool], follow: Follow
    ) -> ExchangeReport:
        """Bring it in as one change."""
        with self._here.made() as made:
            report = self._here.study.exchange.read(file, answers=answers, stop=stop, follow=follow)
        self.seq = made.seq
        return report

    def take_back(self) -> None:
        """Undo the change. Raises :class:`Conflict` where later work rests on it."""
        if self.seq is not None:
            self._here.study.store.undo(self._here.study.user.guid, self.seq)
            self.seq = None

    def leave(self) -> None:
        """It is the study's."""


class Projects:
    """Those on their way to a server's studies: one to each, and one that becomes a new study."""

    def __init__(self, studies: Mapping[str, OpenStudy], beginnings: Beginnings | None) -> None:
        self._studies = studies
        self._beginnings = beginnings
        self._found: dict[str, Project] = {}
        self._deaf: dict[str, Callable[[], None]] = {}
        self._lock = threading.Lock()

    def begin(self, name: str, study: str | None, *, folder: bool) -> Project:
        """A place for a project, instead of one that went the same way before.

        Raises :class:`InvalidInput` for a form that only one program reads, :class:`NotFound` for a
        study that is not open, :class:`NotAllowed`, :class:`Conflict` while another is being read.
        """
        refuse_closed(name)
        target = self._new(name) if study is None else self._into(study)
        with self._lock:
            before = [one for one in self._found.values() if one.target.study == study]
            if any(one.state == "reading" for one in before):
                raise Conflict("project-busy", say("This project is being read."),
                               say("Wait for it, or stop it."))  # fmt: skip
            for one in before:
                self._remove(one)
            made = Project(target, name, folder=folder)
            self._found[made.guid] = made
            if study is not None:
                self._deaf[made.guid] = self._studies[study].study.store.listen(
                    lambda entry: self._heard(made, entry)
                )
            return made

    def get(self, guid: str) -> Project:
        """A project. Raises :class:`NotFound`."""
        found = self._found.get(guid)
        if found is None:
            raise NotFound("no-such-project", say("That project is no longer here."),
                           say("What came of it is in the study; choose its file again."))  # fmt: skip
        return found

    def all(self) -> list[Project]:
        """All of them."""
        return list(self._found.values())

    def forget(self, guid: str) -> None:
        """Put a project away: nothing stays of what was sent. Raises :class:`NotFound`."""
        with self._lock:
            self._remove(self.get(guid))

    def close(self) -> None:
        """Put all of them away, and wait for those that are being read."""
        with self._lock:
            for one in self.all():
                self._remove(one)
                one.wait()

    def _remove(self, project: Project) -> None:
        self._found.pop(project.guid, None)
        self._deaf.pop(project.guid, lambda: None)()
        project.remove()

    def _heard(self, project: Project, entry: ChangeEntry) -> None:
        """A participant withdrew, and the files may hold their words."""
        if entry.verb.text == WITHDRAWAL.text:
            self._found.pop(project.guid, None)
            project.remove()

    def _new(self, name: str) -> NewStudy:
        if self._beginnings is None:
            raise NotAllowed(
                "no-beginnings",
                "This server was started on a study of its own.",
                "Start jejak open without a study to begin another.",
            )
        return NewStudy(self._beginnings, name)

    def _into(self, study: str) -> IntoStudy:
        if study not in self._studies:
            raise NotFound(
                "no-such-study", f"No study {study} is open here.", "See GET /api/studies."
            )
        return IntoStudy(self._studies[study])
