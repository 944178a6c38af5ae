"""A study and the services on it: the wiring, in one place."""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from ..model import Message, Question, StudyInfo, User, say
from ..model.identity import clean_name, name_key
from ..services.about import About
from ..services.autocode import AutoCoding
from ..services.batch_coding import BatchCoding
from ..services.cases import Cases
from ..services.codebook import Codebook
from ..services.coding import CodingService
from ..services.displays import Displays
from ..services.findings import Findings
from ..services.listing import Listing
from ..services.memos import Memos
from ..services.names import Names
from ..services.protection import Protection
from ..services.reports import Reports
from ..services.retrieval import Retrieval
from ..services.sources import Sources
from ..services.trail import Trail
from ..store import Change, Store

__all__ = ["Study", "create_study", "open_study"]


class Study:
    """An open study, worked on by one user. Close it, or use it in a ``with`` statement."""

    def __init__(self, store: Store, user: User) -> None:
        self.store = store
        self.user = user
        self.sources = Sources(store, user.guid)
        self.codebook = Codebook(store, user.guid)
        self.coding = CodingService(store, user.guid)
        self.batch_coding = BatchCoding(store, user.guid)
        self.autocoding = AutoCoding(store, user.guid)
        self.cases = Cases(store, user.guid)
        self.memos = Memos(store, user.guid)
        self.retrieval = Retrieval(store, user.guid)
        self.displays = Displays(store, user.guid)
        self.findings = Findings(store, user.guid)
        self.reports = Reports(store, user.guid)
        self.protection = Protection(store, user.guid)
        self.trail = Trail(store, user.guid)
        self.about = About(store, user.guid)
        self.listing = Listing(store, user.guid)
        self.names = Names(store, user.guid)

    @property
    def info(self) -> StudyInfo:
        """What the study is: its title, description and languages."""
        return self.store.all(StudyInfo)[0]

    @property
    def questions(self) -> list[Question]:
        """The research questions in order."""
        return sorted(self.store.all(Question), key=lambda question: question.position)

    @contextlib.contextmanager
    def change(self, title: str) -> Iterator[Change]:
        """Everything done within is one change, undone in one step."""
        verb = Message("{title}", {"title": clean_name(title, "change")})
        with self.store.write(verb, self.user.guid) as change:
            yield change

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create_study(
    path: str | Path,
    title: str,
    *,
    questions: Sequence[str] = (),
    language: str = "id",
    description: str = "",
    user: str | None = None,
) -> Study:
    """A new study file. Raises :class:`Conflict` where there is a file already."""
    title = clean_name(title, "study")
    store = Store.create(Path(path))
    person = _new_user(user or getpass.getuser())
    with store.write(say("Begin the study “{title}”", title=title), person.guid) as change:
        change.add(StudyInfo(title=title, description=description, languages=(language,)), person)
        change.add_many(Question(text=text, position=n) for n, text in enumerate(questions, 1))
    return Study(store, person)


def open_study(path: str | Path, *, user: str | None = None) -> Study:
    """An existing study, as the user of that name or initials (by default the only one there is, or
    who is logged in on this machine); a new name joins the study's users.

    Raises :class:`NotFound` and :class:`StoreFailure`.
    """
    store = Store.open(Path(path))
    return Study(store, _user(store, user))


def _user(store: Store, name: str | None) -> User:
    people = [user for user in store.all(User) if not user.machine]
    if name is None and people:
        return people[0]
    wanted = name_key(name or getpass.getuser())
    for person in people:
        if wanted in {name_key(person.name), name_key(person.initials)}:
            return person
    person = _new_user(name or getpass.getuser())
    with store.write(say("{name} joins the study", name=person.name), person.guid) as change:
        change.add(person)
    return person


def _new_user(name: str) -> User:
    name = clean_name(name, "user")
    return User(name=name, initials="".join(part[0] for part in name.split())[:3].upper())
