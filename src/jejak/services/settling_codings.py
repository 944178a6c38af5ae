"""What settling does to codings: what each coder had is put on record, and all get the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..analysis.agreement.settling import Stretch
from ..model import Coding, Segment, Settlement, Source, User, Version
from ..model.coding import SETTLED, UNREAD
from ..store import Change
from ..store.cascade import remove_whole
from ..store.recode import higher, move_ties
from ..store.segments import segment_at
from ..store.source_codings import codings_at
from .settled import Disagreement

__all__ = ["give_stretches", "versions_at"]

_Placed = tuple[Coding, Segment]


def versions_at(
    change: Change, one: Disagreement, decision: str, kept: str | None, reason: str, user: str
) -> tuple[Settlement, list[Version]]:
    """The record of a decision, and of what each of those it binds had before."""
    source = change.rows.get(Source, one.source)
    place = segment_at(change, source, one.start, one.end)
    settlement = Settlement(
        code=one.code, segment=place.guid, decision=decision, kept=kept, reason=reason, user=user
    )
    there = _by_coder(change, one)
    versions = []
    for had in one.had:
        own, _ = there[had.coder]
        versions += [
            Version(
                settlement=settlement.guid, coder=had.coder, segment=segment.guid,
                origin=coding.origin, weight=coding.weight, made=coding.created,
            )
            for coding, segment in own
        ] or [Version(settlement=settlement.guid, coder=had.coder)]  # fmt: skip
    return settlement, versions


def give_stretches(change: Change, one: Disagreement, stretches: Sequence[Stretch]) -> None:
    """Let all of those who differ have codings on these stretches of the place, and on no others.

    A coding that lies so already stays as it is. Others are moved to a stretch that they share words
    with, with all that is tied to them; what no stretch is left for falls together with the one it
    shares words with, or goes as codings do.
    """
    source = change.rows.get(Source, one.source)
    there = _by_coder(change, one)
    targets = {span: segment_at(change, source, *span) for span in stretches}
    for had in one.had:
        own, besides = there[had.coder]
        _Hand(change, one.code, had.coder, besides).reach(own, targets)


def _by_coder(change: Change, one: Disagreement) -> dict[str, tuple[list[_Placed], list[_Placed]]]:
    """By coder, the codings they made there, and those made by rule or by an accepted suggestion, which
    are nobody's version."""
    machines = {user.guid for user in change.rows.all(User) if user.machine}
    found: dict[str, tuple[list[_Placed], list[_Placed]]] = defaultdict(lambda: ([], []))
    for coding, segment in codings_at(change.rows, one.source, one.code, one.start, one.end):
        besides = coding.origin in UNREAD and coding.user not in machines
        found[coding.user][besides].append((coding, segment))
    return found


class _Hand:
    """The codings of one coder under one code at one place."""

    def __init__(self, change: Change, code: str, coder: str, besides: Iterable[_Placed]) -> None:
        self._change = change
        self._code = code
        self._coder = coder
        self._besides = {segment.guid: coding for coding, segment in besides}

    def reach(self, own: Sequence[_Placed], targets: dict[Stretch, Segment]) -> None:
        """Make them lie on these stretches."""
        there: dict[Stretch, Coding] = {}
        left: list[_Placed] = []
        for coding, segment in own:
            span = (segment.start, segment.end)
            if span in targets and span not in there:
                there[span] = coding
            else:
                left.append((coding, segment))
        for span, segment in targets.items():
            if span not in there:
                there[span] = self._put(span, segment, left)
        for coding, segment in left:
            self._fold(coding, segment, there)

    def _put(self, span: Stretch, segment: Segment, left: list[_Placed]) -> Coding:
        ruled = self._besides.get(segment.guid)
        if ruled is not None:
            return self._change.set(ruled, origin=SETTLED)
        near = [one for one in left if _shared(one[1], span)]
        if near:
            moved = max(near, key=lambda one: _shared(one[1], span))
            left.remove(moved)
            return self._change.set(moved[0], segment=segment.guid, origin=SETTLED)
        made = Coding(segment=segment.guid, code=self._code, user=self._coder, origin=SETTLED)
        self._change.add(made)
        return made

    def _fold(self, coding: Coding, segment: Segment, there: dict[Stretch, Coding]) -> None:
        into = max(there, key=lambda span: _shared(segment, span), default=None)
        if into is not None and _shared(segment, into):
            kept = there[into]
            weight = higher(kept.weight, coding.weight)
            there[into] = self._change.set(kept, weight=weight)
            move_ties(self._change, coding.guid, kept.guid)
        remove_whole(self._change, Coding.KIND, [coding.guid])


def _shared(segment: Segment, span: Stretch) -> int:
    return max(0, min(segment.end, span[1]) - max(segment.start, span[0]))
