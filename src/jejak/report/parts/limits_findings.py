"""What is thin in the findings, one sentence for each weakness, with the findings it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from ...documents.document import Run, Text
from ...model import Message, say
from ..anchors import finding_anchor
from ..facts import EvidenceFacts, FindingStory, ReportFacts
from ..teller import Teller

__all__ = ["finding_limits"]

# A finding with what is to be said of it beside its label ("" for nothing).
Concerned: TypeAlias = "list[tuple[FindingStory, str]]"
Look: TypeAlias = "Callable[[FindingStory, Teller], str | None]"


def finding_limits(facts: ReportFacts, tell: Teller) -> list[Text]:
    """One text for each weakness that any finding has; rejected findings are left aside."""
    stories = [one for one in facts.findings if one.finding.status != "rejected"]
    if not stories:
        return [tell.text(say("No finding has been written yet, so there is none to test."))]
    found = []
    for sentence, look in _LOOKS:
        concerned = [(story, told) for story in stories if (told := look(story, tell)) is not None]
        if concerned:
            found.append(_told(sentence, concerned, tell))
    return found


def _told(sentence: Message, concerned: Concerned, tell: Teller) -> Text:
    parts: list[Run] = [Run(tell(sentence), strong=True), Run(" ")]
    for number, (story, told) in enumerate(concerned):
        parts.append(Run("; " if number else ""))
        parts.append(Run(story.finding.label, link=finding_anchor(story.finding)))
        if told:
            parts.append(Run(f" ({told})"))
    return (*parts, Run("."))


def _for(story: FindingStory) -> list[EvidenceFacts]:
    return [one for one in story.of("supports") if one.passage]


def _cases(evidence: Iterable[EvidenceFacts]) -> list[str]:
    return list(dict.fromkeys(e.passage.case for e in evidence if e.passage and e.passage.case))


def _checks(story: FindingStory, tell: Teller, outcome: str) -> str | None:
    titles = [tell(check.title) for check in story.checks if check.verdict.outcome == outcome]
    return tell.value(titles) if titles else None


def _fails(story: FindingStory, tell: Teller) -> str | None:
    return _checks(story, tell, "fails")


def _weak(story: FindingStory, tell: Teller) -> str | None:
    return _checks(story, tell, "weak")


def _no_evidence(story: FindingStory, tell: Teller) -> str | None:  # noqa: ARG001
    return None if story.evidence else ""


def _one_person(story: FindingStory, tell: Teller) -> str | None:  # noqa: ARG001
    cases = _cases(_for(story))
    return cases[0] if len(cases) == 1 else None


def _one_kind(story: FindingStory, tell: Teller) -> str | None:
    kinds = {one.passage.source_kind for one in _for(story) if one.passage}
    return tell.word(kinds.pop()) if len(kinds) == 1 else None


def _silent(story: FindingStory, tell: Teller) -> str | None:
    heard = set(_cases(story.evidence))
    silent = [name for name in story.scope if name not in heard]
    return tell.value(silent) if silent and story.evidence else None


def _against(story: FindingStory, tell: Teller) -> str | None:
    counts = len(story.of("contradicts"))
    return tell.value(counts) if counts else None


def _one_sided(story: FindingStory, tell: Teller) -> str | None:  # noqa: ARG001
    one_sided = story.evidence and len(story.of("supports")) == len(story.evidence)
    return "" if one_sided else None


def _unweighed(story: FindingStory, tell: Teller) -> str | None:
    return tell.value(story.unweighed_total) if story.unweighed_total else None


def _no_rival(story: FindingStory, tell: Teller) -> str | None:  # noqa: ARG001
    return None if story.finding.rival.strip() else ""


def _stale(story: FindingStory, tell: Teller) -> str | None:
    titles = [tell(check.title) for check in story.checks if check.stale]
    return tell.value(titles) if titles else None


def _lost(story: FindingStory, tell: Teller) -> str | None:
    lost = sum(one.lost is not None for one in story.evidence)
    return tell.value(lost) if lost else None


_LOOKS: tuple[tuple[Message, Look], ...] = (
    (say("Without any evidence:"), _no_evidence),
    (say("Failing a check:"), _fails),
    (say("Weak in a check:"), _weak),
    (say("Supported by one participant only:"), _one_person),
    (say("Supported by one kind of source only:"), _one_kind),
    (say("Cases it speaks about that no evidence comes from:"), _silent),
    (say("With evidence against it:"), _against),
    (say("With evidence on one side only:"), _one_sided),
    (say("Segments under its codes that nobody has weighed:"), _unweighed),
    (say("No rival explanation considered:"), _no_rival),
    (say("Judged before the study changed under it:"), _stale),
    (say("Evidence whose words were deleted from their source:"), _lost),
)
