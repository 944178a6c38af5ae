"""Manuscripts: finished writing brought in, its passages tied to what they rest on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..analysis.quoting.anchoring import Spot, around
from ..analysis.quoting.marks import quotations
from ..errors import InvalidInput, NotFound
from ..formats.wordfile.reading import read_word_file
from ..model import Annotation, Finding, Link, Manuscript, Segment, Source, say
from ..model.anchors import check_span
from ..model.identity import clean_name, name_key
from ..model.manuscript import ANNOTATES, ANNOTATION_STATES
from ..store import Change, Store
from ..store.cascade import drop_bare_segments, remove_whole
from ..store.originals import is_kept, load_original
from ..store.segments import segment_at
from .leaving import Leaving
from .manuscript_bundle import bundle
from .manuscript_cards import PassageCard, passage_cards
from .manuscript_files import annotated_file, annotations_file
from .manuscript_matching import Brought, propose, settle
from .name_index import natural_key

__all__ = ["Manuscripts"]

_WRITTEN = ("note", "translation", "translator", "state")
_MOST_BYTES = 100_000_000


class Manuscripts:
    """The manuscripts of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    # --- reading ---

    def all(self) -> list[Manuscript]:
        """The manuscripts in order of their names."""
        return sorted(self._store.all(Manuscript), key=lambda one: natural_key(one.name))

    def get(self, name: str) -> Manuscript:
        """The manuscript of that name or GUID. Raises :class:`NotFound`."""
        wanted = name_key(name)
        for one in self._store.all(Manuscript):
            if name_key(one.name) == wanted or one.guid == name:
                return one
        raise NotFound("no-such-manuscript", f"There is no manuscript “{name}” in this study.")

    def passages(self, manuscript: Manuscript) -> list[PassageCard]:
        """Its passages in their order, each with what it rests on and how it quotes that.

        Raises :class:`MissingExtra`.
        """
        with self._store.view() as rows:
            return passage_cards(rows, rows.get(Manuscript, manuscript.guid))

    def misquoted(self) -> list[tuple[Manuscript, list[PassageCard]]]:
        """The manuscripts with quotations that are not, or no longer, in the words of their source.

        Raises :class:`MissingExtra`.
        """
        found = []
        for one in self.all():
            wrong = [card for card in self.passages(one) if card.standing in {"misquoted", "gone"}]
            found += [(one, wrong)] if wrong else []
        return found

    # --- bringing in ---

    def seen(self, path: str | Path) -> Manuscript | None:
        """The manuscript of a file's name, where that file is the version that was brought in."""
        path = Path(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        wanted = name_key(path.stem)
        there = (one for one in self._store.all(Manuscript) if one.digest == digest)
        return next((one for one in there if name_key(one.name) == wanted), None)

    def bring_in(self, path: str | Path) -> Brought:
        """Bring a Word file in under its name; one that was there becomes this version.

        Raises :class:`NotFound`, :class:`UnreadableSource`, :class:`MissingExtra`.
        """
        path = Path(path)
        if not path.is_file():
            raise NotFound("no-such-file", f"There is no file {path}.")
        return self.take(path.stem, path.read_bytes())

    def take(self, name: str, data: bytes) -> Brought:
        """The same of a file's bytes, under a name. Its quotations are looked for in the material, and
        ties are proposed; passages of an earlier version keep theirs."""
        if len(data) > _MOST_BYTES:
            raise InvalidInput("too-large", "A manuscript has at most 100 MB.")
        name = clean_name(name, "manuscript")
        file = read_word_file(data)
        paragraphs, blocks = file.paragraphs, file.blocks
        quoted = quotations(paragraphs, [bool(one) for one in blocks])
        there = next((m for m in self.all() if name_key(m.name) == name_key(name)), None)
        verb = say("Bring the manuscript “{name}” in", name=name)
        with self._store.write(verb, self._user) as change:
            if there is None:
                made = Manuscript(
                    name=name, digest=file.digest, paragraphs=paragraphs, user=self._user
                )
                change.add(made)
            else:
                change.retell(say("Bring a new version of the manuscript “{name}” in", name=name))
                made = change.set(there, digest=file.digest, paragraphs=paragraphs)
            change.keep_original(data)
            taken, kept, reworded, adrift = settle(change, made, quoted)
            proposed, unfound = propose(change, made, quoted, blocks, taken, self._user)
            found = Leaving(change.rows).discretion.edits
            naming = tuple(n for n, text in enumerate(paragraphs, 1) if found(text))
        return Brought(made, there is None, kept, reworded, adrift, proposed, unfound, naming)

    def remove(self, manuscript: Manuscript) -> dict[str, int]:
        """Take a manuscript away with what was tied in it; how many went, by kind."""
        verb = say("Remove the manuscript “{name}”", name=manuscript.name)
        with self._store.write(verb, self._user) as change:
            segments = _segments(change, manuscript=manuscript.guid)
            gone = remove_whole(change, Manuscript.KIND, [manuscript.guid])
            drop_bare_segments(change, segments)
        return gone

    # --- going out ---

    def content(self, manuscript: Manuscript, ending: str, language: str = "id") -> bytes:
        """What is tied in it as a file: .jsonld (W3C annotations), .csv, .md (a data overview to be
        written on), or .zip (all of these with the sources that may be shared: a bundle for annotation
        for transparent inquiry); as it may leave the study. Raises :class:`InvalidInput`,
        :class:`MissingExtra`."""
        with self._store.view() as rows:
            made = rows.get(Manuscript, manuscript.guid)
            if ending == ".zip":
                return bundle(rows, made, language)
            return annotations_file(rows, made, ending, language)

    def keeps(self, manuscript: Manuscript) -> bool:
        """Whether its file is kept: not that of one that came by an earlier program, nor any after
        somebody withdrew."""
        with self._store.read() as rows:
            return is_kept(rows.conn, manuscript.digest)

    def original(self, manuscript: Manuscript) -> bytes:
        """Its Word file as it was brought in. Raises :class:`NotFound` where it is not kept."""
        with self._store.read() as rows:
            if not is_kept(rows.conn, manuscript.digest):
                raise NotFound(
                    "original-missing", f"The file of “{manuscript.name}” is not kept in this study.",
                    "Name the .docx, or bring it in again: what is tied is kept.",
                )  # fmt: skip
            return load_original(rows.conn, manuscript.digest)

    def annotated(
        self,
        manuscript: Manuscript,
        data: bytes | None = None,
        form: str = "comments",
        language: str = "id",
    ) -> bytes:
        """The manuscript's Word file (as it is kept, where it is not given) with a note at each tied
        passage: as *comments* or *footnotes*; all else in it is as it was. Raises :class:`InvalidInput`
        (no such form, another file), :class:`NotFound` (not kept), :class:`UnreadableSource`,
        :class:`MissingExtra`."""
        if data is None:
            data = self.original(manuscript)
        with self._store.view() as rows:
            made = rows.get(Manuscript, manuscript.guid)
            return annotated_file(rows, made, data, form, language)

    # --- tying ---

    def accept(self, guids: Sequence[str]) -> int:
        """Tie what was proposed (annotations by GUID); how many were not tied before."""
        with self._store.write(say("Tie passages of a manuscript"), self._user) as change:
            found = [
                one
                for one in change.rows.among(Annotation, "guid", guids)
                if one.state != "tied" and (one.segment or _linked(change, one))
            ]
            for one in found:
                change.set(one, state="tied")
        return len(found)

    def add(
        self, manuscript: Manuscript, paragraph: int, start: int, end: int, **values: Any
    ) -> Annotation:
        """Tie a passage by hand: ``[start, end)`` of a paragraph (from 1); ``values`` as in
        :meth:`update`. Raises :class:`InvalidInput`, :class:`NotFound`."""
        manuscript = self.get(manuscript.guid)
        if not 0 < paragraph <= len(manuscript.paragraphs):
            raise InvalidInput("no-such-paragraph", f"The manuscript has no paragraph {paragraph}.")
        text = manuscript.paragraphs[paragraph - 1]
        check_span(start, end, len(text))
        prefix, suffix = around(text, start, end)
        verb = say("Tie a passage of “{name}”", name=manuscript.name)
        with self._store.write(verb, self._user) as change:
            made = Annotation(
                manuscript=manuscript.guid, paragraph=paragraph, start=start, end=end,
                passage=text[start:end], prefix=prefix, suffix=suffix, quotation=False,
                state="tied", user=self._user,
            )  # fmt: skip
            change.add(made)
            return _written(change, made, values)

    def update(self, guid: str, **values: Any) -> Annotation:
        """Change what a passage is tied to: ``state``, ``note``, ``translation``, ``translator``,
        ``findings`` (labels or GUIDs, all there are to be), ``words`` (source, start, end, or ``None``
        for no words). Raises :class:`InvalidInput`, :class:`NotFound`."""
        with self._store.write(say("Change what a passage is tied to"), self._user) as change:
            return _written(change, change.rows.get(Annotation, guid), values)

    def take_away(self, guids: Sequence[str]) -> int:
        """Take annotations away; how many there were."""
        with self._store.write(say("Untie passages of a manuscript"), self._user) as change:
            found = change.rows.among(Annotation, "guid", guids)
            segments = [one.segment for one in found if one.segment]
            remove_whole(change, Annotation.KIND, [one.guid for one in found])
            drop_bare_segments(change, segments)
        return len(found)

    def find_words(self, manuscript: Manuscript, words: str, paragraph: int | None = None) -> Spot:
        """Where words stand in a manuscript (in one paragraph, if told). Raises :class:`NotFound`,
        :class:`InvalidInput` where they stand more than once."""
        found = [
            Spot(number, at, at + len(words))
            for number, text in enumerate(manuscript.paragraphs, 1)
            if paragraph in {None, number} and words.strip()
            for at in [text.find(words)]
            if at >= 0
        ]
        if not found:
            raise NotFound("words-not-found", f"“{words}” does not stand in the manuscript.")
        if len(found) > 1:
            raise InvalidInput(
                "words-ambiguous", f"“{words}” stands in {len(found)} paragraphs.",
                f"Say in which: {', '.join(str(one.paragraph) for one in found[:20])}.",
            )  # fmt: skip
        return found[0]


def _segments(change: Change, **equals: object) -> list[str]:
    return [one.segment for one in change.rows.each(Annotation, **equals) if one.segment]


def _linked(change: Change, one: Annotation) -> list[Link]:
    return change.rows.all(Link, role=ANNOTATES, owner=one.guid)


def _written(change: Change, one: Annotation, values: dict[str, Any]) -> Annotation:
    unknown = set(values) - {*_WRITTEN, "findings", "words"}
    if unknown:
        raise InvalidInput("no-such-field", f"A passage has no field “{min(unknown)}”.")
    state = values.get("state", one.state)
    if state not in ANNOTATION_STATES:
        known = ", ".join(ANNOTATION_STATES)
        raise InvalidInput("bad-state", f"“{state}” is no state of a passage.", f"It is: {known}.")
    kept = {name: values[name] for name in _WRITTEN if name in values}
    if "findings" in values:
        _link(change, one, values["findings"])
    if "words" in values:
        return _on_words(change, one, values["words"], kept)
    return change.set(one, **kept)


def _on_words(
    change: Change, one: Annotation, words: tuple[str, int, int] | None, kept: dict[str, Any]
) -> Annotation:
    before = [one.segment] if one.segment else []
    segment: Segment | None = None
    if words is not None:
        source = change.rows.get(Source, words[0])
        segment = segment_at(change, source, words[1], words[2])
    written = change.set(one, segment=None if segment is None else segment.guid, **kept)
    drop_bare_segments(change, [guid for guid in before if guid != written.segment])
    return written


def _link(change: Change, one: Annotation, named: Sequence[str]) -> None:
    """The passage tells these findings and no others."""
    there = {link.target: link for link in _linked(change, one)}
    labels = {name_key(finding.label): finding.guid for finding in change.rows.each(Finding)}
    wanted = dict.fromkeys(labels.get(name_key(name), name) for name in named)
    known = {finding.guid for finding in change.rows.each(Finding)}
    for guid in wanted:
        if guid not in known:
            raise NotFound("no-such-finding", f"There is no finding “{guid}”.")
    going = [link.guid for target, link in there.items() if target not in wanted]
    if going:
        change.remove_guids(Link.KIND, going)
    change.add_many(
        Link(role=ANNOTATES, owner_kind=Annotation.KIND, owner=one.guid,
             target_kind=Finding.KIND, target=guid)
        for guid in wanted if guid not in there
    )  # fmt: skip
