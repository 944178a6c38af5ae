"""The tables of a study in plain lists, and what a finding rests on, read off them one by one: slow, and
written to be read."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jejak.model import (
    Attribute,
    AttributeValue,
    Block,
    Case,
    Code,
    Coding,
    Evidence,
    Finding,
    Link,
    Memo,
    Quality,
    Relation,
    Segment,
    Source,
    Speaker,
    User,
)
from jejak.study import Study

Place = tuple[str, int, int]
ON_TEXT = ("text", "page", "cell")


def overlap(one: Place, other: Place) -> bool:
    return one[0] == other[0] and max(one[1], other[1]) < min(one[2], other[2])


@dataclass
class Hit:
    place: Place
    case: str | None


class Tables:
    """Everything a check may rest on, as it stands in the tables."""

    def __init__(self, study: Study) -> None:
        store = study.store
        self.study = study
        self.sources = {one.guid: one for one in store.all(Source)}
        self.cases = {one.guid: one for one in store.all(Case)}
        self.codes = {one.guid: one for one in store.all(Code)}
        self.users = {one.guid: one for one in store.all(User)}
        self.segments = {one.guid: one for one in store.all(Segment)}
        self.findings = {one.guid: one for one in store.all(Finding)}
        self.codings = store.all(Coding)
        self.evidence = store.all(Evidence)
        self.links = store.all(Link)
        self.relations = store.all(Relation)
        self.speakers = store.all(Speaker)
        self.blocks = [one for one in store.all(Block) if one.kind != "page"]
        self.attributes = {one.guid: one for one in store.all(Attribute, of="case")}
        self.values = store.all(AttributeValue, owner_kind="case")
        self.quality = {one.segment: one.circumstances for one in store.all(Quality)}
        self.memos = {one.guid: one for one in store.all(Memo)}
        self.names = {
            guid: one.name
            for table in (self.sources, self.cases, self.users)
            for guid, one in table.items()
        }

    # --- words ---

    def place(self, segment: Segment) -> Place | None:
        """Where its words stand; ``None`` where there are none."""
        if segment.lost is not None or segment.anchor not in ON_TEXT:
            return None
        return segment.source, segment.start, segment.end

    def owner(self, segment: Segment) -> str | None:
        """Whose words a segment is."""
        by_hand = [
            link.owner
            for link in self.links
            if (link.role, link.owner_kind, link.target) == ("member", "case", segment.guid)
        ]
        if by_hand:
            return by_hand[-1]
        if segment.anchor not in ON_TEXT:
            alone = {*self.members(segment.source), *self.turns(segment.source).values()} - {None}
            return alone.pop() if len(alone) == 1 else None
        return self.owner_at(segment.source, segment.start if self.place(segment) else None)

    def owner_at(self, source: str, start: int | None) -> str | None:
        """Whose words begin at a place; without one, whom the source as a whole belongs to."""
        turns = [one for one in self.blocks if one.source == source]
        tied = self.turns(source)
        for turn in turns:
            if start is not None and turn.start <= start < turn.end and tied.get(turn.guid):
                return tied[turn.guid]
        if any(tied.values()):
            return None
        members = self.members(source)
        return members.pop() if len(members) == 1 else None

    def turns(self, source: str) -> dict[str, str | None]:
        """Whose each turn of a source is."""
        spoken = [one for one in self.blocks if one.source == source and one.speaker]
        return {one.guid: self.speaker(source, one.speaker or "") for one in spoken}

    def members(self, source: str) -> set[str]:
        """The cases that a source belongs to."""
        return {
            link.owner
            for link in self.links
            if (link.role, link.owner_kind, link.target) == ("member", "case", source)
        }

    def speaker(self, source: str, name: str) -> str | None:
        same = [one for one in self.speakers if one.name.casefold() == name.casefold()]
        for where in (source, None):
            for one in same:
                if one.source == where:
                    return one.case
        return None

    # --- codes ---

    def below(self, codes: Iterable[str]) -> set[str]:
        found = set(codes)
        while more := {
            c.guid for c in self.codes.values() if c.parent in found and c.guid not in found
        }:
            found |= more
        return found

    @cached_property
    def _coded(self) -> list[tuple[Coding, Hit]]:
        found = []
        for coding in self.codings:
            segment = self.segments[coding.segment]
            place = self.place(segment)
            if place is not None:
                found.append((coding, Hit(place, self.owner(segment))))
        return found

    def coded(self, codes: Iterable[str] | None = None) -> list[tuple[Coding, Hit]]:
        """Codings on words that are there, under some codes or any."""
        return [pair for pair in self._coded if codes is None or pair[0].code in codes]

    def by_people(self, coding: Coding) -> bool:
        return coding.origin not in ("rule", "suggestion") and not self.users[coding.user].machine

    # --- cases ---

    def value(self, case: str, attribute: str) -> str | None:
        found = [one for one in self.values if (one.owner, one.attribute) == (case, attribute)]
        return found[0].value if found else None

    def voices(self, cases: Iterable[str]) -> int:
        """How many cases there are, those that are tied to one another counted once."""
        ties: defaultdict[str, set[str]] = defaultdict(set)
        for tie in self.relations:
            if (tie.origin_kind, tie.target_kind) == ("case", "case"):
                ties[tie.origin].add(tie.target)
                ties[tie.target].add(tie.origin)
        left, groups = set(cases), 0
        while left:
            groups += 1
            seen, wave = set(), {left.pop()}
            while wave:
                seen |= wave
                wave = {other for one in wave for other in ties[one]} - seen
            left -= seen
        return groups

    # --- time ---

    def day(self, source: str | None) -> date | None:
        """The day on which a source was collected, where it is known to the day."""
        told = (
            re.match(r"\d{4}-\d\d-\d\d", self.sources[source].collected or "") if source else None
        )
        return date.fromisoformat(told[0]) if told else None

    def dated(self) -> list[tuple[date, str]]:
        return sorted((day, guid) for guid in self.sources if (day := self.day(guid)))

    def stay(self, source: str, gap: int) -> int | None:
        """The number of the stay in the field that a source is of."""
        day = self.day(source)
        if day is None:
            return None
        days = sorted(one for one, _ in self.dated() if one <= day)
        return sum((later - sooner).days > gap for sooner, later in itertools.pairwise(days))

    # --- queries: a few sorts of them ---

    def hits(self, query: str) -> list[Hit]:
        """What ``code:NAME``, ``text:"WORDS"`` or a condition on cases finds."""
        kind, _, what = query.partition(":")
        if kind == "code":
            named = [one.guid for one in self.codes.values() if one.name == what]
            return [hit for _, hit in self.coded(self.below(named))]
        if kind == "text":
            words = re.escape(what.strip('"'))
            word = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
            return [
                Hit((guid, one.start(), one.end()), self.owner_at(guid, one.start()))
                for guid, source in self.sources.items()
                for one in word.finditer(self.study.sources.text(source))
            ]
        if query.startswith("not "):  # what is nobody's fulfils it too
            wrong = self.passing(query[4:])
            return [hit for _, hit in self.coded() if hit.case not in wrong]
        passing = self.passing(query)
        return [hit for _, hit in self.coded() if hit.case in passing]

    def gone(self, query: str) -> bool:
        """Whether a query asks for a code or case that is not there any more."""
        kind, _, what = query.partition(":")
        if kind == "code":
            return all(one.name != what for one in self.codes.values())
        named = query.removeprefix("not ")
        return named.startswith("case = ") and not self.passing(named)

    def found_cases(self, query: str) -> set[str]:
        if query.startswith(("code:", "text:")):
            return {hit.case for hit in self.hits(query) if hit.case}
        return self.passing(query)

    def passing(self, query: str) -> set[str]:
        """The cases that fulfil a condition; those of an empty one are all."""
        if not query:
            return set(self.cases)
        if query.startswith("not "):
            return set(self.cases) - self.passing(query[4:])
        if query.startswith("case in ("):
            names = {one.strip(' "') for one in query[9:-1].split(",")}
            return {guid for guid, one in self.cases.items() if one.name in names}
        name, _, wanted = query.partition(" = ")
        if name == "case":
            return {guid for guid, one in self.cases.items() if one.name == wanted}
        attribute = next(
            guid for guid, one in self.attributes.items() if f"case.{one.name}" == name
        )
        return {guid for guid in self.cases if self.value(guid, attribute) == wanted}
