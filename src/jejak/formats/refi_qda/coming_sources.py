"""Sources of a project file with their selections and codings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ...model import Block, Coding, Memo, Segment, Source, say
from ...model.codec import spec_of
from ...model.identity import digest_of
from ..zipped import local
from .coming_times import Transcripts
from .coming_variables import Variables
from .contents import Contents
from .counted import Text
from .intake import Coming, Intake, as_xml, derived, described_of, parts
from .kept import differences, kept_beside
from .regions import SHAPES, spoken
from .told import excerpt

__all__ = ["SOURCES", "Sources"]

SOURCES: Mapping[str, str] = {
    "TextSource": "text", "PDFSource": "pdf", "PictureSource": "image", "AudioSource": "audio",
    "VideoSource": "video",
}  # fmt: skip
_ALWAYS = frozenset({"Description", "Coding", "NoteRef", "VariableValue"})
_EXPECTED: Mapping[str, frozenset[str]] = {
    "TextSource": _ALWAYS | {"PlainTextContent", "PlainTextSelection"},
    "PDFSource": _ALWAYS | {"PDFSelection", "Representation"},
    "PictureSource": _ALWAYS | {"PictureSelection", "TextDescription"},
    "AudioSource": _ALWAYS | {"AudioSelection", "Transcript"},
    "VideoSource": _ALWAYS | {"VideoSelection", "Transcript"},
}
_WORDED = {"PDFSource": "Representation", "PictureSource": "TextDescription"}
_OF_SELECTION = frozenset({"Description", "Coding", "NoteRef"})
# There may be a million of each.
_segment, _coding = spec_of(Segment.KIND).make, spec_of(Coding.KIND).make
_OF_CODING = frozenset({"CodeRef", "NoteRef"})


class Sources:
    """The sources of one project."""

    def __init__(self, intake: Intake, variables: Variables, contents: Contents) -> None:
        self._intake = intake
        self._variables = variables
        self._contents = contents
        self._transcripts = Transcripts(intake, contents, self)
        self.empty = 0

    def take(self, element: Any, coming: Coming) -> None:
        """A source with all that is in it."""
        intake, tag = self._intake, local(element.tag)
        intake.tally.read["source"] += 1
        raw = element.get("name") or ""
        guid = intake.claim(element.get("guid"), Source.KIND, raw)
        medium = SOURCES[tag]
        # There may be a thousand selections of a text: whatever looks for something else looks beside them.
        inside = _beside_selections(element) if medium == "text" else element
        content: dict[str, Any] = {}
        name = intake.free("source", raw, f"Source {intake.tally.read['source']}")
        where = f"“{name}”"
        file = self._contents.file(
            element, "richTextPath" if medium == "text" else "path", where, content, coming
        )
        worded = (
            element if medium == "text" else next(iter(parts(element, _WORDED.get(tag, "-"))), None)
        )
        text = (
            self._contents.text_of(worded, where, file, content) if worded is not None else Text("")
        )
        blocks: list[Block] = []
        if medium == "pdf" and file and not text.text and (worded is None or not len(worded)):
            text, blocks = self._contents.pages(file, guid, where)
            content["read out"] = digest_of(text.text)
        source = Source(
            guid=guid, name=name, medium=medium, text=digest_of(text.text), length=len(text.text),
            original=file.digest if file else None, original_name=self._contents.called(element, name) if file else None,
            metadata=_described(inside), created=intake.when(element.get("creationDateTime"), where),
        )  # fmt: skip
        coming.texts.append(text.text)
        coming.records += [source, *blocks]
        intake.labels[guid] = name
        self.empty += medium == "text" and not text.text.strip()
        left = self._variables.values(inside, "source", guid, coming)
        if left:
            content["extra"] = left
        if worded is not None and worded is not element:
            content["worded"] = _worded(intake, worded, guid)
            self.text_selections(worded, source, text, coming)
            # Codings of the words as a whole are codings of the source.
            self._whole(worded, source, coming)
        if medium == "text":
            self.text_selections(element, source, text, coming)
        self._regions(inside, source, text.text, coming)
        self._whole(inside, source, coming)
        intake.note_refs(inside, "source", guid)
        intake.beside(
            coming,
            element,
            "source",
            guid,
            intake.told.source(source),
            _EXPECTED[tag],
            inside=inside,
            **content,
        )
        for one in parts(inside, "Transcript"):
            self._transcripts.take(one, source, coming)

    # -- selections --------------------------------------------------------------------------------

    def text_selections(self, element: Any, source: Source, text: Text, coming: Coming) -> None:
        """The stretches of a text that are selected."""
        found = [
            (one, said, *_span(said))
            for one in parts(element, "PlainTextSelection")
            for said in (dict(one.items()),)
        ]
        if not found:
            return
        counting = self._intake.decision.of(
            text,
            [
                (start, end, said.get("name") or "")
                for _, said, start, end in found
                if start is not None and end is not None
            ],
        )
        for one, said, start, end in found:
            if start is None or end is None:
                self._unplaced(one, source, coming)
                continue
            a, b = text.span(start, end, counting)
            self.placed(one, said, source, text.text, (a, b), coming)

    def _unplaced(self, element: Any, source: Source, coming: Coming) -> None:
        self._intake.tally.note("no-position", say("A selection has no position; it is kept for the way back."),
                                f"“{source.name}”")  # fmt: skip
        coming.records += kept_beside("source", source.guid, {"extra": [as_xml(element)]})

    def placed(
        self, element: Any, said: Mapping[str, str], source: Source, text: str, place: tuple[int, int],
        coming: Coming,
    ) -> None:  # fmt: skip
        """A selection of the text at a place, which is mended where it is none; ``said`` are its attributes."""
        intake, lost = self._intake, None
        intake.tally.read["segment"] += 1
        guid = intake.claim(said.get("guid"), Segment.KIND, source.name)
        start, end = place
        if not 0 <= start < end <= len(text):
            start, end, lost = self._mended(said, source, len(text), start, end)
        words = text[start:end]
        segment = cast(Segment, _segment(guid, source.guid, "text", start, end, {}, lost))
        coming.records.append(segment)
        first, many = self.codings(element, segment, coming)
        ours = intake.told.text_selection(segment, words, first)
        if said != ours or len(element) != many:
            self._said(element, said, segment, ours, first, words, coming)

    def _mended(
        self, said: Mapping[str, str], source: Source, length: int, start: int, end: int
    ) -> tuple[int, int, str | None]:
        if start > end:
            start, end = end, start
            self._intake.tally.note("reversed", say("A selection ended before it began; its ends were swapped."),
                                    f"“{source.name}” {start}–{end}")  # fmt: skip
        if 0 <= start < end <= length:
            return start, end, None
        a, b = max(0, min(start, length)), max(0, min(end, length))
        where = f"“{source.name}” {start}–{end}"
        if a < b:
            self._intake.tally.note("beyond-text", say("A selection reaches beyond the text, which ends at {length}; "
                                                       "it was cut there.", length=length), where)  # fmt: skip
            return a, b, None
        if start == end:
            message = say("A selection holds no character; it is kept and marked as lost.")
        else:
            message = say("A selection lies beyond the text, which ends at {length}; it is kept and marked as "
                          "lost.", length=length)  # fmt: skip
        self._intake.tally.note("nothing-selected", message, where)
        return a, a, said.get("name") or ""

    def _said(
        self, element: Any, said: Mapping[str, str], segment: Segment, ours: dict[str, str],
        first: Coding | None, words: str, coming: Coming,
    ) -> None:  # fmt: skip
        """Keep what is said of a selection beyond its place and its codings."""
        intake, guid = self._intake, segment.guid
        kept: dict[str, Any] = {}
        name = said.get("name")
        # Words of the material are not said a second time: how many of them the name has tells it as well.
        if name and name != ours.get("name") and (cut := _cut(name, words)):
            kept["cut"] = cut
            ours = ours | {"name": name}
        comment = described_of(element)
        if comment:
            self._comment(comment, segment, first, coming)
        intake.beside(coming, element, "segment", guid, ours, _OF_SELECTION, **kept)
        intake.note_refs(element, "segment", guid)

    def _comment(self, text: str, segment: Segment, first: Coding | None, coming: Coming) -> None:
        """What a selection is described with, as a memo about it."""
        intake, guid = self._intake, derived(segment.guid, "description")
        intake.kinds[guid] = Memo.KIND
        user = first.user if first else intake.user(None, coming)
        coming.records.append(Memo(
            guid=guid, title=excerpt(text), body=text, kind="jotting", user=user,
            created=first.created if first else intake.moment,
        ))  # fmt: skip
        coming.records += kept_beside("memo", guid, {"description of": segment.guid})
        intake.notes.append(("segment", segment.guid, guid))

    def _regions(self, element: Any, source: Source, text: str, coming: Coming) -> None:
        """What is selected of pages, pictures and recordings."""
        for one in element:
            shape = SHAPES.get(local(one.tag))
            if shape is not None:
                try:
                    values = shape(one)
                except (TypeError, ValueError):
                    self._unplaced(one, source, coming)
                    continue
                if values["anchor"] == "page":
                    values |= spoken(one, text)
                self._region(one, source, values, coming)

    def _region(self, element: Any, source: Source, values: dict[str, Any], coming: Coming) -> None:
        intake = self._intake
        intake.tally.read["segment"] += 1
        guid = intake.claim(element.get("guid"), Segment.KIND, source.name)
        segment = Segment(guid=guid, source=source.guid, **values)
        coming.records.append(segment)
        first, many = self.codings(element, segment, coming)
        said, ours = dict(element.items()), intake.told.selection(segment, first)
        if said != ours or len(element) != many:
            self._said(element, said, segment, ours, first, "", coming)

    def _whole(self, element: Any, source: Source, coming: Coming) -> None:
        """Codings of a source as a whole."""
        found = parts(element, "Coding")
        if not found:
            return
        guid = derived(source.guid, "whole")
        segment = Segment(
            guid=guid, source=source.guid, start=0, end=source.length, region={"whole": True},
            anchor="text" if source.length else "picture",
        )  # fmt: skip
        if guid not in self._intake.kinds:
            self._intake.kinds[guid] = Segment.KIND
            coming.records.append(segment)
        self.codings(element, segment, coming)

    def codings(self, element: Any, segment: Segment, coming: Coming) -> tuple[Coding | None, int]:
        """The codings of a selection: the first of them, and how many there are."""
        intake, first, many = self._intake, None, 0
        for one in element:
            if local(one.tag) != "Coding":
                continue
            many += 1
            said = dict(one.items())
            named = one[0] if len(one) == 1 else None
            if named is None or local(named.tag) != "CodeRef":
                named = next(iter(parts(one, "CodeRef")), None)
            coding = cast(Coding, _coding(
                intake.claim(said.get("guid"), Coding.KIND, segment.guid),
                segment.guid,
                intake.code(named.get("targetGUID") if named is not None else None, coming),
                intake.user(said.get("creatingUser"), coming),
                intake.when(said.get("creationDateTime")),
                None,
                "imported",
            ))  # fmt: skip
            coming.records.append(coding)
            first = first or coding
            ours = intake.told.coding(coding)
            if said != ours or len(one) != 1:
                intake.beside(coming, one, "coding", coding.guid, ours, _OF_CODING)
                intake.note_refs(one, "coding", coding.guid)
        intake.tally.read["coding"] += many
        return first, many


def _beside_selections(element: Any) -> list[Any]:
    return [one for one in element if local(one.tag) != "PlainTextSelection"]


def _span(said: Mapping[str, str]) -> tuple[int | None, int | None]:
    try:
        return int(said["startPosition"]), int(said["endPosition"])
    except (KeyError, ValueError):
        return None, None


def _cut(name: str, words: str) -> list[Any]:
    """How many of the words a name has, and what stands behind them; nothing where it is other words."""
    for behind in ("", "…", "...", " …", " ..."):
        begin = name.removesuffix(behind) if behind else name
        if begin and name.endswith(behind) and words.startswith(begin):
            return [len(begin), behind]
    return []


def _described(element: Any) -> dict[str, object]:
    text = described_of(element)
    return {"description": text} if text else {}


def _worded(intake: Intake, element: Any, source: str) -> dict[str, Any]:
    """What the words of a page or picture say of themselves, beside being a text."""
    ours = {"guid": derived(source, "words"), "plainTextPath": f"internal://{source}.txt"}
    unknown = [
        one for one in element
        if local(one.tag) not in {"PlainTextContent", "PlainTextSelection", "Coding", "NoteRef"}
    ]  # fmt: skip
    guid = intake.claim(element.get("guid"), "words", source)
    intake.note_refs(element, "source", source)
    return {
        "guid": guid, "attributes": differences(element.attrib, ours),
        "extra": [as_xml(one) for one in unknown],
        "notes": [intake.guid(one.get("targetGUID")) for one in parts(element, "NoteRef")],
        "codings": [intake.guid(one.get("guid")) for one in parts(element, "Coding")],
    }  # fmt: skip
