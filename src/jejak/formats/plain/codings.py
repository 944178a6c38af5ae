"""The lines of codings: what was coded, by whom and with what, in the words of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...model import Code, Coding, Segment, Source, User
from .layout import told
from .placing import quote_of

__all__ = ["IN_TEXT", "Coded", "coding_lines"]

IN_TEXT = {"text", "page", "cell"}


@dataclass(frozen=True, slots=True)
class Coded:
    """The names of codes and coders by GUID, the segments by source, the codings by segment."""

    codes: Mapping[str, str]
    coders: Mapping[str, str]
    segments: Mapping[str, list[Segment]]
    codings: Mapping[str, list[Coding]]

    @classmethod
    def of(
        cls,
        codes: Iterable[Code],
        users: Iterable[User],
        segments: Iterable[Segment],
        codings: Iterable[Coding],
    ) -> Coded:
        """The same of the entities themselves."""
        by_source: dict[str, list[Segment]] = {}
        for segment in segments:
            by_source.setdefault(segment.source, []).append(segment)
        by_segment: dict[str, list[Coding]] = {}
        for coding in codings:
            by_segment.setdefault(coding.segment, []).append(coding)
        return cls(
            {one.guid: one.name for one in codes},
            {one.guid: one.name for one in users},
            by_source,
            by_segment,
        )


def coding_lines(source: Source, text: str, coded: Coded) -> Iterator[dict[str, Any]]:
    """The lines of a source: first one that names it, so that what is added to two sources never stands
    side by side; then each coding, or each segment without one, by position."""
    yield {"source": source.name, "ids": {"source": source.guid}}
    segments = coded.segments.get(source.guid, [])
    for segment in sorted(segments, key=lambda one: (one.start, one.end, one.guid)):
        words: dict[str, Any] = {}
        if segment.anchor in IN_TEXT and segment.lost is None:
            words = dict(quote_of(text, segment.start, segment.end))
        place = {"source": source.name, "start": segment.start, "end": segment.end, **words}
        rest = told(segment)
        for name in ("guid", "source", "start", "end"):
            rest.pop(name, None)
        if rest.get("anchor") == "text":
            del rest["anchor"]
        ids = {"source": source.guid, "segment": segment.guid}
        codings = sorted(coded.codings.get(segment.guid, []), key=lambda one: one.guid)
        for coding in codings:
            yield {**place, **_coding(coding, coded), **rest, "ids": {**ids, **_ids(coding)}}
        if not codings:
            yield {**place, **rest, "ids": ids}


def _coding(coding: Coding, coded: Coded) -> dict[str, Any]:
    line: dict[str, Any] = {"code": coded.codes[coding.code], "coder": coded.coders[coding.user]}
    values = told(coding)
    return line | {name: values[name] for name in ("weight", "origin", "created") if name in values}


def _ids(coding: Coding) -> dict[str, str]:
    return {"coding": coding.guid, "code": coding.code, "coder": coding.user}
