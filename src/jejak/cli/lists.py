"""``jejak sources``, ``codes``, ``cases`` and ``sets``: what a study holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..study import Study, Tabular

__all__ = ["cases", "codes", "sets", "sources"]

_output_option = click.option(
    "-o", "output", type=click.Path(path_type=Path), help="Write it to a .csv, .xlsx, .json, "
    ".jsonl, .md or .html file.",
)  # fmt: skip


def _list(
    name: str, columns: tuple[str, ...], things: Callable[[Study], Tabular], line: str
) -> click.Command:
    @click.command(name, help=f"{line}\n\nExample: jejak {name} study.jejak -o {name}.xlsx")
    @study_argument
    @_output_option
    @json_option
    def command(study: str, output: Path | None, as_json_: bool) -> None:
        from ..study import open_study

        with open_study(study) as work:
            found = things(work)
            rows = found.rows()
            names = [column.name for column in found.columns()]
        _shown(rows, names, columns, output, as_json_)

    return command


def _shown(
    rows: list[dict[str, object]], names: list[str], columns: tuple[str, ...], output: Path | None,
    as_json_: bool,
) -> None:  # fmt: skip
    """The rows in a file, as JSON, or some of their columns here."""
    from ..formats.table_out import write_table

    if output is not None:
        write_table(output, names, rows)
        told = say(
            "{n} row written to {file}.|{n} rows written to {file}.", n=len(rows), file=str(output)
        )
        note(told)
    elif as_json_:
        as_json(rows)
    else:
        table(rows, columns)


@click.command("sources")
@study_argument
@click.option("--mine", is_flag=True, help="What a round gives you and you have not read yet.")
@_output_option
@json_option
@user_option
def sources(study: str, mine: bool, output: Path | None, as_json_: bool, user: str | None) -> None:
    """List the sources.

    Example: jejak sources study.jejak --mine --user Bayu
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        rows, columns = work.sources.rows(), work.sources.columns()
        among = work.rounds.to_read()
    if mine:
        rows = [row for row in rows if row["guid"] in among]
    if mine and not rows:
        note(say("No open round gives you a source that you have not read yet."))
    names = [column.name for column in columns]
    _shown(rows, names, ("name", "kind", "language", "length", "codings"), output, as_json_)


codes = _list("codes", ("path", "codings"), lambda work: work.codes, "List the codes.")
_OF_CASES = ("name", "kind", "speakers", "sources")
cases = _list("cases", _OF_CASES, lambda work: work.cases, "List the cases.")
sets = _list(
    "sets",
    ("name", "of", "members", "query"),
    lambda work: work.sets,
    "List the sets, with what fills them now.",
)
