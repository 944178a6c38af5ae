"""``jejak verify``."""

from __future__ import annotations

import click

from ..i18n import translate
from .show import study_argument

__all__ = ["verify"]


@click.command()
@study_argument
def verify(study: str) -> None:
    """Check that a study is whole: its file, texts, segments and the chain of its history.

    Exit code 1 where something is wrong. Nothing is changed.

    Example: jejak verify study.jejak
    """
    from pathlib import Path

    from ..store import Store

    with Store.open(Path(study), read_only="It is being examined.") as store:
        problems = store.verify()
        head = store.head
    for problem in problems:
        click.echo(f"✗ {translate(problem.message, 'en')} [{problem.code} {problem.where}]")
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(f"✓ {study} is whole: {head} changes, their chain unbroken.")
