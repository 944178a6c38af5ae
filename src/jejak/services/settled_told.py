"""Disagreements and what was decided about them, for JSON and for people."""

from __future__ import annotations

from typing import Any

from ..analysis.agreement.reasons import NOBODY_ELSE, NOTHING_SHARED
from ..i18n import translate
from ..model import Message, say
from .settled import Disagreement, Disagreements, Had, SettledCard

__all__ = ["nothing_open", "told_disagreements", "told_settled"]


def nothing_open(found: Disagreements) -> Message | None:
    """Why no disagreement is open; ``None`` where one is."""
    if found.total:
        return None
    if len(found.coders) < 2:
        return NOBODY_ELSE
    if not found.shared:
        return NOTHING_SHARED
    return say("Nobody differs over what several people read.")


def told_disagreements(found: Disagreements, language: str) -> dict[str, Any]:
    """Open disagreements, and how they spread over codes and sources."""
    why = nothing_open(found)
    return {
        "total": found.total,
        "disagreements": [_told(one, language) for one in found.found],
        "codes": [_tally(one) for one in found.codes],
        "sources": [_tally(one) for one in found.sources],
        "coders": [name for _, name in found.coders],
        "reason": None if why is None else translate(why, language),
        "version": found.version,
    }


def told_settled(card: SettledCard, language: str) -> dict[str, Any]:
    """What was decided at a place, by whom and why, and what each had before."""
    one = card.record
    return {
        "guid": one.guid, "source": card.source, "source_name": card.source_name,
        "start": card.start, "end": card.end, "code": one.code, "code_name": card.code,
        "decision": one.decision, "kept": card.names.get(one.kept or ""), "reason": one.reason,
        "user": card.names[one.user], "created": one.created.isoformat(), "text": card.text,
        "had": _had(card.had), "told": translate(card.told(), language),
    }  # fmt: skip


def _told(one: Disagreement, language: str) -> dict[str, Any]:
    return {
        "key": one.key, "source": one.source, "source_name": one.source_name, "start": one.start,
        "end": one.end, "code": one.code, "code_name": one.code_name, "apart": one.apart,
        "text": one.text, "before": one.before, "after": one.after, "had": _had(one.had), "choices": list(one.choices),
        "told": translate(one.told(), language),
    }  # fmt: skip


def _had(many: tuple[Had, ...]) -> list[dict[str, Any]]:
    return [
        {
            "coder": one.coder,
            "name": one.name,
            "stretches": [{"start": start, "end": end} for start, end in one.stretches],
        }
        for one in many
    ]


def _tally(one: Any) -> dict[str, Any]:
    return {"guid": one.guid, "name": one.name, "count": one.count, "apart": one.apart}
