"""Negative evidence: whether it was looked for, and how much of it there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.message import Message, say
from ..model.verdict import EvidenceRow, FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .voices import names_of
from .words import SHOWN, counted_kinds, in_a_row, percent, told_in_a_row

__all__ = ["TACTIC", "examine"]

_LISTED = 50


@dataclass(frozen=True, slots=True)
class _Search:
    """What was weighed, who speaks for it (P+) and against it (P−, called ``names``), and who has the
    ``most`` words that were not weighed, in their order."""

    left: float
    against: tuple[EvidenceRow, ...]
    qualifying: int
    voices_for: frozenset[str]
    voices_against: frozenset[str]
    names: list[str]
    most: list[str]

    @classmethod
    def of(cls, facts: FindingFacts) -> _Search:
        topic = facts.under_codes
        against = facts.of("contradicts")
        voices_against = frozenset([row.case for row in against if row.case])
        counts = topic.by_case
        return cls(
            left=topic.unweighed / topic.total if topic.total else 0.0,
            against=against,
            qualifying=len(facts.of("qualifies")),
            voices_for=frozenset([row.case for row in facts.of("supports") if row.case]),
            voices_against=voices_against,
            names=names_of(voices_against, facts),
            most=sorted(sorted(counts), key=counts.__getitem__, reverse=True),
        )

    @property
    def share(self) -> float:
        """|P−| / (|P+| + |P−|)."""
        both = len(self.voices_for) + len(self.voices_against)
        return len(self.voices_against) / both if both else 0.0


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by what was left unweighed under the codes, and by who contradicts."""
    search, topic = _Search.of(facts), facts.under_codes
    outcome = _outcome(facts, search)
    logged = facts.searches
    return Verdict(
        "negative-evidence",
        outcome,
        say(
            "{searched} {found} {log}",
            searched=_searched(facts, search),
            found=_found(facts, search),
            log=_log(facts),
        ),
        {
            "segments": topic.total,
            "unweighed": topic.unweighed,
            "unweighed_share": round(search.left, 4),
            "unweighed_by_participant": _by_name(facts, search.most),
            "unweighed_by_kind": dict(sorted(topic.by_kind.items())),
            "qualifying": search.qualifying,
            "contradicting": len(search.against),
            "contradictions": [_place(row, facts) for row in search.against[:_LISTED]],
            "contradicting_participants": search.names,
            "contradicting_share": round(search.share, 4),
            "searches": len(logged),
            "inspected": sum(one.inspected for one in logged),
            "found": sum(one.found for one in logged),
            "limits": {
                "unweighed": facts.thresholds.unweighed,
                "contradicting": facts.thresholds.contradicting,
            },
        },
        _advice(facts, search),
    )


def _outcome(facts: FindingFacts, search: _Search) -> Outcome:
    limit = facts.thresholds
    if search.share > 0.5 or search.left > 0.5:
        return "fails"
    unsearched = not facts.under_codes.total or not facts.searches
    if unsearched or search.left > limit.unweighed or search.share > limit.contradicting:
        return "weak"
    return "holds"


def _searched(facts: FindingFacts, search: _Search) -> Message:
    topic = facts.under_codes
    if not facts.codes:
        return say("It is tied to no code, so what was left out of account cannot be told.")
    if not topic.total:
        return say("Nothing is coded under its codes.")
    if not topic.unweighed:
        return say(
            "The one segment under its codes was weighed.|"
            "All {n} segments under its codes were weighed.",
            n=topic.total,
        )
    return say(
        "{unweighed} of {total} segments under its codes ({percent}%) were never weighed: {kinds}.",
        unweighed=topic.unweighed,
        total=topic.total,
        percent=percent(search.left),
        kinds=in_a_row(counted_kinds(topic.by_kind)),
    )


def _found(facts: FindingFacts, search: _Search) -> Message:
    count = len(search.against)
    if not count:
        return _none_found(search.qualifying, partly=search.left > facts.thresholds.unweighed)
    names = search.names
    contradicted = say("{n} contradicts it|{n} contradict it", n=count)
    if not names:
        sources = names_of({row.source for row in search.against if row.source}, facts)
        return say(
            "{contradicted}, none of them a participant’s words: {sources}.",
            contradicted=contradicted, sources=in_a_row(sources),
        )  # fmt: skip
    return say(
        "{contradicted}. Of {speaking} among its evidence {against} against it ({names}), {both} for it "
        "as well.",
        contradicted=contradicted,
        speaking=say("{n} participant|{n} participants",
                     n=len(search.voices_for | search.voices_against)),
        against=say("{n} speaks|{n} speak", n=len(names)),
        names=in_a_row(names), both=len(search.voices_for & search.voices_against),
    )  # fmt: skip


def _none_found(qualifying: int, *, partly: bool) -> Message:
    qualified = say("{n} qualifies it|{n} qualify it", n=qualifying)
    if partly and qualifying:
        return say("So far nothing contradicts it; {qualified}.", qualified=qualified)
    if partly:
        return say("So far nothing contradicts or qualifies it.")
    if qualifying:
        return say("Nothing contradicts it; {qualified}.", qualified=qualified)
    return say("Nothing contradicts or qualifies it.")


def _log(facts: FindingFacts) -> Message:
    if not facts.searches:
        return say("No search for what speaks against it is on record.")
    inspected = sum(one.inspected for one in facts.searches)
    found = sum(one.found for one in facts.searches)
    if not found:
        return say(
            "On record: {inspected} segments were looked through, none speaks against it.",
            inspected=inspected,
        )
    return say(
        "On record: {inspected} segments were looked through, {found} speak against it.",
        inspected=inspected, found=found,
    )  # fmt: skip


def _advice(facts: FindingFacts, search: _Search) -> Message | None:
    if not facts.codes:
        return say("Say which codes it is about, and weigh every segment under them.")
    if facts.under_codes.unweighed:
        many = facts.under_codes.by_case
        names = [
            say("{name} ({count})", name=facts.names.get(case, case), count=many[case])
            for case in search.most[:SHOWN]
        ]
        if names:
            told = told_in_a_row(names, len(many))
            return say("Weigh the rest; it has words of {names}.", names=told)
        return say("Weigh the rest: one that contradicts it may be among them.")
    if not facts.under_codes.total:
        return say("Code the material with its codes first.")
    if search.share > facts.thresholds.contradicting:
        return say("Say for whom and when it does not hold, or give it the status “qualified”.")
    if not facts.searches:
        return say("Look for what speaks against it, and put the search on record.")
    return None


def _by_name(facts: FindingFacts, most: Sequence[str]) -> dict[str, int]:
    counts = facts.under_codes.by_case
    return {facts.names.get(case, case): counts[case] for case in most[:_LISTED]}


def _place(row: EvidenceRow, facts: FindingFacts) -> dict[str, object]:
    return {
        "source": facts.names.get(row.source or "", row.source),
        "start": row.start,
        "end": row.end,
        "participant": None if row.case is None else facts.names.get(row.case, row.case),
    }


TACTIC = Tactic(
    name="negative-evidence",
    title=say("Negative evidence"),
    about=say(
        "Whether every segment under its codes was weighed, and what contradicts it. A segment counts "
        "as weighed once any evidence shares a word with it."
    ),
    source="Lincoln & Guba 1985 (negative case analysis); Miles & Huberman 1994",
    examine=examine,
    uses=frozenset({"codes", "evidence", "under_codes", "searches", "thresholds"}),
)
