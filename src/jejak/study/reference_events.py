"""What happened in the reference study, and how its cases were rated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..model import Message, say
from .study import Study

__all__ = ["note_events"]

_TOLD = ("name", "kind", "place", "impact")


def note_events(study: Study, plan: Mapping[str, Any], language: str) -> Message:
    """Note the events, states and ratings of a plan in a language."""
    with study.store.write(say("Note what happened"), study.user.guid):
        for one in plan["states"]:
            study.states.add(one["name"][language], date=str(one["date"]))
        for one in plan["events"]:
            told = {name: _in(one.get(name, ""), language) for name in _TOLD}
            study.events.add(
                **told, date=str(one["date"]), critical=one.get("critical", False),
                actors=one["actors"], shown=_shown(study, one["evidence"]),
            )  # fmt: skip
        for one in plan["events"]:
            for lead in one.get("leads", ()):
                _lead(study, _in(one["name"], language), lead, language)
    with study.store.write(say("Rate the cases"), study.user.guid):
        for one in plan["variables"]:
            study.ratings.add_variable(
                one["name"][language], _levels(one, language), one["description"][language]
            )
        for one in plan["ratings"]:
            variable = plan["variables"][one["variable"]]
            study.ratings.rate(
                one["case"], variable["name"][language],
                _levels(variable, language)[one["level"]], date=str(one.get("date", "")),
                note=_in(one.get("note", ""), language),
                shown=_shown(study, one.get("evidence", ())),
            )  # fmt: skip
    return say(
        "{events} events and {ratings} ratings, with the words that show them",
        events=len(plan["events"]), ratings=len(plan["ratings"]),
    )  # fmt: skip


def _in(text: str | Mapping[str, str], language: str) -> str:
    return text if isinstance(text, str) else text[language]


def _levels(variable: Mapping[str, Any], language: str) -> list[str]:
    return [level[language] for level in variable["levels"]]


def _shown(study: Study, evidence: Iterable[Mapping[str, str]]) -> list[tuple[str, int, int]]:
    found = []
    for one in evidence:
        source = study.sources.get(one["source"])
        start, end = study.coding.locate(source, one["quote"])
        found.append((source.guid, start, end))
    return found


def _lead(study: Study, name: str, lead: Mapping[str, Any], language: str) -> None:
    kind = "state" if "state" in lead else "event"
    target = _in(lead[kind], language)
    other = study.states.get(target) if kind == "state" else study.events.get(target)
    why = _in(lead.get("why", ""), language)
    study.states.lead(("event", study.events.get(name).guid), (kind, other.guid), why)
