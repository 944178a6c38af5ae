"""What the tactics on unusual cases share: which they are, and how the finding stands with them."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, StandingRow
from .voices import names_of
from .words import in_a_row

__all__ = ["advice", "judged", "sentence", "standings"]


def standings(facts: FindingFacts, unusual: str) -> dict[str, StandingRow]:
    """What is on record of unusual cases of one kind, by case."""
    return {row.case: row for row in facts.standings if row.unusual == unusual}


def judged(cases: Iterable[str], said: dict[str, StandingRow]) -> Outcome:
    """*holds* where it holds for each or it was said why not, *fails* where it fails for one without
    a reason, *weak* where nobody has looked at one."""
    wanted = [*dict.fromkeys([*cases, *said])]
    if not wanted:
        return "not applicable"
    if any(row.verdict == "fails" and not row.explained for row in said.values()):
        return "fails"
    return "weak" if any(case not in said for case in wanted) else "holds"


def sentence(
    facts: FindingFacts, cases: Iterable[str], said: dict[str, StandingRow], none: Message
) -> Message:
    """Which cases they are, and for which of them it fails."""
    wanted = [*dict.fromkeys([*cases, *said])]
    if not wanted:
        return none
    names = names_of(wanted, facts)
    open_ = names_of([case for case in wanted if case not in said], facts) if said else names
    failing = names_of([case for case, row in said.items() if row.verdict == "fails"], facts)
    told = say(
        "Unusual cases: {names}.", names=in_a_row(names)
    )  # fmt: skip
    if failing:
        told = say("{told} It fails for {failing}.", told=told, failing=in_a_row(failing))
    if open_:
        told = say("{told} Nobody has looked at {open}.", told=told, open=in_a_row(open_))
    elif not failing:
        told = say("{told} It holds for each, or does not apply.", told=told)
    return told


def advice(
    facts: FindingFacts, cases: Iterable[str], said: dict[str, StandingRow]
) -> Message | None:
    """What to look at next."""
    open_ = names_of([case for case in dict.fromkeys(cases) if case not in said], facts)
    if open_:
        return say(
            "Look at {names} and put on record whether it holds there.", names=in_a_row(open_)
        )
    if any(row.verdict == "fails" and not row.explained for row in said.values()):
        return say("Say what the exception delimits: for whom and when the finding holds.")
    return None
