"""Anything of a study by kind and GUID: what it is called, and where it is to be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..model import (
    KINDS,
    Code,
    Coding,
    Display,
    Evidence,
    Finding,
    NetworkEdge,
    NetworkNode,
    Record,
    Segment,
    Snapshot,
    Source,
)
from ..store import Rows
from ..store.lookups import code_paths

__all__ = ["Thing", "things"]

_LABELS = ("name", "title", "label", "key", "text", "type")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Thing:
    """Something by its name; ``where`` says what it belongs to (a code's path, a finding's words).

    Words of a source have their place: ``source`` (GUID) and ``[start, end)`` in code points.
    """

    kind: str
    guid: str
    label: str
    where: str = ""
    source: str | None = None
    start: int | None = None
    end: int | None = None


def things(rows: Rows, wanted: Iterable[tuple[str, str]]) -> dict[str, Thing]:
    """What is still there of what is asked for as (kind, GUID), by GUID."""
    by_kind: dict[str, list[str]] = {}
    for kind, guid in wanted:
        by_kind.setdefault(kind, []).append(guid)
    found: dict[str, Thing] = {}
    for kind, guids in by_kind.items():
        if kind in KINDS:
            records = rows.among(KINDS[kind], "guid", dict.fromkeys(guids))
            for thing in _TELLERS.get(kind, _named)(rows, records):
                found[thing.guid] = thing
    return found


def _named(_: Rows, records: list[Record]) -> list[Thing]:
    return [Thing(one.KIND, one.guid, _label(one)) for one in records]


def _label(record: Record) -> str:
    found = (getattr(record, name, None) for name in _LABELS)
    return next((_short(str(label)) for label in found if label), "")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _codes(rows: Rows, records: list[Record]) -> list[Thing]:
    paths = code_paths(rows.all(Code)) if records else {}
    return [Thing(Code.KIND, one.guid, _label(one), paths[one.guid]) for one in records]


def _findings(_: Rows, records: list[Record]) -> list[Thing]:
    return [
        Thing(Finding.KIND, one.guid, one.label, _short(one.statement))
        for one in records
        if isinstance(one, Finding)
    ]


def _segments(rows: Rows, records: list[Record]) -> list[Thing]:
    segments = [one for one in records if isinstance(one, Segment)]
    sources = {one.guid: one for one in rows.among(Source, "guid", {s.source for s in segments})}
    return [_segment(rows, one, sources[one.source]) for one in segments]


def _segment(rows: Rows, segment: Segment, source: Source) -> Thing:
    in_text = segment.anchor in {"text", "page", "cell"} and segment.lost is None
    end = min(segment.end, segment.start + _LONGEST * 2)
    words = rows.text(source.text, segment.start, end) if in_text else segment.lost or source.name
    return Thing(
        Segment.KIND, segment.guid, _short(words), source.name, source.guid,
        segment.start if in_text else None, segment.end if in_text else None,
    )  # fmt: skip


def _codings(rows: Rows, records: list[Record]) -> list[Thing]:
    codings = [one for one in records if isinstance(one, Coding)]
    places = things(rows, [(Segment.KIND, one.segment) for one in codings])
    codes = things(rows, [(Code.KIND, one.code) for one in codings])
    found = []
    for one in codings:
        place, code = places[one.segment], codes[one.code]
        label = _short(f"{code.label}: {place.label}")
        found.append(
            Thing(Coding.KIND, one.guid, label, place.where, place.source, place.start, place.end)
        )
    return found


def _evidence(rows: Rows, records: list[Record]) -> list[Thing]:
    pieces = [one for one in records if isinstance(one, Evidence)]
    findings = things(rows, [(Finding.KIND, one.finding) for one in pieces])
    return [
        Thing(Evidence.KIND, one.guid, _short(one.why), findings[one.finding].label)
        for one in pieces
    ]


def _snapshots(rows: Rows, records: list[Record]) -> list[Thing]:
    kept = [one for one in records if isinstance(one, Snapshot)]
    shown = {one.guid: one.name for one in rows.among(Display, "guid", [s.display for s in kept])}
    findings = things(rows, [(Finding.KIND, one.finding) for one in kept])
    return [
        Thing(Snapshot.KIND, one.guid, shown[one.display], findings[one.finding].label)
        for one in kept
    ]


def _nodes(rows: Rows, records: list[Record]) -> list[Thing]:
    nodes = [one for one in records if isinstance(one, NetworkNode)]
    drawn = {one.guid: one.name for one in rows.among(Display, "guid", [n.display for n in nodes])}
    return [Thing(NetworkNode.KIND, one.guid, one.label, drawn[one.display]) for one in nodes]


def _edges(rows: Rows, records: list[Record]) -> list[Thing]:
    edges = [one for one in records if isinstance(one, NetworkEdge)]
    ends = things(rows, [(NetworkNode.KIND, end) for e in edges for end in (e.origin, e.target)])
    found = []
    for one in edges:
        origin, target = ends[one.origin], ends[one.target]
        label = _short(f"{origin.label} → {target.label}")
        found.append(Thing(NetworkEdge.KIND, one.guid, label, origin.where))
    return found


_TELLERS: dict[str, Callable[[Rows, list[Record]], list[Thing]]] = {
    Code.KIND: _codes,
    Finding.KIND: _findings,
    Segment.KIND: _segments,
    Coding.KIND: _codings,
    Evidence.KIND: _evidence,
    Snapshot.KIND: _snapshots,
    NetworkNode.KIND: _nodes,
    NetworkEdge.KIND: _edges,
}
