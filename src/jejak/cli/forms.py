"""``jejak forms``: which summary forms are filled, and all of them as a file."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, table

__all__ = ["forms"]


@click.command()
@study_argument
@click.option("--cases", is_flag=True, help="Those of cases, not of sources.")
@click.option("--missing", is_flag=True, help="Only what has none yet.")
@click.option("--form", "name", help="contact, document, observation, interview or case.")
@click.option(
    "-o", "output", type=click.Path(path_type=Path),
    help="Write the filled forms to a .docx, .md, .csv or .xlsx file.",
)  # fmt: skip
@json_option
def forms(
    study: str, name: str | None, output: Path | None, *, cases: bool, missing: bool, as_json_: bool
) -> None:
    r"""List which summary forms are filled, or write them to a file.

    \b
    Examples: jejak forms study.jejak --missing
              jejak forms study.jejak --form contact -o contacts.csv
    """
    from ..formats.file_writing import write_whole
    from ..study import open_study

    with open_study(study) as work:
        if output is not None:
            content = work.forms.file(output.suffix, name, language=work.language)
            write_whole(output, content)
            note(say("The forms are written to {file}.", file=str(output)))
            return
        sheets = work.forms.sheets("case" if cases else "source", missing=missing)
    rows = [
        {"guid": one.guid, "name": one.name, "kind": one.of, "forms": list(one.forms)}
        for one in sheets
        if name is None or name in one.forms or missing
    ]
    if as_json_:
        as_json(rows)
    else:
        table(rows, ("name", "kind", "forms"))
