"""``jejak code``."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import click

from ..errors import InvalidInput, NotFound
from .show import as_json, json_option, study_argument, user_option

__all__ = ["code"]


def _rows(path: Path) -> list[Mapping[str, object]]:
    if not path.is_file():
        raise NotFound("no-such-file", f"There is no file {path}.")
    ending = path.suffix.lower()
    if ending not in {".csv", ".jsonl"}:
        raise InvalidInput(
            "unknown-ending", f"Codings cannot be read from {ending}.", "Use .csv or .jsonl."
        )
    try:
        text = path.read_text("utf-8-sig")
        if ending == ".jsonl":
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        return list(csv.DictReader(text.splitlines(keepends=True)))
    except (UnicodeDecodeError, ValueError) as error:
        raise InvalidInput("bad-table", f"{path} cannot be read: {error}.") from None


@click.command()
@study_argument
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--partial", is_flag=True, help="Apply the rows that can be placed.")
@json_option
@user_option
def code(study: str, table: Path, partial: bool, as_json_: bool, user: str | None) -> None:
    """Apply codings from a .csv or .jsonl table: source, code, and start, end or quote.

    A row that cannot be placed is named, and then none is applied unless --partial.

    Example: jejak code study.jejak codings.csv
    """
    from ..study import open_study

    rows = _rows(table)
    with open_study(study, user=user) as work:
        report = work.batch_coding.apply(rows, partial=partial)
    if as_json_:
        problems = [{"row": p.row, "code": p.code, "message": p.message} for p in report.problems]
        as_json(
            {
                "in": report.rows,
                "out": report.applied,
                "already": report.already,
                "problems": problems,
            }
        )
    else:
        for problem in report.problems:
            click.echo(f"row {problem.row}: {problem.message}", err=True)
        click.echo(
            f"{report.applied} of {report.rows} codings applied, {report.already} were there.",
            err=True,
        )
    if report.problems:
        raise click.exceptions.Exit(2)
