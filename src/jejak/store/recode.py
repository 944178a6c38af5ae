"""Codings given another code, and what is tied to one entity tied to another."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Code, Coding, Link, Relation
from .cascade import remove_whole
from .writing import Change

__all__ = ["give_code", "move_ties"]


def give_code(change: Change, codings: Iterable[Coding], into: Code) -> int:
    """Give codings another code; how many took it.

    Where the same person has the code on the same segment already, one coding remains, with the
    weight and the memos of both.
    """
    wanted = [coding for coding in codings if coding.code != into.guid]
    segments = {coding.segment for coding in wanted}
    there = {
        (coding.segment, coding.user): coding
        for coding in change.rows.among(Coding, "segment", segments)
        if coding.code == into.guid
    }
    moved: list[str] = []
    double: list[str] = []
    for coding in wanted:
        kept = there.setdefault((coding.segment, coding.user), coding)
        if kept is coding:
            moved.append(coding.guid)
            continue
        if kept.weight is None and coding.weight is not None:
            there[coding.segment, coding.user] = change.set(kept, weight=coding.weight)
        move_ties(change, coding.guid, kept.guid)
        double.append(coding.guid)
    if moved:
        change.set_many(Coding.KIND, ("code",), dict.fromkeys(moved, (into.guid,)))
    if double:
        remove_whole(change, Coding.KIND, double)
    return len(moved)


def move_ties(change: Change, old: str, new: str) -> None:
    """Let whatever is tied to one entity be tied to another; ties it has already stay single."""
    for end in ("owner", "target"):
        there = {_tie(link, end) for link in change.rows.all(Link, **{end: new})}
        for link in change.rows.all(Link, **{end: old}):
            if _tie(link, end) not in there:
                change.set(link, **{end: new})
    for end in ("origin", "target"):
        for relation in change.rows.all(Relation, **{end: old}):
            change.set(relation, **{end: new})


def _tie(link: Link, end: str) -> tuple[str, str]:
    return link.role, link.target if end == "owner" else link.owner
