"""``jejak history``, ``undo`` and ``redo``."""

from __future__ import annotations

import click

from ..i18n import translate
from .show import as_json, json_option, study_argument, user_option

__all__ = ["history", "redo", "undo"]


@click.command()
@study_argument
@click.option("--limit", default=100, show_default=True, help="How many of the newest.")
@json_option
def history(study: str, limit: int, as_json_: bool) -> None:
    """Read the trail of changes, the newest first."""
    from ..model import User
    from ..study import open_study

    with open_study(study) as work:
        names = {user.guid: user.name for user in work.store.all(User)}
        entries = work.trail.entries(limit=limit)
    if as_json_:
        as_json(
            [
                {"seq": e.seq, "time": e.time.isoformat(), "user": names.get(e.user), "verb": translate(e.verb, "en"),
                 "touched": dict(e.touched), "undone": e.undone, "digest": e.digest}
                for e in entries
            ]
        )  # fmt: skip
        return
    for entry in entries:
        mark = " (undone)" if entry.undone else ""
        verb = translate(entry.verb, "en")
        click.echo(
            f"{entry.seq:>6}  {entry.time:%Y-%m-%d %H:%M}  {names.get(entry.user)}  {verb}{mark}"
        )


@click.command()
@study_argument
@click.argument("steps", default=1)
@user_option
def undo(study: str, steps: int, user: str | None) -> None:
    """Take back the last changes."""
    from ..study import open_study

    with open_study(study, user=user) as work:
        for entry in work.trail.undo(steps):
            click.echo(f"Undone: {translate(entry.verb, 'en')}", err=True)


@click.command()
@study_argument
@click.argument("steps", default=1)
@user_option
def redo(study: str, steps: int, user: str | None) -> None:
    """Do again what was undone."""
    from ..study import open_study

    with open_study(study, user=user) as work:
        for entry in work.trail.redo(steps):
            click.echo(f"Done again: {translate(entry.verb, 'en')}", err=True)
