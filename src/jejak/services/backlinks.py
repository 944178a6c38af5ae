"""What refers to an entity, whatever it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..model import Evidence, Finding, Link, Memo, Relation
from ..model.memo_text import mentions
from ..store import Rows
from .things import Thing, things

__all__ = ["Backlink", "backlinks"]


@dataclass(frozen=True, slots=True)
class Backlink:
    """Something that refers to an entity, and how: ``about`` and ``mention`` of memos,
    ``evidence`` of findings, ``relation`` of the analyst's own, or the role of a link."""

    role: str
    thing: Thing


def backlinks(rows: Rows, guid: str, authors: Collection[str] | None = None) -> list[Backlink]:
    """Everything that refers to the entity of that GUID, memos first; with ``authors`` (GUIDs)
    without memos of others."""
    found = sorted(dict.fromkeys(_found(rows, guid)), key=lambda one: one[1] != Memo.KIND)
    if authors is not None:
        written = rows.among(Memo, "guid", [owner for _, kind, owner in found if kind == Memo.KIND])
        others = {memo.guid for memo in written if memo.user not in authors}
        found = [one for one in found if one[2] not in others]
    named = things(rows, [(kind, owner) for _, kind, owner in found])
    return [Backlink(role, named[owner]) for role, _, owner in found if owner in named]


def _found(rows: Rows, guid: str) -> Iterator[tuple[str, str, str]]:
    for link in rows.all(Link, target=guid):
        yield "about" if link.role == "memo" else link.role, link.owner_kind, link.owner
    for memo in rows.each(Memo):
        if guid in {target for _, target in mentions(memo.body)}:
            yield "mention", Memo.KIND, memo.guid
    for piece in rows.all(Evidence, target=guid):
        yield "evidence", Finding.KIND, piece.finding
    for relation in rows.all(Relation, target=guid):
        yield "relation", relation.origin_kind, relation.origin
    for relation in rows.all(Relation, origin=guid):
        yield "relation", relation.target_kind, relation.target
