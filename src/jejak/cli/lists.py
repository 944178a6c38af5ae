"""``jejak sources``, ``codes`` and ``cases``: what a study holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import click

from .show import as_json, json_option, study_argument, table

__all__ = ["cases", "codes", "sources"]

Row = dict[str, Any]


def _list(
    name: str, columns: tuple[str, ...], rows: Callable[[Any], list[Row]], line: str
) -> click.Command:
    @click.command(name, help=line)
    @study_argument
    @json_option
    def command(study: str, as_json_: bool) -> None:
        from ..study import open_study

        with open_study(study) as work:
            found = rows(work)
        if as_json_:
            as_json(found)
        else:
            table(found, columns)

    return command


def _sources(work: Any) -> list[Row]:
    corpus = work.store.corpus()
    counts = Counter(corpus.codings.source.tolist())
    fields = ("guid", "name", "kind", "medium", "language", "length", "status")
    return [
        {name: getattr(source, name) for name in fields} | {"codings": counts[number]}
        for number, source in enumerate(work.sources.all())
    ]


def _codes(work: Any) -> list[Row]:
    codes = work.store.corpus().codes
    counts = Counter(work.store.corpus().codings.code.tolist())
    return [
        {"guid": guid, "name": codes.name[n], "path": codes.path[n], "colour": codes.colour[n], "codings": counts[n]}
        for n, guid in enumerate(codes.guid)
    ]  # fmt: skip


def _cases(work: Any) -> list[Row]:
    return [
        {
            "guid": card.case.guid,
            "name": card.case.name,
            "kind": card.case.kind,
            "attributes": dict(card.attributes),
            "sources": [name for _, name in card.sources],
            "speakers": list(card.speakers),
        }
        for card in work.cases.cards()
    ]


sources = _list(
    "sources", ("name", "kind", "language", "length", "codings"), _sources, "List the sources."
)
codes = _list("codes", ("path", "codings"), _codes, "List the codes.")
cases = _list("cases", ("name", "kind", "speakers", "sources"), _cases, "List the cases.")
