from __future__ import annotations

from pathlib import Path

from jejak.analysis.sequences import steps_of, transitions
from support.happenings import eventful_study


def test_a_step_that_repeats_at_once_is_one(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        study.events.add("Akun lagi", date="2019-06", kind="MULAI", actors=["Desi"])
        corpus = study.store.corpus()
        steps = steps_of(corpus.events, "kind")
        desi = corpus.cases.name.index("Desi")
        assert [step for step, _ in steps.path(desi)] == ["mulai", "blokir"]
        assert steps.names["mulai"] == "mulai"
        assert steps.loose == 2
        found = transitions(steps)
        assert dict(found.pairs) == {("mulai", "blokir"): 2, ("blokir", "mulai"): 1}
        assert (dict(found.first), found.last["mulai"]) == ({"mulai": 2}, 1)
