"""``jejak crate``."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import say
from .language import note
from .show import study_argument

__all__ = ["crate"]


@click.command()
@study_argument
@click.option(
    "-o", "output", type=click.Path(path_type=Path), required=True,
    help="The folder to write, or a file that ends in .zip.",
)  # fmt: skip
@click.option("--lang", help="The language, id or en; else the study's own.")
@click.option(
    "--license", default="",
    help="Under which terms it may be used: an identifier of SPDX, or the address of a text.",
)  # fmt: skip
def crate(study: str, output: Path, lang: str | None, license: str) -> None:
    r"""Write the study for a repository: findings, evidence and checks as linked data (RO-Crate).

    Names that the study knows to be real are replaced by pseudonyms; of the material only the words
    that are evidence are in it.

    \b
    Examples: jejak crate study.jejak -o crate
              jejak crate study.jejak -o crate.zip --lang en --license CC-BY-4.0
    """
    from ..study import open_study

    with open_study(study) as work:
        work.crates.write(output, lang or work.language, license)
    note(say("The crate was written to {file}.", file=str(output)))
