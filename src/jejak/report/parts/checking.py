"""What checks showed of a finding, in words, and what the analyst made of it."""

from __future__ import annotations

from ...documents.document import Block, Bullets, Mark, Paragraph, Run, Section, Table, Text, Tone
from ...model import say
from ..anchors import finding_anchor
from ..facts import CheckFacts, FindingStory
from ..teller import Teller

__all__ = ["checks_section", "outcome_mark", "status_mark"]

_OUTCOMES: dict[str, Tone] = {"holds": "good", "weak": "fair", "fails": "poor"}
_STATUSES: dict[str, Tone] = {
    "supported": "good", "verified": "good", "qualified": "fair", "rejected": "poor",
}  # fmt: skip


def status_mark(status: str, tell: Teller) -> Mark:
    """The status of a finding."""
    return Mark(tell.word(status), _STATUSES.get(status, "none"))


def outcome_mark(outcome: str, tell: Teller) -> Mark:
    """The outcome of a check."""
    return Mark(tell.word(outcome), _OUTCOMES.get(outcome, "none"))


def checks_section(story: FindingStory, tell: Teller) -> Section:
    """The checks on a finding."""
    anchor = f"{finding_anchor(story.finding)}-checks"
    title = tell(say("Checks"))
    if not story.checks:
        nothing: tuple[Block, ...] = (Paragraph(tell.text(say("No check has been made."))),)
        return Section(anchor, title, nothing, listed=False)
    columns = (
        tell.column(say("Check")),
        tell.column(say("Outcome")),
        tell.column(say("What it showed")),
    )
    rows = tuple(_row(check, tell) for check in story.checks)
    return Section(anchor, title, (Table(columns, rows), *_left_out(story, tell)), listed=False)


def _left_out(story: FindingStory, tell: Teller) -> tuple[Block, ...]:
    """On whom the finding stands."""
    if story.left_out is None or not story.evidence:
        return ()
    head = Run(tell(say("Leave one out")), strong=True)
    if not story.left_out:
        stands = say("It stands without any one of its participants, sources and coders.")
        return (Paragraph((head, Run(f". {tell(stands)}"))),)
    items = tuple(tell.text(one) for one in story.left_out)
    return (Paragraph((head,)), Bullets(items))


def _row(check: CheckFacts, tell: Teller) -> tuple[Text, ...]:
    shown: list[Run | Mark] = [Run(tell(check.verdict.sentence))]
    if check.verdict.advice is not None and check.verdict.outcome in {"weak", "fails"}:
        shown += [Run("\n"), Run(tell(check.verdict.advice), emphasis=True)]
    if check.judged is not None:
        shown += [Run("\n"), *_judged(check, tell)]
    return (
        (Run(tell(check.title)), Run("\n"), Run(check.source, quiet=True)),
        (_withheld(tell) if check.stays else outcome_mark(check.verdict.outcome, tell),),
        tuple(shown),
    )


def _withheld(tell: Teller) -> Mark:
    return Mark(tell(say("not told")), "none")


def _judged(check: CheckFacts, tell: Teller) -> list[Run | Mark]:
    told = say(
        "{name} judged on {day}: {verdict}.",
        name=check.judged_by or "",
        day=tell.day(check.judged_on),
        verdict=tell.word(check.judged or ""),
    )
    parts: list[Run | Mark] = [Run(tell(told), strong=True)]
    if check.note:
        parts.append(Run(f" {check.note}"))
    if check.stale:
        parts += [Run(" "), Mark(tell(say("stale: what it rests on has changed since")), "fair")]
    return parts
