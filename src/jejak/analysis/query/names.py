"""Names in a query, looked up in a study: without regard to case, in NFC, with suggestions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

import numpy as np

from ...errors import Conflict, NotFound
from ...model.corpus import CodeColumns, NamedColumns
from ...model.identity import name_key
from ..spans import Bools

__all__ = ["CodeNames", "coder_mask", "name_mask", "not_found"]

_SUGGESTIONS = 3


def not_found(code: str, sentence: str, name: str, known: Iterable[str]) -> NotFound:
    """The error for a name that nothing answers to; the hint offers the nearest known names."""
    by_key = {name_key(other): other for other in known}
    near = get_close_matches(name_key(name), list(by_key), _SUGGESTIONS, 0.6)
    offered = " or ".join(f"“{by_key[key]}”" for key in near)
    return NotFound(code, f"{sentence}: “{name}”.", f"Did you mean {offered}?" if near else "")


class CodeNames:
    """The codes of a study by what a query may call them: GUID, whole path, end of a path, name."""

    def __init__(self, codes: CodeColumns) -> None:
        self._codes = codes
        self._by_guid = {guid: row for row, guid in enumerate(codes.guid)}
        self._by_path: dict[str, int] = {}
        self._by_tail: defaultdict[str, list[int]] = defaultdict(list)
        for row, path in enumerate(codes.path):
            key = name_key(path)
            self._by_path.setdefault(key, row)
            while key:
                self._by_tail[key].append(row)
                key = key.partition("/")[2]

    def mask(self, name: str, *, below: bool) -> Bools:
        """Which codes ``name`` means, with all below it or alone.

        A whole path goes before the rest. Raises :class:`NotFound` (``unknown-code``), and
        :class:`Conflict` (``ambiguous-code``) where several codes answer to it.
        """
        row = self._row(name)
        mask = np.zeros(len(self._codes.guid), np.bool_)
        mask[row : int(self._codes.last[row]) if below else row + 1] = True
        return mask

    def _row(self, name: str) -> int:
        key, paths = name_key(name), self._codes.path
        row = self._by_guid.get(name, self._by_path.get(key))
        if row is not None:
            return row
        found = self._by_tail.get(key, [])
        if not found:
            known = (*paths, *self._codes.name)
            raise not_found("unknown-code", "There is no such code", name, known)
        if len(found) > 1:
            listed = ", ".join(f"“{paths[row]}”" for row in found[:5])
            raise Conflict(
                "ambiguous-code",
                f"{len(found)} codes are called “{name}”.",
                f"Write one of {listed}.",
            )
        return found[0]


def coder_mask(users: NamedColumns, name: str) -> Bools:
    """Which users have that name, initials or GUID. Raises :class:`NotFound` for none."""
    key = name_key(name)
    initials = users.facets.get("initials", (None,) * len(users.guid))
    mask = np.fromiter(
        (
            name == guid or key == name_key(full) or (bool(short) and key == name_key(short or ""))
            for guid, full, short in zip(users.guid, users.name, initials, strict=True)
        ),
        np.bool_,
        len(users.guid),
    )
    if not mask.any():
        known = (*users.name, *(short for short in initials if short))
        raise not_found("unknown-coder", "There is no such coder", name, known)
    return mask


def name_mask(columns: NamedColumns, names: Iterable[str], what: str) -> Bools:
    """Which cases or sources have one of these names; each must be known (``unknown-case``, …)."""
    keys = np.array([name_key(name) for name in columns.name] or [""], object)[: len(columns.name)]
    mask = np.zeros(len(columns.name), np.bool_)
    for name in names:
        same = keys == name_key(name)
        if not np.any(same):
            raise not_found(f"unknown-{what}", f"There is no such {what}", name, columns.name)
        mask |= same.astype(np.bool_)
    return mask
