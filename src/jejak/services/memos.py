"""Memos: writing attached to anything, or free."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

from ..errors import InvalidInput
from ..model import KINDS, Link, Memo, Segment, Source, say
from ..model.identity import clean_name
from ..model.memo import MEMO_KINDS
from ..model.memo_text import Task, ticked
from ..store import Change, Store
from ..store.cascade import drop_bare_segments, remove_whole
from ..store.segments import segment_at
from .backlinks import Backlink, backlinks
from .memo_margin import Margin, margin_of
from .memo_rows import MemoFilter, MemoPage, MemoRow, TaskRow, memo_page, memo_rows, task_rows
from .things import Thing, things

__all__ = ["About", "Memos"]

# An entity as (kind, GUID), or a passage of a source as ("source", GUID, start, end).
About: TypeAlias = tuple[str, str] | tuple[str, str, int, int]


class Memos:
    """The memos of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self, about: str | None = None) -> list[Memo]:
        """All memos, or those about the entity of that GUID."""
        with self._store.read() as rows:
            if about is None:
                return rows.all(Memo)
            links = rows.all(Link, role="memo", target=about)
            return rows.among(Memo, "guid", [link.owner for link in links])

    def get(self, guid: str) -> Memo:
        """The memo of that GUID. Raises :class:`NotFound`."""
        return self._store.get(Memo, guid)

    def links(self, memo: Memo) -> list[tuple[str, str]]:
        """What a memo is about, as (kind, GUID)."""
        found = self._store.all(Link, role="memo", owner=memo.guid)
        return [(link.target_kind, link.target) for link in found]

    def page(
        self, wanted: MemoFilter | None = None, *, sort: str = "created", offset: int = 0,
        limit: int | None = None,
    ) -> MemoPage:  # fmt: skip
        """Some of the memos that answer to a filter, each told whole, and how many there are.

        ``sort`` is created, changed, title, kind or author, with ``-`` before it downwards. Raises
        :class:`InvalidInput`.
        """
        with self._store.view() as rows:
            return memo_page(rows, wanted or MemoFilter(), sort, offset, limit)

    def file(
        self, ending: str, wanted: MemoFilter | None = None, *, sort: str = "created",
        language: str = "en",
    ) -> bytes:  # fmt: skip
        """The memos that answer to a filter as a file: .docx, .md, .csv, .xlsx or .json.

        Names that are known to be real do not get into it. Raises :class:`InvalidInput`,
        :class:`MissingExtra`.
        """
        from .memo_files import memo_file

        with self._store.view() as rows:
            page = memo_page(rows, wanted or MemoFilter(), sort, 0, None)
            return memo_file(rows, [row.memo for row in page.rows], ending, language)

    def told(self, memos: Iterable[Memo]) -> list[MemoRow]:
        """Memos with their author, what they are about by name, and when they were last changed."""
        with self._store.view() as rows:
            return memo_rows(rows, list(memos))

    def things(
        self, wanted: Iterable[tuple[str, str]], authors: Collection[str] | None = None
    ) -> list[Thing]:
        """What is still there of what is asked for as (kind, GUID), by name and place; memos only
        of ``authors``, if given by GUID."""
        with self._store.view() as rows:
            found = things(rows, wanted).values()
            asked = [one.guid for one in found if one.kind == Memo.KIND]
            hidden = {
                memo.guid
                for memo in rows.among(Memo, "guid", asked)
                if authors is not None and memo.user not in authors
            }
            return [one for one in found if one.guid not in hidden]

    def backlinks(self, guid: str, authors: Collection[str] | None = None) -> list[Backlink]:
        """Everything that refers to an entity: memos about it or mentioning it (of ``authors``
        alone, if given by GUID), findings."""
        with self._store.view() as rows:
            return backlinks(rows, guid, authors)

    def margin(self, source: str, authors: Collection[str] | None = None) -> list[Margin]:
        """The memos about passages and codings of a source, or those that some people (GUIDs)
        wrote, with their places in its text."""
        with self._store.view() as rows:
            rows.get(Source, source)
            return margin_of(rows, source, authors, self._store.sight.apart())

    def tasks(
        self, *, done: bool | None = None, authors: Collection[str] | None = None
    ) -> list[TaskRow]:
        """The tasks that stand in memos, all of them or those done or not done; with ``authors``
        (GUIDs) those of their memos alone."""
        with self._store.view() as rows:
            return task_rows(rows, done=done, authors=authors)

    def tick(self, memo: Memo, line: int, text: str, *, done: bool) -> Memo:
        """Mark one task of a memo, by its line and words, as done or not. Raises :class:`Conflict`."""
        verb = (
            say("Mark as done in “{title}”: {task}", title=memo.title, task=text)
            if done
            else say("Mark as not done in “{title}”: {task}", title=memo.title, task=text)
        )
        with self._store.write(verb, self._user) as change:
            now = change.rows.get(Memo, memo.guid)
            body = ticked(now.body, Task(line, text, done=not done), done=done)
            return change.set(now, body=body)

    def add(
        self,
        title: str,
        body: str,
        kind: str = "theoretical",
        about: Sequence[About] = (),
        user: str | None = None,
    ) -> Memo:
        """A new memo about entities given as (kind, GUID), or passages as ("source", GUID, start,
        end). Raises :class:`NotFound`, :class:`InvalidInput`."""
        title = clean_name(title or body[:60], "memo")
        _check_kind(kind)
        with self._store.write(say("Write the memo “{title}”", title=title), self._user) as change:
            memo = Memo(title=title, body=body, kind=kind, user=user or self._user)
            change.add(memo)
            _link(change, memo, about)
            return memo

    def update(self, memo: Memo, about: Sequence[About] | None = None, **values: object) -> Memo:
        """Change a memo's title, body, kind or what it is about."""
        with self._store.write(
            say("Change the memo “{title}”", title=memo.title), self._user
        ) as change:
            if "kind" in values:
                _check_kind(str(values["kind"]))
            if about is not None:
                _relink(change, memo, [_target(change, one) for one in about])
            if "title" in values:
                values["title"] = clean_name(values["title"], "memo")
            return change.set(memo, **values)

    def remove(self, memo: Memo) -> None:
        """Remove a memo; what it is about stays."""
        with self._store.write(
            say("Remove the memo “{title}”", title=memo.title), self._user
        ) as change:
            links = change.rows.all(Link, role="memo", owner=memo.guid)
            remove_whole(change, Memo.KIND, [memo.guid])
            _drop_bare(change, links)


def _check_kind(kind: str) -> None:
    if kind not in MEMO_KINDS:
        raise InvalidInput(
            "unknown-kind", f"“{kind}” is no kind of memo.", f"Use one of: {', '.join(MEMO_KINDS)}."
        )


def _target(change: Change, about: About) -> tuple[str, str]:
    if len(about) == 2:
        return about
    _, source, start, end = about
    segment = segment_at(change, change.rows.get(Source, source), start, end)
    return Segment.KIND, segment.guid


def _link(change: Change, memo: Memo, about: Sequence[About]) -> None:
    for one in about:
        kind, guid = _target(change, one)
        if kind not in KINDS:
            raise InvalidInput("unknown-kind", f"There is no kind of entity “{kind}”.")
        change.rows.get(KINDS[kind], guid)
        change.add(
            Link(role="memo", owner_kind="memo", owner=memo.guid, target_kind=kind, target=guid)
        )


def _relink(change: Change, memo: Memo, about: Sequence[tuple[str, str]]) -> None:
    old = change.rows.all(Link, role="memo", owner=memo.guid)
    going = [link for link in old if (link.target_kind, link.target) not in set(about)]
    there = {(link.target_kind, link.target) for link in old}
    change.remove(*going)
    _link(change, memo, [one for one in dict.fromkeys(about) if one not in there])
    _drop_bare(change, going)


def _drop_bare(change: Change, links: Sequence[Link]) -> None:
    """Remove the passages that nothing refers to any more."""
    segments = [link.target for link in links if link.target_kind == Segment.KIND]
    drop_bare_segments(change, segments)
