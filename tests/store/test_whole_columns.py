from __future__ import annotations

import numpy as np
import pytest
from sqlalchemy import create_engine

from jejak.errors import StoreFailure
from jejak.model.codec import guid_text
from jejak.store.whole_columns import whole_columns

ROWS = [
    (1, -5, None, 'G: ’\x1f"', b"\xff" * 16),
    (2, 2**62, 70.5, None, b"\x00" * 15 + b"\x01"),
    (3, 0, 0.0, "漢 😀", b"\x01" + b"\x00" * 15),
]
COLUMNS = (
    ("id", "i"), ("whole", "i"), ("real", "f"), ("said", "t"), ("guid", "g"), ("guid", "u"),
    ("guid", "d"),
)  # fmt: skip


def read(rows: list[tuple[object, ...]], where: str = "1") -> list[list[object]]:
    with create_engine("sqlite://").connect() as conn:
        conn.exec_driver_sql("CREATE TABLE t (id, whole, real, said, guid)")
        for row in rows:
            conn.exec_driver_sql("INSERT INTO t VALUES (?, ?, ?, ?, ?)", row)
        found = whole_columns(conn, COLUMNS, f"t WHERE {where}")
        return [list(column) for column in found]


def test_columns_are_read_as_they_are() -> None:
    whole, big, real, said, guid, text, digest = read(ROWS)
    assert (whole, big) == ([1, 2, 3], [-5, 2**62, 0])
    assert np.isnan(real[0])
    assert real[1:] == [70.5, 0.0]
    assert said == [row[3] for row in ROWS]
    assert [tuple(halves) for halves in guid] == [(-1, -1), (0, 1), (2**56, 0)]
    assert text == [guid_text(row[4]) for row in ROWS]
    assert digest == [row[4].hex() for row in ROWS]


def test_nothing_there_is_no_rows() -> None:
    assert [len(column) for column in read([])] == [0] * 7
    assert [len(column) for column in read(ROWS, "id > 9")] == [0] * 7


def test_a_missing_number_shifts_nothing_and_is_told() -> None:
    with pytest.raises(StoreFailure, match="whole"):
        read([*ROWS, (4, None, 1.0, "x", b"\x00" * 16)])
    with pytest.raises(StoreFailure, match="guid"):
        read([*ROWS, (4, 1, 1.0, "x", None)])
