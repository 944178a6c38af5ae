"""``jejak references``: the literature of a study."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, table, user_option

__all__ = ["references"]

_LITERATURE = (".ris", ".bib")


@click.command()
@study_argument
@click.option(
    "--import", "files", multiple=True, type=click.Path(path_type=Path),
    help="Bring in a file of literature (.ris, .bib, CSL-JSON); repeat it.",
)  # fmt: skip
@click.option(
    "--duplicates", type=click.Choice(["skip", "merge", "add"]), default="skip",
    show_default=True, help="What becomes of works that are there already.",
)  # fmt: skip
@click.option(
    "-o", "output", type=click.Path(path_type=Path),
    help="Write them to a .ris, .bib or .json (CSL-JSON) file, or a .csv, .xlsx, .md or .html table.",
)  # fmt: skip
@json_option
@user_option
def references(
    study: str,
    files: tuple[Path, ...],
    duplicates: str,
    output: Path | None,
    as_json_: bool,
    user: str | None,
) -> None:
    r"""List the literature, bring some in, or write it out.

    \b
    Examples: jejak references study.jejak --import library.bib
              jejak references study.jejak -o library.ris
    """
    from ..formats.table_out import write_table
    from ..study import open_study

    with open_study(study, user=user) as work:
        if files:
            report = work.references.read(*files, duplicates=duplicates)
            told = say("{new} works are new, {there} were there.", new=len(report.new), there=len(report.duplicates))  # fmt: skip
            note(told)
            for name, problem in report.problems:
                where = f"{name}:{problem.where}" if problem.where else name
                note(say("{where}: {problem}", where=where, problem=problem.message))
        rows = work.references.rows()
        if output is not None and output.suffix.lower() in (*_LITERATURE, ".json"):
            work.references.write(output)
        elif output is not None:
            write_table(output, [one.name for one in work.references.columns()], rows)
    if output is not None:
        note(
            say(
                "{n} row written to {file}.|{n} rows written to {file}.",
                n=len(rows), file=str(output),
            )
        )  # fmt: skip
    elif as_json_:
        as_json(rows)
    else:
        table(rows, ("key", "authors", "year", "title"))
