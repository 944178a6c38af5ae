"""Which file of the folder holds what, and names of files that every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from ...model import KINDS, Record
from ...model.codec import spec_of
from ...model.plain import plain_of

__all__ = ["APART", "OWNED", "RECORDS", "FileNames", "line_order", "told"]

# The names at the top of the folder that are the format's own; by the first it is known.
OWNED = (
    "study.yaml", ".gitattributes", "codebook.yaml", "sources", "codings.jsonl", "memos", "cases.csv",
    "findings", "records", "originals", "earlier", "changes.jsonl",
)  # fmt: skip
# Kinds that have a form of their own.
APART = {
    "study", "question", "user", "source", "block", "segment", "code", "coding", "memo", "case", "value",
    "finding",
}  # fmt: skip
_NAMED = {
    "evidence": "evidence", "feedback": "feedback", "prose": "report-prose", "cell": "display-cells",
    "node": "network-nodes", "edge": "network-edges", "snapshot": "display-snapshots",
    "check": "checks", "quality": "circumstances", "search": "searches", "rule": "if-then-tests",
    "standing": "case-standings", "contest": "rival-contests", "quantity": "quantities",
    "plausible": "plausible-findings", "step": "explanation-steps", "item": "checklist-items",
    "annotation": "manuscript-passages", "version": "settled-versions", "assignment": "round-assignments",
}  # fmt: skip
# The files in which the rest lies, one kind each.
RECORDS: Mapping[str, str] = {
    kind: f"records/{_NAMED.get(kind, f'{kind}s')}.jsonl" for kind in KINDS if kind not in APART
} | {"value": "records/values.jsonl"}

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?")
# Bytes of a name: with endings, it stays below what any file system takes.
_LONGEST = 120


def told(record: Record) -> dict[str, Any]:
    """The fields of a record in their order, without those that are empty and would be anyway."""
    empty = _empty(record.KIND)
    return {name: value for name, value in plain_of(record).items() if value or name not in empty}


@cache
def _empty(kind: str) -> frozenset[str]:
    """The fields of a kind that are empty where they are not given."""
    names = set()
    for one in fields(KINDS[kind]):
        default = one.default if one.default_factory is MISSING else one.default_factory()
        if default is not MISSING and default is not None and not default:
            names.add(one.name)
    return frozenset(names)


def line_order(record: Record) -> tuple[str, ...]:
    """Where a record stands in its file: beside those that belong to the same, then by GUID."""
    refs = [one for one in spec_of(record.KIND).fields if one.refers and one.refers != "user"]
    return (*(str(getattr(record, one.name) or "") for one in refs), record.guid)


class FileNames:
    """Names for the files of one folder, each given once, however a file system compares them."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, name: str, guid: str) -> str:
        """A name for a thing of that name: the same for the same thing among the same others."""
        found = _safe(name)
        if _key(found) in self._taken:
            found = f"{found}~{guid.replace('-', '')[-12:]}"
        self._taken.add(_key(found))
        return found


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _safe(name: str) -> str:
    shown = "".join(
        "_" if unicodedata.category(sign)[0] in "CZ" and sign != " " else sign
        for sign in unicodedata.normalize("NFC", name)
    )
    shown = _FORBIDDEN.sub("_", shown).strip(" .")
    shown = shown.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    if not shown or _RESERVED.fullmatch(shown):
        shown = f"_{shown}"
    return shown
