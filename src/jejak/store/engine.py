"""Opening a study file: the one place where it happens, and where encryption will sit."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, cast

from sqlalchemy import Connection, Engine, create_engine, create_mock_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool, StaticPool

from ..errors import Conflict, InvalidInput, JejakError, NotFound, StoreFailure
from .migrations import lend_tables, migrate
from .schema import APPLICATION_ID, SCHEMA_VERSION, metadata
from .search import create_indexes

__all__ = ["at_once", "connect", "guarded", "initialise", "scrub", "unmake"]

_WAIT_MS = 60_000
# How long to wait for other readers before old pages stay beside the file.
_PATIENCE_MS = 2_000


def connect(
    path: Path | None, *, create: bool, read_only: bool = False, still: bool = False
) -> Engine:
    """An engine on the study at ``path`` (``None``: in memory, for a moment of its history).

    A ``still`` one that is read only is a file that nobody writes: nothing is laid beside it.

    Raises :class:`NotFound`, :class:`Conflict` (``create`` where something is) and
    :class:`StoreFailure` (not a study, truncated, from a newer version).
    """
    if path is not None:
        _look(path, create=create)
    engine = _engine(path, read_only=read_only, still=still)
    if path is None:
        return engine
    try:
        with guarded(path), engine.begin() as conn:
            if create:
                initialise(conn)
            else:
                _examine(conn, path)
                if read_only:
                    _lend(engine, conn)
                else:
                    migrate(conn)
    except JejakError:
        engine.dispose()
        if create:
            unmake(path)
        raise
    return engine


def _lend(engine: Engine, conn: Connection) -> None:
    """Give this connection, and all that come, the tables that an older study lacks."""
    statements = lend_tables(conn)

    def lend(connection: sqlite3.Connection, _record: object) -> None:
        for statement in statements:
            connection.execute(statement)

    if statements:
        event.listen(engine, "connect", lend)
        lend(cast(sqlite3.Connection, conn.connection.driver_connection), None)


def initialise(conn: Connection) -> None:
    """Make an empty study in an empty database."""
    for statement in _tables():
        conn.exec_driver_sql(statement)
    create_indexes(conn)
    conn.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


@cache
def _tables() -> tuple[str, ...]:
    """What makes the tables, put into words once."""
    said: list[str] = []

    def say(statement: Any, *_: object) -> None:
        said.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("sqlite://", say)
    metadata.create_all(engine, checkfirst=False)
    return tuple(said)


def unmake(path: Path) -> None:
    """Take away a study that could not begin, with what lies beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _look(path: Path, *, create: bool) -> None:
    if create and path.exists():
        raise Conflict("study-exists", f"There is already a file {path}.", "Nothing was changed.")
    if create and not path.parent.is_dir():
        raise NotFound("no-such-folder", f"There is no folder {path.parent}.")
    if create:
        return
    if not path.is_file():
        raise NotFound("no-such-study", f"There is no study at {path}.")
    with _readable(path) as file:
        head = file.read(72)
    # What is not a study is not opened at all: opening alone would change another's database. Of a
    # study that was never closed the number may still stand in the log beside it.
    log = path.with_name(f"{path.name}-wal")
    named = int.from_bytes(head[68:72], "big") == APPLICATION_ID or log.exists()
    if head[:16] != b"SQLite format 3\0" or not named:
        raise StoreFailure("not-a-study", f"{path} is not a Jejak study.", "It was not touched.")


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise StoreFailure(
            "study-unreadable", f"{path} cannot be read: {error.strerror}."
        ) from None


def _engine(path: Path | None, *, read_only: bool, still: bool) -> Engine:
    if path is None:
        engine = create_engine(
            "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
    else:
        mode = "ro" if read_only else "rwc"
        uri = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if still else ''}"
        engine = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(
                uri, uri=True, timeout=_WAIT_MS / 1000, check_same_thread=False
            ),
            poolclass=QueuePool,
            pool_size=8,
            max_overflow=32,
        )
    event.listen(engine, "connect", _prepare if not read_only else _prepare_read_only)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own transactions begin too late (at the first write) to be of use here.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {_WAIT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "trusted_schema = OFF",
        "cache_size = -32768",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_read_only(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")


def _begin(conn: Connection) -> None:
    mode = conn.get_execution_options().get("begin", "DEFERRED")
    conn.exec_driver_sql(f"BEGIN {mode}")


def _examine(conn: Connection, path: Path) -> None:
    application = conn.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = conn.exec_driver_sql("PRAGMA user_version").scalar_one()
    if application != APPLICATION_ID:
        raise StoreFailure("not-a-study", f"{path} is not a Jejak study.", "It was not touched.")
    if version > SCHEMA_VERSION:
        raise StoreFailure(
            "newer-study",
            f"{path} was written by a newer Jejak (form {version}, this one knows {SCHEMA_VERSION}).",
            "It was not touched. Install the newest Jejak to open it.",
        )


@contextlib.contextmanager
def guarded(path: Path | None) -> Iterator[None]:
    """Turns what SQLite says of a broken, locked or full file into words for people."""
    name = str(path or "the study")
    try:
        yield
    except OperationalError as error:
        raise _failure(str(error.orig), name) from error
    except DatabaseError as error:
        if isinstance(error.orig, sqlite3.IntegrityError):
            raise
        raise _failure(str(error.orig), name) from error
    except sqlite3.DatabaseError as error:
        raise _failure(str(error), name) from error
    except UnicodeEncodeError as error:
        raise InvalidInput(
            "half-character",
            "A text holds half of a character (a lone surrogate), which no file can hold.",
            "Nothing was changed. Write the character anew.",
        ) from error


@contextlib.contextmanager
def at_once(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes now or not at all: whoever else writes is not waited for."""
    with engine.connect().execution_options(begin="IMMEDIATE") as conn:
        driver = cast(sqlite3.Connection, conn.connection.driver_connection)
        driver.execute("PRAGMA busy_timeout = 0")
        try:
            with conn.begin():
                yield conn
        finally:
            driver.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")


def scrub(engine: Engine) -> bool:
    """Write the file anew without anything that was deleted from it, in a moment without a change.

    Whether that is done: another program that reads the study now keeps old pages in the file beside
    it until it, too, has closed the study.
    """
    pooled = engine.raw_connection()
    try:
        driver = cast(sqlite3.Connection, pooled.driver_connection)
        driver.execute("VACUUM")
        driver.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        driver.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    finally:
        pooled.close()
    return not busy


_FAILURES = (
    ("locked", "study-locked", "{} is being written by another program.",
     "Nothing was changed. Try again in a moment."),
    ("disk is full", "disk-full", "The disk is full: {} could not be written.",
     "Nothing was changed. Free some space and do it again."),
    ("disk I/O", "disk-error", "The disk failed while {} was read or written.",
     "The last complete change is kept."),
    ("readonly", "read-only", "{} may only be read here.", "Nothing was changed."),
    ("unable to open", "study-unreadable", "{} cannot be opened.", "Check its rights and folder."),
    ("not a database", "not-a-study", "{} is not a Jejak study.", "It was not touched."),
    ("malformed", "study-damaged", "{} is damaged or was cut short.",
     "It was not touched. Restore a copy, or try: jejak verify"),
)  # fmt: skip


def _failure(words: str, name: str) -> StoreFailure:
    for sign, code, message, hint in _FAILURES:
        if sign in words:
            return StoreFailure(code, message.format(name), hint)
    return StoreFailure("study-failed", f"{name} could not be read or written: {words}.")
