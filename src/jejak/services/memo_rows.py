"""Memos as a list: filtered, sorted, and told with everything a reader wants to know of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..errors import InvalidInput
from ..model import Coding, Link, Memo, Segment, User
from ..model.identity import name_key
from ..model.memo_text import Task, mentions, tasks
from ..store import Rows
from ..store.revisions import moments_of, revisions
from .name_index import natural_key
from .things import Thing, things

__all__ = [
    "SORTS", "MemoFilter", "MemoPage", "MemoRow", "TaskRow", "memo_page", "memo_rows", "task_rows",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class MemoFilter:
    """Which memos are wanted; what is ``None`` or empty does not matter.

    ``about`` is the GUID of what they are about (with ``deep`` its passages and codings too),
    ``about_kind`` what kind of thing that is (``nothing``: free memos), ``mentions`` the GUID of
    what their text links to, ``author`` a GUID, ``authors`` several. ``text`` are words that must all be in title or
    body; ``since`` and ``until`` bound the time of writing, the end being left out.
    """

    about: str | None = None
    deep: bool = False
    about_kind: str | None = None
    mentions: str | None = None
    kind: str | None = None
    author: str | None = None
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    authors: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class MemoRow:
    """A memo with its revision, its author's name, when it was last changed, and what it is about."""

    memo: Memo
    revision: int
    author: str
    changed: datetime
    about: tuple[Thing, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class MemoPage:
    """Some of the memos, how many there are in all, and of which kinds those are."""

    total: int
    kinds: dict[str, int]
    rows: tuple[MemoRow, ...]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of a memo, with what the memo is about."""

    memo: Memo
    task: Task
    about: tuple[Thing, ...]


def memo_rows(rows: Rows, memos: Sequence[Memo]) -> list[MemoRow]:
    """Memos told whole, in the order they are given."""
    guids = [memo.guid for memo in memos]
    names = {user.guid: user.name for user in rows.all(User)}
    written = revisions(rows, Memo.KIND, guids)
    times = moments_of(rows, written.values())
    about = _about(rows, guids)
    return [
        MemoRow(
            memo,
            written[memo.guid],
            names.get(memo.user, ""),
            times.get(written[memo.guid], memo.created),
            about[memo.guid],
            tuple(tasks(memo.body)),
        )
        for memo in memos
    ]


def _about(rows: Rows, memos: Sequence[str]) -> dict[str, tuple[Thing, ...]]:
    links = [link for link in rows.among(Link, "owner", memos) if link.role == "memo"]
    named = things(rows, [(link.target_kind, link.target) for link in links])
    found: dict[str, list[Thing]] = {guid: [] for guid in memos}
    for link in links:
        thing = named.get(link.target)
        found[link.owner].append(thing or Thing(link.target_kind, link.target, ""))
    return {guid: tuple(told) for guid, told in found.items()}


_Key = Callable[[Memo, int, str], Any]
_KEYS: dict[str, _Key] = {
    "created": lambda memo, _, __: memo.created,
    "changed": lambda _, revision, __: revision,
    "title": lambda memo, _, __: natural_key(memo.title),
    "kind": lambda memo, _, __: memo.kind,
    "author": lambda _, __, author: name_key(author),
}
SORTS = tuple(_KEYS)


def memo_page(
    rows: Rows, wanted: MemoFilter, sort: str, offset: int, limit: int | None
) -> MemoPage:
    """A window of the memos that are wanted, in an order. Raises :class:`InvalidInput`."""
    down, by = sort.startswith("-"), sort.removeprefix("-")
    if by not in _KEYS:
        raise InvalidInput(
            "unknown-sort", f"Memos are not sorted by “{by}”.", f"Use: {', '.join(SORTS)}."
        )
    found = _wanted(rows, wanted)
    names = {user.guid: user.name for user in rows.all(User)}
    written = revisions(rows, Memo.KIND) if by == "changed" else {}
    key = _KEYS[by]
    found.sort(key=lambda m: key(m, written.get(m.guid, 0), names.get(m.user, "")), reverse=down)
    window = found[offset:] if limit is None else found[offset : offset + limit]
    kinds: dict[str, int] = {}
    for memo in found:
        kinds[memo.kind] = kinds.get(memo.kind, 0) + 1
    return MemoPage(len(found), kinds, tuple(memo_rows(rows, window)))


def _wanted(rows: Rows, wanted: MemoFilter) -> list[Memo]:
    found: Iterable[Memo] = rows.all(Memo)
    if wanted.about is not None or wanted.about_kind is not None:
        tied = _tied(rows, wanted)
        found = [memo for memo in found if tied(memo.guid)]
    words = name_key(wanted.text).split()
    return [memo for memo in found if _answers(memo, wanted, words)]


def _answers(memo: Memo, wanted: MemoFilter, words: Sequence[str]) -> bool:
    if words:
        body = name_key(f"{memo.title}\n{memo.body}")
        if not all(word in body for word in words):
            return False
    return (
        (wanted.kind is None or memo.kind == wanted.kind)
        and (wanted.author is None or memo.user == wanted.author)
        and (wanted.authors is None or memo.user in wanted.authors)
        and (wanted.since is None or memo.created >= wanted.since)
        and (wanted.until is None or memo.created < wanted.until)
        and (
            wanted.mentions is None or wanted.mentions in {guid for _, guid in mentions(memo.body)}
        )
    )


def _tied(rows: Rows, wanted: MemoFilter) -> Callable[[str], bool]:
    links = rows.all(Link, role="memo")
    if wanted.about_kind == "nothing":
        tied = {link.owner for link in links}
        return lambda guid: guid not in tied
    targets = None if wanted.about is None else {wanted.about}
    if targets is not None and wanted.deep:
        targets |= parts_of(rows, wanted.about or "")
    owners = {
        link.owner
        for link in links
        if (targets is None or link.target in targets)
        and wanted.about_kind in {None, link.target_kind}
    }
    return lambda guid: guid in owners


def parts_of(rows: Rows, guid: str) -> set[str]:
    """The passages and codings of a source, or the codings of a code, by GUID."""
    segments = {segment.guid for segment in rows.all(Segment, source=guid)}
    codings = [*rows.among(Coding, "segment", segments), *rows.all(Coding, code=guid)]
    return segments | {coding.guid for coding in codings}


def task_rows(
    rows: Rows, *, done: bool | None, authors: Collection[str] | None = None
) -> list[TaskRow]:
    """The tasks of all memos, or of some authors' (GUIDs), those of the latest memo first."""
    written = (memo for memo in rows.all(Memo) if authors is None or memo.user in authors)
    memos = sorted(written, key=lambda memo: memo.created, reverse=True)
    found = [
        (memo, task)
        for memo in memos
        for task in tasks(memo.body)
        if done is None or task.done == done
    ]
    about = _about(rows, list(dict.fromkeys(memo.guid for memo, _ in found)))
    return [TaskRow(memo, task, about[memo.guid]) for memo, task in found]
