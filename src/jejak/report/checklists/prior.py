"""What findings are set against: the literature, and their limits."""

from __future__ import annotations

from ...model import say
from ..facts import FindingStory, ReportFacts
from ..parts.limits_findings import finding_limits
from ..parts.limits_study import study_limits
from ..teller import Teller
from .filled import Fill, Filled, Place, held, of_findings, share

__all__ = ["FILLS"]


def _literature(facts: ReportFacts) -> Filled:
    stories = held(facts)
    tied = [one for one in stories if one.literature or _of_literature(one)]
    sentence = say(
        "{n} of {total} findings are tied to works of the literature or quote some.",
        n=len(tied), total=len(stories),
    )  # fmt: skip
    return Filled(
        share(len(tied), len(stories)) if stories else "not on record", sentence,
        {"tied": len(tied), "findings": len(stories), "works": len(facts.works)},
        say("Tie findings to the works they extend or contradict: Conclude, a finding, its works."),
        of_findings(tied) or (Place("references"),), part="references",
    )  # fmt: skip


def _of_literature(story: FindingStory) -> bool:
    """Whether words of the literature are evidence for or against it."""
    passages = (one.passage for one in story.evidence)
    return any(one is not None and one.source_kind == "literature" for one in passages)


def _limits(facts: ReportFacts) -> Filled:
    tell = Teller("en")
    n = len(finding_limits(facts, tell)) + len(study_limits(facts, tell))
    sentence = say(
        "The part on limits tells {n} thing that is thin.|The part on limits tells {n} things that are "
        "thin.",
        n=n,
    )  # fmt: skip
    return Filled(
        "on record" if n else "partly", sentence, {"limits": n}, None, (Place("report"),),
        part="limits",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "literature": _literature,
    "limits": _limits,
}
