"""``jejak code``."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, user_option

__all__ = ["code"]


@click.command()
@study_argument
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--partial", is_flag=True, help="Apply the rows that can be placed.")
@click.option("--machine", is_flag=True, help="Coders that are new to the study are programs.")
@json_option
@user_option
def code(
    study: str, table: Path, partial: bool, machine: bool, as_json_: bool, user: str | None
) -> None:  # fmt: skip
    """Apply codings from a table: source, code, and start and end, or quote.

    The table is .csv, .jsonl, .json, .parquet or .xlsx. Further columns: prefix and suffix (where a
    quote stands more than once), coder, weight, memo. Web Annotations (.jsonld, .json) and what
    hypothes.is gives (.json) are such rows, too: tags are codes, comments memos. A row that cannot be placed is named, and
    then none is applied unless --partial.

    Example: jejak code study.jejak codings.csv
    """
    from ..formats.table_in import read_rows
    from ..study import open_study

    rows = read_rows(table, "Codings")
    with open_study(study, user=user) as work:
        report = work.batch_coding.apply(rows, partial=partial, machine=machine)
    if as_json_:
        problems = [{"row": p.row, "code": p.code, "message": p.message} for p in report.problems]
        as_json(
            {
                "in": report.rows,
                "out": report.applied,
                "already": report.already,
                "problems": problems,
                "moved": list(report.moved),
            }
        )
    else:
        for problem in report.problems:
            note(say("row {n}: {problem}", n=problem.row, problem=problem.message))
        if report.moved:
            note(
                say(
                    "{n} rows were placed by their words, which stand elsewhere than their positions say.",
                    n=len(report.moved),
                )
            )
        note(
            say(
                "{out} of {all} codings applied, {already} were there.",
                out=report.applied,
                all=report.rows,
                already=report.already,
            )
        )
    if report.problems:
        raise click.exceptions.Exit(2)
