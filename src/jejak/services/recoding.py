"""Many codings changed together, in one step: another code, one code more, another weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Coding, say
from ..store import Change, Store
from ..store.apart import read_now
from ..store.lookups import find_code
from ..store.recode import give_code
from .coding import check_weight, codable

__all__ = ["Recoded", "Recoding"]


@dataclass(frozen=True, slots=True)
class Recoded:
    """How many codings were changed or made, and the change (``None``: nothing was to do)."""

    changed: int
    seq: int | None


class Recoding:
    """Codings of a study, several at a time."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def give(self, codings: Sequence[str], code: str) -> Recoded:
        """Give codings (GUIDs) another code (GUID, path or name).

        Where the same person has that code on the same words already, one coding remains, with the
        weight and the memos of both. Raises :class:`NotFound`, :class:`Conflict` (several codes of
        that name), :class:`InvalidInput` (a folder).
        """
        verb = say("Give {n} codings the code “{code}”", n=len(codings), code=code)
        with self._store.write(verb, self._user) as change:
            into = codable(find_code(change.rows, code))
            change.retell(say("Give {n} codings the code “{code}”", n=len(codings), code=into.name))
            return _told(change, give_code(change, _found(change, codings), into))

    def add(self, codings: Sequence[str], codes: Sequence[str]) -> Recoded:
        """Put further codes on the words that codings lie on, as the present user.

        What is coded so already stays as it is. Raises as :meth:`give`.
        """
        verb = say("Put {codes} on {n} passages", codes=list(codes), n=len(codings))
        with self._store.write(verb, self._user) as change:
            found = [codable(find_code(change.rows, code)) for code in codes]
            segments = dict.fromkeys(coding.segment for coding in _found(change, codings))
            names = [code.name for code in found]
            change.retell(say("Put {codes} on {n} passages", codes=names, n=len(segments)))
            there = {
                (coding.segment, coding.code)
                for coding in read_now(change.rows, change.rows.among(Coding, "segment", segments))
                if coding.user == self._user
            }
            fresh = [
                Coding(segment=segment, code=code.guid, user=self._user)
                for segment in segments
                for code in found
                if (segment, code.guid) not in there
            ]
            change.add_many(fresh)
            return _told(change, len(fresh))

    def weigh(self, codings: Sequence[str], weight: int | None) -> Recoded:
        """Weigh codings (0 to 100), or (``None``) take their weight away.

        Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        check_weight(weight)
        with self._store.write(say("Weigh {n} codings", n=len(codings)), self._user) as change:
            other = [one.guid for one in _found(change, codings) if one.weight != weight]
            change.set_many(Coding.KIND, ("weight",), dict.fromkeys(other, (weight,)))
            return _told(change, len(other))


def _found(change: Change, codings: Sequence[str]) -> list[Coding]:
    wanted = list(dict.fromkeys(codings))
    found = {coding.guid: coding for coding in change.rows.among(Coding, "guid", wanted)}
    # One that is gone is said, not passed over.
    return [found.get(guid) or change.rows.get(Coding, guid) for guid in wanted]


def _told(change: Change, changed: int) -> Recoded:
    return Recoded(changed, None if change.empty else change.seq)
