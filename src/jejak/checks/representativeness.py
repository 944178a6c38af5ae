"""Representativeness: whether it is what many say, evenly, or the word of a few."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from ..analysis.shares import effective_number, wilson_interval
from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .voices import names_in_scope_but, names_of, scope_trouble, supports_by_case
from .words import in_a_row, percent

__all__ = ["TACTIC", "examine"]

_Parts = tuple[Outcome, Message, Message | None]


@dataclass(frozen=True, slots=True)
class _Spread:
    """Who supports it (P+), of whom it could be heard (E), and how evenly."""

    voices: Counter[str]
    exposed: frozenset[str]
    otherwise: list[str]
    never: list[str]
    interval: tuple[float, float]
    effective: float

    @classmethod
    def of(cls, facts: FindingFacts) -> _Spread:
        voices = supports_by_case(facts)
        exposed = frozenset(facts.exposed).union(voices)
        return cls(
            voices=voices,
            exposed=exposed,
            otherwise=names_of(exposed.difference(voices), facts),
            never=names_in_scope_but(exposed, facts),
            interval=wilson_interval(len(voices), len(exposed)),
            effective=round(effective_number(voices.values()), 6),
        )

    @property
    def coverage(self) -> float:
        return len(self.voices) / len(self.exposed) if self.exposed else 0.0

    @property
    def dominance(self) -> float:
        total = sum(self.voices.values())
        return max(self.voices.values()) / total if total else 0.0


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by coverage, dominance and the effective number of voices."""
    spread = _Spread.of(facts)
    outcome, sentence, advice = _settled(facts, spread) or _judged(facts, spread)
    low, high = spread.interval
    limit = facts.thresholds
    return Verdict(
        "representativeness",
        outcome,
        sentence,
        {
            "supporting": len(spread.voices),
            "exposed": len(spread.exposed),
            "in_scope": len(facts.scope),
            "coverage": round(spread.coverage, 4),
            "coverage_low": round(low, 4),
            "coverage_high": round(high, 4),
            "dominance": round(spread.dominance, 4),
            "effective_sources": round(spread.effective, 4),
            "by_participant": {
                facts.names.get(case, case): many for case, many in sorted(spread.voices.items())
            },
            "silent": [*spread.otherwise, *spread.never],
            "silent_under_codes": spread.otherwise,
            "silent_altogether": spread.never,
            "empty_strata": _empty_strata(facts, spread),
            "limits": {
                "coverage": limit.coverage,
                "dominance": limit.dominance,
                "effective_sources": limit.effective_sources,
            },
        },
        advice,
    )


def _settled(facts: FindingFacts, spread: _Spread) -> _Parts | None:
    if not facts.cases or scope_trouble(facts) is not None:
        trouble = scope_trouble(facts) if facts.cases else None
        none = say("The study has no cases, so nobody’s words are known.")
        return "not applicable", trouble or none, None
    if len(facts.scope) == 1:
        alone = names_of(facts.scope, facts)[0]
        return "not applicable", say("It speaks of {name} alone.", name=alone), None
    if not facts.of("supports"):
        nothing = say("Nothing supports it yet, so there is nothing to compare.")
        return "not applicable", nothing, None
    if not spread.voices:
        sentence = say("None of those it speaks about supports it in words of their own.")
        return "fails", sentence, _advice(facts, spread)
    return None


def _judged(facts: FindingFacts, spread: _Spread) -> _Parts:
    limit = facts.thresholds
    enough = spread.coverage >= limit.coverage
    even = spread.dominance <= limit.dominance and spread.effective >= limit.effective_sources
    if enough and even:
        outcome: Outcome = "holds"
    else:
        outcome = "weak" if enough or len(spread.voices) > 1 else "fails"
    parts: list[Message] = [_coverage(spread), _evenness(facts, spread)]
    silent = [*spread.otherwise, *spread.never]
    if silent:
        parts.append(say("Silent: {names}.", names=in_a_row(silent)))
    sentence = parts[0]
    for part in parts[1:]:
        sentence = say("{first} {second}", first=sentence, second=part)
    return outcome, sentence, None if outcome == "holds" and not silent else _advice(facts, spread)


def _coverage(spread: _Spread) -> Message:
    low, high = (percent(limit) for limit in spread.interval)
    if len(spread.voices) == len(spread.exposed):
        return say(
            "The one participant who speaks of it supports it (95% interval {low}–{high}%).|"
            "All {n} participants who speak of it support it (95% interval {low}–{high}%).",
            n=len(spread.exposed),
            low=low,
            high=high,
        )
    return say(
        "{supporting} of the {exposed} participants who speak of it support it: {percent}% (95% "
        "interval {low}–{high}%).",
        supporting=len(spread.voices),
        exposed=len(spread.exposed),
        percent=percent(spread.coverage),
        low=low,
        high=high,
    )


def _evenness(facts: FindingFacts, spread: _Spread) -> Message:
    most = max(spread.voices.values())
    loudest = [case for case, count in spread.voices.items() if count == most]
    name = min(facts.names.get(case, case) for case in loudest)
    if len(spread.voices) == 1:
        return say("All their supports are from {name}.", name=name)
    return say(
        "{name} gives the largest part of their supports, {percent}%; together they are as good as "
        "{effective} equal voices.",
        name=name,
        percent=percent(spread.dominance),
        effective=round(spread.effective, 1),
    )


def _advice(facts: FindingFacts, spread: _Spread) -> Message:
    if spread.otherwise:
        return say(
            "Read what {names} said under its codes: it may speak against it.",
            names=in_a_row(spread.otherwise),
        )
    if spread.never:
        return say(
            "Ask {names} about it, or say that it does not speak of them.",
            names=in_a_row(spread.never),
        )
    top = max(spread.voices, key=lambda case: (spread.voices[case], case))
    return say(
        "Look for more from the others, or say that it is chiefly what {name} tells.",
        name=facts.names.get(top, top),
    )


def _empty_strata(facts: FindingFacts, spread: _Spread) -> list[dict[str, object]]:
    """Values of dividing attributes that several cases have and none of them supports it."""
    found: list[dict[str, object]] = []
    for attribute, values in sorted(facts.strata.items()):
        members: defaultdict[str, list[str]] = defaultdict(list)
        for case, value in values.items():
            members[value].append(case)
        found += [
            {"attribute": attribute, "value": value, "cases": len(cases)}
            for value, cases in sorted(members.items())
            if len(cases) > 1 and spread.voices.keys().isdisjoint(cases)
        ]
    return found


TACTIC = Tactic(
    name="representativeness",
    title=say("Representativeness"),
    about=say(
        "How many of those who speak of it support it, whether one voice makes most of it, and who is "
        "silent. The interval is Wilson’s; the number of equal voices is the exponential of the "
        "entropy of their shares."
    ),
    source="Miles & Huberman 1994 (checking for representativeness); Wilson 1927; Hill 1973",
    examine=examine,
    uses=frozenset(
        {"evidence", "scope", "scope_problem", "exposed", "strata", "cases", "thresholds"}
    ),
)
