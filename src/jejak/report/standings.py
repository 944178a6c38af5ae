"""How findings stand, in words and counts: what several parts of a report say of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Message, Question, say
from .facts import CoderFacts, EvidenceFacts, FindingStory, ReportFacts
from .teller import Teller

__all__ = [
    "answers",
    "by_question",
    "cases_of",
    "kinds_of",
    "persons",
    "standing_of",
    "who_coded",
]

# The firmest first.
ORDER = ("verified", "supported", "qualified", "proposition", "hunch", "rejected")


def persons(facts: ReportFacts) -> list[str]:
    """The pseudonyms of the persons among the cases."""
    return [one.case.name for one in facts.cases if one.case.kind == "person"]


def who_coded(coders: Iterable[CoderFacts]) -> Message:
    """How many people coded, and whether a machine did."""
    own = [one for one in coders if one.by_origin]
    people = sum(not one.machine for one in own)
    told = say("{n} coder|{n} coders", n=people)
    if people == len(own):
        return told
    return say("{people}, and by machine", people=told) if people else say("machine alone")


def cases_of(evidence: Iterable[EvidenceFacts]) -> list[str]:
    """The cases that evidence comes from."""
    found = (one.passage.case for one in evidence if one.passage and one.passage.case)
    return list(dict.fromkeys(found))


def kinds_of(evidence: Iterable[EvidenceFacts]) -> list[str]:
    """The kinds of source that evidence comes from."""
    return list(dict.fromkeys(one.passage.source_kind for one in evidence if one.passage))


def answers(facts: ReportFacts, question: Question | None) -> list[FindingStory]:
    """The findings that answer a question (those that answer none for ``None``), the firmest first;
    without those that were rejected."""
    wanted = None if question is None else question.guid
    known = {one.guid for one in facts.questions}
    found = [
        one
        for one in facts.findings
        if one.finding.status != "rejected"
        and (one.finding.question if one.finding.question in known else None) == wanted
    ]
    return sorted(found, key=lambda one: ORDER.index(one.finding.status))


def by_question(facts: ReportFacts) -> list[tuple[Question | None, list[FindingStory]]]:
    """Every question with the findings that answer it, then the findings that answer none."""
    asked: Sequence[Question | None] = (*facts.questions, None)
    return [(one, found) for one in asked if (found := answers(facts, one)) or one is not None]


def standing_of(story: FindingStory, tell: Teller) -> list[Message]:
    """What a finding rests on, in sentences."""
    if not story.evidence:
        return [say("No evidence has been given for it yet.")]
    told = [_rests(story, tell), _against(story)]
    if story.finding.confidence:
        told.append(
            say("Confidence in it is {confidence}.", confidence=tell.word(story.finding.confidence))
        )
    return told


def _rests(story: FindingStory, tell: Teller) -> Message:
    own = story.of("supports")
    passages = say("{n} piece of evidence|{n} pieces of evidence", n=len(own))
    status, cases = tell.word(story.finding.status), cases_of(own)
    kinds = [tell.word(kind) for kind in kinds_of(own)]
    if not own:
        return say("It stands as “{status}”; nothing on record speaks for it.", status=status)
    if not cases:
        return say("It stands as “{status}” and rests on {pieces}.", status=status, pieces=passages)
    return say(
        "It stands as “{status}” and rests on {pieces} from {cases} ({kinds}).",
        status=status, pieces=passages, cases=cases, kinds=kinds,
    )  # fmt: skip


def _against(story: FindingStory) -> Message:
    qualifies, contradicts = len(story.of("qualifies")), len(story.of("contradicts"))
    if not qualifies and not contradicts:
        return say("Nothing that speaks against it or qualifies it is on record.")
    if not contradicts:
        return say("{n} piece qualifies it; none speaks against it."
                   "|{n} pieces qualify it; none speaks against it.", n=qualifies)  # fmt: skip
    if not qualifies:
        return say("{n} piece speaks against it.|{n} pieces speak against it.", n=contradicts)
    return say(
        "{qualifies} and {contradicts}.",
        qualifies=say("{n} piece qualifies it|{n} pieces qualify it", n=qualifies),
        contradicts=say("{n} speaks against it|{n} speak against it", n=contradicts),
    )
