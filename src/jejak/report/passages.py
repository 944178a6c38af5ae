"""Quotations as a report shows them: the words, whose they are, and where they stand."""

from __future__ import annotations

from ..documents.document import Inline, Paragraph, Quote, Run, Text, Tone, Turn, cite, plain
from ..model import Evidence, say
from .anchors import code_anchor, evidence_anchor
from .cited import cited_words
from .facts import EvidenceFacts, Passage, Rendering, Spoken
from .teller import Teller

__all__ = ["evidence_quote", "unweighed_quote"]

_TONES: dict[str, Tone] = {"supports": "good", "qualifies": "fair", "contradicts": "poor"}
_OLDER = say("The words were corrected after it was written.")


def evidence_quote(one: EvidenceFacts, tell: Teller) -> Quote | Paragraph:
    """A piece of evidence that is quoted: its words in context, who weighed it, and why."""
    evidence = one.evidence
    assert evidence is not None
    tone = _TONES.get(evidence.stance, "none")
    weighed = _weighed(evidence, one.by, tell)
    if one.cited is not None:
        told = tell(say("A cell of the display “{name}”", name=one.cited.display))
        return Quote(
            cited_words(one.cited, tell), told, details=weighed, anchor=evidence_anchor(evidence),
            tone=tone,
        )  # fmt: skip
    if one.thing is not None:
        return _thing(*one.thing, weighed)
    if one.passage is None:
        lost = one.lost or tell(say("Its words are no longer in the study."))
        gone = tell(say("no longer in the source"))
        return Quote(
            lost, gone, details=weighed, anchor=evidence_anchor(evidence), tone=tone
        )  # fmt: skip
    details = (*weighed, *_known(one.passage, tell))
    return _quote(one.passage, tell, details, evidence_anchor(evidence), tone)


def _thing(kind: str, name: str, details: tuple[tuple[str, Text], ...]) -> Paragraph:
    """What is no words of the material: a work, cited, or whatever it is, by its name."""
    head: Inline = cite(name) if kind == "reference" else Run(name)
    rest = "; ".join(f"{label}: {plain(text)}" for label, text in details)
    return Paragraph((head, Run(f" {rest}", quiet=True)))


def unweighed_quote(passage: Passage, tell: Teller) -> Quote:
    """A segment that nobody has weighed."""
    return _quote(passage, tell, _known(passage, tell), "", "none")


def _quote(
    passage: Passage, tell: Teller, details: tuple[tuple[str, Text], ...], anchor: str, tone: Tone
) -> Quote:
    said = _rendering(passage, tell.language)
    by = ((tell(say("Translated by")), tell.cell(said.by)),) if said and said.by else ()
    old = ((tell(say("Translation")), tell.text(_OLDER)),) if said and said.stale else ()
    return Quote(
        text=passage.text,
        told=_told(passage, tell),
        lead=passage.lead,
        tail=passage.tail,
        speaker=passage.who,
        previous=_turns(passage.previous),
        following=_turns(passage.following),
        details=(*details, *by, *old),
        anchor=anchor,
        tone=tone,
        language="" if passage.language == tell.language else passage.language,
        translation=said.text if said else "",
        translated=said.language if said and said.language != tell.language else "",
    )


def _rendering(passage: Passage, language: str) -> Rendering | None:
    """What the words say in the language of the report, else in the first other than their own."""
    others = [one for one in passage.translations if one.language != passage.language]
    return next((one for one in others if one.language == language), next(iter(others), None))


def _turns(around: tuple[Spoken, ...]) -> tuple[Turn, ...]:
    return tuple(Turn(one.who, one.text) for one in around)


def _told(passage: Passage, tell: Teller) -> str:
    place = tell(
        say(
            "{source}, characters {start}–{end}",
            source=passage.source,
            start=passage.start,
            end=passage.end,
        )
    )
    return f"{passage.case}, {place}" if passage.case else place


def _weighed(evidence: Evidence, by: str, tell: Teller) -> tuple[tuple[str, Text], ...]:
    told: list[tuple[str, Text]] = []
    if evidence.why:
        told.append((tell(say("Why")), tell.cell(evidence.why)))
    if evidence.weight is not None:
        weight = say("{weight} of 6", weight=evidence.weight)
        told.append((tell(say("Weight")), tell.text(weight)))
    told.append((tell(say("Weighed by")), tell.cell(by)))
    return tuple(told)


def _known(passage: Passage, tell: Teller) -> tuple[tuple[str, Text], ...]:
    told: list[tuple[str, Text]] = []
    if passage.codes:
        told.append((tell(say("Codes")), _codes(passage)))
    if passage.coders:
        told.append((tell(say("Coded by")), tell.cell(passage.coders)))
    told.append((tell(say("Kind of source")), tell.cell(tell.word(passage.source_kind))))
    return tuple(told)


def _codes(passage: Passage) -> Text:
    parts: list[Run] = []
    for guid, path in passage.codes:
        parts += [Run("; ")] if parts else []
        parts.append(Run(path, link=code_anchor(guid)))
    return tuple(parts)
