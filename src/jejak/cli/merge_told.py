"""What a merge would do, or did, and what clashes in it, on the terminal."""

from __future__ import annotations

import click

from ..model import say
from ..model.merging import FIELD, LOOP, REMOVED_HERE, Clash, MergePlan
from .language import note, tell
from .show import table

__all__ = ["said", "tell_plan"]

_WIDE = 60


def tell_plan(plan: MergePlan, seq: int | None, *, dry_run: bool) -> None:
    """Say what would come, or came, and what clashes; ``seq`` is the change."""
    if plan.common:
        note(
            say(
                "“{other}” shares the history of this study up to change {n}.",
                other=plan.other,
                n=plan.common,
            )
        )
    else:
        note(say("“{other}” shares no history with this study: things are told apart by their GUIDs, "
                 "names and texts.", other=plan.other))  # fmt: skip
    _count(plan)
    for one in plan.problems:
        note(one.message)
    for clash in plan.clashes:
        click.echo(said(clash))
    if plan.empty:
        note(say("There is nothing to bring in."))
    elif dry_run and plan.open:
        note(say("{n} things are to be chosen. Nothing was changed.", n=len(plan.open)))
    elif dry_run:
        note(say("Nothing was changed."))
    else:
        note(say("Brought in as change {n}; jejak undo takes it back.", n=seq))


def _count(plan: MergePlan) -> None:
    kinds = sorted({*plan.added, *plan.changed, *plan.removed, *plan.left_out})
    columns = {"added": plan.added, "changed": plan.changed, "removed": plan.removed,
               "left out": plan.left_out}  # fmt: skip
    rows = [
        {"kind": kind, **{name: counts.get(kind) for name, counts in columns.items()}}
        for kind in kinds
    ]
    if rows:
        table(rows, ("kind", *columns))


def said(clash: Clash) -> str:
    """A clash on a few lines: what each side has."""
    head = f"{clash.kind} “{clash.name}”" + (f", {clash.field}" if clash.field else "")
    if clash.what == LOOP:
        return (
            f"{head}: {tell(say('each side moved codes so that they would lie below each other'))}"
        )
    if clash.what != FIELD:
        words = (
            say(
                "removed here, changed or used there ({n} use)|removed here, changed or used there ({n} uses)",
                n=clash.used,
            )
            if clash.what == REMOVED_HERE
            else say(
                "removed there, changed or used here ({n} use)|removed there, changed or used here ({n} uses)",
                n=clash.used,
            )
        )
        return f"{head}: {tell(words)}{_chosen(clash)}"
    lines = [f"{head}{_chosen(clash)}"]
    sides = [("ours", clash.ours, clash.ours_by, clash.ours_at),
             ("theirs", clash.theirs, clash.theirs_by, clash.theirs_at)]  # fmt: skip
    for name, value, who, when in sides:
        made = f" ({who}, {when.astimezone():%Y-%m-%d %H:%M})" if when else ""
        lines.append(f"    {name + ':':<8}{_short(value)}{made}")
    if clash.known:
        lines.append(f"    {'before:':<8}{_short(clash.base)}")
    return "\n".join(lines)


def _chosen(clash: Clash) -> str:
    return f"  → {clash.choice}" if clash.choice else ""


def _short(value: object) -> str:
    line = " ".join(str("" if value is None else value).split())
    return line if len(line) <= _WIDE else f"{line[: _WIDE - 1]}…"
