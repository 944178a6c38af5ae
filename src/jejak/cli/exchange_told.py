"""What an import or export did, on the terminal and as JSON."""

from __future__ import annotations

from typing import Any

import click

from ..model import say
from .language import tell
from .show import as_json, table

__all__ = ["told_exchange"]

# So many of one sort of problem are told one by one, and so many places of one.
_SHOWN, _PLACES = 5, 12


def told_exchange(report: Any, *, as_json_: bool) -> None:
    """Print the report of an import or export: counts by kind, then what was changed or left out."""
    if as_json_:
        as_json({
            "format": report.format, "origin": report.origin, "in": report.read, "out": report.written,
            "problems": [
                {"code": one.code, "message": tell(one.message), "where": one.where}
                for one in report.problems
            ],
        })  # fmt: skip
        return
    _counts(report)
    _problems(report)


def _counts(report: Any) -> None:
    from ..services.exchanged import KINDS, counted

    what, came, went = tell(say("what")), tell(say("in the origin")), tell(say("arrived"))
    rows = [
        {what: tell(KINDS[kind]), came: report.read.get(kind, 0), went: report.written.get(kind, 0)}
        for kind in counted(report)
    ]
    if rows:
        table(rows, (what, came, went))


def _problems(report: Any) -> None:
    """What is said of several things is said once, with some of their places."""
    from ..services.exchanged import alike

    for lines in alike(report, tell).values():
        for line in lines[:_SHOWN]:
            click.echo(f"! {_places(line.places)}{line.text}")
        if len(lines) > _SHOWN:
            click.echo(f"  {_more(len(lines) - _SHOWN)}")


def _places(told: list[str]) -> str:
    if not told:
        return ""
    more = f" {_more(len(told) - _PLACES)}" if len(told) > _PLACES else ""
    return f"{', '.join(told[:_PLACES])}{more}: "


def _more(count: int) -> str:
    return tell(say("and {n} more like this (--json lists all)", n=count))
