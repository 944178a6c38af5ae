"""The codebook as a tree, in the form that codebooks are exported in, with all there is of each code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...model import Code
from ...model.identity import new_guid
from .layout import told

__all__ = ["below", "tree"]


def tree(codes: Iterable[Code]) -> list[dict[str, Any]]:
    """The codes as entries, each with those below it."""
    entries: dict[str | None, list[dict[str, Any]]] = {}
    made = []
    for code in sorted(codes, key=lambda one: (one.position, one.guid)):
        values = told(code)
        guid, name = values.pop("guid"), values.pop("name")
        values.pop("parent", None)
        entry = {"name": name, "guid": guid, **values}
        made.append((guid, entry))
        entries.setdefault(code.parent, []).append(entry)
    for guid, entry in made:
        if guid in entries:
            entry["children"] = entries[guid]
    return entries.get(None, [])


def below(
    entries: object,
) -> Iterator[tuple[dict[str, Any], str | None]]:
    """Each entry with the GUID of the one above it, which comes first."""
    waiting: list[tuple[object, str | None]] = [(entries, None)]
    while waiting:
        among, above = waiting.pop()
        for entry in among if isinstance(among, list) else []:
            if isinstance(entry, dict):
                # One that somebody wrote by hand has none.
                entry["guid"] = str(entry.get("guid") or new_guid())
                yield entry, above
                waiting.append((entry.get("children"), entry["guid"]))
