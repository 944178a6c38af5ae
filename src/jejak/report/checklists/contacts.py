"""What was noted of contacts, and how long they lasted."""

from __future__ import annotations

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, contacts, share
from .sheets import written_in

__all__ = ["FILLS"]

_LISTED = 12


def _field_notes(facts: ReportFacts) -> Filled:
    observed = sum(one.source.kind == "observation" for one in facts.sources)
    asked = {one.source.guid for one in contacts(facts)}
    sheets = {
        one.guid for one in facts.record.sheets if one.form == "contact" and one.guid in asked
    }
    sentence = say(
        "Observations: {observed}; contact summaries: of {n} of {total} interviews and group talks.",
        observed=observed, n=len(sheets), total=len(asked),
    )  # fmt: skip
    state = share(len(sheets), len(asked))
    if observed and state in {"not on record", "not applicable"}:
        state = "partly" if asked else "on record"
    return Filled(
        state, sentence, {"observations": observed, "summaries": len(sheets), "contacts": len(asked)},
        say("Fill in a contact summary after each interview: Memos, Summary forms."),
        (Place("forms"),), part="material",
    )  # fmt: skip


def _durations(facts: ReportFacts) -> Filled:
    asked = contacts(facts)
    guids = {one.source.guid for one in asked}
    written = written_in(facts, {"interview": "duration"}, guids)
    spans = [facts.record.spans[guid] for guid in guids if guid in facts.record.spans]
    known = len(set(written) | {guid for guid in guids if guid in facts.record.spans})
    sentence = (
        say(
            "How long it took is known of {n} of {total} interviews and group talks; from the first to "
            "the last dated turn {least} to {most} minutes.",
            n=known, total=len(asked), least=min(spans), most=max(spans),
        )
        if spans
        else say(
            "How long it took is known of {n} of {total} interviews and group talks.",
            n=known, total=len(asked),
        )
    )  # fmt: skip
    return Filled(
        share(known, len(asked)), sentence,
        {"known": known, "contacts": len(asked), "dated": len(spans),
         "least": min(spans, default=None), "most": max(spans, default=None)},
        say("Write the duration into the interview record of those that lack it: Memos, Summary forms."),
        (Place("forms"),), tuple(written.values())[:_LISTED], "material",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "field_notes": _field_notes,
    "durations": _durations,
}
