"""What is on record of the work itself."""

from __future__ import annotations

from importlib.metadata import version

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place

__all__ = ["FILLS"]


def _software(facts: ReportFacts) -> Filled:
    number = version("jejak")
    return Filled(
        "on record", say("Jejak {version}, as of change {change}.", version=number, change=facts.version), {"version": number},
        part="trail", places=(Place("history"),),
    )  # fmt: skip


def _trail(facts: ReportFacts) -> Filled:
    method = facts.method
    sentence = say(
        "Every change is on record, each sealed by the one before it: {changes}, of which undone: "
        "{undone}.",
        changes=method.changes, undone=method.undone,
    )  # fmt: skip
    return Filled(
        "on record" if method.changes else "not on record", sentence,
        {"changes": method.changes, "undone": method.undone, "days": method.days},
        places=(Place("history"),), part="trail",
    )  # fmt: skip


def _judged(facts: ReportFacts) -> Filled:
    judged, remarks = facts.method.judged, facts.record.remarks
    sentence = say(
        "Checks that people judged: {judged}; remarks of others on record: {remarks}.",
        judged=judged, remarks=remarks,
    )  # fmt: skip
    return Filled(
        "on record" if judged and remarks else "partly" if judged or remarks else "not on record",
        sentence, {"judged": judged, "remarks": remarks},
        say("Let somebody who did not work on it go through the trail, and say who that was."),
        (Place("findings"),), part="findings",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "software": _software,
    "trail": _trail,
    "judged": _judged,
}
