"""An open study as the routes see it, and what each request says of itself."""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal, Protocol, TypeVar

from fastapi import Depends, Header, Query
from starlette.requests import HTTPConnection
from starlette.responses import Response

from ..errors import InvalidInput, NotFound
from ..i18n import LANGUAGES
from ..model import ChangeEntry, Source, User
from ..store.history import WITHDRAWAL
from ..store.revisions import revision_of, revisions
from ..study import Study
from .exports import Exports
from .forms.form import Guid
from .imports import Imports
from .kept import KeptAnswers
from .live import Live
from .merges import Merges

__all__ = [
    "STUDY",
    "Authors",
    "Coders",
    "Here",
    "IfMatch",
    "Language",
    "Made",
    "OpenStudy",
    "tag",
]

# Where everything of one open study is.
STUDY = "/api/studies/{study}"

# How many earlier moments of a study are kept in memory, and the last number a change can have.
_MOMENTS = 3
_LAST = 2**53


class _Revised(Protocol):
    @property
    def revision(self) -> int: ...


Revised = TypeVar("Revised", bound=_Revised)


@dataclass(slots=True)
class Made:
    """The changes made within a ``with`` statement, by number."""

    changes: list[int] = field(default_factory=list)

    @property
    def seq(self) -> int | None:
        """The last of them; ``None`` where nothing was changed."""
        return self.changes[-1] if self.changes else None


class OpenStudy:
    """A study the server has open, with its live changes and kept answers; ``seq`` is the earlier
    change after which it is looked at, ``None`` where it is the study of today."""

    def __init__(self, study: Study, seq: int | None = None) -> None:
        self.study = study
        self.seq = seq
        self.info = study.info
        self.live = Live(study)
        self.kept = KeptAnswers()
        self.exports = Exports(study)
        self.imports, self.merges = Imports(study.store, study.sources), Merges(study)
        self._moments: OrderedDict[int, OpenStudy] = OrderedDict()
        self._looking = threading.Lock()
        study.store.listen(self._forget)

    def _forget(self, entry: ChangeEntry) -> None:
        # What was taken out of the material is not kept here either.
        withdrawn = entry.verb.text == WITHDRAWAL.text
        if withdrawn or Source.KIND in entry.touched:
            self.kept.forget()
            with self._looking:
                moments = list(self._moments.values())
                self._moments.clear()
            if withdrawn:
                self.imports.clear()
                self.merges.clear()
                self.exports.clear()
                for moment in moments:
                    moment.kept.forget()
                    moment.study.store.close()

    def at(self, seq: int) -> OpenStudy:
        """The study as it stood after a change, to be read only; the last few are kept.

        Raises :class:`NotFound`: no such change, or words of it were withdrawn since.
        """
        with self._looking:
            # Another program may have taken a participant out meanwhile.
            gone = self.study.store.last_withdrawal
            for kept in [kept for kept in self._moments if kept < gone]:
                self._moments.pop(kept).study.store.close()
            if seq not in self._moments:
                self._moments[seq] = OpenStudy(self.study.at(seq), seq)
            self._moments.move_to_end(seq)
            while len(self._moments) > _MOMENTS:
                self._moments.popitem(last=False)
            return self._moments[seq]

    def seen_by(self, people: list[str] | None) -> list[str] | None:
        """Whose work is told of those asked for: one's own alone while one codes in an open round."""
        return [self.study.user.guid] if self.study.store.sight.apart().blind else people

    @property
    def guid(self) -> str:
        """The study's GUID."""
        return self.info.guid

    def revision(self, kind: str, guid: str) -> int:
        """The change that last wrote an entity. Raises :class:`NotFound`."""
        with self.study.store.read() as rows:
            return revision_of(rows, kind, guid)

    def revisions(self, kind: str) -> dict[str, int]:
        """The same for all entities of a kind."""
        with self.study.store.read() as rows:
            return revisions(rows, kind)

    def user_names(self) -> dict[str, str]:
        """The users' names by GUID."""
        return {user.guid: user.name for user in self.study.store.all(User)}

    @contextlib.contextmanager
    def made(self, kind: str = "", guid: str = "", revision: int | None = None) -> Iterator[Made]:
        """What this request changes within, and only where the entity stands at ``revision``."""
        made, thread = Made(), threading.get_ident()

        def note(entry: ChangeEntry) -> None:
            if threading.get_ident() == thread:
                made.changes.append(entry.seq)

        stop = self.study.store.listen(note)
        try:
            with self.study.store.expecting(kind, guid, revision):
                yield made
        finally:
            stop()


def _opened(study: Guid, connection: HTTPConnection) -> OpenStudy:
    found = connection.app.state.studies.get(study)
    if not isinstance(found, OpenStudy):
        raise NotFound("no-such-study", f"No study {study} is open here.", "See GET /api/studies.")
    at = connection.headers.get("jejak-at") or connection.query_params.get("jejak-at")
    return found if at is None else found.at(_number(at))


def _number(at: str) -> int:
    if not (at.isascii() and at.isdecimal() and 0 < int(at) <= _LAST):
        raise InvalidInput("not-a-change", f"“{at}” is no number of a change.")
    return int(at)


Here = Annotated[OpenStudy, Depends(_opened)]
_CODERS = Annotated[
    list[Guid] | None,
    Query(description="Only what these people (GUIDs) coded is told or counted."),
]
_AUTHORS = Annotated[
    list[Guid] | None,
    Query(description="Only memos that these people (GUIDs) wrote."),
]


def _coders(here: Here, coders: _CODERS = None) -> list[str] | None:
    return here.seen_by(coders)


def _authors(here: Here, authors: _AUTHORS = None) -> list[str] | None:
    return here.seen_by(authors)


Coders = Annotated[list[str] | None, Depends(_coders)]
Authors = Annotated[list[str] | None, Depends(_authors)]
_ACCEPTED = Annotated[str, Header(include_in_schema=False)]
_WANTED = Annotated[
    Literal["en", "id"] | None,
    Query(description="The language of texts; by default the browser's, then the study's."),
]


def accepted_language(language: _WANTED = None, accept_language: _ACCEPTED = "") -> str:
    """The language asked for, or the first of the browser's that texts are there in; else none."""
    if language is not None:
        return language
    weighed = []
    for part in accept_language.split(","):
        tag_, _, weight = part.strip().partition(";q=")
        with contextlib.suppress(ValueError):
            weighed.append((-float(weight or 1), tag_.lower().split("-")[0]))
    wanted = (name for _, name in sorted(weighed, key=lambda one: one[0]))
    return next((name for name in wanted if name in LANGUAGES), "")


def _language(here: Here, accepted: Annotated[str, Depends(accepted_language)]) -> str:
    return accepted or next((one for one in here.info.languages if one in LANGUAGES), "en")


Language = Annotated[str, Depends(_language)]
_MATCH = Annotated[str | None, Header(description="The revision it is to be changed from.")]


def _expected(if_match: _MATCH = None) -> int | None:
    if if_match is None or if_match.strip() == "*":
        return None
    wanted = if_match.strip().removeprefix("W/").strip('"')
    # What is no revision at all matches none.
    return int(wanted) if wanted.isascii() and wanted.isdecimal() else -1


IfMatch = Annotated[int | None, Depends(_expected)]


def tag(response: Response, out: Revised) -> Revised:
    """The answer, its revision told as its ETag."""
    response.headers["ETag"] = f'"{out.revision}"'
    return out
