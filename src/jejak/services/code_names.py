"""The names of codes where queries ask for them: a query that was written goes along with its codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from typing import TypeVar

from ..analysis.query.parse import parse
from ..displays.settings import FILTER
from ..errors import JejakError
from ..model import Code, Display, NetworkNode, Quantity, Record, Search, Set
from ..model.identity import name_key
from ..model.query import CodeIs, Query
from ..model.verification import IfThen
from ..store import Change, Rows
from ..store.lookups import code_paths, is_guid

__all__ = ["CodeNames", "follow_codes"]

T = TypeVar("T")
# The settings in which people write headings of their own, “Title = query”.
HEADINGS = ("row_headings", "column_headings")


class CodeNames:
    """The codes of a study by what they are called, at one time."""

    def __init__(self, rows: Rows) -> None:
        self.paths = code_paths(rows.all(Code))
        self._by_key: dict[str, list[str]] = {}
        for guid, path in self.paths.items():
            for called in _tails(path):
                self._by_key.setdefault(name_key(called), []).append(guid)

    def of(self, name: str) -> str | None:
        """The one code that is called so: by its GUID, its path or the end of its path."""
        if name in self.paths:
            return name
        found = self._by_key.get(name_key(name), [])
        whole = [guid for guid in found if name_key(self.paths[guid]) == name_key(name)]
        found = whole or found
        return found[0] if len(found) == 1 else None

    def name(self, guid: str, parts: int) -> str:
        """The end of its path, of so many parts or more, that finds this code and no other."""
        ends = sorted(_tails(self.paths[guid]), key=len)
        return next((end for end in ends[parts - 1 :] if self.of(end) == guid), self.paths[guid])


def _tails(path: str) -> list[str]:
    """A path and all its ends, the longest first."""
    parts = path.split("/")
    return ["/".join(parts[at:]) for at in range(len(parts))]


def follow_codes(
    change: Change,
    before: CodeNames,
    merged: Mapping[str, str],
    which: Callable[[str], bool] = lambda _: True,
) -> None:
    """Rewrite the queries of sets, displays, trees and tests that ask for codes by names they had
    ``before``; ``merged`` says what took others in (GUIDs), ``which`` of those things (GUIDs) are meant.
    Of deleted codes the queries stay, and say what is missing where they are asked."""
    after = CodeNames(change.rows)

    def told(name: str) -> str:
        was = before.of(name)
        guid = None if was is None else merged.get(was, was)
        if guid is None or guid not in after.paths or after.of(name) == guid:
            return name
        return after.name(guid, 1 if is_guid(name) else name.count("/") + 1)

    def followed(text: str) -> str:
        if "code" not in text.casefold():
            return text
        try:
            query = parse(text)
        except JejakError:
            return text
        now = _renamed(query, told)
        return text if now == query else str(now)

    for record, changed in _changed(change.rows, followed):
        if which(record.guid):
            change.set(record, **changed)


def _changed(
    rows: Rows, followed: Callable[[str], str]
) -> Iterator[tuple[Record, dict[str, object]]]:
    for kind, names in _QUERIES:
        for record in rows.all(kind):
            texts = {name: getattr(record, name) for name in names}
            now = {name: followed(text) for name, text in texts.items() if text}
            changed: dict[str, object] = {
                name: text for name, text in now.items() if text != texts[name]
            }
            if changed:
                yield record, changed
    for display in rows.all(Display):
        settings = _settings(display.settings, followed)
        if settings != display.settings:
            yield display, {"settings": settings}


_QUERIES = (
    (Set, ("query",)), (NetworkNode, ("test",)), (Search, ("query",)),
    (IfThen, ("condition", "consequence")), (Quantity, ("query", "base")),
)  # fmt: skip


def _settings(settings: Mapping[str, object], followed: Callable[[str], str]) -> dict[str, object]:
    told = dict(settings)
    if isinstance(told.get(FILTER), str):
        told[FILTER] = followed(str(told[FILTER]))
    for name in HEADINGS:
        lines = told.get(name)
        if isinstance(lines, list | tuple):
            told[name] = [_heading(str(line), followed) for line in lines]
    return told


def _heading(line: str, followed: Callable[[str], str]) -> str:
    title, equals, text = line.partition(" = ")
    now = followed(text.strip()) if equals else text
    return line if now == text.strip() else f"{title} = {now}"


def _renamed(query: T, told: Callable[[str], str]) -> T:
    if isinstance(query, CodeIs):
        return query if query.name is None else replace(query, name=told(query.name))
    if isinstance(query, tuple):
        return tuple(_renamed(one, told) for one in query)  # type: ignore[return-value]
    if isinstance(query, Query):
        values = {one.name: getattr(query, one.name) for one in fields(query)}
        return replace(query, **{name: _renamed(one, told) for name, one in values.items()})
    return query
