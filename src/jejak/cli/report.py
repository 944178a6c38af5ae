"""``jejak report``."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import InvalidInput
from ..model import say
from .language import note
from .show import study_argument

__all__ = ["report"]


@click.command()
@study_argument
@click.option(
    "-o", "output", type=click.Path(path_type=Path), required=True,
    help="The file to write: .html, .pdf, .docx, .md, .tex, or .zip for LaTeX with its pictures.",
)  # fmt: skip
@click.option("--lang", help="The language, id or en; else the study's own.")
@click.option(
    "--template", default="study", show_default=True,
    help="What kind of report: study, thesis-chapter, article, project-report or methods-appendix.",
)  # fmt: skip
@click.option(
    "--parts",
    help="Only these, in this order, with commas between: questions, material, participants, method, "
    "codebook, displays, findings, testing, confidence, criteria, limits, further, references, "
    "trail; and where asked for, coreq, srqr, abstract, introduction, approach, narrative, "
    "discussion, conclusions.",
)
@click.option(
    "--style",
    help="How literature is cited: apa, chicago, vancouver, indonesia, or a .csl file; else by the "
    "language.",
)
def report(
    study: str, output: Path, lang: str | None, template: str, parts: str | None, style: str | None
) -> None:
    r"""Write the report: from the questions to the limits, every finding with its evidence.

    A template chooses its parts and headings: the whole study, chapters of a thesis, an article, a
    report with a title page, an appendix on method.

    Names that the study knows to be real are replaced by pseudonyms. Where a text says [@key], the
    work of the literature with that key is cited.

    \b
    Examples: jejak report study.jejak -o report.html
              jejak report study.jejak -o findings.docx --lang en --parts findings,limits
              jejak report study.jejak -o report.pdf --style chicago
              jejak report study.jejak -o bab.docx --lang id --template thesis-chapter
    """
    from ..study import open_study

    wanted = None if parts is None else [part.strip() for part in parts.split(",") if part.strip()]
    with open_study(study) as work:
        work.reports.write(output, lang or work.language, wanted, style, template)
    if style is not None:
        _check(style)
    note(say("The report was written to {file}.", file=str(output)))


def _check(style: str) -> None:
    """Say so where a style is none: the report is written all the same, its works by author and year."""
    from ..documents.citations import style_text

    try:
        style_text(style)
    except InvalidInput as none:
        note(f"{none.message} {none.hint}")
