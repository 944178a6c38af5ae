"""The names that a query can ask for beside those in the columns of a study."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Set
from ..model.identity import name_key
from ..store import Rows

__all__ = ["QueryNames"]


class QueryNames:
    """Sets and findings of one view of a study."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def sets(self) -> Iterator[tuple[str, str]]:
        """The sets by name, each with what it is a set of."""
        found = sorted(self._rows.all(Set), key=lambda one: name_key(one.name))
        return ((one.name, one.of) for one in found)

    def findings(self) -> Iterator[tuple[str, str]]:
        """The findings: label and statement."""
        return ((one.label, one.statement) for one in self._rows.all(Finding))
