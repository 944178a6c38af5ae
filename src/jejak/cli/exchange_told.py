"""What an import or export did, on the terminal and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from ..model import Message, say
from ..report.audit_words import NAMES
from .language import tell
from .show import as_json, table

__all__ = ["told_exchange"]

# So many of one sort of problem are told one by one, and so many places of one.
_SHOWN, _PLACES = 5, 12
_KINDS: Mapping[str, Message] = {
    **{kind: words for kind, words in NAMES.items() if kind != "keepsake"},
    "segment": say("passages"), "block": say("stretches of texts"), "link": say("ties"),
    "snapshot": say("snapshots of displays"), "study": say("the study"),
}  # fmt: skip


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
    kinds = [kind for kind in _KINDS if report.read.get(kind) or report.written.get(kind)]
    what, came, went = tell(say("what")), tell(say("in the origin")), tell(say("arrived"))
    rows = [
        {
            what: tell(_KINDS[kind]),
            came: report.read.get(kind, 0),
            went: report.written.get(kind, 0),
        }
        for kind in kinds
    ]
    if rows:
        table(rows, (what, came, went))


def _problems(report: Any) -> None:
    """What is said of several things is said once, with some of their places."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in report.problems:
        where = tell(_KINDS[one.where]) if one.where in _KINDS else one.where
        places.setdefault((one.code, tell(one.message)), []).append(where)
    by_code: dict[str, list[str]] = {}
    for (code, message), wheres in places.items():
        by_code.setdefault(code, []).append(f"! {_places(wheres)}{message}")
    for lines in by_code.values():
        for line in lines[:_SHOWN]:
            click.echo(line)
        if len(lines) > _SHOWN:
            click.echo(f"  {_more(len(lines) - _SHOWN)}")


def _places(wheres: list[str]) -> str:
    told = list(dict.fromkeys(filter(None, wheres)))
    if not told:
        return ""
    more = f" {_more(len(told) - _PLACES)}" if len(told) > _PLACES else ""
    return f"{', '.join(told[:_PLACES])}{more}: "


def _more(count: int) -> str:
    return tell(say("and {n} more like this (--json lists all)", n=count))
