"""The history as a file of its own: one line a change, whose chain can be followed without the study."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from ..model import Message, Problem, say
from ..model.codec import guid_text
from . import history
from .schema import tables

__all__ = ["check_log", "log_lines"]

_HEADER = ("seq", "time", "user", "verb", "touched", "undoes", "redoes")
_BROKEN = say("The history was altered at line {n}, or one before it is missing.")


def log_lines(conn: Connection, tell: Callable[[Message], str]) -> Iterator[dict[str, Any]]:
    """Each change with all that its link of the chain is made of but its words, of which there is the
    digest alone; ``tell`` puts into words what was asked (it is no part of the chain)."""
    table = tables.change
    told = {entry.seq: tell(entry.verb) for entry in history.entries(conn)}
    columns = [column for column in table.c if column.name not in {"args", "payload", "salt"}]
    for row in conn.execute(select(*columns).order_by(table.c.seq)):
        yield {
            "seq": row.seq, "time": row.time, "user": guid_text(row.user), "verb": row.verb,
            "touched": row.touched, "undoes": row.undoes, "redoes": row.redoes,
            "payload_digest": row.payload_digest.hex(), "digest": row.digest.hex(),
            "told": told[row.seq], "undone": row.undone, "blanked": row.blanked,
        }  # fmt: skip


def check_log(lines: Iterable[str | bytes]) -> tuple[int, Problem | None]:
    """How many links of a log's chain hold, and what is wrong with the next one, if anything is."""
    previous, count = b"", 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            digest = _linked(previous, json.loads(line), count + 1)
        except (ValueError, KeyError, TypeError, AttributeError):
            digest = None
        if digest is None:
            return count, Problem("history", Message(_BROKEN.text, {"n": number}), str(number))
        previous, count = digest, count + 1
    return count, None


def _linked(previous: bytes, row: dict[str, Any], expected: int) -> bytes | None:
    header = [row[name] for name in _HEADER]
    header[2] = bytes.fromhex(row["user"].replace("-", ""))
    found = history.chain_digest(previous, header, bytes.fromhex(row["payload_digest"]))
    return found if found.hex() == row["digest"] and row["seq"] == expected else None
