"""Rounds as a notebook sees them: a row for each agreement that a round came to."""

from __future__ import annotations

from ..services.rounds import Rounds
from ..services.rounds_told import round_columns
from .tabular import Column, Tabular

__all__ = ["RoundTable"]


class RoundTable(Rounds, Tabular):
    """The rounds of a study, in the order in which they were opened."""

    def __len__(self) -> int:
        return len(self.cards())

    def _columns(self) -> list[Column]:
        return round_columns(self.cards())
