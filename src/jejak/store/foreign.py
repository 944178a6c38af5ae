"""Another program's database, looked into without changing it: SQLite, opened as what nobody trusts.

The file is opened so that nothing can be written and nothing is locked. Only its tables are read, row by
row: views, triggers and tables that code stands behind are not touched, and no function of the file's own
schema runs.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from ..errors import NotFound, UnreadableSource

__all__ = ["ForeignFile", "ForeignTables"]

_HEAD = b"SQLite format 3\0"
# The longest text or file in one field; a longer one is no interview.
_LONGEST = 512 * 1024 * 1024
_COLUMNS = 500
_AT_ONCE = 500
# What lies beside a database that was not closed: part of what was written stands there.
_UNFINISHED = ("-wal", "-journal")
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A file or folder of another program (see :class:`jejak.formats.projects.Opened`)."""

    path: Path

    def tables(self, within: str = "") -> ForeignTables:
        """It, or a file ``within`` the folder, as a database.

        Raises :class:`NotFound` where there is none, :class:`UnreadableSource` where it is no database,
        locked with a password, broken, or still open in the program it belongs to.
        """
        return ForeignTables(self.path / within if within else self.path)


class ForeignTables:
    """The tables of one such database; it is opened anew for each question and never kept open."""

    def __init__(self, path: Path) -> None:
        _look(path)
        self._path = path
        with self._opened() as conn, _told(path):
            # Tables that code stands behind (“virtual”) are none that a program keeps its work in.
            found = conn.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
            ).fetchall()
        self._names = tuple(
            name
            for name, sql in found
            if isinstance(name, str)
            and not name.startswith("sqlite_")
            and isinstance(sql, str)
            and sql.upper().split()[:2] == ["CREATE", "TABLE"]
        )

    def names(self) -> Sequence[str]:
        """The tables that there are, in the order they were made."""
        return self._names

    def columns(self, table: str) -> Sequence[str]:
        """The columns of a table; none where there is no such table. Names of tables are compared as
        SQLite does, without regard to case."""
        name = self._called(table)
        if name is None:
            return ()
        with self._opened() as conn, _told(self._path):
            told = conn.execute(f"SELECT * FROM {_quoted(name)} LIMIT 0").description
        return tuple(str(column[0]) for column in told)

    def rows(self, table: str) -> Iterator[Mapping[str, object]]:
        """The rows of a table by column, in the order they are kept; none where there is no such table.

        A text that is no UTF-8 comes as its bytes. Raises :class:`UnreadableSource` (``damaged-table``)
        at the place where a table is broken.
        """
        name = self._called(table)
        if name is None:
            return
        with self._opened() as conn, _told(self._path, name):
            rows = conn.execute(f"SELECT * FROM {_quoted(name)}")
            columns = [str(column[0]) for column in rows.description]
            while some := rows.fetchmany(_AT_ONCE):
                for row in some:
                    yield dict(zip(columns, row, strict=True))

    def _called(self, table: str) -> str | None:
        wanted = table.casefold()
        return next((name for name in self._names if name.casefold() == wanted), None)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with _told(self._path):
            conn = sqlite3.connect(
                f"file:{quote(str(self._path.absolute()))}?mode=ro&immutable=1",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
        try:
            with _told(self._path):
                _distrust(conn)
            yield conn
        finally:
            conn.close()


def _look(path: Path) -> None:
    if not path.is_file():
        raise NotFound("no-such-file", f"There is no file {path}.")
    for ending in _UNFINISHED:
        beside = path.with_name(path.name + ending)
        if beside.is_file() and beside.stat().st_size:
            raise UnreadableSource(
                "still-open",
                f"“{path.name}” is open in another program, or was not closed: “{beside.name}” lies beside it.",
                "Close it there and read it again. It was not touched.",
            )
    with path.open("rb") as file:
        head = file.read(len(_HEAD))
    if head != _HEAD:
        raise UnreadableSource(
            "not-a-database",
            f"“{path.name}” is no SQLite database, or it is locked with a password.",
            "Save a copy without one in the program it belongs to. It was not touched.",
        )


def _distrust(conn: sqlite3.Connection) -> None:
    """Let nothing of the file's own run, and nothing grow without end."""
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "query_only = ON",
    ):
        conn.execute(f"PRAGMA {pragma}")
    for limit, most in (
        (sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST),
        (sqlite3.SQLITE_LIMIT_COLUMN, _COLUMNS),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
        (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0),
    ):
        conn.setlimit(limit, most)
    conn.text_factory = _text
    conn.set_authorizer(_may)


def _may(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _text(raw: bytes) -> str | bytes:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@contextlib.contextmanager
def _told(path: Path, table: str = "") -> Iterator[None]:
    """What the database says of itself as an error of ours."""
    try:
        yield
    except sqlite3.Error as error:
        if table:
            raise UnreadableSource(
                "damaged-table", f"The table “{table}” of “{path.name}” is broken ({error})."
            ) from None
        raise UnreadableSource(
            "corrupt",
            f"“{path.name}” is broken and cannot be read ({error}).",
            "It was not touched.",
        ) from None
