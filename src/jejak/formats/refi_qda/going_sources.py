"""Sources of a study with their selections and codings, as a project file has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ...model import Coding, Segment, Source, say
from .archive_files import Files
from .going import Going
from .going_times import PLACED, GoingTranscripts
from .intake import derived
from .kept import restored
from .told import MEDIA, excerpt
from .xml_out import quoted, tag, text_of

__all__ = ["GoingSources"]

_WORDED = {"pdf": "Representation", "image": "TextDescription"}


class GoingSources:
    """The sources of one study on its way out."""

    def __init__(self, going: Going, files: Files, values: Mapping[str, str]) -> None:
        self._going = going
        self._files = files
        self._values = values
        self._codings = going.codings
        self._transcripts: dict[str, list[Source]] = defaultdict(list)
        self._alone: list[Source] = []
        known = {}
        for one in going.study.each(Source):
            known[one.guid] = one
        for one in known.values():
            of = str(going.beside(one.guid).get("transcript of", ""))
            if of in known and known[of].medium in {"audio", "video"}:
                self._transcripts[of].append(one)
            else:
                self._alone.append(one)
        self._heard = GoingTranscripts(going, files, self._codings, self._transcripts)

    def written(self) -> Iterator[str]:
        """The element of each source."""
        for source in self._alone:
            yield self._source(source)

    # -- one source --------------------------------------------------------------------------------

    def _source(self, source: Source) -> str:
        going, kept = self._going, self._going.beside(source.guid)
        going.tally.written[Source.KIND] += 1
        name = MEDIA.get(source.medium, ("TextSource", ""))[0]
        attributes = dict(going.attributes(source.guid, going.told.source(source)))
        text = going.study.text(source.text)
        segments = list(going.study.each(Segment, source=source.guid))
        content = self._files.content(source, attributes, kept, text)
        inside = text_of("Description", str(source.metadata.get("description") or ""))
        if name == "TextSource":
            inside += content + self._texts(segments, text)
            self._left(segments, {"picture", "time"}, source)
        elif source.medium in _WORDED:
            shapes = self._regions(segments, source)
            words = self._words(source, segments, text)
            # The standard has the words of a page behind what is selected of it, those of a picture before.
            inside += words + shapes if source.medium == "image" else shapes + words
        else:
            inside += self._heard.heard(source, segments, text) + self._regions(segments, source)
        inside += self._whole(source, segments) + going.about(source.guid)
        inside += self._values.get(source.guid, "") + going.unexpected(source.guid)
        return tag(name, attributes, inside)

    # -- selections --------------------------------------------------------------------------------

    def _texts(self, segments: Iterable[Segment], text: str) -> str:
        return "".join(
            [
                self._text_selection(one, text)
                for one in segments
                if one.anchor in PLACED
                and not one.region.get("whole")
                and (one.anchor != "page" or not self._bare_page(one))
            ]
        )

    @staticmethod
    def _bare_page(one: Segment) -> bool:
        """Whether something of a page is selected that has no words."""
        return one.anchor == "page" and one.start == one.end and one.lost is None

    def _text_selection(self, one: Segment, text: str) -> str:
        going = self._going
        codings = self._codings.get(one.guid, ())
        words = text[one.start : one.end]
        if one.lost is None and codings and going.plain(one.guid):
            going.tally.written[Segment.KIND] += 1
            inside = "".join([going.coding(coding) for coding in codings])
            return (
                f'<PlainTextSelection guid="{one.guid}" name={quoted(excerpt(words))} '
                f'startPosition="{one.start}" endPosition="{one.end}"{going.by(codings[0])}>'
                f"{inside}</PlainTextSelection>\n"
            )
        ours = going.told.text_selection(one, words, codings[0] if codings else None)
        ours = going.named(one, ours, words)
        if one.lost is not None:
            ours["name"] = one.lost
        return self._selection("PlainTextSelection", one, ours, codings)

    def _selection(
        self, name: str, one: Segment, ours: Mapping[str, str], codings: Iterable[Coding]
    ) -> str:
        return self._going.selected(name, one, self._going.attributes(one.guid, ours), codings)

    def _regions(self, segments: Iterable[Segment], source: Source) -> str:
        going, name = self._going, MEDIA[source.medium][1]
        wanted = {"pdf": "page", "image": "picture"}.get(source.medium, "time")
        found = []
        for one in segments:
            if (
                one.anchor != wanted
                or one.region.get("whole")
                or (wanted == "page" and not self._on_page(one))
            ):
                continue
            codings = self._codings.get(one.guid, ())
            ours = going.told.selection(one, codings[0] if codings else None)
            found.append(self._selection(name, one, ours, codings))
        self._left(segments, {"page", "picture", "time"} - {wanted}, source)
        return "".join(found)

    @staticmethod
    def _on_page(one: Segment) -> bool:
        return bool(one.region.get("rectangles")) or (one.start == one.end and one.lost is None)

    def _left(self, segments: Iterable[Segment], anchors: set[str], source: Source) -> None:
        apart, of_text = anchors - set(PLACED), source.medium not in MEDIA
        left = [
            one for one in segments
            if (one.anchor in apart or (of_text and one.anchor == "page" and self._bare_page(one)))
            and not one.region.get("whole")
        ]  # fmt: skip
        for _ in left:
            self._going.tally.note(
                "no-place", say("What is selected there has no place in a source of this kind; its codings are "
                                "written only for Jejak."), f"“{source.name}”",
            )  # fmt: skip

    def _whole(self, source: Source, segments: Iterable[Segment]) -> str:
        worded = set(self._going.beside(source.guid).get("worded", {}).get("codings", ()))
        return "".join(
            self._going.coding(coding)
            for one in segments
            if one.region.get("whole")
            for coding in self._codings.get(one.guid, ())
            if coding.guid not in worded
        )

    # -- words of pages, pictures and recordings ---------------------------------------------------

    def _words(self, source: Source, segments: Iterable[Segment], text: str) -> str:
        """The words of a page or picture, with what is selected of them."""
        going = self._going
        of_text = [
            one for one in segments
            if not (one.anchor == "page" and self._on_page(one))
        ]  # fmt: skip
        inside = self._texts(of_text, text)
        kept = going.beside(source.guid).get("worded")
        read_out = going.beside(source.guid).get("read out") == source.text
        if not kept and not inside and (read_out or not text):
            # What was read out of the pages needs not be said beside them.
            return ""
        kept = kept or {"guid": derived(source.guid, "words")}
        ours = {
            "guid": derived(source.guid, "words"),
            "plainTextPath": f"internal://{source.guid}.txt",
        }
        attributes = restored(ours, kept)
        attributes["guid"] = str(kept["guid"])
        content = self._files.plain(source, attributes, text)
        codings = set(kept.get("codings", ()))
        inside += "".join(
            going.coding(coding)
            for one in segments if one.region.get("whole")
            for coding in self._codings.get(one.guid, ()) if coding.guid in codings
        )  # fmt: skip
        inside += "".join(tag("NoteRef", {"targetGUID": one}) for one in kept.get("notes", ()))
        inside += "".join(f"{one}\n" for one in kept.get("extra", ()))
        return tag(_WORDED[source.medium], attributes, content + inside)
