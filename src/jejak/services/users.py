"""The people (and machines) of a study: how they are called and told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..errors import InvalidInput
from ..model import User, say
from ..model.identity import clean_name
from ..store import Rows, Store
from ..store.lookups import refuse_taken

__all__ = ["Users"]

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LETTERS = 6


class Users:
    """The users of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self) -> list[User]:
        """Everybody who codes, writes and decides, in the order they came."""
        return self._store.all(User)

    def update(self, user: User, **values: object) -> User:
        """Change a user's name, initials (at most 6 letters) or colour (``#rrggbb``), or say whether
        it is a ``machine``; the user then.

        Raises :class:`InvalidInput`, :class:`Conflict` (the name or initials are another's),
        :class:`NotFound`.
        """
        verb = say("Change how “{name}” is called and shown", name=user.name)
        with self._store.write(verb, self._user) as change:
            return change.set(user, **_checked(change.rows, user, values))


def _checked(rows: Rows, user: User, values: Mapping[str, object]) -> dict[str, object]:
    unknown = set(values) - {"name", "initials", "colour", "machine"}
    if unknown:
        raise InvalidInput("not-editable", f"Not to be changed here: {', '.join(sorted(unknown))}.")
    checked = dict(values)
    others = rows.all(User)
    if "name" in values:
        name = clean_name(values["name"], "user")
        refuse_taken(others, name, "user", but=user.guid)
        checked["name"] = name
    if "initials" in values:
        checked["initials"] = _initials(values["initials"])
        if checked["initials"]:
            initials = str(checked["initials"])
            refuse_taken(others, initials, "user", attribute="initials", but=user.guid)
    if "colour" in values:
        checked["colour"] = _colour(values["colour"])
    return checked


def _initials(value: object) -> str:
    initials = "".join(str(value).split())
    if len(initials) > _LETTERS:
        raise InvalidInput("bad-initials", f"Initials have at most {_LETTERS} letters.")
    return initials


def _colour(value: object) -> str:
    colour = str(value).lower()
    if not _COLOUR.fullmatch(colour):
        raise InvalidInput("bad-colour", f"“{value}” is no colour.", "Write it as #4477aa.")
    return colour
