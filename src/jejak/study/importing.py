"""A new study out of another program's project."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from ..model import Record, StudyInfo, User, say
from ..model.codec import spec_of
from ..model.identity import clean_name, name_key
from ..model.parcel import Batch, ExchangeReport, Parcel, Tally
from ..model.undisturbed import undisturbed
from ..services.parcels import fill, put_back
from ..services.unpacking import opened_parcel
from ..store import Store
from ..store.engine import unmake
from .study import Study
from .working import new_person, somebody

__all__ = ["import_study"]


def import_study(
    file: str | Path,
    path: str | Path,
    *,
    user: str | None = None,
    answers: Mapping[str, str] | None = None,
    stop: Callable[[], bool] | None = None,
    follow: Callable[[Tally], None] | None = None,
) -> tuple[Study, ExchangeReport]:
    """Another program's project, or a study in another form, as a new study at ``path``; and what came,
    what was changed and what was left out.

    The import is one change after the beginning of the study, by ``user`` (by default whom
    ``JEJAK_USER`` names, else the first person the project knows); it can be undone. Where the history
    comes along, the study has that instead, and what the project says otherwise is one change more.
    ``follow`` is given the report as it is while the project is read.

    Raises :class:`Conflict` where there is a file at ``path`` already, :class:`NotFound`,
    :class:`InvalidInput` and :class:`UnreadableSource` for a file that is no project: nothing is made
    then.
    """
    with opened_parcel(Path(file), answers) as parcel:
        if follow is not None:
            follow(parcel.tally)
        return _made(Path(path), parcel, user, stop)


def _made(
    path: Path, parcel: Parcel, user: str | None, stop: Callable[[], bool] | None
) -> tuple[Study, ExchangeReport]:
    store = Store.create(path)
    try:
        with undisturbed():
            study, report = _filled(store, parcel, user, stop)
    except BaseException:
        store.close()
        unmake(path)
        raise
    return study, report


def _filled(
    store: Store, parcel: Parcel, name: str | None, stop: Callable[[], bool] | None
) -> tuple[Study, ExchangeReport]:
    first = next(parcel.batches, Batch(()))
    info = next((one for one in first.records if isinstance(one, StudyInfo)), None)
    known = [one for one in first.records if isinstance(one, User) and not one.machine]
    person = _person(known, name or os.environ.get("JEJAK_USER"))
    if parcel.history is not None:
        whole = replace(parcel, batches=chain([first], parcel.batches))
        report = put_back(store, whole, person, stop)
        return Study(store, store.first(User, guid=person.guid) or (known or [person])[0]), report
    title = info.title if info else clean_name(parcel.title or "Study", "study")
    with store.write(say("Begin the study “{title}”", title=title), person.guid) as change:
        change.add(info or StudyInfo(title=title), person)
    batches = chain([first], parcel.batches)
    rest = replace(parcel, batches=_joined(person, batches, parcel.tally))
    verb = say("Import “{title}” ({format})", title=title, format=parcel.tally.format)
    with store.write(verb, person.guid) as change:
        report = fill(change, rest, stop)
    return Study(store, person), report


def _person(known: list[User], name: str | None) -> User:
    if name is None:
        return known[0] if known else new_person(somebody())
    wanted = name_key(name)
    return next((one for one in known if wanted in {name_key(one.name), name_key(one.initials)}),
                None) or new_person(name)  # fmt: skip


def _joined(person: User, batches: Iterable[Batch], tally: Tally) -> Iterator[Batch]:
    """The batches, with whoever has the name of the person who imports as that person."""
    wanted, same = name_key(person.name), {person.guid}
    for batch in batches:
        found = {
            one.guid
            for one in batch.records
            if isinstance(one, User) and not one.machine and name_key(one.name) == wanted
        }
        if not found and len(same) == 1:
            yield batch
            continue
        same |= found
        tally.written[User.KIND] += len(found)
        records = [_by(person, one, same) for one in batch.records if one.guid not in found]
        yield replace(batch, records=records)


def _by(person: User, one: Record, same: set[str]) -> Record:
    """A record in which the person stands for all who are the same."""
    if len(same) == 1:
        return one
    names = [field.name for field in spec_of(one.KIND).fields if field.refers in {User.KIND, "*"}]
    other: dict[str, Any] = {name: person.guid for name in names if getattr(one, name) in same}
    return replace(one, **other) if other else one
