"""``jejak codebook``."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, user_option

__all__ = ["codebook"]


@click.command()
@study_argument
@click.option(
    "--apply",
    "wanted",
    help="A ready frame (triple-a …), or a .yaml, .csv, .xlsx, .docx or .qdc file to merge in.",
)
@click.option("--lang", help="Which language of it.  [default: the study's]")
@click.option(
    "-o",
    "output",
    type=click.Path(path_type=Path),
    help="Write it to this .yaml, .csv, .xlsx, .docx or .qdc file.",
)
@json_option
@user_option
def codebook(
    study: str,
    wanted: str | None,
    lang: str | None,
    output: Path | None,
    as_json_: bool,
    user: str | None,
) -> None:
    """Show, write or extend the codebook.

    What is merged in makes codes that are not there, and fills only empty fields of those that are.

    Example: jejak codebook study.jejak --apply triple-a

    Example: jejak codebook study.jejak -o codebook.xlsx
    """
    from ..services.codebook_entries import to_yaml
    from ..services.codebook_files import check_ending, write_codebook
    from ..study import open_study

    if output is not None:
        check_ending(output)
    with open_study(study, user=user) as work:
        if wanted:
            done = work.codes.apply(wanted, language=lang)
            note(
                say(
                    "{made} codes made, {filled} filled.",
                    made=len(done.made),
                    filled=len(done.filled),
                )
            )
        if output is not None:
            write_codebook(output, *work.codes.leaving())
        if as_json_:
            as_json(work.codes.rows())
        elif output is None and not wanted:
            click.echo(to_yaml(*work.codes.leaving()), nl=False)
