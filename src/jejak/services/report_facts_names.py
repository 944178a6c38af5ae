"""Names that must not leave a study, and what stands in their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import (
    Attribute,
    Case,
    Code,
    Display,
    Finding,
    Memo,
    Message,
    Record,
    Source,
    Speaker,
    User,
)
from ..model.identity import name_key
from ..store import Rows, history
from ..store.lookups import code_paths

__all__ = ["KnownNames", "real_names"]

# A shorter name is initials already.
_INITIALS = 3
# Arguments of changes that name persons, or material and other things by a name they had then.
_PERSONS = frozenset({"case", "speaker"})
_THINGS = frozenset({"name", "source", "label", "finding", "code"})
HIDDEN = "…"
# What things are called by, beside codes.
_CALLED: Mapping[type[Record], str] = {
    Source: "name", User: "name", Attribute: "name", Display: "name", Memo: "title",
    Finding: "label",
}  # fmt: skip


def real_names(rows: Rows) -> tuple[dict[str, str], dict[str, str]]:
    """Names of cases that are no pseudonyms: those they speak under, and those they once had; of
    persons (and whoever speaks), and of all others, each with the pseudonym."""
    cases = {case.guid: case for case in rows.all(Case)}
    spoken = [(speaker.name, speaker.case, True) for speaker in rows.all(Speaker)]
    former = [(name, guid, False) for name, guid in _former(rows)]
    taken = {name_key(case.name) for case in cases.values()}
    persons, things = dict[str, str](), dict[str, str]()
    for name, guid, speaks in (*spoken, *former):
        if guid in cases and len(name) > _INITIALS and name_key(name) not in taken:
            case = cases[guid]
            (persons if speaks or case.kind == "person" else things)[name] = case.name
    return persons, things


def _former(rows: Rows) -> Iterable[tuple[str, str]]:
    for entry in history.entries(rows.conn):
        if not entry.touched.get("case") or entry.undoes or entry.redoes:
            continue
        for one in history.touched(history.payload_of(rows.conn, entry.seq)):
            if one.kind == Case.KIND and one.before is not None and "name" in one.before:
                yield str(one.before["name"]), one.guid


class KnownNames:
    """The names that are in a study now: what a change called by another name is not told."""

    def __init__(self, rows: Rows) -> None:
        self._cases = {name_key(case.name) for case in rows.all(Case)}
        codes = rows.all(Code)
        names = [*(code.name for code in codes), *code_paths(codes).values()]
        for kind, called in _CALLED.items():
            names += [name for (name,) in rows.fields(kind, (called,))]
        self._things = {name_key(name) for name in names} | self._cases

    def told(self, verb: Message) -> Message:
        """The verb of a change without names of persons and things that the study no longer has."""
        if verb.text == "{title}":
            return verb
        return Message(verb.text, {key: self._told(key, one) for key, one in verb.args.items()})

    def _told(self, key: str, value: object) -> object:
        if isinstance(value, Message):
            return self.told(value)
        if isinstance(value, list | tuple):
            return [self._told(key, one) for one in value]
        if not isinstance(value, str):
            return value
        if key in _PERSONS:
            return value if name_key(value) in self._cases else HIDDEN
        if key in _THINGS:
            return value if name_key(value) in self._things else HIDDEN
        return value
