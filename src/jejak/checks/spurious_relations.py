"""Spurious relations: whether something third explains what seems to hang together."""

from __future__ import annotations

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, RuleRow, Verdict
from .tactic import Tactic
from .words import in_a_row

__all__ = ["TACTIC", "examine", "mantel_haenszel"]

# With fewer units nothing is compared; the table of each stratum is among the facts.
_ENOUGH = 10
_SAME = 0.5
_Table = tuple[int, int, int, int]


def mantel_haenszel(tables: list[_Table]) -> float | None:
    """The odds ratio Σ(ad/n) / Σ(bc/n) over tables (a, b, c, d); ``None`` where nothing divides.

    Mantel & Haenszel 1959."""
    above = below = 0.0
    for a, b, c, d in tables:
        n = a + b + c + d
        if n:
            above += a * d / n
            below += b * c / n
    return above / below if below else None


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by whether the relation of a rule stays when a third variable is held constant;
    *not applicable* where no rule names one."""
    rules = [rule for rule in facts.rules if rule.third]
    told = [_compared(rule) for rule in rules]
    return Verdict(
        "spurious-relations",
        _outcome(told),
        _sentence(rules, told),
        {
            "relations": [
                {
                    "condition": rule.condition,
                    "consequence": rule.consequence,
                    "third": rule.third,
                    "strata": [
                        {"value": value, "both": a, "condition": b, "consequence": c, "neither": d}
                        for value, a, b, c, d in rule.strata
                    ],
                    "crude": _rounded(one[0]),
                    "adjusted": _rounded(one[1]),
                }
                for rule, one in zip(rules, told, strict=True)
            ]
        },
        None if rules else say("Name in a rule an attribute that could explain both its sides."),
    )


def _compared(rule: RuleRow) -> tuple[float | None, float | None]:
    """The crude odds ratio, and that with the third held constant; neither of too few units."""
    tables = [(a, b, c, d) for _, a, b, c, d in rule.strata]
    if sum(map(sum, tables)) < _ENOUGH:
        return None, None
    sums: _Table = (
        sum(t[0] for t in tables), sum(t[1] for t in tables),
        sum(t[2] for t in tables), sum(t[3] for t in tables),
    )  # fmt: skip
    return mantel_haenszel([sums]), mantel_haenszel(tables)


def _outcome(told: list[tuple[float | None, float | None]]) -> Outcome:
    if not told:
        return "not applicable"
    known = [(crude, held) for crude, held in told if crude is not None and held is not None]
    if any(crude > 1 >= held for crude, held in known):
        return "fails"
    if len(known) < len(told) or any(held < crude * _SAME for crude, held in known):
        return "weak"
    return "holds"


def _sentence(rules: list[RuleRow], told: list[tuple[float | None, float | None]]) -> Message:
    if not rules:
        return say("No rule names anything third that could explain both its sides.")
    parts = []
    for rule, (crude, held) in zip(rules, told, strict=True):
        if crude is None or held is None:
            parts.append(say("by {third}: too few to compare", third=rule.third))
        else:
            parts.append(
                say(
                    "by {third}: odds ratio {crude}, with it held constant {held}",
                    third=rule.third, crude=round(crude, 2), held=round(held, 2),
                )
            )  # fmt: skip
    return say("{parts}.", parts=in_a_row(parts))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


TACTIC = Tactic(
    name="spurious-relations",
    title=say("Spurious relations"),
    about=say(
        "Whether a third variable explains what seems to hang together: the relation is looked at "
        "again within each of its values."
    ),
    source="Miles & Huberman 1994 (ruling out spurious relations); Mantel & Haenszel 1959",
    examine=examine,
    uses=frozenset({"rules"}),
)
