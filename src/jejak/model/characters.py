"""Characters that no file of text or XML can hold: lone surrogates, controls, non-characters."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["fit", "fit_all"]

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """The text with ``�`` in the place of each such character."""
    return _UNFIT.sub("�", text)


def fit_all(value: Any) -> Any:
    """A value of lists, mappings and texts with every text in it :func:`fit`."""
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, list | tuple):
        return [fit_all(part) for part in value]
    if isinstance(value, dict):
        return {name: fit_all(part) for name, part in value.items()}
    return value
