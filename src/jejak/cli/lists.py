"""``jejak sources``, ``codes``, ``cases`` and ``sets``: what a study holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, table

if TYPE_CHECKING:
    from ..study import Study, Tabular

__all__ = ["cases", "codes", "sets", "sources"]


def _list(
    name: str, columns: tuple[str, ...], things: Callable[[Study], Tabular], line: str
) -> click.Command:
    @click.command(name, help=f"{line}\n\nExample: jejak {name} study.jejak -o {name}.xlsx")
    @study_argument
    @click.option(
        "-o", "output", type=click.Path(path_type=Path), help="Write it to a .csv, .xlsx, .json, "
        ".jsonl, .md or .html file.",
    )  # fmt: skip
    @json_option
    def command(study: str, output: Path | None, as_json_: bool) -> None:
        from ..formats.table_out import write_table
        from ..study import open_study

        with open_study(study) as work:
            found = things(work)
            rows = found.rows()
            names = [column.name for column in found.columns()]
        if output is not None:
            write_table(output, names, rows)
            note(
                say(
                    "{n} row written to {file}.|{n} rows written to {file}.",
                    n=len(rows),
                    file=str(output),
                )
            )
        elif as_json_:
            as_json(rows)
        else:
            table(rows, columns)

    return command


sources = _list(
    "sources",
    ("name", "kind", "language", "length", "codings"),
    lambda work: work.sources,
    "List the sources.",
)
codes = _list("codes", ("path", "codings"), lambda work: work.codes, "List the codes.")
cases = _list(
    "cases", ("name", "kind", "speakers", "sources"), lambda work: work.cases, "List the cases."
)
sets = _list(
    "sets",
    ("name", "of", "members", "query"),
    lambda work: work.sets,
    "List the sets, with what fills them now.",
)
