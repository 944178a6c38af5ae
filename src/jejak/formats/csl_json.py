"""Literature in CSL-JSON, as Zotero and citation programs write it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import UnreadableSource
from ..model import say
from .decoding import decode
from .reference_format import (
    NOTHING_TOLD,
    BrokenEntry,
    Csl,
    ReferenceFormat,
    ReferenceReading,
    broken,
)

__all__ = ["FORMAT", "well_formed"]


def read(data: bytes) -> ReferenceReading:
    """The works of a file: a list of them, or one."""
    text, _, _ = decode(data)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableSource("corrupt", f"The file is no JSON: {error}.") from None
    entries = found.get("items", [found]) if isinstance(found, dict) else found
    if not isinstance(entries, list) or not entries:
        raise UnreadableSource("no-references", "The file holds no works in CSL-JSON.")
    works, problems = [], []
    for number, entry in enumerate(entries, 1):
        try:
            works.append(well_formed(entry))
        except BrokenEntry as error:
            problems.append(broken(error, _line(text, number)))
    return ReferenceReading("csl", tuple(works), tuple(problems))


def _line(text: str, number: int) -> int:
    """The line on which the entry of that number begins."""
    depth, seen = 0, 0
    decoder = json.JSONDecoder()
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == '"':
            at = decoder.raw_decode(text, at)[1]
            continue
        if sign == "{":
            depth += 1
            seen += depth == 1
        depth -= sign == "}"
        if seen == number:
            break
        at += 1
    return text.count("\n", 0, at) + 1


def well_formed(entry: object) -> Csl:
    """The entry, where it is one that can be kept. Raises :class:`BrokenEntry`."""
    if not isinstance(entry, dict):
        raise BrokenEntry(say("it is no object"))
    if not str(entry.get("title") or "").strip() and not entry.get("author"):
        raise BrokenEntry(NOTHING_TOLD)
    for field in ("author", "editor", "translator"):
        names = entry.get(field, [])
        if not isinstance(names, list) or not all(isinstance(name, dict) for name in names):
            raise BrokenEntry(say("“{field}” is no list of names", field=field))
    if not isinstance(entry.get("issued", {}), dict):
        raise BrokenEntry(say("“{field}” is no date", field="issued"))
    return {**_plain(entry), "id": str(entry.get("id") or "")}


def _plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in entry.items() if value not in (None, "", [], {})}


def write(works: Sequence[Csl]) -> bytes:
    """Works as a list in CSL-JSON, in their order."""
    return (
        json.dumps([dict(work) for work in works], ensure_ascii=False, indent=2) + "\n"
    ).encode()


FORMAT = ReferenceFormat("csl", (".json",), read, write)
