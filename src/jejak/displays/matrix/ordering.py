"""The order of rows and columns: their own, by name, by a total, by a row or column, by an attribute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...analysis.grouping import places_of
from ...analysis.spans import Floats, Ints
from ...errors import InvalidInput
from ...model.corpus import Corpus
from ...model.identity import name_key
from ...model.shape import Heading, key_parts
from ..words import plain_label

__all__ = ["Order", "ordered"]


@dataclass(frozen=True, slots=True)
class Order:
    """What to order by: nothing, ``name``, ``total``, ``case.age`` or another attribute of the cases
    or sources there, or ``=KEY``: the values in the column (or row) with that key."""

    by: str = ""
    falling: bool = False

    @classmethod
    def read(cls, text: str) -> Order:
        """As settings have it: a ``-`` before it turns it round."""
        text = text.strip()
        return cls(text.removeprefix("-"), text.startswith("-"))


def ordered(
    order: Order,
    headings: Sequence[Heading],
    others: Sequence[Heading],
    values: Floats,
    totals: Floats,
    corpus: Corpus,
) -> Ints | None:
    """The places in the order asked for, those without a value last; ``None``: as they stand.

    Nested ones are ordered within what they are nested in, their subtotal last. ``values`` has a row for each heading, a
    column for each of the ``others``. What is to be ordered by and is not there changes nothing.
    """
    rank = _ranks(order, headings, others, values, totals, corpus)
    if rank is None:
        return None
    known = ~np.isnan(rank)
    worth = np.where(known, -rank if order.falling else rank, np.inf)
    outer = _outer(headings)
    last = np.array([heading.subtotal for heading in headings], np.bool_)
    return np.lexsort((worth, last, outer)).astype(np.int64)


def _ranks(
    order: Order,
    headings: Sequence[Heading],
    others: Sequence[Heading],
    values: Floats,
    totals: Floats,
    corpus: Corpus,
) -> Floats | None:
    if order.by == "name":
        names = [name_key(plain_label(heading.label)) for heading in headings]
        at = {name: number for number, name in enumerate(sorted(set(names)))}
        return np.array([at[name] for name in names], np.float64)
    if order.by == "total":
        return totals
    if order.by.startswith("="):
        keys = [heading.key for heading in others]
        wanted = order.by[1:]
        return values[:, keys.index(wanted)] if wanted in keys else None
    return _by_attribute(order.by, headings, corpus) if order.by else None


def _by_attribute(by: str, headings: Sequence[Heading], corpus: Corpus) -> Floats:
    """The place of each heading's value among all values: numbers as numbers, dates as dates."""
    of, _, name = by.partition(".")
    if of not in ("case", "source") or not name:
        raise InvalidInput(
            "unknown-order",
            f"Rows and columns cannot be ordered by “{by}”.",
            "Use name, total, an attribute such as case.age, or = and the key of a column or row.",
        )
    labels, place = places_of(corpus, of, name_key(name))
    owners = corpus.cases if of == "case" else corpus.sources
    number = {guid: at for at, guid in enumerate(owners.guid)}
    found = [number.get(_parts(heading)[-1], -1) for heading in headings]
    rank = np.append(place.astype(np.float64), np.nan)[found]
    if labels and labels[-1] is None:
        rank[rank == len(labels) - 1] = np.nan
    return rank


def _outer(headings: Sequence[Heading]) -> Ints:
    """A number for what each heading is nested in, in the order those come."""
    seen: dict[tuple[str, ...], int] = {}
    return np.array(
        [seen.setdefault(_parts(heading)[:-1], len(seen)) for heading in headings], np.int64
    )


def _parts(heading: Heading) -> tuple[str, ...]:
    return key_parts(heading.key) if heading.above else (heading.key,)
