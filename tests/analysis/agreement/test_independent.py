from __future__ import annotations

from pathlib import Path

from jejak.analysis.agreement.independent import independent
from jejak.analysis.coders import of_coders
from jejak.study import Study
from support.coders import coded_study

BOTH = (("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 2, 12, "A"), ("Rina", "S-2", 0, 5, "A"))


def lies(study: Study, of: list[str] | None = None) -> list[tuple[str, int, int]]:
    corpus = independent(of_coders(study.store.corpus(), of))
    codings, names = corpus.codings, corpus.users.name
    rows = zip(codings.coder.tolist(), codings.start.tolist(), codings.end.tolist(), strict=True)
    return [(names[coder], start, end) for coder, start, end in rows]


def test_what_each_had_before_stands_in_place_of_what_was_decided(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        corpus = study.store.corpus()
        assert independent(corpus) is corpus
        before = lies(study)
        (one,) = study.agreement.disagreements().found.found
        study.agreement.settle(one, "outer")
        assert lies(study) == before
        # What is coded there after the talk is not coded alone; what is coded elsewhere is.
        source = study.sources.get("S-1")
        study.coding.apply(source, 3, 15, ["A"])
        assert lies(study) == before
        study.coding.apply(source, 20, 25, ["A"])
        assert lies(study) == [*before[:2], ("Rina", 20, 25), *before[2:]]


def test_who_must_not_see_the_others_sees_nothing_of_what_they_had(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        (one,) = study.agreement.disagreements().found.found
        study.agreement.settle(one, "keep", kept="Bayu")
        assert lies(study, [study.user.guid]) == [("Rina", 0, 10), ("Rina", 0, 5)]
