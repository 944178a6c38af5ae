"""If–then tests: what must be seen if a finding holds, and how often it is."""

from __future__ import annotations

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, RuleRow, Verdict
from .tactic import Tactic
from .voices import names_of
from .words import in_a_row, percent

__all__ = ["TACTIC", "consistency", "examine"]


def consistency(rule: RuleRow) -> float | None:
    """|A ∧ B| / |A|: how often the consequence is there where the condition is."""
    return rule.with_both / rule.with_condition if rule.with_condition else None


def _coverage(rule: RuleRow) -> float | None:
    """|A ∧ B| / |B|: how much of the consequence the condition accounts for."""
    return rule.with_both / rule.with_consequence if rule.with_consequence else None


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by the least consistent rule; *not applicable* where none was put up."""
    rules = facts.rules
    return Verdict(
        "if-then",
        _outcome(facts),
        _sentence(rules),
        {
            "rules": [
                {
                    "condition": rule.condition,
                    "consequence": rule.consequence,
                    "unit": rule.unit,
                    "units": rule.units,
                    "with_condition": rule.with_condition,
                    "with_consequence": rule.with_consequence,
                    "with_both": rule.with_both,
                    "consistency": _rounded(consistency(rule)),
                    "coverage": _rounded(_coverage(rule)),
                    "exceptions": names_of(rule.exceptions, facts),
                }
                for rule in rules
            ],
            "predictions": sum(rule.predicted for rule in rules),
            "predictions_open": sum(rule.pending for rule in rules),
            "limits": {"consistency": facts.thresholds.consistency},
        },
        _advice(facts),
    )


def _outcome(facts: FindingFacts) -> Outcome:
    if not facts.rules:
        return "not applicable"
    found = [consistency(rule) for rule in facts.rules]
    known = [one for one in found if one is not None]
    if known and min(known) < 0.5:
        return "fails"
    if len(known) < len(found) or min(known) < facts.thresholds.consistency:
        return "weak"
    return "holds"


def _sentence(rules: tuple[RuleRow, ...]) -> Message:
    if not rules:
        return say("No rule was put up that must hold if it does.")
    return say("{rules}.", rules=in_a_row([_told(rule) for rule in rules]))


def _told(rule: RuleRow) -> Message:
    if rule.problem:
        return say(
            "if {condition}, then {consequence}: it cannot be counted ({problem})",
            condition=rule.condition, consequence=rule.consequence, problem=rule.problem,
        )  # fmt: skip
    share = consistency(rule)
    if share is None:
        return say(
            "if {condition}, then {consequence}: the condition is never there",
            condition=rule.condition, consequence=rule.consequence,
        )  # fmt: skip
    return say(
        "if {condition}, then {consequence}: in {both} of {all} ({percent}%)",
        condition=rule.condition, consequence=rule.consequence, both=rule.with_both,
        all=rule.with_condition, percent=percent(share),
    )  # fmt: skip


def _advice(facts: FindingFacts) -> Message | None:
    if not facts.rules:
        return say("Put up a rule: what must be seen in a case if the finding holds.")
    exceptions = names_of({unit for rule in facts.rules for unit in rule.exceptions}, facts)
    if exceptions:
        return say("Look at the exceptions: {names}.", names=in_a_row(exceptions))
    if any(rule.problem or consistency(rule) is None for rule in facts.rules):
        return say("Write the rule so that its condition can be found.")
    if any(rule.pending for rule in facts.rules):
        return say("Say what came of the predictions once they are due.")
    return None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


TACTIC = Tactic(
    name="if-then",
    title=say("If–then tests"),
    about=say("What must be seen if it holds, counted: how often it is, and where it is not."),
    source="Miles & Huberman 1994 (making if–then tests); Ragin 2006 (consistency and coverage)",
    examine=examine,
    uses=frozenset({"rules", "thresholds"}),
)
