"""Showing rows: JSON for programs, a plain table for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date, time

import click

__all__ = ["as_json", "json_option", "study_argument", "table", "user_option"]

study_argument = click.argument("study", type=click.Path())
json_option = click.option("--json", "as_json_", is_flag=True, help="Machine-readable output.")
user_option = click.option("--user", help="Who works: a name or initials.")
_GUID = 36  # is not broken in a terminal, so that it can be copied


def as_json(value: object) -> None:
    """Print a value as JSON on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def table(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> None:
    """Print rows as columns of text: as wide as they need to be, and no wider than a terminal,
    where long texts go on below themselves."""
    cells = [[_cell(row[name]) for name in columns] for row in rows]
    if sys.stdout.isatty():
        _fitted(columns, cells)
        return
    widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    for line in [list(columns), *cells]:
        padded = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        click.echo("  ".join(padded).rstrip())


def _fitted(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for number, name in enumerate(columns):
        column = [name, *(line[number] for line in cells)]
        widest = max(map(len, column))
        whole = widest <= _GUID and not any(" " in cell for cell in column)
        shown.add_column(Text(name), overflow="fold", width=widest if whole else None)
    for line in cells:
        shown.add_row(*map(Text, line))
    Console(highlight=False).print(shown)
