"""Arrays of numbers kept in a study file: each as narrow as its values allow, with a digest of all
that is said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete

from .schema import tables

__all__ = ["Arrays", "keep_arrays", "kept_at", "read_arrays"]

Arrays = dict[str, NDArray[Any]]

# How a body may be read: whole numbers from ``least`` on, by their bytes, and numbers as they are.
_NARROW = tuple(np.dtype(name) for name in ("<u1", "<u2", "<u4"))
_AS_THEY_ARE = tuple(np.dtype(name) for name in ("<i8", "<f4"))
_TYPES = {dtype.str: dtype for dtype in (*_NARROW, *_AS_THEY_ARE)}
_HEADS = "SELECT DISTINCT form, seq, rests FROM kept_column"
_ALL = "SELECT name, type, least, digest, body FROM kept_column"
_INSERT = """
INSERT INTO kept_column (name, form, seq, rests, type, least, digest, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def keep_arrays(conn: Connection, form: str, seq: int, rests: bytes, arrays: Arrays) -> None:
    """Keep these arrays and no others, true at change ``seq``, whose digest is ``rests``."""
    conn.execute(delete(tables.kept_column))
    driver = conn.connection.driver_connection
    assert driver is not None
    driver.executemany(_INSERT, _rows(form, seq, rests, arrays))


def _rows(form: str, seq: int, rests: bytes, arrays: Arrays) -> Iterator[tuple[Any, ...]]:
    for name, array in arrays.items():
        narrow, least = _narrowed(array)
        body = narrow.tobytes()
        about = (name, form, seq, rests, narrow.dtype.str, least)
        yield (*about, _digest(about, body), body)


def _narrowed(array: NDArray[Any]) -> tuple[NDArray[Any], int]:
    if array.dtype.kind == "f":
        return array.astype("<f4"), 0
    least, most = (int(array.min()), int(array.max())) if len(array) else (0, 0)
    for dtype in _NARROW:
        if most - least <= np.iinfo(dtype).max:
            return (array.astype(np.int64) - least).astype(dtype), least
    return array.astype("<i8"), 0


def _digest(about: tuple[Any, ...], body: bytes) -> bytes:
    found = hashlib.sha256(repr(about).encode())
    found.update(body)
    return found.digest()


def kept_at(conn: Connection) -> tuple[str, int, bytes] | None:
    """The form of the arrays that are kept, the change they were true at, and its digest."""
    heads = conn.exec_driver_sql(_HEADS).all()
    return (heads[0].form, heads[0].seq, heads[0].rests) if len(heads) == 1 else None


def read_arrays(
    conn: Connection, at: tuple[str, int, bytes], wanted: Mapping[str, Any]
) -> Arrays | None:
    """The arrays kept ``at`` a change, each as the type that is wanted; ``None`` where one is not
    there or not what it was when it was kept."""
    driver = conn.connection.driver_connection
    assert driver is not None
    found: Arrays = {}
    for name, told, least, digest, body in driver.execute(_ALL):
        dtype = _TYPES.get(told)
        if name not in wanted or dtype is None or _digest((name, *at, told, least), body) != digest:
            return None
        found[name] = np.frombuffer(body, dtype).astype(wanted[name])
        if least:
            found[name] += least
    return found if len(found) == len(wanted) else None
