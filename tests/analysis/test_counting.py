"""Counting codings in places: what can be told without looking at each."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis import counting
from jejak.analysis.counting import Placed
from jejak.model.corpus import Corpus
from support.corpora import corpora


@given(corpora, st.data(), st.integers(1, 4))
def test_places_of_one_case_are_told_from_some_codings_as_from_all(
    study: Corpus, data: st.DataObject, looked_at: int
) -> None:
    rows = st.tuples(st.integers(0, 3), st.integers(0, max(len(study.codings) - 1, 0)))
    pairs = sorted(data.draw(st.sets(rows))) if len(study.codings) else []
    place, coding = np.array(data.draw(st.permutations(pairs)), np.int64).reshape(-1, 2).T
    placed = Placed(study, place.astype(np.int32), lambda: coding, 4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "_LOOKED_AT", looked_at)
        assert placed.of_one_case.tolist() == (placed.cases == 1).tolist()
