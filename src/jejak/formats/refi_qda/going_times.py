"""Transcripts of recordings, as a project file has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...model import Block, Coding, Segment, Source
from .archive_files import Files
from .going import Going
from .intake import derived
from .xml_out import tag, text_of

__all__ = ["PLACED", "GoingTranscripts"]

# What is selected of a text.
PLACED = ("text", "page", "cell")


class GoingTranscripts:
    """The transcripts of one study on its way out; ``of`` are those of each recording."""

    def __init__(
        self,
        going: Going,
        files: Files,
        codings: Mapping[str, Sequence[Coding]],
        of: Mapping[str, Sequence[Source]],
    ) -> None:
        self._going = going
        self._files = files
        self._codings = codings
        self._transcripts = of

    def heard(self, source: Source, segments: Iterable[Segment], text: str) -> str:
        """The transcripts of a recording; words of its own are one more."""
        found = "".join(self._transcript(one) for one in self._transcripts.get(source.guid, ()))
        own = [one for one in segments if one.anchor in PLACED and not one.region.get("whole")]
        if not text and not own:
            return found
        attributes = {"guid": derived(source.guid, "words"), "name": source.name}
        attributes["plainTextPath"] = self._files.name(
            f"internal://{source.guid}.txt", source.text, text=True
        )
        points, selections = self._spoken(own, text, {})
        return found + tag("Transcript", attributes, points + selections)

    def _transcript(self, source: Source) -> str:
        going, kept = self._going, self._going.beside(source.guid)
        going.tally.written[Source.KIND] += 1
        attributes = dict(going.attributes(source.guid, going.told.source(source)))
        text = going.study.text(source.text)
        segments = list(going.study.each(Segment, source=source.guid))
        content = self._files.content(source, attributes, kept, text)
        inside = text_of("Description", str(source.metadata.get("description") or "")) + content
        points = {str(guid): (int(time), int(at)) for guid, time, at in kept.get("points", ())}
        if not points:
            for block in going.study.each(Block, source=source.guid):
                if block.begin is not None:
                    points[derived(block.guid, "begin")] = block.begin, block.start
        told, selections = self._spoken(
            [one for one in segments if one.anchor in PLACED], text, points
        )
        inside += told + selections + going.about(source.guid) + going.unexpected(source.guid)
        return tag("Transcript", attributes, inside)

    def _spoken(
        self, segments: Iterable[Segment], text: str, points: dict[str, tuple[int, int]]
    ) -> tuple[str, str]:
        """The points of a transcript, and what is selected between two of them."""
        going, at_place = self._going, {at: guid for guid, (_, at) in reversed(points.items())}
        more: dict[str, int] = {}
        found = []
        for one in segments:
            codings = self._codings.get(one.guid, ())
            words = text[one.start : one.end]
            ours = going.told.text_selection(one, words, codings[0] if codings else None)
            ours = going.named(one, ours, words)
            kept = going.attributes(one.guid, ours)
            ends = {}
            for name, place in (("fromSyncPoint", one.start), ("toSyncPoint", one.end)):
                wanted = kept.get(name, "")
                guid = wanted if points.get(wanted, (0, -1))[1] == place else at_place.get(place)
                if guid is None:
                    guid = at_place[place] = derived(one.guid, name)
                    more[guid] = place
                ends[name] = guid
            told = {key: value for key, value in kept.items() if not key.endswith("Position")}
            found.append(going.selected("TranscriptSelection", one, told | ends, codings))
        told_points = "".join(
            tag("SyncPoint", {"guid": guid, "timeStamp": str(time), "position": str(at)})
            for guid, (time, at) in points.items()
        )
        told_points += "".join(
            tag("SyncPoint", {"guid": guid, "position": str(at)}) for guid, at in more.items()
        )
        return told_points, "".join(found)
