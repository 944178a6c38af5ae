"""The codes of another program as a tree: what is above what, without circles and without lost parents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ...model import Code, say
from ...model.code import clean_code_name
from ...model.identity import now
from .names import Names
from .telling import Telling, shown

__all__ = ["TheirCode", "codes_of"]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# Where the origin has no colour: told apart by people with any kind of colour vision.
_COLOURS = (
    "#332288", "#88ccee", "#44aa99", "#117733", "#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TheirCode:
    """A code or category as its origin has it; ``key`` is what others refer to it by, ``above`` the key
    of what it stands below."""

    key: Hashable
    guid: str
    name: str
    above: Hashable = None
    colour: str = ""
    codable: bool = True
    definition: str = ""
    created: datetime | None = None
    where: str = ""


def codes_of(theirs: Sequence[TheirCode], telling: Telling) -> Iterator[Code]:
    """The codes, each after the one it stands below, in their order."""
    known = {one.key: one for one in theirs}
    above = {one.key: _above(one, known, telling) for one in theirs}
    below: defaultdict[Hashable, list[TheirCode]] = defaultdict(list)
    for one in theirs:
        if known[one.key] is one:
            below[above[one.key]].append(one)
    names = Names("code", telling, clean_code_name)
    waiting = [(one, place) for place, one in reversed(list(enumerate(below[None])))]
    number = 0
    while waiting:
        one, place = waiting.pop()
        number += 1
        parent = known.get(above[one.key])
        yield Code(
            guid=one.guid,
            name=_named(one, names, parent, telling),
            parent=parent.guid if parent else None,
            colour=one.colour.lower() if _COLOUR.fullmatch(one.colour) else _colour(number),
            codable=one.codable,
            definition=one.definition,
            position=place + 1,
            created=one.created or now(),
        )
        waiting += reversed([(child, at) for at, child in enumerate(below[one.key])])


def _named(one: TheirCode, names: Names, parent: TheirCode | None, telling: Telling) -> str:
    own = names.own(one.name, one.where, parent.guid if parent else None)
    if "/" in one.name:
        message = say("“{name}” is written “{own}” here: “/” parts the names of a path.",
                      name=shown(one.name), own=shown(own))  # fmt: skip
        telling.note("slash", message, one.where)
    return own


def _colour(number: int) -> str:
    return _COLOURS[(number - 1) % len(_COLOURS)]


def _above(one: TheirCode, known: dict[Hashable, TheirCode], telling: Telling) -> Hashable:
    """The key of what it stands below; nothing where that is not there, or stands below itself."""
    if one.above is None:
        return None
    if one.above not in known:
        message = say(
            "“{name}” stands below something that is not there; it stands at the top here.",
            name=shown(one.name),
        )
        telling.note("lost-parent", message, one.where)
        return None
    seen, at = {one.key}, one.above
    while at is not None and at in known:
        if at == one.key:
            message = say(
                "“{name}” stands below itself; it stands at the top here.", name=shown(one.name)
            )
            telling.note("circle", message, one.where)
            return None
        if at in seen:
            return one.above
        seen.add(at)
        at = known[at].above
    return one.above
