"""Whether a study is whole: its file, its texts and files, its segments, and its chain of changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from ..errors import InvalidInput
from ..model import Problem, say
from ..model.when import exact_when
from . import history
from .schema import tables
from .texts import digest_of, load_text

__all__ = ["examine"]


def examine(conn: Connection) -> list[Problem]:
    """Everything that is wrong with a study; an empty list where nothing is."""
    # Columns can be made of the rows of a study that is whole.
    return _of_rows(conn) or list(_kept(conn))


def _of_rows(conn: Connection) -> list[Problem]:
    return [
        *_file(conn),
        *_segments(conn),
        *_codes(conn),
        *_dates(conn),
        *_arrows(conn),
        *_texts(conn),
        *_originals(conn),
        *_chain(conn),
    ]


def _file(conn: Connection) -> Iterator[Problem]:
    for (words,) in conn.exec_driver_sql("PRAGMA quick_check(20)"):
        if words != "ok":
            yield Problem("file", say("The file is damaged: {words}.", words=words))
    for row in conn.exec_driver_sql("PRAGMA foreign_key_check"):
        message = say("A {kind} refers to a {other} that is not there.", kind=row[0], other=row[2])
        yield Problem("reference", message, f"{row[0]} {row[1]}")


def _segments(conn: Connection) -> Iterator[Problem]:
    query = text(
        "SELECT g.id, s.name FROM segment g JOIN source s ON s.id = g.source_id "
        "WHERE g.anchor IN ('text', 'page', 'cell') AND g.lost IS NULL "
        # What is selected of a page may have no words.
        "AND NOT (g.anchor = 'page' AND g.start = g.\"end\" AND g.region <> '{}') "
        'AND (g.start < 0 OR g."end" > s.length OR g.start >= g."end")'
    )
    for key, name in conn.execute(query):
        message = say("A segment lies outside its source “{source}”.", source=name)
        yield Problem("segment-outside", message, str(key))


def _codes(conn: Connection) -> Iterator[Problem]:
    above = {row.id: row.parent_id for row in conn.execute(text("SELECT id, parent_id FROM code"))}
    for key, parent in above.items():
        seen, step = {key}, parent
        while step is not None and step not in seen:
            seen.add(step)
            step = above.get(step)
        if step is not None:
            yield Problem("circle", say("A code lies below itself."), str(key))


_DATES = (
    ("event", "date"), ("state", "date"), ("rating", "date"), ("feedback", "date"), ("rule", "due"),
)  # fmt: skip


def _dates(conn: Connection) -> Iterator[Problem]:
    for kind, column in _DATES:
        for key, written in conn.execute(text(f'SELECT id, {column} FROM "{kind}"')):
            try:
                exact = exact_when(written)
            except InvalidInput:
                exact = None
            if exact != written:
                message = say("“{date}” is no date in its exact form.", date=written)
                yield Problem("date", message, f"{kind} {key}")


def _arrows(conn: Connection) -> Iterator[Problem]:
    query = text(
        "SELECT e.id FROM edge e JOIN node o ON o.id = e.origin_id JOIN node t ON t.id = e.target_id "
        "WHERE o.display_id != e.display_id OR t.display_id != e.display_id"
    )
    for (key,) in conn.execute(query):
        message = say("An arrow leads into another display than its own.")
        yield Problem("arrow-astray", message, str(key))


def _texts(conn: Connection) -> Iterator[Problem]:
    for row in conn.execute(select(tables.text)).all():
        found = load_text(conn, row.digest.hex())
        if len(found) != row.length or digest_of(found) != row.digest.hex():
            yield Problem("text", say("A text is not what it was when it was added."), str(row.id))


def _originals(conn: Connection) -> Iterator[Problem]:
    piece = tables.original_piece
    for row in conn.execute(select(tables.original)).all():
        total = hashlib.sha256()
        query = select(piece.c.body).where(piece.c.original_id == row.id).order_by(piece.c.number)
        for body in conn.execute(query).scalars():
            total.update(body)
        if total.digest() != row.digest:
            yield Problem(
                "original",
                say("An original file is not what it was when it was added."),
                str(row.id),
            )


def _chain(conn: Connection) -> Iterator[Problem]:
    previous, expected = b"", 1
    for found in conn.execute(select(tables.change).order_by(tables.change.c.seq)).mappings():
        row = dict(found)
        if row["seq"] != expected or not history.follows(row, previous):
            message = say(
                "The history was altered at change {n}, or one before it is missing.", n=row["seq"]
            )
            yield Problem("history", message, str(row["seq"]))
            return
        previous, expected = row["digest"], row["seq"] + 1


def _kept(conn: Connection) -> Iterator[Problem]:
    if not conn.execute(select(func.count()).select_from(tables.kept_column)).scalar_one():
        return
    # Columns want NumPy.
    from .columns import kept_astray

    if kept_astray(conn):
        message = say("The columns that are kept of the study are not what its rows say.")
        yield Problem("kept-columns", message, "kept_column")
