"""Evidence as columns, with where its words stand: what the checks of many findings compute on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from ..model.codec import guid_bytes
from .whole_columns import whole_columns

__all__ = ["WeighedColumns", "load_weighed"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

# More findings than this are not named one by one: all evidence is read then.
_NAMED = 400
_BATCH = 500
_EVIDENCE = (
    ("e.guid", "u"),
    ("e.finding_id", "i"),
    ("e.user_id", "i"),
    ("e.target_kind", "t"),
    ("e.target", "u"),
    ("e.stance", "t"),
    ("e.weight", "f"),
)
_SEGMENT = (
    ("g.guid", "u"),
    ("g.source_id", "i"),
    ("g.start", "i"),
    ('g."end"', "i"),
    ("g.lost IS NOT NULL", "i"),
    ("g.anchor IN ('text', 'page', 'cell')", "i"),
)
_NAME = (("n.id", "i"), ("n.guid", "u"))


@dataclass(frozen=True, slots=True)
class WeighedColumns:
    """Evidence, a row a piece, in no order.

    ``finding``, ``user`` and ``source`` index the GUIDs beside them (``source`` is -1 for what is no
    segment); ``weight`` is NaN where nobody gave one. Of a segment there are ``start`` and ``end``,
    whether its words are ``lost``, and whether they are ``words`` at all, not a picture or a stretch of
    time.
    """

    guid: list[str]
    findings: list[str]
    finding: Ints
    users: list[str]
    user: Ints
    kind: list[str]
    target: list[str]
    stance: list[str]
    weight: NDArray[np.float64]
    sources: list[str]
    source: Ints
    start: Ints
    end: Ints
    lost: Bools
    words: Bools

    def __len__(self) -> int:
        return len(self.guid)


def load_weighed(conn: Connection, findings: Sequence[str]) -> WeighedColumns:
    """The evidence of findings (GUIDs), and that of others as well where many are asked for."""
    where, values = "", [guid_bytes(one) for one in findings]
    if len(values) > _NAMED:
        values = []
    else:
        marks = ", ".join("?" * len(values))
        where = f" WHERE e.finding_id IN (SELECT id FROM finding WHERE guid IN ({marks}))"
    guid, finding, user, kind, target, stance, weight = whole_columns(
        conn, _EVIDENCE, f"evidence e{where}", values
    )
    # The same few words again and again are compared and counted quicker as the very same.
    kind, stance = list(map(intern, kind)), list(map(intern, stance))
    whose = f" WHERE g.guid IN (SELECT e.target FROM evidence e{where})" if where else ""
    findings, of_finding = _indexed(conn, "finding", finding)
    users, by_user = _indexed(conn, "user", user)
    sources, source, start, end, lost, words = _places(conn, target, f"segment g{whose}", values)
    return WeighedColumns(
        guid, findings, of_finding, users, by_user, kind, target, stance, weight,
        sources, source, start, end, lost, words,
    )  # fmt: skip


def _places(
    conn: Connection, target: list[str], of: str, values: Sequence[bytes]
) -> tuple[list[str], Ints, Ints, Ints, Bools, Bools]:
    """The fields of :class:`WeighedColumns` from ``sources`` on, for each target."""
    guid, keys, *columns = whole_columns(conn, _SEGMENT, of, values)
    sources, source = _indexed(conn, "source", keys)
    row = dict(zip(guid, range(len(guid)), strict=True))
    at = np.array([row.get(one, -1) for one in target], np.int64)
    # The last row is that of what is no segment.
    start, end, lost, words = (np.append(column, 0)[at] for column in columns)
    source = np.append(source, -1)[at]
    return sources, source, start, end, lost.astype(np.bool_), words.astype(np.bool_)


def _indexed(conn: Connection, kind: str, keys: Ints) -> tuple[list[str], Ints]:
    """The GUIDs of the different entities of a kind, and which of them each internal key is."""
    wanted, index = np.unique(keys, return_inverse=True)
    names: dict[int, str] = {}
    for at in range(0, len(wanted), _BATCH):
        part = wanted[at : at + _BATCH].tolist()
        marks = ", ".join("?" * len(part))
        found, guids = whole_columns(conn, _NAME, f'"{kind}" n WHERE n.id IN ({marks})', part)
        names.update(zip(found.tolist(), guids, strict=True))
    return [names[key] for key in wanted.tolist()], index.astype(np.int64)
