"""The displays that findings rest on, and the cells of them that are evidence."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field

from ...displays.writing import label
from ...services.finding_displays import CitedCell, CitedDisplay
from ...services.snapshots import CellThen, Said
from .form import Form, Guid, Name, Out, Prose

__all__ = ["CellCitationForm", "CellThenOut", "CitedCellOut", "CitedDisplayOut", "CitedSaidOut"]


class CitedSaidOut(Out):
    """What a cell says: a number, how it is written, the state it is in, and the analyst's words."""

    value: float | None
    state: str
    number: str
    text: str

    @classmethod
    def of(cls, said: Said) -> Self:
        """What a cell says."""
        return cls(value=said.value, state=said.state, number=said.number, text=said.text)


class CellThenOut(Out):
    """A cell as it was cited (``then``; ``null`` where it rests on work that is not to be seen) and as
    it is ``now`` (``null`` where its row or column is not shown any more)."""

    row_key: str
    column_key: str
    row: str
    column: str
    then: CitedSaidOut | None
    now: CitedSaidOut | None
    differs: bool

    @classmethod
    def of(cls, one: CellThen, language: str) -> Self:
        """A cell, its row and column in a language."""
        return cls(
            row_key=one.row_key, column_key=one.column_key, row=label(one.row, language),
            column=label(one.column, language), then=CitedSaidOut.of(one.then) if one.then else None,
            now=CitedSaidOut.of(one.now) if one.now else None, differs=one.differs,
        )  # fmt: skip


class CitedCellOut(Out):
    """A cell of a saved display that is evidence, as it stood after change ``seq``; ``codebook`` is the
    last change of the codebook until then."""

    display: str
    name: str
    kind: str
    seq: int
    cited: datetime
    codebook: int
    cell: CellThenOut

    @classmethod
    def of(cls, one: CitedCell, language: str) -> Self:
        """A cited cell."""
        display = one.display
        return cls(
            display=display.guid, name=display.name, kind=display.kind, seq=one.seq,
            cited=one.cited, codebook=one.codebook, cell=CellThenOut.of(one.cell, language),
        )  # fmt: skip


class CitedDisplayOut(Out):
    """A saved display that a finding cites, as it stood after change ``seq``; ``codebook`` is the last
    change of the codebook until then, ``kept`` how many of its cells were kept, ``differing`` how many say
    something else now, ``changed`` those, of very many the first. Ask for the display with ``Jejak-At: seq`` to see it so."""

    guid: str
    name: str
    kind: str
    seq: int
    cited: datetime
    codebook: int
    kept: int
    differing: int
    changed: list[CellThenOut]

    @classmethod
    def of(cls, one: CitedDisplay, language: str) -> Self:
        """A cited display."""
        display = one.display
        return cls(
            guid=display.guid, name=display.name, kind=display.kind, seq=one.seq, cited=one.cited,
            codebook=one.codebook, kept=one.then.kept, differing=one.then.differing,
            changed=[CellThenOut.of(cell, language) for cell in one.changed],
        )  # fmt: skip


class CellCitationForm(Form):
    """A cell of a saved display, by the keys of its row and column, for or against a finding."""

    display: Guid
    row: Name
    column: Name
    stance: Literal["supports", "contradicts", "qualifies"] = "supports"
    weight: Annotated[int, Field(ge=0, le=6)] | None = None
    why: Prose = ""
