"""Transcripts of recordings: texts of their own, whose places are tied to moments."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Protocol

from ...model import Block, Source, say
from ...model.identity import digest_of
from .contents import Contents
from .counted import Counting, Text
from .intake import Coming, Intake, as_xml, derived, described_of, parts
from .kept import kept_beside

__all__ = ["Transcripts"]

_EXPECTED = frozenset({
    "Description", "PlainTextContent", "SyncPoint", "TranscriptSelection", "PlainTextSelection", "NoteRef",
})  # fmt: skip


class Texts(Protocol):
    """How what is selected of a text is read."""

    def text_selections(self, element: Any, source: Source, text: Text, coming: Coming) -> None:
        """The stretches of it that are selected."""
        ...

    def placed(
        self, element: Any, said: Mapping[str, str], source: Source, text: str, place: tuple[int, int],
        coming: Coming,
    ) -> None:  # fmt: skip
        """A selection at a place."""
        ...


class Transcripts:
    """The transcripts of one project."""

    def __init__(self, intake: Intake, contents: Contents, sources: Texts) -> None:
        self._intake = intake
        self._contents = contents
        self._sources = sources

    def take(self, element: Any, recording: Source, coming: Coming) -> None:
        """A transcript of a recording, as a source beside it."""
        intake = self._intake
        intake.tally.read["source"] += 1
        raw = element.get("name") or ""
        guid = intake.claim(element.get("guid"), Source.KIND, raw)
        name = intake.free(
            "source", raw or f"{recording.name} (transcript)", f"Transcript {guid[:8]}"
        )
        content: dict[str, Any] = {"transcript of": recording.guid}
        where = f"“{name}”"
        text = self._contents.text_of(element, where, None, content)
        metadata: dict[str, object] = {"recording": recording.guid}
        description = described_of(element)
        if description:
            metadata["description"] = description
        source = Source(
            guid=guid, name=name, kind="interview", text=digest_of(text.text), length=len(text.text),
            metadata=metadata, created=intake.when(element.get("creationDateTime"), where),
        )  # fmt: skip
        coming.texts.append(text.text)
        coming.records.append(source)
        points = self._points(element, where)
        content["points"] = [[point, time, at] for point, time, at in points]
        coming.records += _blocks(source, points)
        placed = {point: at for point, _, at in points}
        if parts(element, "PlainTextSelection"):
            self._sources.text_selections(element, source, text, coming)
        for one in parts(element, "TranscriptSelection"):
            ends = [
                placed.get(intake.guid(one.get(name))) for name in ("fromSyncPoint", "toSyncPoint")
            ]
            if None in ends:
                intake.tally.note("no-such-point", say("A selection refers to a moment that is not in the file; "
                                                       "it is kept for the way back."), where)  # fmt: skip
                coming.records += kept_beside("source", guid, {"extra": [as_xml(one)]})
                continue
            start, end = text.span(int(ends[0] or 0), int(ends[1] or 0), Counting())
            self._sources.placed(one, dict(one.items()), source, text.text, (start, end), coming)
        intake.note_refs(element, "source", guid)
        intake.beside(
            coming, element, "source", guid, intake.told.source(source), _EXPECTED, **content
        )

    def _points(self, element: Any, where: str) -> list[tuple[str, int, int]]:
        """The points of a transcript: (GUID, milliseconds, place) each, in their order."""
        found: list[tuple[str, int, int]] = []
        for one in parts(element, "SyncPoint"):
            try:
                time, at = int(one.get("timeStamp") or 0), int(one.get("position") or 0)
            except ValueError:
                self._intake.tally.note(
                    "no-moment", say("A moment of the transcript is no number."), where
                )
                continue
            found.append((self._intake.guid(one.get("guid"), where), time, at))
        return found


def _blocks(source: Source, points: list[tuple[str, int, int]]) -> list[Block]:
    """The stretches between moments that follow one another in the text."""
    ordered = sorted({(at, time) for _, time, at in points if 0 <= at <= source.length})
    ends = [*ordered, (source.length, ordered[-1][1])] if ordered else []
    found: list[Block] = []
    for (start, begin), (end, finish) in pairwise(ends):
        if start < end and begin <= finish:
            number = len(found) + 1
            found.append(Block(
                guid=derived(source.guid, "block", str(number)), source=source.guid, number=number, kind="caption",
                start=start, end=end, begin=begin, finish=finish,
            ))  # fmt: skip
    return found
