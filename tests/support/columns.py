"""The columns of a study, as they are and as its rows alone say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import numpy as np

from jejak.model.corpus import Corpus
from jejak.store import Store
from jejak.store.columns import CorpusCache

__all__ = ["columns_of_rows", "same_columns"]


def columns_of_rows(store: Store) -> Corpus:
    """The columns read from the rows, whatever is kept or remembered of them."""
    with store.read() as rows:
        return CorpusCache(store.texts, store.read).upto_date(rows.conn)


def same_columns(one: Corpus, other: Corpus) -> None:
    """Fail where two sets of columns tell different things."""
    _same("corpus", one, other)
    assert one.texts.digests == other.texts.digests
    assert list(one.texts.each()) == list(other.texts.each())


def _same(place: str, one: object, other: object) -> None:
    assert type(one) is type(other), place
    if isinstance(one, np.ndarray):
        assert one.dtype == other.dtype, place
        np.testing.assert_array_equal(one, other, err_msg=place)
    elif is_dataclass(one):
        for part in fields(one):
            if part.compare:
                _same(f"{place}.{part.name}", getattr(one, part.name), getattr(other, part.name))
    elif isinstance(one, Mapping):
        assert list(one) == list(other), place
        for name, value in one.items():
            _same(f"{place}.{name}", value, other[name])
    else:
        assert one == other, place
