"""Databases of other programs, made row by row in tests."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

__all__ = ["Database"]


class Database:
    """An SQLite file that is being made by a schema."""

    def __init__(self, path: Path, schema: str) -> None:
        self.path = path
        self.conn = sqlite3.connect(path)
        self.conn.executescript(schema)

    def put(self, table: str, **values: Any) -> int:
        """Write a row; its number."""
        marks = ", ".join("?" * len(values))
        told = f" ({', '.join(values)}) VALUES ({marks})"
        done = self.conn.execute("INSERT INTO " + table + told, tuple(values.values()))
        return done.lastrowid or 0

    def done(self) -> Path:
        """Close it."""
        self.conn.commit()
        self.conn.close()
        return self.path
