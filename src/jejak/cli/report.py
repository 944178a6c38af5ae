"""``jejak report``."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import say
from .language import note
from .show import study_argument

__all__ = ["report"]


@click.command()
@study_argument
@click.option(
    "-o", "output", type=click.Path(path_type=Path), required=True,
    help="The file to write: .html, .docx or .md.",
)  # fmt: skip
@click.option("--lang", help="The language, id or en; else the study's own.")
@click.option(
    "--parts",
    help="Only these, with commas between: questions, material, participants, method, codebook, "
    "displays, findings, limits, trail.",
)
def report(study: str, output: Path, lang: str | None, parts: str | None) -> None:
    r"""Write the report: from the questions to the limits, every finding with its evidence.

    Names that the study knows to be real are replaced by pseudonyms.

    \b
    Examples: jejak report study.jejak -o report.html
              jejak report study.jejak -o findings.docx --lang en --parts findings,limits
    """
    from ..study import open_study

    wanted = None if parts is None else [part.strip() for part in parts.split(",") if part.strip()]
    with open_study(study) as work:
        work.reports.write(output, lang or work.language, wanted)
    note(say("The report was written to {file}.", file=str(output)))
