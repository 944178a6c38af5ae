from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput
from jejak.model import Block, Segment
from support.studies import TALK, everything, small_study


def test_several_stretches_are_corrected_in_one_change(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source, before = study.sources.get("S-01"), everything(study.store)
        first, second = TALK.index("Bikin"), TALK.index("namanya")
        head = study.store.head
        done = study.corrections.make(
            source, [(second, second, "se"), (first, first + 5, "Buat\r\n")]
        )
        text = study.sources.text(study.sources.get("S-01"))
        assert text == TALK[:first] + "Buat\n" + TALK[first + 5 : second] + "se" + TALK[second:]
        assert (done.source.text, done.source.length) == (study.sources.get("S-01").text, len(text))
        assert (done.moved, done.flagged) == (1, 0)
        assert study.store.head == head + 1
        quotes = {text[one.start : one.end] for one in study.store.all(Segment)}
        assert {"Buat\n akun baru lagi 😀", "namanya palsu"} <= quotes
        study.trail.undo()
        assert everything(study.store) == before


def test_what_loses_its_words_is_told_with_its_codings(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        at = TALK.index("namanya palsu")
        done = study.corrections.make(source, [(at - 1, at + len("namanya palsu"), "")])
        assert done.flagged == 1
        [lost] = study.corrections.lost(done.source)
        assert (lost.segment.lost, lost.segment.start) == ("namanya palsu", at - 1)
        assert [coding.segment for coding in lost.codings] == [lost.segment.guid]
        blocks = study.store.all(Block)
        assert all(one.end <= done.source.length for one in blocks)
        study.trail.undo()
        assert study.corrections.lost(study.sources.get("S-01")) == []


def test_what_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source, before = study.sources.get("S-01"), everything(study.store)
        with pytest.raises(InvalidInput, match="outside the text"):
            study.corrections.make(source, [(0, 5, "x"), (4, 6, "y")])
        assert everything(study.store) == before
        head = study.store.head
        assert study.corrections.make(source, [(0, 1, TALK[0])]).moved == 0
        assert study.store.head == head
        study.corrections.make(source, [(0, 1, "Q")])
        with pytest.raises(Conflict, match="corrected meanwhile"):
            study.corrections.make(source, [(0, 1, "Z")])
