"""Reports: the study told from its questions to its limits."""

from __future__ import annotations

from ..store import Store

__all__ = ["Reports"]


class Reports:
    """The reports of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
