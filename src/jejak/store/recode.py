"""Codings given another code, and what is tied to one entity tied to another."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Code, Coding, DisplayCell, Link, Relation
from .apart import standing
from .cascade import remove_whole
from .writing import Change

__all__ = ["give_code", "higher", "move_ties", "move_words"]


def give_code(change: Change, codings: Iterable[Coding], into: Code) -> int:
    """Give codings another code; how many took it.

    Where the same person has the code on the same segment already, one coding remains, with the
    higher weight, and with the memos and other ties of both. What they coded before and are reading again
    stays beside it.
    """
    wanted, place = [one for one in codings if one.code != into.guid], standing(change.rows)
    segments = {coding.segment for coding in wanted}
    there = {
        place(coding): coding
        for coding in change.rows.among(Coding, "segment", segments)
        if coding.code == into.guid
    }
    moved: list[str] = []
    double: list[str] = []
    for coding in wanted:
        kept = there.setdefault(place(coding), coding)
        if kept is coding:
            moved.append(coding.guid)
            continue
        weight = higher(kept.weight, coding.weight)
        there[place(coding)] = change.set(kept, weight=weight)
        move_ties(change, coding.guid, kept.guid)
        double.append(coding.guid)
    if moved:
        change.set_many(Coding.KIND, ("code",), dict.fromkeys(moved, (into.guid,)))
    if double:
        remove_whole(change, Coding.KIND, double)
    return len(moved)


def higher(one: int | None, other: int | None) -> int | None:
    """The higher of two weights; one that is not there counts for nothing."""
    return max((weight for weight in (one, other) if weight is not None), default=None)


def move_ties(change: Change, old: str, new: str) -> None:
    """Let whatever is tied to one entity be tied to another; ties it has already stay single, and
    what would tie it to itself stays with the old one."""
    for end, other in (("owner", "target"), ("target", "owner")):
        there = {(link.role, getattr(link, other)) for link in change.rows.all(Link, **{end: new})}
        for link in change.rows.all(Link, **{end: old}):
            tie = (link.role, getattr(link, other))
            if tie not in there and tie[1] != new:
                change.set(link, **{end: new})
    for end, other in (("origin", "target"), ("target", "origin")):
        for relation in change.rows.all(Relation, **{end: old}):
            if getattr(relation, other) not in {old, new}:
                change.set(relation, **{end: new})


def move_words(change: Change, old: str, new: str) -> None:
    """Let what was written in cells of displays for one entity stand in those of another; where
    somebody wrote there too, both are kept as they are."""
    cells = change.rows.all(DisplayCell)
    taken = {(cell.display, cell.row, cell.column) for cell in cells}
    for cell in cells:
        row, column = cell.row.replace(old, new), cell.column.replace(old, new)
        place = (cell.display, row, column)
        if place not in taken:
            change.set(cell, row=row, column=column)
            taken.add(place)
