"""The design of the study in sentences: what it asks, of whom, by what material, worked on how."""

from __future__ import annotations

from collections import Counter

from ...documents.document import Block, Paragraph, Run
from ...model import Message, say
from ..asking import asks
from ..facts import ReportFacts
from ..frames_named import frames_of
from ..part import Part
from ..standings import persons, who_coded
from ..teller import Teller

__all__ = ["PART", "design"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    ask = say(
        "Say which approach this is (case study, phenomenology, grounded theory, …) and why it fits "
        "the questions; where and among whom the work was done, how people were found and asked for "
        "their consent, and who you are to them."
    )
    sentences = " ".join(tell(one) for one in design(facts, tell))
    return (asks(ask, tell), Paragraph((Run(sentences),)))


def design(facts: ReportFacts, tell: Teller) -> list[Message]:
    """The sentences, each counted from the study."""
    return [*_asked(facts), *_material(facts, tell), *_coded(facts)]


def _asked(facts: ReportFacts) -> list[Message]:
    told = []
    if facts.questions:
        told.append(say("This qualitative study asks {n} question.|This qualitative study asks {n} questions.",
                        n=len(facts.questions)))  # fmt: skip
    people = persons(facts)
    if people:
        told.append(say("{n} person took part, known by a pseudonym.|{n} persons took part, known by pseudonyms.",
                        n=len(people)))  # fmt: skip
    return told


def _material(facts: ReportFacts, tell: Teller) -> list[Message]:
    if not facts.sources:
        return [say("No material has been brought in yet.")]
    counts = Counter(one.source.kind for one in facts.sources)
    each = [f"{tell.word(kind)} ({tell.value(n)})" for kind, n in counts.items()]
    told = [say("The material is {n} source: {kinds}.|The material is {n} sources: {kinds}.",
                n=len(facts.sources), kinds=each)]  # fmt: skip
    dates = sorted(one.source.collected for one in facts.sources if one.source.collected)
    if dates:
        first, last = tell.when(dates[0]), tell.when(dates[-1])
        told.append(
            say("It was collected in {first}.", first=first)
            if first == last
            else say("It was collected between {first} and {last}.", first=first, last=last)
        )
    return told


def _coded(facts: ReportFacts) -> list[Message]:
    total = sum(sum(one.by_origin.values()) for one in facts.method.coders)
    if not total:
        return []
    told = [
        say("It was coded with {codes} by {coders}: {codings}.",
            codes=say("{n} code|{n} codes", n=sum(bool(one.codings) for one in facts.codes)),
            coders=who_coded(facts.method.coders),
            codings=say("{n} coding|{n} codings", n=total))
    ]  # fmt: skip
    frames = frames_of(facts)
    if frames:
        told.append(say("The codebook begins from {frames}.", frames=frames))
    return told


PART = Part("approach", say("Design of the study"), _tell)
