"""Manuscripts, their passages, and what these are tied to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, Self, cast

from pydantic import Field

from ...model import Manuscript
from ...services.manuscript_cards import STANDINGS, PassageCard, Tied
from ...services.manuscript_matching import Brought
from .form import Count, Form, Guid, Out, Patch, Prose

__all__ = ["BroughtOut", "ManuscriptOut", "ManuscriptText", "PassageForm", "PassageOut", "PassagePatch",
           "PassagesForm", "StretchOut", "TiedOut", "Words"]  # fmt: skip

State = Literal["proposed", "tied", "set aside"]
Standing = Literal["misquoted", "gone", "adrift", "unfound", "proposed", "tied", "set aside"]
StretchKind = Literal["same", "added", "missing", "left out", "bracketed"]


class StretchOut(Out):
    """A stretch of a quotation beside its source: words that are the same, added, missing, left out
    with a sign of it, or the writer's own in brackets."""

    kind: StretchKind
    text: str


class TiedOut(Out):
    """A finding that a passage tells, and with which stances its words are evidence."""

    guid: str
    label: str
    statement: str
    stances: tuple[str, ...]

    @classmethod
    def of(cls, tied: Tied) -> Self:
        """A finding with its stances."""
        one = tied.finding
        return cls(guid=one.guid, label=one.label, statement=one.statement, stances=tied.stances)


class PassageOut(Out):
    """A passage: where it stands in the manuscript (``null`` where its words are no longer there), what
    it rests on, and how it quotes that."""

    guid: str
    revision: int
    number: int
    standing: Standing
    state: State
    quotation: bool
    passage: str
    paragraph: int | None
    start: int | None
    end: int | None
    source: str | None
    source_name: str | None
    source_start: int | None
    source_end: int | None
    excerpt: str
    differences: int | None
    compared: tuple[StretchOut, ...]
    findings: tuple[TiedOut, ...]
    offered: tuple[TiedOut, ...]
    note: str
    translation: str
    translator: str
    created: datetime

    @classmethod
    def of(cls, card: PassageCard, revision: int) -> Self:
        """A passage's card."""
        one, spot, segment = card.annotation, card.spot, card.segment
        there = segment is not None and segment.lost is None
        return cls(
            guid=one.guid,
            revision=revision,
            number=card.number,
            standing=cast(Standing, card.standing),
            state=cast(State, one.state),
            quotation=one.quotation,
            passage=one.passage,
            paragraph=spot.paragraph if spot else None,
            start=spot.start if spot else None,
            end=spot.end if spot else None,
            source=card.source.guid if card.source else None,
            source_name=card.source.name if card.source else None,
            source_start=segment.start if segment and there else None,
            source_end=segment.end if segment and there else None,
            excerpt=card.excerpt,
            differences=card.compared.differences if card.compared else None,
            compared=tuple(
                StretchOut(kind=each.kind, text=each.text)
                for each in (card.compared.stretches if card.compared else ())
            ),
            findings=tuple(map(TiedOut.of, card.findings)),
            offered=tuple(map(TiedOut.of, card.offered)),
            note=one.note,
            translation=one.translation,
            translator=one.translator,
            created=one.created,
        )


class ManuscriptOut(Out):
    """A manuscript in a list, with how many of its passages stand how."""

    guid: str
    name: str
    created: datetime
    paragraphs: int
    standings: Mapping[Standing, int]

    @classmethod
    def of(cls, one: Manuscript, cards: list[PassageCard]) -> Self:
        """A manuscript with its passages counted."""
        counts = Counter(card.standing for card in cards)
        return cls(
            guid=one.guid,
            name=one.name,
            created=one.created,
            paragraphs=len(one.paragraphs),
            standings={cast(Standing, one): counts[one] for one in STANDINGS},
        )


class ManuscriptText(Out):
    """A manuscript: its paragraphs, and its passages in their order; ``kept`` says that its file is
    there to be taken out again."""

    guid: str
    name: str
    created: datetime
    kept: bool
    paragraphs: tuple[str, ...]
    passages: tuple[PassageOut, ...]


class BroughtOut(Out):
    """What came of bringing a manuscript in: see the guide. ``naming`` are the paragraphs in which a
    real name stands."""

    manuscript: str
    new: bool
    kept: int
    reworded: int
    adrift: int
    proposed: int
    unfound: int
    naming: tuple[int, ...]

    @classmethod
    def of(cls, brought: Brought) -> Self:
        """A report of what came of it."""
        return cls(
            manuscript=brought.manuscript.guid, new=brought.new, kept=brought.kept,
            reworded=brought.reworded, adrift=brought.adrift, proposed=brought.proposed,
            unfound=brought.unfound, naming=brought.naming,
        )  # fmt: skip


class Words(Form):
    """A stretch of a source, in code points."""

    source: Guid
    start: Count
    end: Count


class PassagePatch(Patch):
    """What a passage is tied to; ``findings`` are all that there are to be."""

    state: State = "tied"
    note: Prose = ""
    translation: Prose = ""
    translator: Prose = ""
    findings: list[Guid] = Field(default_factory=list)
    words: Words | None = None


class PassageForm(PassagePatch):
    """A passage tied by hand: ``[start, end)`` of a paragraph (from 1), in code points."""

    paragraph: Annotated[int, Field(ge=1, le=10_000_000)]
    start: Count
    end: Count


class PassagesForm(Form):
    """Some passages."""

    guids: Annotated[list[Guid], Field(min_length=1, max_length=10_000)]
