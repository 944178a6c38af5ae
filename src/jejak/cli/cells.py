"""``jejak cells`` and ``jejak cell``: the analyst's own words in the cells of a saved display."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .displays import language_of
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..model import Display
    from ..study import Study

__all__ = ["cell", "cells"]


@click.command()
@study_argument
@click.argument("display")
@json_option
def cells(study: str, display: str, as_json_: bool) -> None:
    """List what is written in the cells of a saved display, also in those that it does not show now.

    Example: jejak cells study.jejak "Chains"
    """
    from ..study import open_study

    with open_study(study) as work:
        rows = _rows(work, work.displays.get(display))
    if as_json_:
        as_json(rows)
    else:
        table(rows, ("row", "column", "shown", "state", "author", "text"))


@click.command()
@study_argument
@click.argument("display")
@click.argument("row")
@click.argument("column")
@click.argument("text", default="")
@click.option(
    "--state",
    default="draft",
    help="draft, checked, “no data” or “not applicable”; only a draft needs words.",
)
@click.option("--clear", is_flag=True, help="Take the words out.")
@click.option(
    "--to", nargs=2, metavar="ROW COLUMN", help="Move the words to another cell, which is empty."
)
@user_option
@json_option
def cell(
    study: str, display: str, row: str, column: str, text: str, state: str, clear: bool,
    to: tuple[str, str] | None, user: str | None, as_json_: bool,
) -> None:  # fmt: skip
    r"""Write TEXT in a cell of a saved display, clear it, or move its words; then list them all.

    ROW and COLUMN are names, paths or keys of what the display shows; those of words whose row or
    column is gone are as `jejak cells` lists them.

    \b
    Examples: jejak cell study.jejak "Chains" Anonim G "Two accounts" --state checked
              jejak cell study.jejak "Chains" Anonim G --to Akses G
    """
    from ..errors import InvalidInput
    from ..study import open_study

    asked = bool(clear) + (to is not None) + bool(text or state != "draft")
    if asked != 1:
        raise InvalidInput(
            "bad-options", "Give words or a state, or --clear, or --to: one of them."
        )
    with open_study(study, user=user) as work:
        saved = work.displays.get(display)
        if to is not None:
            work.displays.move_cell(
                saved, _written(work, saved, row, column), _shown(work, saved, *to)
            )
        elif clear:
            work.displays.clear_cell(saved, *_written(work, saved, row, column))
        else:
            work.displays.write_cell(saved, *_shown(work, saved, row, column), text, state)
        rows = _rows(work, saved)
    if as_json_:
        as_json(rows)
    else:
        table(rows, ("row", "column", "shown", "state", "author", "text"))


def _rows(work: Study, saved: Display) -> list[dict[str, Any]]:
    matrix = work.displays.compute(saved.kind, saved.settings)
    shown = [{one.key for one in side} for side in (matrix.rows, matrix.columns)]
    return [
        {
            "row": card.row_label,
            "column": card.column_label,
            "row_key": card.cell.row,
            "column_key": card.cell.column,
            "shown": "yes" if card.cell.row in shown[0] and card.cell.column in shown[1] else "no",
            "state": card.cell.state,
            "author": card.by,
            "text": card.cell.text,
        }
        for card in work.displays.cells(saved)
    ]


def _shown(work: Study, saved: Display, row: str, column: str) -> tuple[str, str]:
    """The keys of a cell that the display shows. Raises :class:`NotFound`."""
    from ..displays.writing import place_of

    matrix, language = work.displays.compute(saved.kind, saved.settings), language_of(work, None)
    return (
        matrix.rows[place_of(matrix.rows, row, language)].key,
        matrix.columns[place_of(matrix.columns, column, language)].key,
    )


def _written(work: Study, saved: Display, row: str, column: str) -> tuple[str, str]:
    """The keys of a cell that has words, whether it is shown or not. Raises :class:`NotFound`, and
    :class:`Conflict` where several are called so."""
    from ..errors import Conflict

    found = {
        (card.cell.row, card.cell.column)
        for card in work.displays.cells(saved)
        if row in (card.row_label, card.cell.row)
        and column in (card.column_label, card.cell.column)
    }
    if len(found) > 1:
        raise Conflict(
            "ambiguous-cell", f"{len(found)} cells with words are called “{row}” and “{column}”.",
            "Give their keys; jejak cells --json lists them.",
        )  # fmt: skip
    return found.pop() if found else _shown(work, saved, row, column)
