"""Clusters of codes, cases or sources: a tree of what is alike, cut into groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from ..analysis.clustering import Tree
from ..analysis.spans import Floats, Ints
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import UNFIT, Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .given_names import named, names_setting
from .literature import also, in_miles
from .profiles import LIKENESS, UNIT, Profiles, choices_of, profiles

__all__ = ["JOINED", "KIND", "compute"]

# The column that says where each row joins the next: the tree.
JOINED = "joined"


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """What is compared by groups of it. Settings: see :data:`KIND`."""
    found, measure = profiles(corpus, settings, only), settings["likeness"]
    tree = found.tree(measure)
    # Groups of one are none: at most half as many as there are rows.
    wanted = min(settings["groups"], max(len(found.headings) // 2, 1))
    group = tree.groups(wanted)
    columns = tuple(
        Heading(f"group-{at}", named(settings["names"], at, _group(at)))
        for at in range(int(group.max(initial=-1)) + 1)
    )
    rows = tuple(
        replace(found.headings[leaf], group=named(settings["names"], at, _group(at)))
        for leaf, at in zip(tree.order.tolist(), group.tolist(), strict=True)
    )
    return Matrix(
        kind=KIND.name,
        rows=rows,
        columns=(*columns, Heading(JOINED, say("Joins the next at"))) if rows else (),
        cells=_cells(found, tree, group, found.likeness(measure)),
        caption=Caption(
            title=say(
                "Clusters: {of}", of=dict(choices_of("codes", "cases", "sources"))[settings["of"]]
            ),
            unit=say("mean likeness to the others of the group; at last where it joins the next"),
            filter=str(only),
            n=found.n,
            notes=(
                *found.notes,
                say(
                    "Likeness over {n} {features}. {likeness}.",
                    n=found.many,
                    features=found.features,
                    likeness=dict(LIKENESS.choices)[measure],
                ),
                *_notes(tree, group, wanted),
            ),
        ),
        row_title=found.title,
        column_title=say("Group"),
        row_totals=tuple(found.codings[tree.order].tolist()),
        row_total=say("Codings"),
        number="decimal",
        blank=UNFIT,
        drawing="dendrogram",
    )


def _group(at: int) -> Message:
    return say("Group {number}", number=at + 1)


def _cells(
    found: Profiles, tree: Tree, group: Ints, likeness: Floats
) -> dict[tuple[int, int], Cell]:
    many = int(group.max(initial=-1)) + 1
    alike = np.nan_to_num(likeness)[np.ix_(tree.order, tree.order)]
    np.fill_diagonal(alike, 0)
    member = (group[:, None] == np.arange(many)).astype(float)
    others = member.sum(0)[None, :] - member  # a row is not one of the others of its own group
    means = np.divide(alike @ member, others, out=np.full(others.shape, np.nan), where=others > 0)
    cells = {}
    for row, leaf in enumerate(tree.order.tolist()):
        query = str(found.queries[leaf])
        for column in np.flatnonzero(~np.isnan(means[row])).tolist():
            cells[row, column] = Cell(float(means[row, column]), query=query)
        if row < len(tree.joined):
            cells[row, many] = Cell(float(tree.joined[row]), query=query)
    return cells


def _notes(tree: Tree, group: Ints, wanted: int) -> list[Message]:
    notes = []
    if not np.isnan(tree.cophenetic):
        fit = float(tree.cophenetic)
        notes.append(
            say(
                "Average linkage; cophenetic correlation {r}: how well the tree tells the distances.",
                r=fit,
            )
        )
        if fit < _POOR:
            notes.append(
                say(
                    "Below {least} (a limit of Jejak’s own) the tree forces groups on what has none.",
                    least=_POOR,
                )
            )
    made = int(group.max(initial=-1)) + 1
    if 0 < made < min(wanted, len(group)):
        notes.append(
            say("Cut into {n} group, since joins at one distance cannot be told apart."
                "|Cut into {n} groups, since joins at one distance cannot be told apart.", n=made)
        )  # fmt: skip
    if made:
        notes.append(
            say("Groups are found by counting alone: name them, or reject them, by reading.")
        )
    return notes


_POOR = 0.7

KIND = DisplayKind(
    name="clusters",
    title=say("Clusters of codes, cases or sources"),
    purpose="explore",
    about=say(
        "Use it to see which codes might belong to one theme, or which cases are of one type; the"
        " groups are suggestions to be read, not findings."
    ),
    also=(say("Dendrogram"),),
    source=also(in_miles(say("clustering")), "Sokal & Michener (1958)"),
    settings=(
        Setting(
            "of",
            say("What is compared"),
            "choice",
            choices_of("codes", "cases", "sources"),
            "codes",
        ),
        LIKENESS,
        UNIT,
        Setting("groups", say("At most so many groups"), "number", default=4, most=30),
        names_setting(say("Names of the groups, one a line (“-” for none)")),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many rows"), "number", default=60, most=300),
    ),
    compute=compute,
    example={"of": "codes", "top": 20},
    shown="chart",
)
