"""Displays: their kinds, what they give, and those that were saved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from ...displays import DisplayKind, Setting
from ...displays.command import command
from ...displays.display import Shown
from ...displays.plain import plain_matrix
from ...displays.preview import preview
from ...displays.writing import label
from ...i18n import translate
from ...model import Display
from ...model.shape import Matrix
from ...services.display_cells import CellCard
from .form import Form, Guid, Name, Out, Patch, Prose

__all__ = [
    "CaptionOut",
    "CellOut",
    "CellSaidOut",
    "ChoiceOut",
    "DisplayCellForm",
    "DisplayCellOut",
    "DisplayForm",
    "DisplayGlimpse",
    "DisplayGlimpseOut",
    "DisplayKindOut",
    "DisplayOut",
    "DisplayPatch",
    "DisplayWanted",
    "HeadingOut",
    "MatrixOut",
    "SettingOut",
]  # fmt: skip

Value = float | int | str | None
Settings = dict[str, Any]
CellState = Literal["draft", "checked", "no data", "not applicable"]
Key = Annotated[str, Field(max_length=1_000, description="The key of a heading.")]


class ChoiceOut(Out):
    """One value a setting may have."""

    value: str
    label: str


class SettingOut(Out):
    """Something about a display that can be chosen."""

    name: str
    label: str
    type: str
    choices: list[ChoiceOut]
    default: Any
    most: int
    none: str | None

    @classmethod
    def of(cls, setting: Setting, language: str) -> Self:
        """A setting in a language."""
        choices = [
            ChoiceOut(value=str(value), label=translate(label, language))
            for value, label in setting.choices
        ]
        return cls(
            name=setting.name,
            label=translate(setting.label, language),
            type=setting.type,
            choices=choices,
            default=setting.default,
            most=setting.most,
            none=None if setting.none is None else translate(setting.none, language),
        )


class DisplayKindOut(Out):
    """A kind of display: what it is for, where it comes from, settings that show something of the
    demo study and the command that shows it so, whether it is offered first in this study, and
    what it is ``also`` called."""

    name: str
    title: str
    purpose: str
    about: str
    source: str
    also: list[str]
    settings: list[SettingOut]
    drawn: bool
    example: Settings
    command: str
    suggested: bool
    shown: Shown

    @classmethod
    def of(cls, kind: DisplayKind, language: str, *, file: str, suggested: bool) -> Self:
        """A kind of display in a language; ``file`` is the name of the study's."""
        return cls(
            name=kind.name,
            title=translate(kind.title, language),
            purpose=kind.purpose,
            about=translate(kind.about, language),
            source=label(kind.source, language),
            also=[translate(one, language) for one in kind.also],
            example=dict(kind.example),
            command=command(kind.name, kind.example, file),
            suggested=suggested,
            shown=kind.shown,
            settings=[SettingOut.of(one, language) for one in kind.settings],
            drawn=kind.drawn,
        )


class DisplayWanted(Form):
    """A kind of display with settings; ``filter`` among them is a query. Only what ``coders``
    (GUIDs) coded is counted, if given."""

    kind: str
    settings: Settings = Field(default_factory=dict)
    coders: list[Guid] | None = None


class HeadingOut(Out):
    """A row or a column; ``above`` are what it is nested in, ``query`` finds all of it; a
    ``subtotal`` is of all that is nested in the last of ``above``."""

    key: str
    label: str
    depth: int
    colour: str | None
    group: str | None
    path: str
    above: list[str]
    query: str
    subtotal: bool


class CellOut(Out):
    """A cell that is not empty; ``query`` finds the segments behind it."""

    row: int
    column: int
    value: Value
    state: str
    query: str
    note: str | None


class PackedCellsOut(Out):
    """Very many cells as little-endian columns in Base64: ``places`` (uint32: row times the number of
    columns plus column), ``values`` (float64), ``states`` (uint8, the place among ``words``). The query
    of a cell is ``every``, the part of its row, that of its column (before the row's if ``across``)
    and ``filter``, those that are not empty joined by " and "."""

    places: str
    values: str
    states: str
    words: list[str]
    every: str
    rows: list[str]
    columns: list[str]
    filter: str
    across: bool


class BlankOut(Out):
    """What a cell that is not listed means."""

    value: Value
    state: str


class CellSaidOut(Out):
    """What the study itself says in a cell: quotations, or what a form holds."""

    row: int
    column: int
    texts: list[str]


class CaptionOut(Out):
    """What a display says about itself; ``counted`` is what ``n`` counts, codings where it is none;
    ``reasons`` are those of the notes that say why there is nothing to show."""

    title: str
    unit: str
    filter: str
    n: int
    counted: str | None
    notes: list[str]
    reasons: list[str]


class MatrixOut(Out):
    """Rows by columns; ``number`` and ``total_number`` say how numbers are written, ``row_total`` and
    ``column_total`` what the totals count (``null`` where there is no data); ``measures`` are lists
    of [row, column, value]; ``chart`` is a Vega-Lite specification."""

    kind: str
    rows: list[HeadingOut]
    columns: list[HeadingOut]
    cells: list[CellOut]
    packed: PackedCellsOut | None
    blank: BlankOut
    number: str
    row_title: str
    column_title: str
    row_totals: list[float | None]
    column_totals: list[float | None]
    row_total: str | None
    column_total: str | None
    total_number: str
    measures: dict[str, list[tuple[int, int, float]]]
    said: list[CellSaidOut]
    caption: CaptionOut
    chart: dict[str, Any] | None

    @classmethod
    def of(cls, matrix: Matrix, language: str) -> Self:
        """A matrix in a language."""
        return cls.model_validate(plain_matrix(matrix, language, packed=True))


class DisplayGlimpse(Form):
    """A kind of display to be seen at the size of a stamp; only what ``coders`` (GUIDs) coded."""

    kind: str
    coders: list[Guid] | None = None


class DisplayGlimpseOut(Out):
    """A small picture: ``depths`` of the first rows, ``shades`` of their first cells (0 to 5; -1 no
    data, -2 not applicable), and the ``chart`` of a display that is not drawn as shades.
    ``settings`` are those it was made with."""

    settings: Settings
    depths: list[int]
    shades: list[list[int]]
    chart: dict[str, Any] | None

    @classmethod
    def of(cls, matrix: Matrix, settings: Mapping[str, object], language: str) -> Self:
        """A matrix at the size of a stamp."""
        small = preview(matrix, language)
        return cls.model_validate(
            {
                "settings": dict(settings),
                "depths": small.depths,
                "shades": small.shades,
                "chart": small.spec,
            }
        )


class DisplayOut(Out):
    """A saved display."""

    guid: str
    revision: int
    name: str
    kind: str
    settings: Settings
    created: datetime

    @classmethod
    def of(cls, display: Display, revision: int) -> Self:
        """A saved display."""
        fields = {name: getattr(display, name, None) for name in cls.model_fields}
        return cls.model_validate(
            fields | {"revision": revision, "settings": dict(display.settings)}
        )


class DisplayForm(Form):
    """A display to be saved; ``filter`` among its settings is a query."""

    kind: str
    settings: Settings = Field(default_factory=dict)
    name: Name


class DisplayPatch(Patch):
    """What to change about a saved display."""

    name: Name = ""
    settings: Settings = Field(default_factory=dict)


class DisplayCellOut(Out):
    """What an analyst wrote in a cell; ``row`` and ``column`` are keys of headings, their labels
    what those are called now; ``author`` is a name."""

    guid: str
    revision: int
    row: str
    column: str
    row_label: str
    column_label: str
    text: str
    state: CellState
    author: str
    created: datetime

    @classmethod
    def of(cls, card: CellCard, revision: int) -> Self:
        """A cell's words."""
        own = ("guid", "row", "column", "text", "state", "created")
        return cls(
            **{name: getattr(card.cell, name) for name in own},
            revision=revision,
            row_label=card.row_label,
            column_label=card.column_label,
            author=card.by,
        )


class DisplayCellMove(Form):
    """The cell whose words are moved, and the one that takes them, by the keys of their headings."""

    row: Key
    column: Key
    to_row: Key
    to_column: Key


class DisplayCellForm(Form):
    """What to write in a cell; only a draft needs a text."""

    row: Key
    column: Key
    text: Prose = ""
    state: CellState = "draft"
