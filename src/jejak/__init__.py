"""Jejak: qualitative research with an unbroken trail from every conclusion to the words under it.

>>> import jejak
>>> with jejak.open("study.jejak", user="Rina") as study:
...     study.sources.add(["interviews/S-01.docx"])
"""

from __future__ import annotations

from typing import Any

from .errors import (
    Conflict,
    InvalidInput,
    JejakError,
    MissingExtra,
    NotAllowed,
    NotFound,
    StoreFailure,
    UnreadableSource,
)

__version__ = "0.1.0"
__all__ = [
    "Conflict",
    "InvalidInput",
    "JejakError",
    "MissingExtra",
    "NotAllowed",
    "NotFound",
    "StoreFailure",
    "Study",
    "UnreadableSource",
    "create",
    "open",
]

_LATE = {"Study": "Study", "open": "open_study", "create": "create_study"}


def __getattr__(name: str) -> Any:
    """What needs more than the standard library is loaded when it is first asked for (PEP 562)."""
    if name in _LATE:
        from . import study

        return getattr(study, _LATE[name])
    raise AttributeError(name)
