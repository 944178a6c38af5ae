"""Many codings at once, from a table: every row placed, or none of them (unless asked)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import InvalidInput, JejakError
from ..model import Code, Coding, Link, Memo, Message, Segment, Source, User, say
from ..model.anchors import check_span
from ..model.identity import name_key
from ..store import Change, Store
from ..store.apart import read_now
from ..store.lookups import code_by_path, find_user
from ..store.segments import segments_by_span
from .coding import check_origin, check_weight, codable
from .quotes import place_of, source_told

__all__ = ["BatchCoding", "BatchReport", "RowProblem"]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that could not be placed: its number from 1, and why."""

    row: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What became of a table of codings. ``moved`` are the rows whose words stand elsewhere than their
    positions say, and were placed by their words."""

    rows: int
    applied: int
    already: int
    problems: tuple[RowProblem, ...]
    seq: int | None
    moved: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    source: Source
    start: int
    end: int
    code: Code
    user: str
    weight: int | None
    memo: str
    origin: str
    moved: bool


class _Books:
    """Names looked up once each."""

    def __init__(self, change: Change, user: str, *, machine: bool = False) -> None:
        self._change = change
        self._user = user
        self._machine = machine
        self._codes = change.rows.all(Code)
        self._by_name: dict[str, Code] = {}
        self._sources: dict[str, Source] = {}
        self._texts: dict[str, str] = {}
        self._users: dict[str, str] = {"": user}

    def place(self, row: Mapping[str, object]) -> _Placed:
        """What a row means. Raises :class:`JejakError`."""
        source = self._source(_text(row, "source"), _text(row, "title", ""))
        start, end, moved = self._span(source, row)
        weight = _number(row, "weight")
        check_weight(weight)
        origin = _text(row, "origin", "imported")
        check_origin(origin)
        return _Placed(
            source, start, end, self._code(_text(row, "code")), self._coder(_text(row, "coder", "")),
            weight, _text(row, "memo", ""), origin, moved,
        )  # fmt: skip

    def _source(self, name: str, title: str) -> Source:
        key = name_key(name)
        if key not in self._sources:
            self._sources[key] = source_told(self._change.rows, name, title)
        return self._sources[key]

    def _code(self, name: str) -> Code:
        if name not in self._by_name:
            self._by_name[name] = codable(code_by_path(self._codes, name))
        return self._by_name[name]

    def _coder(self, name: str) -> str:
        key = name_key(name)
        if key not in self._users:
            try:
                self._users[key] = find_user(self._change.rows, name).guid
            except JejakError:
                user = User(name=name, initials=name[:2].upper(), machine=self._machine)
                self._change.add(user)
                self._users[key] = user.guid
        return self._users[key]

    def _span(self, source: Source, row: Mapping[str, object]) -> tuple[int, int, bool]:
        start, end = _number(row, "start"), _number(row, "end")
        span = None if start is None or end is None else (start, end)
        quote = _text(row, "quote", None if span is None else "").replace("\r\n", "\n")
        if span is not None and not quote:
            check_span(*span, source.length)
            return *span, False
        if source.guid not in self._texts:
            self._texts[source.guid] = self._change.rows.text(source.text)
        around = (_text(row, name, "").replace("\r\n", "\n") for name in ("prefix", "suffix"))
        return place_of(
            self._texts[source.guid], span, quote, *around, loosely=row.get("loosely") is True
        )


class BatchCoding:
    """Codings from tables."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def apply(
        self,
        table: Iterable[Mapping[str, object]],
        *,
        partial: bool = False,
        machine: bool = False,
        verb: Message | None = None,
    ) -> BatchReport:
        """Apply rows of ``source, code`` and ``start, end`` or ``quote`` (``prefix``, ``suffix``), or
        both (then the words go before the positions), with ``coder``, ``weight``, ``memo`` where they are given. Coders that are not in the study
        yet join it, as machines if ``machine``.

        Every row that cannot be placed is reported; then none is applied, unless ``partial``.
        """
        rows = list(table)
        problems: list[RowProblem] = []
        placed: list[_Placed] = []
        moved: list[int] = []
        seq: int | None = None
        counts = (0, 0)
        verb = verb or say("Apply {n} codings from a table", n=len(rows))
        try:
            with self._store.write(verb, self._user) as change:
                books = _Books(change, self._user, machine=machine)
                for number, row in enumerate(rows, 1):
                    try:
                        placed.append(books.place(row))
                        moved += [number] * placed[-1].moved
                    except JejakError as error:
                        problems.append(RowProblem(number, error.code, str(error)))
                _refuse(bool(problems) and not partial)
                counts = write_all(change, placed)
                seq = None if change.empty else change.seq
        except _Refused:
            return BatchReport(len(rows), 0, 0, tuple(problems), None)
        return BatchReport(len(rows), *counts, tuple(problems), seq, tuple(moved))


def _refuse(wanted: bool) -> None:  # noqa: FBT001  (the one question it is asked)
    if wanted:
        raise _Refused


class _Refused(Exception):
    pass


def write_all(change: Change, placed: Iterable[_Placed]) -> tuple[int, int]:
    """Write codings in bulk; how many were new, and how many were there already."""
    wanted = list(placed)
    segments = segments_by_span(change.rows, {one.source.guid for one in wanted})
    there = {
        (coding.segment, coding.code, coding.user)
        for coding in read_now(change.rows, change.rows.among(Coding, "segment", segments.values()))
    }
    records: list[Segment | Coding | Memo | Link] = []
    new = 0
    for one in wanted:
        span = (one.source.guid, one.start, one.end)
        if span not in segments:
            segment = Segment(source=one.source.guid, start=one.start, end=one.end)
            segments[span] = segment.guid
            records.append(segment)
        key = (segments[span], one.code.guid, one.user)
        if key in there:
            continue
        there.add(key)
        new += 1
        records += _coding(one, segments[span])
    change.add_many(records)
    return new, len(wanted) - new


def _coding(one: _Placed, segment: str) -> list[Segment | Coding | Memo | Link]:
    coding = Coding(
        segment=segment, code=one.code.guid, user=one.user, weight=one.weight, origin=one.origin
    )
    if not one.memo:
        return [coding]
    memo = Memo(title=one.memo[:80], body=one.memo, kind="jotting", user=one.user)
    link = Link(
        role="memo", owner_kind="memo", owner=memo.guid, target_kind="coding", target=coding.guid
    )
    return [coding, memo, link]


def _text(row: Mapping[str, object], name: str, default: str | None = None) -> str:
    value = row.get(name)
    if value is None or value == "":
        if default is None:
            raise InvalidInput("missing-field", f"The field “{name}” is empty.")
        return default
    return str(value)


def _number(row: Mapping[str, object], name: str) -> int | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    try:
        return int(str(value))
    except ValueError:
        raise InvalidInput(
            "not-a-number", f"The field “{name}” is no whole number: {value}."
        ) from None
