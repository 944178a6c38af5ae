"""One finding, read off the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from jejak.model import Evidence, Finding, Record
from jejak.model.verdict import Thresholds
from jejak.model.verification import STRENGTHENING
from support.naive_tables import Tables, overlap

LIMIT = Thresholds()
Facts = dict[str, Any]


class Read:
    """One finding, read off the tables."""

    def __init__(self, tables: Tables, finding: Finding) -> None:
        self.t = tables
        self.finding = finding
        self.codes = [
            one.target
            for one in tables.links
            if (one.role, one.owner, one.target_kind) == ("concerns", finding.guid, "code")
        ]
        gone = tables.gone(finding.scope)
        self.scope = set() if gone else tables.passing(finding.scope)
        self.topic = [
            (coding, hit)
            for coding, hit in tables.coded(tables.below(self.codes))
            if gone or hit.case is None or hit.case in self.scope
        ]
        self.pieces = [one for one in tables.evidence if one.finding == finding.guid]
        self.there = {
            one.guid: tables.segments[one.target]
            for one in self.pieces
            if one.target in tables.segments and tables.segments[one.target].lost is None
        }
        self.whose = {guid: tables.owner(segment) for guid, segment in self.there.items()}
        heard = {hit.case for _, hit in self.topic} | set(self.whose.values())
        self.exposed = self.scope & heard
        self.supporters = Counter(
            self.whose[one.guid] for one in self.of("supports")
            if self.whose[one.guid] in self.scope
        )  # fmt: skip

    def of(self, stance: str) -> list[Evidence]:
        """The pieces of one stance whose words are there, by GUID."""
        found = [one for one in self.pieces if one.stance == stance and one.guid in self.there]
        return sorted(found, key=lambda one: one.guid)

    def kind(self, one: Evidence) -> str:
        return self.t.sources[self.there[one.guid].source].kind

    def name(self, guids: Iterable[str | None]) -> list[str]:
        return sorted(self.t.names[guid] for guid in guids if guid)

    def record(self, kind: type[Record]) -> list[Any]:
        found: list[Any] = self.t.study.store.all(kind, finding=self.finding.guid)
        return sorted(found, key=lambda one: (one.created, one.guid))

    def readers(self, one: Evidence) -> set[str]:
        """Who coded its words under the finding's codes, or under any where it has none."""
        place = self.t.place(self.there[one.guid])
        coded = self.topic if self.codes else self.t.coded()
        return {
            coding.user
            for coding, hit in coded
            if place and overlap(place, hit.place) and self.t.by_people(coding)
        }

    def weight(self, one: Evidence) -> int | None:
        told = self.t.quality.get(one.target)
        if one.weight is not None or not told:
            return one.weight
        return sum(bool(told.get(name)) for name in STRENGTHENING)

    def circumstance(self, name: str) -> list[bool]:
        told = [self.t.quality.get(one.target, {}) for one in self.of("supports")]
        return [one[name] for one in told if name in one]

    def memos(self) -> Counter[str]:
        """How many memos are about it, by kind."""
        return Counter(
            self.t.memos[one.owner].kind
            for one in self.t.links
            if (one.role, one.target) == ("memo", self.finding.guid)
        )

    def unweighed(self) -> dict[tuple[str, int, int], str | None]:
        """The stretches under its codes that touch no evidence, and whose they are."""
        weighed = [place for one in self.there.values() if (place := self.t.place(one))]
        return {
            hit.place: hit.case
            for _, hit in self.topic
            if not any(overlap(hit.place, place) for place in weighed)
        }


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None
