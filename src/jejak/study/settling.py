"""Disagreements as a notebook sees them: those that are open, and those that were settled."""

from __future__ import annotations

from collections.abc import Sequence

from ..i18n import translate
from ..model.table import Column
from ..services.settled import Disagreement, Disagreements, Had, SettledCard
from .tabular import Tabular

__all__ = ["OpenTable", "SettledTable"]


class OpenTable(Tabular):
    """A row for each open disagreement; :attr:`found` is all of the answer. Its items are what
    :meth:`.Agreements.settle` takes."""

    def __init__(self, found: Disagreements) -> None:
        self.found = found

    def __len__(self) -> int:
        return len(self.found.found)

    def __getitem__(self, place: int) -> Disagreement:
        return self.found.found[place]

    def _columns(self) -> list[Column]:
        rows = self.found.found
        return [
            Column("key", "text", [one.key for one in rows]),
            Column("source", "text", [one.source_name for one in rows]),
            Column("start", "whole", [one.start for one in rows]),
            Column("end", "whole", [one.end for one in rows]),
            Column("code", "text", [one.code_name for one in rows]),
            Column("had", "texts", [_had(one.had) for one in rows]),
            Column("apart", "number", [one.apart for one in rows]),
            Column("text", "text", [one.text for one in rows]),
        ]


class SettledTable(Tabular):
    """A row for each settled disagreement, the latest first."""

    def __init__(self, cards: Sequence[SettledCard], language: str) -> None:
        self._cards = cards
        self._language = language

    def __len__(self) -> int:
        return len(self._cards)

    def _columns(self) -> list[Column]:
        rows = self._cards
        return [
            Column("source", "text", [one.source_name for one in rows]),
            Column("start", "whole", [one.start for one in rows]),
            Column("end", "whole", [one.end for one in rows]),
            Column("code", "text", [one.code for one in rows]),
            Column("decision", "text", [translate(one.told(), self._language) for one in rows]),
            Column("reason", "text", [one.record.reason for one in rows]),
            Column("user", "text", [one.names[one.record.user] for one in rows]),
            Column("created", "text", [one.record.created.isoformat() for one in rows]),
            Column("had", "texts", [_had(one.had) for one in rows]),
            Column("text", "text", [one.text for one in rows]),
        ]


def _had(many: Sequence[Had]) -> list[str]:
    return [f"{one.name}: {', '.join(f'{a}–{b}' for a, b in one.stretches) or '–'}" for one in many]
