"""Whose words they are is found once, and anew when turns, cases or texts are others."""

from __future__ import annotations

from dataclasses import replace

from jejak.analysis.words.columns import words_of
from jejak.analysis.words.speaker_labels import speaker_labels
from jejak.analysis.words.spoken import spoken_of
from support.corpora import corpus


def test_it_is_found_once_and_anew_after_a_change() -> None:
    study = corpus()
    first = spoken_of(study)
    assert spoken_of(replace(study, version=study.version + 1)) is first
    nobody = replace(study, case_sources=study.case_sources[:0],
                     blocks=replace(study.blocks, case=study.blocks.case * 0 - 1))  # fmt: skip
    assert set(spoken_of(nobody).case.tolist()) == {-1}
    assert spoken_of(study).case.tolist() == first.case.tolist()


def test_names_before_turns_are_nobodys_words() -> None:
    study = corpus()
    labels = speaker_labels(study, words_of(study.texts))
    there = spoken_of(study).there
    assert (there is None) == (not labels.any())
    if there is not None:
        assert there.tolist() == (~labels).tolist()
