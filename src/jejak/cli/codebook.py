"""``jejak codebook``."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import InvalidInput
from .show import study_argument, user_option

__all__ = ["codebook"]


@click.command()
@study_argument
@click.option("--apply", "wanted", help="A ready frame (triple-a …) or a .yaml file to merge in.")
@click.option("--lang", default="id", show_default=True, help="Which language of it.")
@click.option("-o", "output", type=click.Path(path_type=Path), help="Write it to this .yaml file.")
@user_option
def codebook(
    study: str, wanted: str | None, lang: str, output: Path | None, user: str | None
) -> None:
    """Show, write or extend the codebook.

    Example: jejak codebook study.jejak --apply triple-a
    """
    from ..services.codebook_entries import entries_of_yaml, frame, to_yaml
    from ..study import open_study

    if output is not None and output.suffix.lower() not in {".yaml", ".yml"}:
        raise InvalidInput(
            "unknown-ending", f"A codebook cannot be written as {output.suffix}.", "Use .yaml."
        )
    with open_study(study, user=user) as work:
        if wanted and Path(wanted).is_file():
            title, entries = entries_of_yaml(Path(wanted).read_text("utf-8"), lang)
            done = work.codebook.apply(entries, title or Path(wanted).stem)
            click.echo(f"{len(done.made)} codes made, {len(done.filled)} filled.", err=True)
        elif wanted:
            ready = frame(wanted)
            done = work.codebook.apply(ready.entries(lang), ready.title[lang], ready.name)
            click.echo(f"{len(done.made)} codes made, {len(done.filled)} filled.", err=True)
        text = to_yaml(work.info.title, work.codebook.all())
    if output is not None:
        output.write_text(text, encoding="utf-8")
    elif not wanted:
        click.echo(text, nl=False)
