"""What a codebook of others would change in one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Code
from ..model.identity import name_key
from ..store.lookups import code_paths
from .codebook_entries import Entry

__all__ = ["EntryChange", "code_of", "entry_changes", "entry_fields"]


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What becomes of an entry: its code is ``new``, ``changed`` in some fields, or the ``same``.

    ``fields`` are pairs of what a field holds now and what it would hold, by the field's name.
    """

    path: str
    state: str
    fields: dict[str, tuple[str, str]]


def code_of(entry: Entry, known: Mapping[str, str], by_guid: Mapping[str, Code]) -> str | None:
    """The code (GUID) that an entry is about: that of its path, or the one it was itself when it went
    out, wherever that stands now."""
    guid = known.get(name_key(entry.path))
    return guid or (entry.guid if entry.guid in by_guid else None)


def entry_fields(code: Code, entry: Entry, *, replace: bool) -> dict[str, object]:
    """What an entry has to say of a code: for its empty fields, or for all that differ."""
    return {
        name: value
        for name, value in entry.fields().items()
        if value and value != getattr(code, name) and (replace or not getattr(code, name))
    }


def entry_changes(
    codes: Iterable[Code], entries: Sequence[Entry], *, replace: bool
) -> list[EntryChange]:
    """What becomes of each entry, in their order; an entry that is there twice is told once."""
    by_guid = {code.guid: code for code in codes}
    known = {name_key(path): guid for guid, path in code_paths(by_guid.values()).items()}
    told: dict[str, EntryChange] = {}
    for entry in entries:
        key = name_key(entry.path)
        if key in told:
            continue
        guid = code_of(entry, known, by_guid)
        known.setdefault(key, guid or "")
        told[key] = _of(by_guid.get(guid or ""), entry, replace=replace)
    return list(told.values())


def _of(code: Code | None, entry: Entry, *, replace: bool) -> EntryChange:
    if code is None:
        said = {name: ("", _text(v)) for name, v in entry.fields().items() if v}
        return EntryChange(entry.path, "new", said)
    fields = {
        name: (_text(getattr(code, name)), _text(value))
        for name, value in entry_fields(code, entry, replace=replace).items()
    }
    return EntryChange(entry.path, "changed" if fields else "same", fields)


def _text(value: object) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value)
