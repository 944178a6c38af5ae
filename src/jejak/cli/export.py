"""``jejak export``."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import say
from .exchange_told import told_exchange
from .language import note
from .show import json_option, study_argument, user_option

__all__ = ["export"]


@click.command()
@study_argument
@click.option(
    "-o", "output", type=click.Path(path_type=Path), required=True,
    help="The file or folder; its ending says in what form, unless --as does.",
)  # fmt: skip
@click.option("--as", "as_format", help="The form, whatever the name ends in; see jejak formats.")
@click.option(
    "--redact", is_flag=True,
    help="Leave out names known to be real, hidden attributes, original files and the history.",
)  # fmt: skip
@json_option
@user_option
def export(
    study: str,
    output: Path,
    as_format: str | None,
    redact: bool,
    as_json_: bool,
    user: str | None,
) -> None:
    r"""Write a whole study for another program, or as files of plain text.

    Whatever the form has no place for is named, one by one.

    \b
    Examples: jejak export study.jejak -o study.qdpx
              jejak export study.jejak -o study.qdpx --redact
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        report = work.exchange.write(output, format=as_format, redact=redact)
    told_exchange(report, as_json_=as_json_)
    note(say("The study was written to {file}.", file=str(output)))
