from __future__ import annotations

from pathlib import Path

import pytest

from jejak.analysis.coders import of_coders
from jejak.errors import NotFound
from jejak.study import open_study
from support.studies import small_study


def test_the_codings_of_some_people_alone_are_left(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    with open_study(tmp_path / "small.jejak", user="Budi") as study:
        rina = next(one.guid for one in study.users if one.name == "Rina")
        budi = study.user.guid
        study.coding.apply(study.sources.get("S-01"), 0, 4, ["Murah"])
        corpus = study.store.corpus()
        assert of_coders(corpus, None) is corpus
        assert len(of_coders(corpus, [rina]).codings) == 2
        own = of_coders(corpus, [budi]).codings
        assert (own.start.tolist(), own.end.tolist()) == ([0], [4])
        assert len(of_coders(corpus, [budi, rina]).codings) == len(corpus.codings)
        assert len(of_coders(corpus, []).codings) == 0
        with pytest.raises(NotFound, match="no user"):
            of_coders(corpus, ["nobody"])
