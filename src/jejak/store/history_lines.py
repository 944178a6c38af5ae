"""The history as lines: every change as values that JSON holds, and back."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from ..errors import JejakError
from ..i18n import translate
from ..model.codec import guid_bytes, guid_text
from ..model.identity import from_millis, moment_of, moment_text, to_millis
from . import history
from .rows import Rows
from .schema import TABLES, tables

__all__ = ["change_of", "former_contents", "history_lines"]

_BYTES = ("args", "payload", "salt")


def history_lines(rows: Rows) -> Iterator[dict[str, object]]:
    """Every change from the first on: who did what when and to how many, in words, then what the study
    keeps of it, bytes as base64. A line stays as it is, whatever is done later, unless words are taken
    out of it."""
    query = select(tables.change).order_by(tables.change.c.seq)
    for row in rows.conn.execute(query, execution_options={"yield_per": 100}).mappings():
        yield _line(dict(row))


def _line(row: Mapping[str, Any]) -> dict[str, object]:
    verb = history.message_of(row["verb"], row["args"])
    line: dict[str, object] = {
        "seq": row["seq"],
        "time": moment_text(from_millis(row["time"])),
        "user": guid_text(row["user"]),
        "did": translate(verb, "en"),
        "touched": json.loads(row["touched"]),
        "verb": row["verb"],
    }
    for name in ("undoes", "redoes"):
        if row[name] is not None:
            line[name] = row[name]
    line |= {name: base64.b64encode(row[name]).decode() for name in _BYTES}
    if row["blanked"]:
        line["blanked"] = True
        line["payload_digest"] = row["payload_digest"].hex()
    return {**line, "digest": row["digest"].hex()}


def change_of(line: Mapping[str, Any]) -> dict[str, Any] | None:
    """The row that such a line tells of; ``None`` where it tells of none."""
    try:
        row = {
            "seq": int(line["seq"]),
            "time": to_millis(moment_of(line["time"])),
            "user": guid_bytes(line["user"]),
            "verb": str(line["verb"]),
            "touched": json.dumps(dict(line["touched"]), sort_keys=True),
            "undoes": _number(line.get("undoes")),
            "redoes": _number(line.get("redoes")),
            **{name: base64.b64decode(line[name], validate=True) for name in _BYTES},
            "blanked": line.get("blanked") is True,
            "undone": False,
            "digest": bytes.fromhex(line["digest"]),
        }
        kept = line.get("payload_digest")
        row["payload_digest"] = bytes.fromhex(kept) if kept else history.own_digest(row)
    except (KeyError, TypeError, AttributeError, ValueError, binascii.Error, JejakError):
        return None
    return row


def _number(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError


def former_contents(conn: Connection) -> tuple[list[str], list[str]]:
    """The digests of the texts and of the original files that are kept and that no source has now."""
    return _unused(conn, "text"), _unused(conn, "original")


def _unused(conn: Connection, name: str) -> list[str]:
    kept, used = getattr(tables, name).c.digest, TABLES["source"].c[name]
    query = select(kept).where(kept.not_in(select(used).where(used.is_not(None)))).order_by(kept)
    return [digest.hex() for digest in conn.execute(query).scalars()]
