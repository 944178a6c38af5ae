"""Columns as a frame, and as the columnar file that frames are kept in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra
from ..model.table import Column

if TYPE_CHECKING:
    import polars as pl

__all__ = ["as_parquet", "frame_of"]


def frame_of(columns: Sequence[Column]) -> pl.DataFrame:
    """The columns as a polars frame. Raises :class:`MissingExtra` (``frames``)."""
    try:
        import polars as pl
    except ImportError:
        raise MissingExtra("frames", "A frame") from None
    types = _types(pl)
    return pl.DataFrame(
        [pl.Series(column.name, column.values, dtype=types[column.type]) for column in columns]
    )


def as_parquet(columns: Sequence[Column]) -> bytes:
    """The columns as a Parquet file, each of its type. Raises as :func:`frame_of`."""
    stream = io.BytesIO()
    frame_of(columns).write_parquet(stream)
    return stream.getvalue()


def _types(pl: Any) -> dict[str, Any]:
    return {
        "text": pl.String,
        "texts": pl.List(pl.String),
        "whole": pl.Int64,
        "number": pl.Float64,
        "date": pl.Date,
        "time": pl.Time,
        "moment": pl.Datetime("ms", "UTC"),
        "boolean": pl.Boolean,
    }
