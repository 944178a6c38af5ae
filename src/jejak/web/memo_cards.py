"""Memos as they are told: with their author, and what they are about by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import KINDS, Link, Memo, Record
from ..store import Rows
from ..store.revisions import revisions
from .forms.memos import AboutOut, MemoOut
from .opened import OpenStudy

__all__ = ["memo_outs"]

_LABELS = ("label", "name", "title", "text", "key", "why")


def memo_outs(here: OpenStudy, memos: Sequence[Memo]) -> list[MemoOut]:
    """Memos with what they are about."""
    guids = [memo.guid for memo in memos]
    with here.study.store.view() as rows:
        names = here.user_names()
        written = revisions(rows, Memo.KIND, guids)
        links = [link for link in rows.among(Link, "owner", guids) if link.role == "memo"]
        labels = _labels(rows, links)
    about: dict[str, list[AboutOut]] = {guid: [] for guid in guids}
    for link in links:
        label = labels.get(link.target, "")
        about[link.owner].append(AboutOut(kind=link.target_kind, guid=link.target, label=label))
    return [
        MemoOut(
            guid=memo.guid,
            revision=written[memo.guid],
            title=memo.title,
            body=memo.body,
            kind=memo.kind,
            author=names.get(memo.user, ""),
            created=memo.created,
            about=about[memo.guid],
        )
        for memo in memos
    ]


def _labels(rows: Rows, links: Iterable[Link]) -> dict[str, str]:
    by_kind: dict[str, list[str]] = {}
    for link in links:
        by_kind.setdefault(link.target_kind, []).append(link.target)
    return {
        record.guid: _label(record)
        for kind, guids in by_kind.items()
        for record in rows.among(KINDS[kind], "guid", guids)
    }


def _label(record: Record) -> str:
    found = (getattr(record, name, None) for name in _LABELS)
    return next((str(label) for label in found if label), "")
