"""Displays: matrices and charts computed from the codings, and the ones that were saved."""

from __future__ import annotations

from ..store import Store

__all__ = ["Displays"]


class Displays:
    """The displays of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
