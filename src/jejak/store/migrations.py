"""From the form of an older Jejak to this one's: one step a version, all in one transaction."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from .schema import SCHEMA_VERSION

__all__ = ["STEPS", "migrate"]

# STEPS[n] brings a study of form n to form n + 1.
STEPS: dict[int, Callable[[Connection], None]] = {}


def migrate(conn: Connection) -> None:
    """Bring an opened study to the present form; nothing where it has it already."""
    version = conn.exec_driver_sql("PRAGMA user_version").scalar_one()
    while version < SCHEMA_VERSION:
        STEPS[version](conn)
        version += 1
        conn.exec_driver_sql(f"PRAGMA user_version = {version}")
