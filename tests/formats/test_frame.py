from __future__ import annotations

import io
import sys
from datetime import date

import polars as pl
import pytest

from jejak.errors import MissingExtra
from jejak.formats.frame import as_parquet, frame_of
from jejak.model.table import Column

COLUMNS = [
    Column("day", "date", [date(2020, 5, 1), None]),
    Column("codes", "texts", [["ا", "漢"], []]),
    Column("none", "number", [None, None]),
]


def test_a_columnar_file_gives_the_frame_back() -> None:
    assert pl.read_parquet(io.BytesIO(as_parquet(COLUMNS))).equals(frame_of(COLUMNS))
    assert frame_of(COLUMNS).schema["none"] == pl.Float64


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtra, match="frames"):
        as_parquet(COLUMNS)
