"""What a decision makes of the versions that coders have of one place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from ...errors import InvalidInput
from ...model.settlement import DECISIONS

__all__ = ["decided", "shared", "whole"]

Stretch = tuple[int, int]
_Stretches = Sequence[Stretch]


def decided(
    versions: Sequence[_Stretches], decision: str, kept: int | None = None
) -> list[Stretch]:
    """The stretches that all coders have afterwards, by their places.

    ``versions`` are the stretches of each coder (none where one coded nothing), ``decision`` one of
    :data:`.DECISIONS`, ``kept`` whose version is kept. Raises :class:`InvalidInput` for a decision that
    there is not, and for boundaries of those who share nothing.
    """
    if decision not in DECISIONS:
        raise InvalidInput(
            "unknown-decision", f"Nothing can be settled by “{decision}”.",
            f"Use: {', '.join(DECISIONS)}.",
        )  # fmt: skip
    if (decision == "keep") != (kept is not None):
        raise InvalidInput("whose-version", "Say whose version is kept, and only then.")
    if kept is not None:
        return sorted(set(versions[kept]))
    if decision == "neither":
        return []
    if decision == "both":
        return sorted({one for version in versions for one in version})
    coded = [version for version in versions if version]
    if len(coded) < 2:
        raise InvalidInput(
            "one-coded", "Only one of them coded it, so there are no boundaries to merge.",
            "Keep that version, or neither.",
        )  # fmt: skip
    found = whole(coded) if decision == "outer" else shared(coded)
    if not found:
        raise InvalidInput(
            "nothing-shared", "There is no word here that all of them coded.",
            "Keep one version, both, neither, or the outer boundaries.",
        )  # fmt: skip
    return found


def whole(versions: Sequence[_Stretches]) -> list[Stretch]:
    """One stretch around everything that anybody coded."""
    ends = [one for version in versions for one in version]
    return [(min(start for start, _ in ends), max(end for _, end in ends))] if ends else []


def shared(versions: Sequence[_Stretches]) -> list[Stretch]:
    """What all of them coded, by its places."""
    return reduce(_meeting, map(_joined, versions)) if versions else []


def _joined(stretches: _Stretches) -> list[Stretch]:
    """The same places as stretches that do not overlap."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _meeting(one: list[Stretch], other: list[Stretch]) -> list[Stretch]:
    meets = ((max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) < min(b, d))
    return sorted(meets)
