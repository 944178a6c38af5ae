"""Correcting texts: what was not touched reads the same, and undo restores exactly."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.errors import Conflict, InvalidInput
from jejak.model import Block, Code, Coding, Segment, say
from jejak.store.correcting import Edit, Moves, corrected, ordered, replace_text
from jejak.store.segments import segment_at
from jejak.study import Study
from support.examples import examples
from support.studies import TALK, everything, small_study

LETTERS = st.text("ab \né漢😀", max_size=6)


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits that do not overlap, some that insert, some that delete."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Edit(start, end, draw(LETTERS)) for start, end in pairs]


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("xyz .\n漢😀", min_size=1, max_size=40))
    return text, draw(edits_of(len(text)))


@given(texts_and_edits(), st.data())
def test_an_untouched_stretch_reads_the_same(
    made: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = made
    edits = ordered(edits, len(text))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    new, (begin, finish) = corrected(text, edits), Moves(edits).span(start, end)
    assert 0 <= begin <= finish <= len(new)
    if not any(edit.start < end and edit.end > start for edit in edits):
        assert new[begin:finish] == text[start:end]


@given(texts_and_edits(), st.data())
def test_a_stretch_keeps_its_words_and_takes_in_what_is_put_inside(
    made: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    """Against the plain meaning: each character of the new text knows where it came from."""
    text, edits = made
    edits = ordered(edits, len(text))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    kept = "".join(
        letter
        for place, letter in enumerate(text)
        if start <= place < end and not any(e.start <= place < e.end for e in edits)
    )
    marked = [Edit(edit.start, edit.end, "#" * len(edit.text)) for edit in edits]
    begin, finish = Moves(edits).span(start, end)
    assert corrected(text, marked)[begin:finish].replace("#", "") == kept


def test_edits_that_overlap_or_lie_outside_are_refused() -> None:
    for wrong in ([Edit(0, 3, ""), Edit(2, 4, "")], [Edit(2, 9, "")], [Edit(3, 2, "")]):
        with pytest.raises(InvalidInput):
            corrected("abcd", wrong)


def coded(folder: Path) -> Study:
    """A study whose talk is coded all over, one stretch overlapping the next."""
    study = small_study(folder)
    source = study.sources.get("S-01")
    with study.change("Code all over") as change:
        code = change.rows.all(Code)[-1]
        for start in range(0, len(TALK) - 10, 7):
            segment = segment_at(change, source, start, start + 10)
            change.add(Coding(segment=segment.guid, code=code.guid, user=study.user.guid))
    return study


@settings(max_examples=examples(20))
@given(edits_of(len(TALK)))
def test_a_corrected_text_is_undone_exactly(edits: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder, coded(Path(folder)) as study:
        source, before = study.sources.get("S-01"), everything(study.store)
        quotes = {s.guid: (s.start, s.end) for s in study.store.all(Segment)}
        moves = Moves(ordered(edits, len(TALK)))
        with study.store.write(say("Correct"), study.user.guid) as change:
            changed = replace_text(change, source, edits)
        text = study.sources.text(study.sources.get("S-01"))
        assert text == corrected(TALK, edits)
        assert changed.source.length == len(text)
        flagged = [one for one in study.store.all(Segment) if one.lost is not None]
        assert changed.flagged == len(flagged)
        for segment in study.store.all(Segment):
            start, end = quotes[segment.guid]
            if moves.span(start, end)[0] == moves.span(start, end)[1]:
                assert segment.lost == TALK[start:end]
            else:
                assert (segment.start, segment.end) == moves.span(start, end)
        assert all(0 <= b.start <= b.end <= len(text) for b in study.store.all(Block))
        after = everything(study.store)
        assert study.store.count(Coding) == len(before["coding"])
        assert study.store.verify() == []
        if text != TALK:
            study.trail.undo()
            assert everything(study.store) == before
            study.trail.redo()
            assert everything(study.store) == after


def test_words_are_found_where_they_stand_now(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        at = TALK.index("gampang")
        with study.store.write(say("Correct"), study.user.guid) as change:
            replace_text(change, source, [Edit(at, at + len("gampang"), "mudah sekali")])
        assert study.retrieval.words("gampang").lines == ()
        assert study.retrieval.words("mudah sekali").lines[0].start == at
        assert study.retrieval.find("code:Anonim").segments[0].text == "namanya palsu"
        with pytest.raises(Conflict), study.store.write(say("Correct"), study.user.guid) as change:
            replace_text(change, source, [Edit(0, 1, "")])
