"""What a finding has to do with others: its place on the board, and its rivals."""

from __future__ import annotations

from ..errors import InvalidInput, NotFound
from ..model import Finding, Link, Relation, StudyInfo, say
from ..model.finding import RIVAL
from ..store import Change, Store
from ..store.cascade import remove_whole
from .finding_status import refuse_lacking
from .finding_values import checked
from .name_index import natural_key

__all__ = ["FindingTies"]


class FindingTies:
    """Findings among each other."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def place(self, finding: Finding, status: str, before: str | None = None) -> Finding:
        """Put a finding among those of a status: before another (by GUID), or at their end.

        Raises :class:`InvalidInput` for a status that is none, :class:`NotFound`, :class:`Conflict`
        (``status-lacking``) where it lacks what the status asks for.
        """
        verb = say("Place the finding {label}", label=finding.label)
        with self._store.write(verb, self._user) as change:
            if status != finding.status:
                change.retell(say("Change the status of the finding {label}", label=finding.label))
            placed = change.set(finding, **checked(change, {"status": status}, finding.guid))
            if status != finding.status:
                refuse_lacking(change, self._store.corpus(), placed)
            order = [one for one in _ordered(change, status) if one != placed.guid]
            if before is not None and before not in order:
                raise NotFound(
                    "no-such-finding", "The finding it was to stand before is not there."
                )
            order.insert(len(order) if before is None else order.index(before), placed.guid)
            _number(change, order)
            return placed

    def set_rival(self, finding: Finding, rival: str, why: str = "") -> None:
        """Say that another finding (by GUID) explains the same, and why this one is preferred.

        Raises :class:`NotFound`, :class:`InvalidInput` for the finding itself.
        """
        if rival == finding.guid:
            raise InvalidInput("own-rival", "A finding is no rival of itself.")
        verb = say("Set a rival of the finding {label}", label=finding.label)
        with self._store.write(verb, self._user) as change:
            other = change.rows.get(Finding, rival)
            change.retell(
                say("Set {rival} as a rival of {label}", rival=other.label, label=finding.label)
            )
            there = _between(change, finding.guid, rival)
            if there is not None:
                change.set(there, memo=why.strip())
                return
            change.add(
                Relation(
                    type=RIVAL, origin_kind=Finding.KIND, origin=finding.guid,
                    target_kind=Finding.KIND, target=rival, memo=why.strip(),
                )
            )  # fmt: skip

    def remove_rival(self, finding: Finding, rival: str) -> None:
        """Say that another finding is no rival any more. Raises :class:`NotFound`."""
        verb = say("Remove a rival of the finding {label}", label=finding.label)
        with self._store.write(verb, self._user) as change:
            there = _between(change, finding.guid, rival)
            if there is None:
                raise NotFound("no-such-rival", "These two findings are no rivals.")
            remove_whole(change, Relation.KIND, [there.guid])


def _ordered(change: Change, status: str) -> list[str]:
    """The findings of a status in the order of the board."""
    position = {link.target: link.position for link in _places(change)}
    found = change.rows.all(Finding, status=status)
    last = len(position) + 1
    found.sort(key=lambda one: (position.get(one.guid, last), natural_key(one.label)))
    return [one.guid for one in found]


def _places(change: Change) -> list[Link]:
    return change.rows.all(Link, role="member", owner_kind=StudyInfo.KIND, target_kind=Finding.KIND)


def _number(change: Change, order: list[str]) -> None:
    study = change.rows.all(StudyInfo)[0].guid
    there = {link.target: link for link in _places(change)}
    for position, guid in enumerate(order, 1):
        if guid in there:
            change.set(there[guid], position=position)
        else:
            change.add(
                Link(
                    role="member", owner_kind=StudyInfo.KIND, owner=study,
                    target_kind=Finding.KIND, target=guid, position=position,
                )
            )  # fmt: skip


def _between(change: Change, one: str, other: str) -> Relation | None:
    for origin, target in ((one, other), (other, one)):
        found = change.rows.first(Relation, type=RIVAL, origin=origin, target=target)
        if found is not None:
            return found
    return None
