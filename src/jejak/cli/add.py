"""``jejak add``."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Any

import click

from ..model import say
from .language import tell
from .show import as_json, json_option, study_argument, user_option

__all__ = ["add"]


@click.command()
@study_argument
@click.argument("files", nargs=-1, required=True)
@click.option("--kind", help="The kind of material: interview, observation, posts …")
@click.option("--case", help="The case the files belong to; made where it is not there.")
@click.option("--lang", "language", help="The language of the files.")
@click.option("--as", "as_format", help="Read them as this format, whatever they look like.")
@click.option("--encoding", help="Read them in this encoding.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@json_option
@user_option
def add(
    study: str,
    files: tuple[str, ...],
    dry_run: bool,
    as_json_: bool,
    user: str | None,
    **given: Any,
) -> None:
    """Bring material in: files, folders, globs.

    A file that cannot be read is named with the reason; the rest comes in. Exit code 6 where a file
    was left out.

    Example: jejak add study.jejak interviews/*.docx --kind interview
    """
    from rich.console import Console
    from rich.progress import Progress

    from ..services.sources import ImportOptions
    from ..study import open_study

    with (
        open_study(study, user=user) as work,
        Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar,
    ):
        task = bar.add_task("Reading", total=len(files))
        report = work.sources.add(
            files,
            ImportOptions(**given),
            dry_run=dry_run,
            progress=lambda done, total, _: bar.update(task, completed=done, total=total),
        )
    if as_json_:
        rows = [asdict(one) for one in report.files]
        for row, one in zip(rows, report.files, strict=True):
            row["problems"] = [tell(problem.message) for problem in one.problems]
        as_json({"in": len(rows), "out": len(report.added), "seq": report.seq, "files": rows})
    else:
        for one in report.files:
            click.echo(_line(one))
    if report.failed:
        raise click.exceptions.Exit(6)


def _line(one: Any) -> str:
    if one.error:
        return f"✗ {one.file}: {one.error} {one.hint}".rstrip()
    if one.duplicate_of:
        known = say("the study has this file already, as “{name}”.", name=one.duplicate_of)
        return f"= {one.file}: {tell(known)}"
    parts = [
        one.kind,
        one.format,
        tell(say("{n} character|{n} characters", n=one.length)),
        tell(say("{n} block|{n} blocks", n=one.blocks)),
    ]
    if one.encoding:
        parts.insert(2, one.encoding)
    if one.speakers and len(one.speakers) <= 8:
        parts.append(tell(say("speakers {names}", names=", ".join(one.speakers))))
    parts += [tell(problem.message) for problem in one.problems]
    return f"✓ {one.name}: {'; '.join(parts)}"
