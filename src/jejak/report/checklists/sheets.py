"""What summary forms say of each contact."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Message, say
from ..facts import ReportFacts, SourceFacts
from .filled import Fill, Filled, contacts, in_field, named, share

__all__ = ["FILLS", "guides_told", "recordings_told", "settings_told", "sheet_field", "written_in"]

_LISTED = 12


def sheet_field(
    facts: ReportFacts,
    what: Message,
    fields: Mapping[str, str],
    sources: list[SourceFacts] | None = None,
) -> Filled:
    """What a field of the summary forms (form -> field, the first that is filled counts) says of some
    sources, interviews and group talks if nothing else is said."""
    asked = contacts(facts) if sources is None else sources
    written = written_in(facts, fields, {one.source.guid for one in asked})
    n, total = len(written), len(asked)
    sentence = (
        say("{what} is written down for {n} of {total} contacts.", what=what, n=n, total=total)
        if total
        else say("There is no interview or group talk in this study.")
    )
    sheets = {one.guid: one.memo for one in facts.record.sheets if one.form in fields}
    return Filled(
        share(n, total), sentence, {"written": n, "contacts": total},
        say("Fill in the summary form of the contacts that lack it: Memos, Summary forms."),
        named("memo", ((sheets[guid], name) for guid, (name, _) in written.items())),
        tuple(told for told in written.values())[:_LISTED], "material",
    )  # fmt: skip


def written_in(
    facts: ReportFacts, fields: Mapping[str, str], among: set[str]
) -> dict[str, tuple[str, str]]:
    """GUID of a source -> its name and what is written of it."""
    found: dict[str, tuple[str, str]] = {}
    for form, name in fields.items():
        for sheet in facts.record.sheets:
            text = " ".join(sheet.values.get(name, "").split())
            if sheet.form == form and sheet.guid in among and text:
                found.setdefault(sheet.guid, (sheet.name, text))
    return found


def settings_told(facts: ReportFacts) -> Filled:
    """Where contacts and observations took place."""
    fields = {"interview": "setting", "observation": "setting", "contact": "contact"}
    return sheet_field(facts, say("The setting"), fields, in_field(facts))


def _company(facts: ReportFacts) -> Filled:
    found = sheet_field(
        facts, say("Who else was there"), {"interview": "setting", "contact": "contact"}
    )
    return Filled(
        found.state, found.sentence, {**found.facts, "segments": facts.record.company},
        found.advice, found.places, found.details, found.part,
    )  # fmt: skip


def guides_told(facts: ReportFacts) -> Filled:
    """Which interview guide was used."""
    return sheet_field(facts, say("The version of the interview guide"), {"interview": "guide"})


def recordings_told(facts: ReportFacts) -> Filled:
    """How contacts were recorded."""
    return sheet_field(facts, say("How it was recorded"), {"interview": "recording"})


def _returned(facts: ReportFacts) -> Filled:
    what = say("Whether it was returned to the participant")
    return sheet_field(facts, what, {"interview": "returned"})


FILLS: dict[str, Fill] = {
    "settings": settings_told,
    "company": _company,
    "guides": guides_told,
    "recordings": recordings_told,
    "returned": _returned,
}
