"""What belongs to findings, read in a few queries for all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ..model import (
    Check,
    Evidence,
    Finding,
    Link,
    Memo,
    Quality,
    Record,
    Reference,
    Relation,
    Segment,
    StudyInfo,
    User,
)
from ..model.finding import RIVAL
from ..model.verification import STRENGTHENING
from ..store import Rows
from ..store.weighed import WeighedColumns, load_weighed
from .verification import recorded

__all__ = ["FindingRecords", "Rival", "on_text", "weight_of"]

R = TypeVar("R", bound=Record)
Made = TypeVar("Made", bound=Record)
# More segments than this are not named one by one.
_MANY = 2_000
_ON_TEXT = ("text", "page", "cell")


@dataclass(frozen=True, slots=True)
class Rival:
    """Another finding that explains the same, and why it is not the one preferred."""

    finding: Finding
    why: str


class FindingRecords:
    """The evidence, codes and checks of some findings, in one view of a study."""

    def __init__(
        self, rows: Rows, findings: Sequence[Finding], people: Collection[str] | None = None
    ) -> None:
        """``people`` (GUIDs) leaves out what others weighed and judged."""
        self.rows = rows
        self.only = people
        self._guids = [finding.guid for finding in findings]
        self.wanted = frozenset(self._guids)

    @cached_property
    def evidence(self) -> dict[str, list[Evidence]]:
        """The evidence of each finding, in the order it was given."""
        return _by_finding(self._seen(self.rows.among(Evidence, "finding", self._guids)))

    @cached_property
    def weighed(self) -> WeighedColumns:
        """Their evidence as columns, whoever gave it; that of other findings may be among it."""
        return load_weighed(self.rows.conn, self._guids)

    @cached_property
    def checks(self) -> dict[str, list[Check]]:
        """What analysts judged of each finding."""
        return _by_finding(self._seen(self.rows.among(Check, "finding", self._guids)))

    def _seen(self, made: Iterable[Made]) -> list[Made]:
        return [one for one in made if self.only is None or getattr(one, "user") in self.only]  # noqa: B009

    @cached_property
    def codes(self) -> dict[str, list[str]]:
        """The codes each finding is about."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for link in self.rows.among(Link, "owner", self._guids):
            if link.role == "concerns" and link.target_kind == "code":
                found[link.owner].append(link.target)
        return dict(found)

    @cached_property
    def segments(self) -> dict[str, Segment]:
        """The segments that are evidence, by GUID, lost ones too."""
        wanted = [
            one.target
            for many in self.evidence.values()
            for one in many
            if one.target_kind == "segment"
        ]
        return {segment.guid: segment for segment in self.rows.among(Segment, "guid", wanted)}

    @cached_property
    def quality(self) -> dict[str, Mapping[str, bool]]:
        """The circumstances on record of each segment that is evidence, maybe of others as well."""
        rows = self._of_segments(Quality, "segment")
        return {one.segment: one.circumstances for one in rows}

    @cached_property
    def tied(self) -> dict[str, str]:
        """The case of segments that were tied to one by hand."""
        by_hand = {"role": "member", "owner_kind": "case", "target_kind": "segment"}
        return {link.target: link.owner for link in self._of_segments(Link, "target", **by_hand)}

    def _of_segments(self, kind: type[R], field: str, **equals: str) -> Iterable[R]:
        """What there is of a kind of the segments that are evidence; where those are many, it is quicker
        to read all there is of the kind."""
        columns = self.weighed
        wanted = {
            guid
            for guid, one in zip(columns.target, columns.source.tolist(), strict=True)
            if one >= 0
        }
        if len(wanted) > _MANY:
            return self.rows.each(kind, **equals)
        found = self.rows.among(kind, field, wanted)
        return [one for one in found if all(getattr(one, k) == v for k, v in equals.items())]

    @cached_property
    def related(self) -> tuple[tuple[str, ...], ...]:
        """Groups of cases that relations of any type tie together, directly or not."""
        ties = self.rows.all(Relation, origin_kind="case", target_kind="case")
        return _components((tie.origin, tie.target) for tie in ties)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where findings stand among those of their status, for those that were placed."""
        links = self.rows.among(Link, "target", self._guids)
        return {k.target: k.position for k in links if k.owner_kind == StudyInfo.KIND}

    @cached_property
    def rivals(self) -> dict[str, list[Rival]]:
        """The rivals of each finding, whichever of the two was said to be the other's."""
        found: defaultdict[str, list[Rival]] = defaultdict(list)
        for tie in self.rows.all(Relation, type=RIVAL):
            for one, other in ((tie.origin, tie.target), (tie.target, tie.origin)):
                if one in self.wanted and (rival := self.rows.find(Finding, other)):
                    found[one].append(Rival(rival, tie.memo))
        return dict(found)

    @cached_property
    def references(self) -> dict[str, list[Reference]]:
        """The works each finding cites."""
        links = [
            link for link in self.rows.among(Link, "owner", self._guids) if link.role == "reference"
        ]
        works = {
            one.guid: one
            for one in self.rows.among(Reference, "guid", [link.target for link in links])
        }
        found: defaultdict[str, list[Reference]] = defaultdict(list)
        for link in links:
            found[link.owner].append(works[link.target])
        return dict(found)

    @cached_property
    def on_record(self) -> dict[str, dict[str, list[Record]]]:
        """How each finding was tested: kind of record -> finding -> what was put on record."""
        found = recorded(self.rows, self._guids)
        return {
            kind: {guid: self._seen(many) for guid, many in of.items()}
            for kind, of in found.items()
        }

    @cached_property
    def memos(self) -> dict[str, list[str]]:
        """The kinds of the memos about each finding."""
        links = [
            link for link in self.rows.among(Link, "target", self._guids) if link.role == "memo"
        ]
        memos = self._seen(self.rows.among(Memo, "guid", [link.owner for link in links]))
        kinds = {memo.guid: memo.kind for memo in memos}
        found: defaultdict[str, list[str]] = defaultdict(list)
        for link in links:
            if link.owner in kinds:
                found[link.target].append(kinds[link.owner])
        return dict(found)

    @cached_property
    def people(self) -> dict[str, User]:
        """The users of the study, by GUID."""
        return {user.guid: user for user in self.rows.all(User)}


def weight_of(evidence: Evidence, circumstances: Mapping[str, bool]) -> int | None:
    """The weight given to a piece by hand, else a point for each circumstance on record that makes
    words stronger; ``None`` where nothing is on record."""
    if evidence.weight is not None or not circumstances:
        return evidence.weight
    return sum(circumstances.get(name, False) for name in STRENGTHENING)


def on_text(segment: Segment) -> bool:
    """Whether it is a stretch of words that are still in their source."""
    return segment.lost is None and segment.anchor in _ON_TEXT


def _by_finding(records: Iterable[R]) -> dict[str, list[R]]:
    found: defaultdict[str, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, "finding")].append(record)  # noqa: B009  (evidence and checks alike)
    return dict(found)


def _components(ties: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    group: dict[str, set[str]] = {}
    for one, other in ties:
        joined = group.get(one, {one}) | group.get(other, {other})
        group.update(dict.fromkeys(joined, joined))
    apart = {id(members): members for members in group.values() if len(members) > 1}
    return tuple(sorted(tuple(sorted(members)) for members in apart.values()))
