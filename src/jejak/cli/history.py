"""``jejak history``, ``undo`` and ``redo``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput
from ..model import ChangeEntry, say
from .language import note, tell
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..study import Study

__all__ = ["history", "redo", "undo"]


@click.command()
@study_argument
@click.option("--limit", default=100, show_default=True, help="How many of the newest.")
@click.option("--user", help="Only what this person did: a name or initials.")
@click.option("--entry", type=int, help="One change, by its number, with all that it touched.")
@click.option("--at", help="What the study held after a change (its number) or at a time.")
@json_option
def history(
    study: str, limit: int, user: str | None, entry: int | None, at: str | None, as_json_: bool
) -> None:
    """Read the trail of changes, the newest first.

    A time is local: 2020-05-01 (its end), "2020-05-01 14:30", or with a zone of its own.

    Example: jejak history study.jejak --user Rina

    Example: jejak history study.jejak --entry 12 --json

    Example: jejak history study.jejak --at 2020-05-01
    """
    from ..study import open_study

    with open_study(study) as work:
        if at is not None:
            rows = _held(work, at)
            columns: tuple[str, ...] = ("kind", "count")
        elif entry is not None:
            rows = _touched(work, entry)
            columns = ("kind", "guid", "what", "name")
        else:
            found = work.history(limit=limit, user=user)
            names = _names(work)
            rows = [_entry_row(one, names) for one in found]
            columns = ()
    if as_json_:
        as_json(rows)
    elif columns:
        table(rows, columns)
    else:
        _print(rows)


def _names(work: Study) -> dict[str, str]:
    return {user.guid: user.name for user in work.users}


def _entry_row(entry: ChangeEntry, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "time": entry.time.isoformat(),
        "user": names.get(entry.user),
        "verb": tell(entry.verb),
        "touched": dict(entry.touched),
        "undone": entry.undone,
        "undoes": entry.undoes,
        "redoes": entry.redoes,
        "digest": entry.digest,
    }


def _print(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        mark = f" ({tell(say('undone'))})" if row["undone"] else ""
        when = datetime.fromisoformat(row["time"]).astimezone()
        click.echo(f"{row['seq']:>6}  {when:%Y-%m-%d %H:%M}  {row['user']}  {row['verb']}{mark}")


def _touched(work: Study, seq: int) -> list[dict[str, Any]]:
    entry = work.trail.get(seq)
    user = _names(work).get(entry.user)
    note(say("Change {n}, {user}: {verb}", n=seq, user=user, verb=entry.verb))
    return [
        {
            "kind": one.kind,
            "guid": one.guid,
            "what": "added"
            if one.before is None
            else "removed"
            if one.after is None
            else "changed",
            "name": _name(one.after or one.before or {}),
            "before": one.before,
            "after": one.after,
        }
        for one in work.trail.touched(seq)
    ]


def _name(state: Any) -> str | None:
    found = (state.get(key) for key in ("name", "title", "label"))
    return next((str(name) for name in found if name), None)


def _held(work: Study, at: str) -> list[dict[str, Any]]:
    seq = int(at) if at.isdecimal() and len(at) < 10 else work.trail.seq_at(_millis(at))
    with work.at(seq) as then:
        counts = then.counts()
    note(say("As it stood after change {n}:", n=seq))
    return [{"kind": kind, "count": count} for kind, count in counts.items()]


def _millis(text: str) -> int:
    from ..model.identity import to_millis

    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise InvalidInput(
            "not-a-time", f"“{text}” is no change and no time.",
            "Write 12, 2020-05-01 or “2020-05-01 14:30”.",
        ) from None  # fmt: skip
    if len(text.strip()) == 10:
        moment += timedelta(days=1, milliseconds=-1)
    return to_millis(moment.astimezone())


@click.command()
@study_argument
@click.argument("steps", default=1)
@user_option
def undo(study: str, steps: int, user: str | None) -> None:
    """Take back the last changes.

    Example: jejak undo study.jejak 2
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        for entry in work.undo(_counted(steps)):
            note(say("Undone: {verb}", verb=entry.verb))


@click.command()
@study_argument
@click.argument("steps", default=1)
@user_option
def redo(study: str, steps: int, user: str | None) -> None:
    """Do again what was undone.

    Example: jejak redo study.jejak
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        for entry in work.redo(_counted(steps)):
            note(say("Done again: {verb}", verb=entry.verb))


def _counted(steps: int) -> int:
    if steps < 1:
        raise InvalidInput("bad-steps", f"{steps} is no number of steps.", "Nothing was changed.")
    return steps
