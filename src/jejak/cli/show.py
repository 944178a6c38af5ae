"""Showing rows: JSON for programs, a plain table for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, time

import click

__all__ = ["as_json", "json_option", "study_argument", "table", "user_option"]

study_argument = click.argument("study", type=click.Path())
json_option = click.option("--json", "as_json_", is_flag=True, help="Machine-readable output.")
user_option = click.option("--user", help="Who works: a name or initials.")


def as_json(value: object) -> None:
    """Print a value as JSON on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def table(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> None:
    """Print rows as columns of text, as wide as they need to be."""
    cells = [[_cell(row[name]) for name in columns] for row in rows]
    widths = [max(len(line[n]) for line in [list(columns), *cells]) for n in range(len(columns))]
    for line in [list(columns), *cells]:
        padded = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        click.echo("  ".join(padded).rstrip())
