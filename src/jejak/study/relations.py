"""Relations between codes and between cases as a notebook sees them."""

from __future__ import annotations

from ..model.table import Column
from ..services.relations import Relations
from .tabular import Tabular

__all__ = ["RelationTable"]


class RelationTable(Relations, Tabular):
    """The relations between codes and between cases of a study."""

    def _columns(self) -> list[Column]:
        cards = self.cards()
        return [
            Column("guid", "text", [one.relation.guid for one in cards]),
            Column("origin", "text", [one.origin.label for one in cards]),
            Column("type", "text", [one.relation.type for one in cards]),
            Column("target", "text", [one.target.label for one in cards]),
            Column("memo", "text", [one.relation.memo for one in cards]),
        ]
