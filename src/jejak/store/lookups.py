"""Finding entities by what people call them: names, paths, labels, initials or GUIDs."""

from __future__ import annotations

import difflib
import uuid
from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from ..errors import Conflict, NotFound
from ..model import (
    Case,
    Code,
    Event,
    Finding,
    Record,
    Reference,
    Round,
    Source,
    State,
    User,
)  # fmt: skip
from ..model.identity import name_key
from .rows import Rows

__all__ = ["code_paths", "find_case", "find_code", "find_event", "find_finding", "find_reference",
           "find_round", "find_source", "find_state", "find_user", "is_guid", "named", "near_names", "refuse_taken"]  # fmt: skip

R = TypeVar("R", bound=Record)


def _guid(text: str) -> str | None:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return None


def is_guid(text: str) -> bool:
    """Whether a name is the text of a GUID."""
    return _guid(text) is not None


def near_names(name: str, names: Iterable[str]) -> str:
    """A hint that names what is spelt alike, or nothing."""
    by_key = {name_key(other): other for other in names}
    close = difflib.get_close_matches(name_key(name), list(by_key), n=3, cutoff=0.6)
    return f"Did you mean {' or '.join(f'“{by_key[key]}”' for key in close)}?" if close else ""


def named(records: Iterable[R], name: str, what: str, attribute: str = "name") -> R:
    """The record whose name (or other ``attribute``) is ``name``, case-insensitively.

    Raises :class:`NotFound` with names that are spelt alike.
    """
    pool = list(records)
    wanted = name_key(name)
    for record in pool:
        if name_key(getattr(record, attribute)) == wanted:
            return record
    names = [getattr(record, attribute) for record in pool]
    raise NotFound(f"no-such-{what}", f"There is no {what} “{name}”.", near_names(name, names))


def refuse_taken(
    records: Iterable[Record],
    name: str,
    what: str,
    *,
    attribute: str = "name",
    but: str | None = None,
) -> None:
    """Raise :class:`Conflict` where one of these records, ``but`` that of a GUID, has the name."""
    wanted = name_key(name)
    for record in records:
        if record.guid != but and name_key(getattr(record, attribute)) == wanted:
            raise Conflict("name-taken", f"There is a {what} “{name}” already.")


def _find(rows: Rows, record: type[R], name: str, attribute: str = "name") -> R:
    guid = _guid(name)
    found = rows.find(record, guid) if guid else None
    if found is None:
        found = rows.first(record, **{attribute: name})
    return found or named(rows.all(record), name, record.KIND, attribute)


def find_source(rows: Rows, name: str) -> Source:
    """The source of that name or GUID. Raises :class:`NotFound`."""
    return _find(rows, Source, name)


def find_case(rows: Rows, name: str) -> Case:
    """The case of that pseudonym or GUID. Raises :class:`NotFound`."""
    return _find(rows, Case, name)


def find_finding(rows: Rows, label: str) -> Finding:
    """The finding of that label (``F1``) or GUID. Raises :class:`NotFound`."""
    return _find(rows, Finding, label, "label")


def find_event(rows: Rows, name: str) -> Event:
    """The event of that name or GUID. Raises :class:`NotFound`."""
    return _find(rows, Event, name)


def find_state(rows: Rows, name: str) -> State:
    """The state of that name or GUID. Raises :class:`NotFound`."""
    return _find(rows, State, name)


def find_round(rows: Rows, name: str) -> Round:
    """The round of that name or GUID. Raises :class:`NotFound`."""
    return _find(rows, Round, name)


def find_reference(rows: Rows, key: str) -> Reference:
    """The work of that citation key or GUID. Raises :class:`NotFound`."""
    return _find(rows, Reference, key, "key")


def find_user(rows: Rows, name: str) -> User:
    """The user of that name, initials or GUID. Raises :class:`NotFound`."""
    initials = [u for u in rows.all(User) if u.initials and name_key(u.initials) == name_key(name)]
    return initials[0] if len(initials) == 1 else _find(rows, User, name)


def code_paths(codes: Iterable[Code]) -> dict[str, str]:
    """The path (``Folder/Code``) of each code, by GUID."""
    by_guid: Mapping[str, Code] = {code.guid: code for code in codes}
    paths: dict[str, str] = {}

    def path(code: Code) -> str:
        if code.guid not in paths:
            above = f"{path(by_guid[code.parent])}/" if code.parent else ""
            paths[code.guid] = above + code.name
        return paths[code.guid]

    for code in by_guid.values():
        path(code)
    return paths


def find_code(rows: Rows, name: str) -> Code:
    """The code of that GUID, path (whole, or its last parts) or name.

    Raises :class:`NotFound`, and :class:`Conflict` where several codes answer to it.
    """
    guid = _guid(name)
    if guid and (found := rows.find(Code, guid)):
        return found
    few = _may_answer(rows, name)
    if not few:
        return code_by_path(rows.all(Code), name)
    return rows.get(Code, cast(str, rows.guid_of(Code.KIND, int(code_by_path(few, name).guid))))


def _may_answer(rows: Rows, name: str) -> list[Code]:
    """The codes whose name is the end of a path or name, and those above them: bare, each with its
    internal key in place of a GUID."""
    last = name_key(name).rpartition("/")[2]
    query = "SELECT id, name, parent_id FROM code"
    known = {key: (called, above) for key, called, above in rows.conn.exec_driver_sql(query)}
    found: dict[int, Code] = {}
    for key, (called, _) in known.items():
        step = key if name_key(called).endswith(last) else None
        while step is not None and step not in found:
            own, above = known[step]
            parent = None if above is None else str(above)
            found[step] = Code(guid=str(step), name=own, parent=parent)
            step = above
    return list(found.values())


def code_by_path(codes: list[Code], name: str) -> Code:
    """The one of these codes that answers to a path or name."""
    paths = code_paths(codes)
    wanted = name_key(name)
    exact = [code for code in codes if name_key(paths[code.guid]) == wanted]
    hits = exact or [c for c in codes if name_key(paths[c.guid]).endswith("/" + wanted)]
    if len(hits) > 1:
        raise Conflict(
            "ambiguous-code",
            f"Several codes are called “{name}”: {', '.join(paths[c.guid] for c in hits)}.",
            "Give the path, such as Folder/Code.",
        )
    if not hits:
        hint = near_names(name, [*(c.name for c in codes), *paths.values()])
        raise NotFound("no-such-code", f"There is no code “{name}”.", hint)
    return hits[0]
