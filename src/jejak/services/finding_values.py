"""What may be said of a finding and its evidence: checked before anything is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..errors import Conflict, InvalidInput
from ..model import KINDS, Code, Evidence, Finding, Link, Question, Segment, Source
from ..model.finding import CONFIDENCES, FINDING_KINDS, FINDING_STATUSES, STANCES
from ..model.identity import clean_name
from ..store import Change
from ..store.lookups import find_code, refuse_taken
from ..store.segments import segment_at

__all__ = ["check_evidence", "check_new", "checked", "concern", "next_label", "target_of"]

_WEIGHTS = range(7)
_LABEL = re.compile(r"F(\d+)", re.IGNORECASE)


def checked(change: Change, values: Mapping[str, Any], guid: str = "") -> dict[str, Any]:
    """Values of a finding as they will be kept. Raises :class:`InvalidInput`, :class:`NotFound`,
    :class:`Conflict` where another finding has the label; ``guid`` is the finding's own."""
    kept = dict(values)
    for name, possible in _ONE_OF.items():
        if name in kept:
            _one_of(name, kept[name], possible)
    if kept.get("question"):
        change.rows.get(Question, kept["question"])
    for name, clean in _CLEAN.items():
        if name in kept:
            kept[name] = clean(kept[name])
    if "label" in kept:
        label = str(kept["label"])
        refuse_taken(change.rows.each(Finding), label, "finding", attribute="label", but=guid)
    return kept


def _statement(text: str) -> str:
    if not text.strip():
        raise InvalidInput("empty-statement", "A finding has to say something.")
    return text.strip()


def _label(text: str) -> str:
    return clean_name(text, "finding")


_CLEAN: Mapping[str, Callable[[str], str]] = {
    "statement": _statement, "label": _label, "scope": str.strip, "rival": str.strip,
}  # fmt: skip
_ONE_OF: Mapping[str, tuple[str | None, ...]] = {
    "kind": FINDING_KINDS, "status": FINDING_STATUSES, "confidence": (*CONFIDENCES, None),
}  # fmt: skip


def _one_of(what: str, value: object, possible: Sequence[str | None]) -> None:
    if value not in possible:
        raise InvalidInput(
            f"unknown-{what}",
            f"“{value}” is no {what} of a finding.",
            f"Use one of: {', '.join(one for one in possible if one)}.",
        )


def next_label(change: Change) -> str:
    """The label after the highest there is: one that was given away is not given again."""
    found = (_LABEL.fullmatch(finding.label) for finding in change.rows.all(Finding))
    return f"F{max((int(one[1]) for one in found if one), default=0) + 1}"


def concern(change: Change, finding: Finding, codes: Sequence[str]) -> None:
    """Say which codes a finding is about, and no others. Raises :class:`NotFound`."""
    wanted = dict.fromkeys(find_code(change.rows, name).guid for name in codes)
    old = change.rows.all(Link, role="concerns", owner=finding.guid)
    change.remove(*(link for link in old if link.target not in wanted))
    there = {link.target for link in old}
    for position, code in enumerate(wanted):
        if code not in there:
            change.add(
                Link(
                    role="concerns", owner_kind=Finding.KIND, owner=finding.guid,
                    target_kind=Code.KIND, target=code, position=position,
                )
            )  # fmt: skip


def check_evidence(values: Mapping[str, Any]) -> None:
    """Raise :class:`InvalidInput` for a stance or a weight that is none."""
    if values.get("stance", "supports") not in STANCES:
        raise InvalidInput(
            "unknown-stance",
            f"Evidence cannot stand so: “{values['stance']}”.",
            f"Use one of: {', '.join(STANCES)}.",
        )
    weight = values.get("weight")
    if weight is not None and weight not in _WEIGHTS:
        raise InvalidInput(
            "bad-weight", f"The weight of evidence is a whole number from 0 to 6, not {weight}."
        )


def target_of(
    change: Change,
    segment: str | None,
    place: tuple[Source | None, int | None, int | None],
    other: tuple[str, str | None],
) -> tuple[str, str]:
    """What a piece of evidence is, as (kind, GUID): a segment, a stretch that becomes one, or a
    display cell or reference.

    Raises :class:`InvalidInput` unless it is just one of them, :class:`NotFound` for what is not
    there.
    """
    source, start, end = place
    kind, target = other
    ways = [segment is not None, source is not None, target is not None]
    if sum(ways) == 1 and segment is not None:
        if change.rows.get(Segment, segment).lost is not None:
            raise InvalidInput("lost-segment", "The words of this segment are no longer there.")
        return Segment.KIND, segment
    if sum(ways) == 1 and source is not None and start is not None and end is not None:
        return Segment.KIND, segment_at(change, source, start, end).guid
    if sum(ways) == 1 and target is not None and kind in KINDS:
        change.rows.get(KINDS[kind], target)
        return kind, target
    raise InvalidInput(
        "no-evidence", "Evidence is a segment, or a stretch of a source from start to end."
    )


def check_new(change: Change, evidence: Evidence) -> None:
    """Raise :class:`Conflict` where this person has weighed the same thing already."""
    there = change.rows.first(
        Evidence, finding=evidence.finding, target=evidence.target, user=evidence.user
    )
    if there is not None:
        raise Conflict(
            "already-evidence",
            "You have weighed this segment for this finding already.",
            "Change that piece of evidence instead.",
        )
