"""What an import or export did, on the terminal and as JSON."""

from __future__ import annotations

from typing import Any

import click

from ..model import say
from ..report.audit_words import NAMES
from .language import tell
from .show import as_json, table

__all__ = ["told_exchange"]

# So many of one sort of problem are told one by one.
_SHOWN = 5


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
    kinds = [kind for kind in NAMES if report.read.get(kind) or report.written.get(kind)]
    what, came, went = tell(say("what")), tell(say("in the origin")), tell(say("arrived"))
    if kinds:
        rows = [
            {
                what: tell(NAMES[kind]),
                came: report.read.get(kind, 0),
                went: report.written.get(kind, 0),
            }
            for kind in kinds
        ]
        table(rows, (what, came, went))
    by_code: dict[str, list[Any]] = {}
    for one in report.problems:
        by_code.setdefault(one.code, []).append(one)
    for alike in by_code.values():
        for one in alike[:_SHOWN]:
            click.echo(
                f"! {one.where}: {tell(one.message)}" if one.where else f"! {tell(one.message)}"
            )
        if len(alike) > _SHOWN:
            click.echo("  " + tell(say("and {n} more like this (--json lists all)",
                                       n=len(alike) - _SHOWN)))  # fmt: skip
