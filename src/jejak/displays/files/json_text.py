"""A display as JSON: what the HTTP interface gives."""

from __future__ import annotations

import json

from ...model.shape import Matrix
from ..plain import plain_matrix

__all__ = ["as_json"]


def as_json(matrix: Matrix, language: str) -> bytes:
    """Everything a display holds, its chart included, in UTF-8."""
    text = json.dumps(plain_matrix(matrix, language), ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()
