"""Member feedback as it is told."""

from __future__ import annotations

from typing import Self

from ...services.member_feedback import FeedbackLine, Member, Members
from .form import Out

__all__ = ["MembersOut"]


class FeedbackLineOut(Out):
    """What somebody made of a finding; ``follow`` says that they did not agree and nothing was done yet."""

    guid: str
    revision: int
    finding: str
    label: str
    statement: str
    who: str
    date: str
    shown: str
    answer: str
    comment: str
    action: str
    by: str
    follow: bool

    @classmethod
    def of(cls, line: FeedbackLine, revision: int) -> Self:
        """A line as it is told."""
        one = line.record
        return cls(
            guid=one.guid, revision=revision, finding=one.finding, label=line.label,
            statement=line.statement, who=line.who, date=one.date, shown=one.shown,
            answer=one.answer, comment=one.comment, action=one.action, by=line.by,
            follow=line.follow,
        )  # fmt: skip


class MemberOut(Out):
    """A participant, the findings (labels) that concern them, and those they were not shown yet."""

    case: str
    name: str
    concerning: list[str]
    unasked: list[str]

    @classmethod
    def of(cls, member: Member) -> Self:
        """A participant as they are told."""
        return cls(
            case=member.case.guid, name=member.case.name, concerning=list(member.concerning),
            unasked=list(member.unasked),
        )  # fmt: skip


class MembersOut(Out):
    """All feedback, whom to ask yet, and the rates."""

    lines: list[FeedbackLineOut]
    members: list[MemberOut]
    answers: dict[str, int]
    response: float | None
    agreement: float | None

    @classmethod
    def of(cls, found: Members, revisions: dict[str, int]) -> Self:
        """All of it as it is told."""
        return cls(
            lines=[FeedbackLineOut.of(one, revisions[one.record.guid]) for one in found.lines],
            members=[MemberOut.of(one) for one in found.members],
            answers=dict(found.answers), response=found.response, agreement=found.agreement,
        )  # fmt: skip
