"""Memos at the edge of a text: those about its passages and the codings on them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..model import Coding, Link, Memo, Segment
from ..store import Rows
from ..store.apart import NOTHING, Apart

__all__ = ["Margin", "margin_of"]

_IN_TEXT = {"text", "page", "cell"}


@dataclass(frozen=True, slots=True)
class Margin:
    """A memo at ``[start, end)`` (code points) of a text; ``about`` is (kind, GUID): a *segment*,
    or a *coding* that it comments on."""

    memo: Memo
    start: int
    end: int
    about: tuple[str, str]


def margin_of(
    rows: Rows,
    source: str,
    authors: Collection[str] | None = None,
    apart: Apart = NOTHING,
) -> list[Margin]:
    """The memos about passages and codings of a source, or those of some authors (GUIDs), by place;
    not those about codings that are ``apart``."""
    links = [
        link
        for link in rows.all(Link, role="memo")
        if link.target_kind in {Segment.KIND, Coding.KIND}
    ]
    codings = {
        coding.guid: coding.segment
        for coding in rows.among(
            Coding, "guid", [link.target for link in links if link.target_kind == Coding.KIND]
        )
        if not apart.hides(coding.guid, coding.user, source)
    }
    segments = {
        segment.guid: segment
        for segment in rows.among(
            Segment, "guid", [codings.get(link.target, link.target) for link in links]
        )
        if segment.source == source and segment.anchor in _IN_TEXT and segment.lost is None
    }
    memos = {memo.guid: memo for memo in rows.among(Memo, "guid", [k.owner for k in links])}
    found = []
    for link in links:
        segment = segments.get(codings.get(link.target, link.target))
        memo = memos[link.owner]
        if segment is not None and (authors is None or memo.user in authors):
            about = link.target_kind, link.target
            found.append(Margin(memo, segment.start, segment.end, about))
    return sorted(found, key=lambda one: (one.start, one.end, one.memo.created))
