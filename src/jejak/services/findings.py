"""Findings: conclusions, what speaks for and against them, and how they were tested."""

from __future__ import annotations

from ..store import Store

__all__ = ["Findings"]


class Findings:
    """The findings of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
