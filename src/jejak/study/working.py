"""Who is at work on a study."""

from __future__ import annotations

import getpass
import os

from ..model import User, say
from ..model.identity import clean_name, name_key
from ..store import Store

__all__ = ["at_work", "new_person", "somebody"]


def at_work(store: Store, name: str | None) -> User:
    """The person of that name or initials, by default whom ``JEJAK_USER`` names, else the first there
    is; somebody new joins the study."""
    people = [user for user in store.all(User) if not user.machine]
    name = name or os.environ.get("JEJAK_USER") or None
    if name is None and people:
        return people[0]
    wanted = name_key(name or somebody())
    for person in people:
        if wanted in {name_key(person.name), name_key(person.initials)}:
            return person
    person = new_person(name or somebody())
    with store.write(say("{name} joins the study", name=person.name), person.guid) as change:
        change.add(person)
    return person


def new_person(name: str) -> User:
    """Somebody who is not in a study yet, with their initials."""
    name = clean_name(name, "user")
    return User(name=name, initials="".join(part[0] for part in name.split())[:3].upper())


def somebody() -> str:
    """The name by which this computer knows whoever is at it."""
    return getpass.getuser()
