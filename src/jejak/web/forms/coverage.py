"""The coverage board."""

from __future__ import annotations

from typing import Literal, Self

from ...i18n import translate
from ...services.coverage import Board
from .form import Form, Guid, Name, Out, Prose

__all__ = ["BoardCellOut", "BoardOut", "BoardRow", "HoleForm", "HoleMarkOut"]


class BoardRow(Out):
    """A case."""

    guid: str
    name: str
    kind: str


class HoleMarkOut(Out):
    """What was said of a hole, and why."""

    state: str
    reason: str


class BoardCellOut(Out):
    """What material there is of a case in a column."""

    row: int
    column: int
    sources: list[str]
    first: str | None
    last: str | None
    statuses: dict[str, int]
    mark: HoleMarkOut | None


class BoardOut(Out):
    """Cases by what their material is. Cells that are not told are holes; ``told`` says those in
    words that are not said to be unwanted; ``apart`` counts sources that belong to no case."""

    by: str
    rows: list[BoardRow]
    columns: list[str]
    cells: list[BoardCellOut]
    holes: int
    told: list[str]
    apart: dict[str, int]

    @classmethod
    def of(cls, board: Board, language: str, most: int = 200) -> Self:
        """A board in a language; of the holes the first ``most`` are said in words."""
        told = board.told()
        return cls(
            by=board.by,
            rows=[BoardRow(guid=guid, name=name, kind=kind) for guid, name, kind in board.rows],
            columns=list(board.columns),
            cells=[BoardCellOut.model_validate(cell) for cell in board.cells],
            holes=len(told),
            told=[translate(one, language) for one in told[:most]],
            apart=dict(board.apart),
        )


class HoleForm(Form):
    """What is said of a hole; without a state it is left open again."""

    case: Guid
    column: Name
    by: Name = "kind"
    state: Literal["planned", "not wanted"] | None
    reason: Prose = ""
