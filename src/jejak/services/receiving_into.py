"""A project of another program brought into a study that has work of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..model import User, say
from ..model.parcel import ExchangeReport, Parcel
from ..store import Store
from ..store.moments import empty
from .merging import bring_in
from .merging_other import compared
from .parcels import fill, put_back

__all__ = ["receive_into"]


def receive_into(
    store: Store, user: str, parcel: Parcel, stop: Callable[[], bool] | None = None
) -> ExchangeReport:
    """Bring a parcel into a study with content, as one change, by the rules of a merge: what is there
    already by its GUID, name or text is not brought in again, and where both say different things of the
    same, the study keeps what it has and the report names it. A history that comes along is compared with
    the study's own.

    Raises :class:`NotAllowed` for whoever codes in an open round, and what reading the parcel raises:
    nothing is changed then.
    """
    store.sight.apart().refuse()
    with Store(empty(), None) as given:
        told = _filled(given, store.get(User, user), parcel, stop)
        with compared(store, given, user) as theirs:
            found = bring_in(store, user, replace(theirs, title=parcel.title), {}, "ours")
    tally = parcel.tally
    tally.problems += found.plan.problems
    for one in found.plan.clashes:
        tally.note(
            "kept-here",
            say("The {kind} “{name}” is in the study already and says something else ({field}): it stays "
                "as it is.", kind=one.kind, name=one.name, field=one.field),
            one.name,
        )  # fmt: skip
    doubled = found.plan.left_out.get("coding", 0)
    if doubled:
        tally.note("doubled", say("{n} codings that were there twice were left out.", n=doubled))
    return replace(told, written=found.exchange.written, problems=tuple(tally.problems))


def _filled(
    given: Store, user: User, parcel: Parcel, stop: Callable[[], bool] | None
) -> ExchangeReport:
    if parcel.history is not None:
        return put_back(given, parcel, user, stop)
    with given.write(say("Read a project"), user.guid) as change:
        return fill(change, parcel, stop)
