"""Protection: what participants were promised, kept."""

from __future__ import annotations

from ..store import Store

__all__ = ["Protection"]


class Protection:
    """The protection of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
