"""Exemplary passages, and where codes are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.model import Segment
from jejak.services.code_examples import Used
from support.studies import everything, small_study


def test_a_passage_exemplifies_a_code_until_it_is_taken_away(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before, source = everything(study.store), study.sources.get("S-01")
        code, segments = study.codebook.get("Murah"), study.store.count(Segment)
        for _ in range(2):  # it is there once
            segment = study.code_examples.add(code, source, 0, 17)
        found = study.code_examples.all(code, context=4)
        assert [(one.segment, one.text, one.after) for one in found] == [
            (segment.guid, "P: Pakai akun apa", "?\nG:")
        ]
        study.code_examples.remove(code, segment.guid)
        assert study.store.count(Segment) == segments
        assert everything(study.store) == before
        with pytest.raises(InvalidInput):
            study.code_examples.add(code, source, 5, 5)


def test_an_example_that_is_coded_stays_coded(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        code = study.codes["Anonim"]
        passage = code.segments()[0]
        code.exemplify(passage)
        assert [one.text for one in code.exemplars] == ["namanya palsu"]
        study.code_examples.remove(code.record, study.code_examples.all(code.record)[0].segment)
        assert code.exemplars == []
        assert len(code.segments()) == 1


def test_a_lost_example_is_left_out(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        code, source = study.codebook.get("Murah"), study.sources.get("S-01")
        segment = study.code_examples.add(code, source, 0, 5)
        with study.change("Lose it") as change:
            change.set(segment, lost="P: Pa")
        assert study.code_examples.all(code) == []


def test_uses_are_counted_by_source_and_case(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("G")
        study.cases.tie_speaker(case, "G")
        folder, source = study.codes["Triple-A"], study.sources.get("S-01")
        assert folder.uses.sources == (Used(source.guid, "S-01", 2),)
        assert folder.uses.cases == (Used(case.guid, "G", 2),)
        empty = study.codes["Triple-A/Murah"]
        empty.remove()
        assert folder.uses.sources == (Used(source.guid, "S-01", 1),)
