"""How the findings were tested: the checks and their outcomes for all of them in one table."""

from __future__ import annotations

from collections import Counter

from ...documents.document import Block, Paragraph, Run, Table, Text
from ...model import say
from ..anchors import finding_anchor
from ..facts import FindingStory, ReportFacts
from ..part import Part
from ..teller import Teller
from .checking import status_mark

__all__ = ["PART"]

_OUTCOMES = ("holds", "weak", "fails", "not applicable")


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    stories = facts.findings
    if not stories:
        return (
            Paragraph(tell.text(say("No finding has been written yet, so there is none to test."))),
        )
    tactics = {tell(check.title): check.source for story in stories for check in story.checks}
    lead = say(
        "Every finding was put to {n} checks, which are tactics for testing conclusions; each is "
        "computed from the study as it stands.", n=len(tactics),
    )  # fmt: skip
    judged = sum(check.judged is not None for story in stories for check in story.checks)
    told = say(
        "Of {total} outcomes {judged} was also judged by a person."
        "|Of {total} outcomes {judged} were also judged by a person.",
        n=judged, judged=judged, total=sum(len(story.checks) for story in stories),
    )  # fmt: skip
    return (
        Paragraph((Run(tell(lead)), Run(f" {tell(told)}"))),
        _findings(stories, tell),
        _checks(stories, tell),
    )


def _findings(stories: tuple[FindingStory, ...], tell: Teller) -> Table:
    columns = (
        tell.column(say("Finding")), tell.column(say("Status")),
        *(tell.column(_TITLES[one], number=True) for one in _OUTCOMES),
    )  # fmt: skip
    rows = tuple(_row(story, tell) for story in stories)
    return Table(columns, rows, tell(say("Outcomes of the checks by finding")))


_TITLES = {
    "holds": say("Holds"),
    "weak": say("Weak"),
    "fails": say("Fails"),
    "not applicable": say("Not applicable"),
}


def _row(story: FindingStory, tell: Teller) -> tuple[Text, ...]:
    counts = Counter(_outcome(check.verdict.outcome, stays=check.stays) for check in story.checks)
    finding = story.finding
    return (
        (
            Run(finding.label, strong=True, link=finding_anchor(finding)),
            Run(f"  {finding.statement}"),
        ),
        (status_mark(finding.status, tell),),
        *(tell.cell(counts.get(one, 0)) for one in _OUTCOMES),
    )


def _outcome(outcome: str, *, stays: bool) -> str:
    return "" if stays else outcome


def _checks(stories: tuple[FindingStory, ...], tell: Teller) -> Table:
    """Each tactic with where it comes from, and the findings that do not stand up to it."""
    rows: dict[str, tuple[str, dict[str, list[str]]]] = {}
    for story in stories:
        for check in story.checks:
            found = rows.setdefault(tell(check.title), (check.source, {}))[1]
            outcome = _outcome(check.verdict.outcome, stays=check.stays)
            found.setdefault(outcome, []).append(story.finding.label)
    columns = (
        tell.column(say("Check")), tell.column(say("Holds"), number=True),
        tell.column(say("Weak")), tell.column(say("Fails")),
    )  # fmt: skip
    told = tuple(
        (
            (Run(title), Run("\n"), Run(source, quiet=True)),
            tell.cell(len(found.get("holds", ()))),
            tell.cell(", ".join(found.get("weak", ())) or None),
            tell.cell(", ".join(found.get("fails", ())) or None),
        )
        for title, (source, found) in rows.items()
    )
    return Table(columns, told, tell(say("Findings by check")))


PART = Part("testing", say("How the findings were tested"), _tell)
