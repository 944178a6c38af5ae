"""The other study of a merge, as it is compared: without those who withdrew here."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import InvalidInput
from ..model import Case, Consent, StudyInfo, say
from ..model.identity import now
from ..store import Rows, Store, history
from ..store.apart import apart_of
from ..store.confined import copy_told
from ..store.moments import copied
from ..store.traces import trace
from ..store.withdrawal import withdraw

__all__ = ["OtherStudy", "compared"]


@dataclass(frozen=True, slots=True)
class OtherStudy:
    """The other study as it is compared: ``rows``, those that tell its history, what it is called, and
    what was taken out of it first."""

    rows: Rows
    told_by: Rows
    title: str
    taken_out: int = 0
    withdrawn: tuple[str, ...] = ()


@contextlib.contextmanager
def compared(ours: Store, theirs: Store, user: str) -> Iterator[OtherStudy]:
    """Another study as it is compared with ours: without those who withdrew here.

    Raises :class:`InvalidInput` for an auditor's copy, :class:`NotAllowed` for whoever codes in a round
    that is open there.
    """
    with ours.read() as mine:
        here = _withdrawn(mine)
    with theirs.view() as rows:
        if copy_told(rows.conn) is not None:
            raise InvalidInput(
                "auditor-copy", say("The other study is a copy for an auditor."),
                say("Nothing was changed. Take in its remarks: jejak remarks."),
            )  # fmt: skip
        apart_of(rows, user).refuse()
        title = next((one.title for one in rows.each(StudyInfo)), "")
        there = _withdrawn(rows)
        with ours.read() as mine:
            missing = tuple(one.name for one in mine.among(Case, "guid", there - here))
        again = rows.among(Case, "guid", here - there)
        if not again:
            yield OtherStudy(rows, rows, title, withdrawn=missing)
            return
        scratch = Store(copied(rows.conn), None)
        gone = sum(_take_out(scratch, user, case) for case in again)
        with scratch, scratch.view() as left:
            yield OtherStudy(left, rows, title, gone, missing)


def _withdrawn(rows: Rows) -> set[str]:
    return {one.case for one in rows.each(Consent) if one.withdrawn is not None}


def _take_out(scratch: Store, user: str, case: Case) -> int:
    """Take a participant who withdrew here out of a copy of the other study."""
    with scratch.write(history.WITHDRAWAL, user) as change:
        traces = trace(change.rows, case)
        gone = withdraw(change, traces, case.guid, now().date().isoformat())
    return sum(gone.gone.values()) + sum(gone.turns.values())
