"""The words that findings rest on."""

from __future__ import annotations

from ...model import say
from ..facts import EvidenceFacts, FindingStory, ReportFacts
from .filled import Fill, Filled, Place, held, of_findings, share

__all__ = ["FILLS"]


def _quotes(story: FindingStory) -> list[EvidenceFacts]:
    return [one for one in story.evidence if one.passage is not None]


def _quotations(facts: ReportFacts) -> Filled:
    stories = held(facts)
    quoted = [one for one in stories if _quotes(one)]
    bare = [one for one in stories if not _quotes(one)]
    passages = [one.passage for story in stories for one in _quotes(story)]
    known = sum(1 for one in passages if one is not None and (one.case or one.source))
    cases = {one.case for one in passages if one is not None and one.case}
    sentence = say(
        "{n} of {total} findings quote what bears them out; quotations, each with where it stands: "
        "{quotes}; cases quoted: {cases}.",
        n=len(quoted), total=len(stories), quotes=len(passages), cases=len(cases),
    )  # fmt: skip
    return Filled(
        share(len(quoted), len(stories)) if stories else "not on record", sentence,
        {"quoted": len(quoted), "findings": len(stories), "quotations": len(passages),
         "identified": known, "cases": len(cases)},
        say("Give evidence for the findings that quote nothing: Conclude."),
        of_findings(bare) or (Place("findings"),),
        part="findings",
    )  # fmt: skip


def _consistency(facts: ReportFacts) -> Filled:
    stories = held(facts)
    failing = [
        one for one in stories if any(check.verdict.outcome == "fails" for check in one.checks)
    ]
    sentence = say(
        "No check fails for {n} of {total} findings.", n=len(stories) - len(failing),
        total=len(stories),
    )  # fmt: skip
    return Filled(
        share(len(stories) - len(failing), len(stories)) if stories else "not on record", sentence,
        {"findings": len(stories), "failing": len(failing)},
        say("See what fails, and mend it or say it: Conclude, a finding, its checks."),
        of_findings(failing) or (Place("findings"),), part="findings",
    )  # fmt: skip


def _paths(facts: ReportFacts) -> Filled:
    stories = held(facts)
    whole = [one for one in stories if _is_whole(one)]
    pieces = [one for story in stories for one in story.evidence]
    standing = sum(map(_stands, pieces))
    sentence = say(
        "{n} of {total} findings rest on evidence that leads back to the material without a gap; of "
        "the pieces of evidence {standing} of {pieces} do.",
        n=len(whole), total=len(stories), standing=standing, pieces=len(pieces),
    )  # fmt: skip
    return Filled(
        share(len(whole), len(stories)) if stories else "not on record", sentence,
        {"whole": len(whole), "findings": len(stories), "standing": standing,
         "pieces": len(pieces)},
        say("Give evidence where there is none, and replace what quotes words that are gone."),
        of_findings(one for one in stories if not _is_whole(one)) or (Place("findings"),),
        part="findings",
    )  # fmt: skip


def _is_whole(story: FindingStory) -> bool:
    return bool(story.evidence) and all(map(_stands, story.evidence))


def _stands(one: EvidenceFacts) -> bool:
    """Whether a piece of evidence leads to words that are there, or to a cell that was kept."""
    return one.passage is not None or one.cited is not None


FILLS: dict[str, Fill] = {
    "quotations": _quotations,
    "paths": _paths,
    "consistency": _consistency,
}
