"""``jejak verify``."""

from __future__ import annotations

import click

from ..model import say
from .language import tell
from .show import as_json, json_option, study_argument

__all__ = ["verify"]


@click.command()
@study_argument
@json_option
def verify(study: str, as_json_: bool) -> None:
    """Check that a study is whole: its file, texts, segments and the chain of its history.

    Exit code 1 where something is wrong. Nothing is changed.

    Example: jejak verify study.jejak
    """
    from pathlib import Path

    from ..store import Store

    with Store.open(Path(study), read_only="It is being examined.") as store:
        problems = store.verify()
        head = store.head
    if as_json_:
        as_json([{"code": p.code, "message": tell(p.message), "where": p.where} for p in problems])
    else:
        for problem in problems:
            click.echo(f"✗ {tell(problem.message)} [{problem.code} {problem.where}]")
    if problems:
        raise click.exceptions.Exit(1)
    if not as_json_:
        whole = say("{study} is whole: {n} changes, their chain unbroken.", study=study, n=head)
        click.echo(f"✓ {tell(whole)}")
