"""What the SQLite of this Python can do."""

from __future__ import annotations

import sqlite3

__all__ = ["sqlite_abilities"]


def sqlite_abilities() -> tuple[str, bool]:
    """Its version, and whether it has full-text search (FTS5)."""
    with sqlite3.connect(":memory:") as connection:
        found = connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()
    connection.close()
    return sqlite3.sqlite_version, bool(found[0])
