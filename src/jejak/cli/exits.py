"""The one table from kinds of errors to exit codes."""

from __future__ import annotations

from ..errors import (
    Conflict,
    InvalidInput,
    JejakError,
    MissingExtra,
    NotAllowed,
    NotFound,
    StoreFailure,
    UnreadableSource,
)

__all__ = ["EXITS", "exit_code"]

EXITS: dict[type[JejakError], int] = {
    InvalidInput: 2,
    NotFound: 3,
    Conflict: 4,
    NotAllowed: 5,
    UnreadableSource: 6,
    StoreFailure: 7,
    MissingExtra: 8,
}


def exit_code(error: JejakError) -> int:
    """The exit code of an error; 1 for a kind that is not in the table."""
    return next((code for kind, code in EXITS.items() if isinstance(error, kind)), 1)
