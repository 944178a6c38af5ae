"""Studies begun or opened from the workspace itself, where it was started on none."""

from __future__ import annotations

import getpass
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from ..errors import Conflict, InvalidInput, JejakError, NotFound
from ..model import Message, say
from ..study import Study, create_study, open_study
from .opened import OpenStudy
from .remembered import Remembered

__all__ = ["Beginnings", "Building"]

_ENDING = ".jejak"
# The steps that building the demo tells of.
_STEPS = 9
_LONGEST = 60
_NO_NAME = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Building:
    """The demo being built: so many steps ``done`` of ``total``, the last one in words; ``failed``
    says why it will not be, ``guid`` that it is there."""

    done: int
    total: int
    text: Message
    failed: str | None = None
    guid: str | None = None


class Beginnings:
    """What may be begun here; the studies are closed by :meth:`close`."""

    def __init__(self, remembered: Remembered, user: str | None = None) -> None:
        self.building: Building | None = None
        self._remembered = remembered
        self._user = user
        self._studies: dict[str, OpenStudy] = {}
        self._lock = threading.Lock()
        self._builder: threading.Thread | None = None

    @property
    def user(self) -> str:
        """Who works, until they say otherwise."""
        return self._user or getpass.getuser()

    @property
    def named(self) -> str | None:
        """Who works, where the server was told."""
        return self._user

    @property
    def folder(self) -> Path:
        """Where a study would be put."""
        here = Path.cwd()
        return Path.home() if here == Path(here.anchor) else here

    @property
    def recent(self) -> list[Path]:
        """The studies opened last on this machine that are still there."""
        return [path for path in self._remembered.recent() if path.is_file()]

    def serve(self, studies: dict[str, OpenStudy]) -> None:
        """Put what is begun among the studies of a server."""
        self._studies = studies

    def new(
        self, path: str, title: str, questions: Sequence[str], language: str, user: str | None
    ) -> OpenStudy:
        """Begin an empty study. Raises :class:`InvalidInput`, :class:`Conflict`, :class:`NotFound`."""
        file = _file(path)
        asked = [one for one in (" ".join(question.split()) for question in questions) if one]
        study = create_study(
            file, title, questions=asked, language=language, user=user or self.user
        )
        return self.take(study, file)

    def open(self, path: str, user: str | None) -> OpenStudy:
        """Open a study by its file. Raises :class:`NotFound`, :class:`StoreFailure`."""
        file = _file(path)
        return self.take(open_study(file, user=user or self._user), file)

    def place(self, path: str) -> Path:
        """The file of a study to be, as a person wrote it. Raises :class:`InvalidInput`."""
        return _file(path)

    def beside(self, name: str) -> Path:
        """A free file for a study that comes from a file or folder of that name, beside the others."""
        stem = _NO_NAME.sub("-", Path(name).stem).strip("-")[:_LONGEST] or "study"
        tried = (stem if n == 1 else f"{stem}-{n}" for n in count(1))
        return next(file for one in tried if not (file := self.folder / f"{one}{_ENDING}").exists())

    def remember(self, file: Path) -> None:
        """A study that can be opened again from here."""
        self._remembered.keep_recent(file)

    def demo(self, path: str, language: str) -> Building:
        """Begin to build the demo's study in a file, or open it where it is there already."""
        file = _file(path)
        if not file.parent.is_dir():
            raise NotFound("no-such-folder", f"There is no folder {file.parent}.")
        with self._lock:
            if self._builder is not None and self._builder.is_alive():
                raise Conflict("building", "The demo is being built already.")
            self.building = Building(0, _STEPS, say("Begins"))
            self._builder = threading.Thread(target=self._build, args=(file, language))
            self._builder.start()
            return self.building

    def close(self) -> None:
        """Close whatever was begun here."""
        if self._builder is not None:
            self._builder.join()
        for one in self._studies.values():
            one.study.close()

    def _build(self, file: Path, language: str) -> None:
        from ..study.reference import build_reference

        done, text = 0, say("Begins")
        try:
            for text in build_reference(file, language) if not file.exists() else ():
                done += 1
                self.building = Building(min(done, _STEPS), _STEPS, text)
            opened = self.take(open_study(file), file)
        except JejakError as error:
            self.building = Building(done, _STEPS, text, f"{error.message} {error.hint}".strip())
        else:
            self.building = Building(_STEPS, _STEPS, text, guid=opened.guid)

    def take(self, study: Study, file: Path) -> OpenStudy:
        """Put a study that is open among those of the server."""
        guid = study.info.guid
        with self._lock:
            if guid in self._studies:
                study.close()
            else:
                self._studies[guid] = OpenStudy(study)
        self.remember(file)
        return self._studies[guid]


def _file(path: str) -> Path:
    """The file meant by what a person wrote; ``~`` is their home, the ending may be left out."""
    if not path.strip() or "\0" in path:
        raise InvalidInput("no-file", "Say where the study is to be.")
    file = Path(path.strip()).expanduser()
    if not file.is_absolute():
        raise InvalidInput("not-absolute", f"“{path}” does not say the whole way to the file.")
    return file if file.suffix == _ENDING or file.is_file() else file.with_name(file.name + _ENDING)
