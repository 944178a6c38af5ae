"""Who takes part in sources, and what they agreed to."""

from __future__ import annotations

from ..model import Block, Case, Consent, Link, Segment, Source, Speaker
from ..model.identity import name_key
from ..store import Rows
from .name_index import natural_key

__all__ = ["TakingPart"]

# Who is asked for consent.
_ASKED = ("person", "group")


class TakingPart:
    """The persons and groups of a study, the sources they take part in, and their consents."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._cases = {one.guid: one for one in rows.all(Case)}
        self._given: dict[str, list[Consent]] = {}
        for one in rows.all(Consent):
            self._given.setdefault(one.case, []).append(one)
        self._members: dict[str, set[str]] = {}
        for link in rows.all(Link, role="member", target_kind=Source.KIND):
            self._members.setdefault(link.target, set()).add(link.owner)
        hands = rows.all(Link, role="member", target_kind=Segment.KIND)
        by_hand = {one.target: one.owner for one in hands}
        for segment in rows.among(Segment, "guid", by_hand):
            self._members.setdefault(segment.source, set()).add(by_hand[segment.guid])
        self._speakers = {(one.source, name_key(one.name)): one.case for one in rows.all(Speaker)}

    def people(self, source: Source) -> tuple[list[Case], int]:
        """The persons and groups who take part in a source, and how many speak in it who are no case."""
        found, others = set(self._members.get(source.guid, ())), set[str]()
        for block in self._rows.each(Block, source=source.guid):
            key = name_key(block.speaker or "")
            case = self._speakers.get((source.guid, key)) or self._speakers.get((None, key))
            if case is not None:
                found.add(case)
            elif key:
                others.add(key)
        cases = sorted((self._cases[one] for one in found if one in self._cases), key=_called)
        return [one for one in cases if one.kind in _ASKED], len(others)

    def withdrew(self, case: Case) -> bool:
        """Whether all the consents it ever gave were withdrawn."""
        return bool(self._given.get(case.guid)) and not self.in_force(case)

    def in_force(self, case: Case) -> list[Consent]:
        """Its consents that were not withdrawn."""
        return [one for one in self._given.get(case.guid, ()) if one.withdrawn is None]

    def says(self, case: Case, term: str) -> bool | None:
        """What the consents in force say of a permission: a refusal outweighs, ``None`` for nothing."""
        said = [one.terms.get(term) for one in self.in_force(case)]
        return False if False in said else True if True in said else None


def _called(case: Case) -> tuple[object, ...]:
    return (natural_key(case.name), case.guid)
