"""What is tied in a manuscript as files that leave the study: notes in the Word file itself, W3C
annotations, a table, and a data overview to be written on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ..errors import InvalidInput
from ..formats.table_out import table_bytes
from ..formats.wordfile.notes import NOTE_FORMS, Note, with_notes
from ..formats.wordfile.reading import read_word_file
from ..i18n import check_language, translate
from ..model import (
    Coding,
    Finding,
    Manuscript,
    Message,
    Source,
    StudyInfo,
    User,
    say,
)  # fmt: skip
from ..store import Rows
from .leaving import Leaving
from .manuscript_cards import PassageCard, passage_cards, sources_of
from .manuscript_citing import Citing
from .manuscript_sharing import sharing

__all__ = ["ANNOTATION_ENDINGS", "annotated_file", "annotations_file"]

ANNOTATION_ENDINGS = (".jsonld", ".csv", ".md")
_COLUMNS = (
    "number", "paragraph", "passage", "prefix", "suffix", "note", "source", "start", "end", "excerpt",
    "translation", "translator", "findings", "stances", "differences", "state", "citation",
)  # fmt: skip


def annotations_file(rows: Rows, manuscript: Manuscript, ending: str, language: str) -> bytes:
    """What is tied, as a file of one of :data:`ANNOTATION_ENDINGS`. Raises :class:`InvalidInput`."""
    check_language(language)
    out = _Out(rows, manuscript, language)
    if ending == ".jsonld":
        return out.linked()
    if ending == ".csv":
        return table_bytes(".csv", list(_COLUMNS), list(out.rows()))
    if ending == ".md":
        return out.overview()
    raise InvalidInput(
        "unknown-ending", f"Annotations cannot be written as “{ending}”.",
        f"They can be: .docx, {', '.join(ANNOTATION_ENDINGS)}.",
    )  # fmt: skip


def annotated_file(
    rows: Rows, manuscript: Manuscript, data: bytes, form: str, language: str
) -> bytes:
    """The Word file with a note at each tied passage. Raises :class:`InvalidInput`,
    :class:`UnreadableSource`."""
    check_language(language)
    known = next((one for one in NOTE_FORMS if one == form), None)
    if known is None:
        raise InvalidInput(
            "bad-form", f"Notes cannot be {form}.", f"They are one of: {', '.join(NOTE_FORMS)}."
        )
    file = read_word_file(data)
    if file.paragraphs != manuscript.paragraphs:
        raise InvalidInput(
            "other-version", f"This is not the manuscript “{manuscript.name}” as it was brought in.",
            "Bring this version in first; what is tied is kept.",
        )  # fmt: skip
    return with_notes(file, _Out(rows, manuscript, language).notes(), known)


class _Out:
    """What is tied, in words that are fit to leave."""

    def __init__(self, rows: Rows, manuscript: Manuscript, language: str) -> None:
        self._rows = rows
        self._manuscript = manuscript
        self._language = language
        self._leaving = Leaving(rows)
        self._sharing = sharing(rows, sources_of(rows, manuscript))
        self._citing = Citing(rows, self._leaving, language)
        cards = passage_cards(rows, manuscript)
        self._cards = [card for card in cards if card.annotation.state == "tied"]
        self._people = {
            user.guid: (self._leaving.names.get(user.name, user.name), user.initials)
            for user in rows.all(User)
        }

    def _tell(self, message: Message) -> str:
        return self._leaving.text(translate(message, self._language))

    def _excerpt(self, card: PassageCard) -> str:
        """The words it rests on: none of those that were not to be quoted."""
        return self._leaving.quotation(card.excerpt) if self._may_quote(card) else ""

    def _may_quote(self, card: PassageCard) -> bool:
        return card.source is None or card.source.guid not in self._sharing.unquotable

    # --- in the Word file ---

    def notes(self) -> list[Note]:
        """The notes of passages that stand in the manuscript."""
        return [
            Note(
                card.spot.paragraph, card.spot.start, card.spot.end, self._lines(card),
                *self._people.get(card.annotation.user, ("", "")), card.annotation.created,
            )
            for card in self._cards
            if card.spot is not None
        ]  # fmt: skip

    def _lines(self, card: PassageCard) -> list[str]:
        one, text = card.annotation, self._leaving.text
        lines = [text(line) for line in one.note.splitlines() if line.strip()]
        if card.source is not None:
            words, place = self._excerpt(card), self._place(card)
            told = say("Source: {place}", place=place)
            if words:
                told = say("Source: “{words}” ({place})", words=words, place=place)
            lines.append(translate(told, self._language))
        if one.translation and self._may_quote(card):
            translated = say("Translation: “{words}”", words=text(one.translation))
            if one.translator:
                translated = say(
                    "Translation by {who}: “{words}”", who=text(one.translator),
                    words=text(one.translation),
                )  # fmt: skip
            lines.append(translate(translated, self._language))
        lines += [
            self._tell(say("Finding {label}: {words}", label=tied.finding.label,
                           words=tied.finding.statement))
            for tied in card.findings
        ]  # fmt: skip
        return lines or [self._tell(say("Tied to the study, without a note."))]

    def _place(self, card: PassageCard) -> str:
        assert card.source is not None
        assert card.segment is not None
        return self._tell(
            say(
                "{source}, characters {start}–{end}", source=card.source.name,
                start=card.segment.start, end=card.segment.end,
            )
        )  # fmt: skip

    # --- as a table ---

    def rows(self) -> Iterator[dict[str, object]]:
        """A row for each tied passage."""
        text = self._leaving.text
        for card in self._cards:
            one = card.annotation
            yield {
                "number": card.number,
                "paragraph": card.spot.paragraph if card.spot else None,
                "passage": text(one.passage),
                "prefix": self._leaving.quotation(one.prefix),
                "suffix": self._leaving.quotation(one.suffix),
                "note": text(one.note),
                "source": text(card.source.name) if card.source else "",
                "start": card.segment.start if card.segment else None,
                "end": card.segment.end if card.segment else None,
                "excerpt": self._excerpt(card),
                "translation": text(one.translation) if self._may_quote(card) else "",
                "translator": text(one.translator),
                "findings": ", ".join(text(tied.finding.label) for tied in card.findings),
                "stances": ", ".join(
                    dict.fromkeys(stance for tied in card.findings for stance in tied.stances)
                ),
                "differences": card.compared.differences if card.compared else None,
                "state": card.standing,
                "citation": self._citing.of(card.source) if card.source else "",
            }

    # --- as W3C annotations ---

    def linked(self) -> bytes:
        """An annotation collection as the Web Annotation Data Model has it."""
        told = {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"urn:uuid:{self._manuscript.guid}",
            "type": "AnnotationCollection",
            "label": self._leaving.text(self._manuscript.name),
            "total": len(self._cards),
            "first": {
                "id": f"urn:uuid:{self._manuscript.guid}#page",
                "type": "AnnotationPage",
                "startIndex": 0,
                "items": [self._annotation(card) for card in self._cards],
            },
        }
        return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()

    def _annotation(self, card: PassageCard) -> dict[str, Any]:
        one = card.annotation
        return {
            "id": f"urn:uuid:{one.guid}",
            "type": "Annotation",
            "motivation": "describing",
            "created": one.created.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creator": {
                "id": f"urn:uuid:{one.user}",
                "type": "Person",
                "name": self._people.get(one.user, ("", ""))[0],
            },
            "body": self._bodies(card),
            "target": {
                "source": f"urn:sha256:{self._manuscript.digest}",
                "selector": {
                    "type": "TextQuoteSelector",
                    "exact": self._leaving.text(one.passage),
                    "prefix": self._leaving.quotation(one.prefix),
                    "suffix": self._leaving.quotation(one.suffix),
                },
            },
        }

    def _bodies(self, card: PassageCard) -> list[dict[str, Any]]:
        one, text = card.annotation, self._leaving.text
        found: list[dict[str, Any]] = []
        if one.note:
            found.append(_words(text(one.note), "commenting"))
        if card.source is not None and card.segment is not None:
            found.append({
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": {
                    "id": f"urn:uuid:{card.source.guid}", "type": "Text",
                    "label": text(card.source.name),
                },
                "selector": [
                    *self._quoted(card),
                    {"type": "TextPositionSelector", "start": card.segment.start,
                     "end": card.segment.end},
                ],
            })  # fmt: skip
        if one.translation and self._may_quote(card):
            found.append(_words(text(one.translation), "describing"))
        found += [
            {"type": "SpecificResource", "purpose": "linking",
             "source": {"id": f"urn:uuid:{tied.finding.guid}",
                        "label": text(f"{tied.finding.label}: {tied.finding.statement}")}}
            for tied in card.findings
        ]  # fmt: skip
        return found

    def _quoted(self, card: PassageCard) -> list[dict[str, Any]]:
        words = self._excerpt(card)
        return [{"type": "TextQuoteSelector", "exact": words}] if words else []

    # --- the data overview ---

    def overview(self) -> bytes:
        """A data overview to be written on, with the numbers that the study knows filled in."""
        head = self._tell(say("Data overview: {name}", name=self._manuscript.name))
        told = [f"# {head}"]
        for title, body in self._sections():
            told += [f"## {self._tell(title)}", *(self._tell(line) for line in body)]
        return ("\n\n".join(told) + "\n").encode()

    def _sections(self) -> Sequence[tuple[Message, Sequence[Message]]]:
        rows, cards = self._rows, self._cards
        sources = rows.all(Source)
        dates = sorted(one.collected for one in sources if one.collected)
        info = rows.all(StudyInfo)[0]
        hidden = len(self._leaving.privacy.hidden)
        return (
            (say("How the data were generated"), (
                say("The study “{title}” rests on {n} sources.", title=info.title, n=len(sources)),
                *(
                    [say("They were collected from {first} to {last}.", first=dates[0], last=dates[-1])]
                    if dates else []
                ),
                say("[Say here who was asked, by whom, how they were chosen and what they agreed to.]"),
            )),
            (say("How they were analysed"), (
                say(
                    "{codings} codings were made and {findings} findings drawn; how each was tested "
                    "stands in the report.",
                    codings=rows.count(Coding), findings=rows.count(Finding),
                ),
                say("[Say here which way of analysing was taken, and why.]"),
            )),
            (say("Why these passages are annotated"), (
                say(
                    "{n} passages are tied to the study: {quoted} quotations, {notes} with an analytic "
                    "note, {translated} with a translation.",
                    n=len(cards), quoted=sum(card.annotation.quotation for card in cards),
                    notes=sum(bool(card.annotation.note) for card in cards),
                    translated=sum(bool(card.annotation.translation) for card in cards),
                ),
                say("[Say here how the passages were chosen.]"),
            )),
            (say("What is not shared, and why"), (
                say("People stand under pseudonyms; {n} attributes stay in the study.", n=hidden),
                *(
                    say("{source}: {reason}", source=one.source.name,
                        reason=one.reason or say("may be shared, and lies in the bundle."))
                    for one in self._sharing.standings
                ),
                say("[Say here under which terms somebody may see more.]"),
            )),
        )  # fmt: skip


def _words(text: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}
