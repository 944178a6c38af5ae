"""Ratings within a change: what the value of a rated variable means, whoever writes it.

The value of such a variable in a case is always that of one of its ratings. Written in a table, it is
a rating on the whole: without a date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from ..model import Attribute, Link, Rating
from ..model.event import EVIDENCE, in_order, shown_rating
from ..store import Change, Rows
from ..store.cascade import remove_whole

__all__ = ["rate_on_the_whole", "ratings_of", "refit_ratings", "shown_values"]

# (case, attribute) by GUID.
Key = tuple[str, str]


def ratings_of(rows: Rows, keys: Iterable[Key]) -> dict[Key, list[Rating]]:
    """The ratings of some variables in some cases, in their order; nothing where there are none."""
    wanted = set(keys)
    found: defaultdict[Key, list[Rating]] = defaultdict(list)
    for one in rows.among(Rating, "case", {case for case, _ in wanted}):
        if (one.case, one.attribute) in wanted:
            found[one.case, one.attribute].append(one)
    return {key: in_order(many) for key, many in found.items()}


def shown_values(change: Change, keys: Iterable[Key]) -> dict[Key, str | None]:
    """What the values of these variables in these cases have to be."""
    wanted = list(keys)
    ratings = ratings_of(change.rows, wanted)
    shown = {key: shown_rating(ratings.get(key, ())) for key in wanted}
    return {key: one.value if one else None for key, one in shown.items()}


def rate_on_the_whole(change: Change, wanted: Mapping[Key, str | None]) -> None:
    """Rate variables on the whole; ``None`` takes such a rating away, and dated ones stay."""
    if not wanted:
        return
    ratings = ratings_of(change.rows, wanted)
    new, going = [], []
    for (case, attribute), value in wanted.items():
        whole = [one for one in ratings.get((case, attribute), ()) if not one.date]
        if value is None:
            going += [one.guid for one in whole]
        elif not whole:
            new.append(Rating(attribute=attribute, case=case, value=value, user=change.user))
        elif whole[-1].value != value:
            change.set(whole[-1], value=value, user=change.user)
    change.add_many(new)
    if going:
        remove_whole(change, Rating.KIND, going)


def refit_ratings(
    change: Change, attribute: Attribute, fitting: Callable[[str], str | None], *, kept: bool
) -> list[str]:
    """Give the ratings of a variable the values its new levels call for; without ``kept`` they all
    go, since it is rated no more. What is lost: values that fit none, and dates, notes and evidence.
    """
    ratings = change.rows.all(Rating, attribute=attribute.guid)
    values = {one.guid: fitting(one.value) for one in ratings}
    going = [one for one in ratings if values[one.guid] is None or not kept]
    changed = {
        one.guid: (values[one.guid],)
        for one in ratings
        if one not in going and values[one.guid] != one.value
    }
    change.set_many(Rating.KIND, ("value",), changed)
    guids = [one.guid for one in going]
    links = change.rows.among(Link, "owner", guids)
    shown = {link.owner for link in links if link.role == EVIDENCE}
    lost = [
        one.value
        for one in going
        if values[one.guid] is None or one.date or one.note or one.guid in shown
    ]
    remove_whole(change, Rating.KIND, guids)
    return lost
