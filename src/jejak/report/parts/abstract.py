"""The abstract in both languages: its sentences are counted from the study, the rest is asked for."""

from __future__ import annotations

from ...documents.document import Abstract, Block, Inline, Paragraph, Run
from ...model import Message, say
from ..facts import ReportFacts
from ..part import Part
from ..standings import answers
from ..teller import Teller
from .approach import design

__all__ = ["PART"]

_FIRM = ("verified", "supported", "qualified")
# So many findings and keywords an abstract has room for.
_FINDINGS, _KEYWORDS = 4, 5


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    other = "en" if tell.language == "id" else "id"
    return (_abstract(facts, tell), _abstract(facts, Teller(other)))


def _abstract(facts: ReportFacts, tell: Teller) -> Abstract:
    parts: list[Inline] = [_ask(_BACKGROUND, tell), Run(" ")]
    parts.append(Run(" ".join(tell(one) for one in design(facts, tell))))
    parts.append(Run(f" {tell(_tested(facts))}"))
    parts.append(Run(f" {_found(facts, tell)} "))
    parts.append(_ask(_MEANING, tell))
    return Abstract(
        tell(say("Abstract")), tell.language, (Paragraph(tuple(parts)),),
        _keywords(facts), tell(say("Keywords")),
    )  # fmt: skip


_BACKGROUND = say("[Background and purpose in one or two sentences.]")
_MEANING = say("[What this means for theory and practice, in one sentence.]")


def _ask(told: Message, tell: Teller) -> Run:
    return Run(tell(told), emphasis=True, quiet=True)


def _tested(facts: ReportFacts) -> Message:
    firm = sum(one.finding.status in _FIRM for one in facts.findings)
    return say(
        "Of {total} findings, {firm} stood up to the checks for testing conclusions.",
        total=len(facts.findings), firm=firm,
    )  # fmt: skip


def _found(facts: ReportFacts, tell: Teller) -> str:
    asked = (*facts.questions, None)
    stories = [one for question in asked for one in answers(facts, question)]
    firm = [one for one in stories if one.finding.status in _FIRM][:_FINDINGS]
    if not firm:
        return tell(say("No finding stands firmly enough to be named here."))
    return " ".join(f"{one.finding.statement.rstrip().rstrip('.')}." for one in firm)


def _keywords(facts: ReportFacts) -> tuple[str, ...]:
    """The codes used most, as far as their names are words to be read."""
    used = sorted((one for one in facts.codes if one.codings), key=lambda one: -one.codings)
    return tuple(dict.fromkeys(one.code.name for one in used))[:_KEYWORDS]


PART = Part("abstract", say("Abstract"), _tell)
