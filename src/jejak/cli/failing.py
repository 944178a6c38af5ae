"""What a pipeline may ask ``jejak check`` to fail on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from ..model import Message, say

if TYPE_CHECKING:
    from ..services.findings import FindingCard

__all__ = ["FAILURES", "failures", "several"]

# Findings that nobody has brought to an end.
_OPEN = frozenset({"hunch", "proposition", "supported"})


def several(_ctx: click.Context, _param: click.Parameter, given: Sequence[str]) -> frozenset[str]:
    """The words that were given, with commas between them or one by one."""
    words = [word.strip() for one in given for word in one.split(",") if word.strip()]
    for word in words:
        if word not in FAILURES:
            raise click.BadParameter(f"“{word}” is none of: {', '.join(FAILURES)}.")
    return frozenset(words)


def _failing(card: FindingCard) -> Message | None:
    return _titles(card, {"fails"})


def _weak(card: FindingCard) -> Message | None:
    return _titles(card, {"weak", "fails"})


def _titles(card: FindingCard, outcomes: set[str]) -> Message | None:
    found = [one.title for one in card.checks if one.standing in outcomes]
    return say("does not hold: {titles}", titles=found) if found else None


def _stale(card: FindingCard) -> Message | None:
    found = [one.title for one in card.checks if one.stale]
    return say("judgement out of date: {titles}", titles=found) if found else None


def _unverified(card: FindingCard) -> Message | None:
    status = Message(card.finding.status)
    if card.lacks:
        lacks = [one.sentence for one in card.lacks]
        return say("is {status}, but lacks something for it: {lacks}", status=status, lacks=lacks)
    return say("is {status}, not verified", status=status) if status.text in _OPEN else None


def _misquoted(card: FindingCard) -> Message | None:
    if not card.misquoted:
        return None
    return say(
        "{n} piece of evidence quotes words that are no longer in their source|"
        "{n} pieces of evidence quote words that are no longer in their source",
        n=card.misquoted,
    )


FAILURES: Mapping[str, Callable[[FindingCard], Message | None]] = {
    "fails": _failing, "weak": _weak, "stale": _stale, "unverified": _unverified,
    "misquoted": _misquoted,
}  # fmt: skip


def failures(cards: Sequence[FindingCard], wanted: Collection[str], language: str) -> list[str]:
    """A line for each finding and each wanted failure that it has."""
    from ..i18n import translate

    found = []
    for card in cards:
        for name, failing in FAILURES.items():
            if name in wanted and (told := failing(card)) is not None:
                found.append(f"{name}: {card.finding.label} {translate(told, language)}")
    return found
