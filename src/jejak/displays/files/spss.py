"""A display as a data file of SPSS, which PSPP, R, Stata and jamovi read too."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from ...errors import MissingExtra
from ...i18n import translate
from ...model.shape import Matrix
from .variables import variables_of

__all__ = ["as_sav"]

_LONGEST_LABEL = 250
_LONGEST_TEXT = 32_000


def as_sav(matrix: Matrix, language: str) -> bytes:
    """Units as rows, variables with their labels; cells without a number are missing values, each kind
    with its own. Raises :class:`MissingExtra`."""
    try:
        import polars as pl
        import pyreadstat
    except ImportError:
        raise MissingExtra("statistics", "Writing data files of SPSS") from None
    variables = variables_of(matrix, language)
    columns: dict[str, Any] = {}
    for one in variables:
        if one.is_text or not one.values:
            columns[one.name] = pl.Series(
                [_cut(str(v), _LONGEST_TEXT) for v in one.values], dtype=pl.String
            )
        else:
            columns[one.name] = pl.Series([float(v) for v in one.values], dtype=pl.Float64)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "display.sav"
        pyreadstat.write_sav(
            pl.DataFrame(columns), path,
            file_label=_cut(translate(matrix.caption.title, language), 60),
            column_labels={one.name: _cut(one.label, _LONGEST_LABEL) for one in variables},
            variable_value_labels={
                one.name: {float(value): _cut(text, 110) for value, text in one.labels.items()}
                for one in variables
                if one.labels
            },
            missing_ranges={one.name: [float(v) for v in one.missing] for one in variables if one.missing},
            variable_measure={one.name: "nominal" if one.is_text else "scale" for one in variables},
            variable_format={one.name: "F8.0" for one in variables if one.values and one.whole},
        )  # fmt: skip
        return path.read_bytes()


def _cut(text: str, most: int) -> str:
    """So much of a text as has that many bytes, and no half of a sign."""
    return text.encode()[:most].decode("utf-8", "ignore")
