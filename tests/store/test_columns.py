"""The words of the sources, as the columns of a study give them."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import StoreFailure
from jejak.model import Source
from jejak.store.columns import CorpusCache
from jejak.study import Study
from support.studies import TALK, small_study


def texts(study: Study) -> list[str]:
    return [text for _, text in study.store.corpus().texts.each()]


def test_texts_come_in_the_order_of_the_sources_and_one_by_one(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.sources.add_text("kosong", "")
        study.sources.add_text("sama", TALK)
        study.sources.add_text("panjang", "漢字 😀 " * 3000)
        found = study.store.corpus().texts
        wanted = [TALK, "", TALK, "漢字 😀 " * 3000]
        assert [found[row] for row in range(len(found))] == wanted
        assert list(found.each()) == list(enumerate(wanted))
        assert list(found.each([3, 1])) == [(3, wanted[3]), (1, "")]


def test_they_are_those_of_the_change_the_columns_are_of(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before, head = study.store.corpus(), study.store.head
        at = TALK.index("Bikin")
        study.corrections.make(study.sources.get("S-01"), [(at, at + 5, "bikin")])
        assert texts(study) == [TALK.replace("Bikin", "bikin")]
        assert before.texts[0] == TALK
        with study.store.at(head) as then:
            assert then.corpus().texts[0] == TALK
        study.trail.undo()
        assert texts(study) == [TALK]


def test_within_a_change_they_are_what_it_wrote(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, study.change("two sources"):
        study.sources.add_text("baru", "kata")
        assert texts(study) == [TALK, "kata"]


def test_what_was_withdrawn_cannot_be_read_by_older_columns(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Ge")
        study.cases.tie_source(case, study.sources.get("S-01"))
        before = study.store.corpus()
        study.protection.withdraw(case)
        assert study.store.count(Source) == 0
        assert texts(study) == []
        with pytest.raises(StoreFailure):
            before.texts[0]


def test_a_speaker_tied_in_one_source_alone_leaves_the_numbers_of_the_blocks(
    tmp_path: Path,
) -> None:
    with small_study(tmp_path) as study:
        numbers = study.store.corpus().blocks.number.tolist()
        case = study.cases.add("Gita").guid
        study.speakers.tie([("G", study.sources.get("S-01").guid, case)])
        with study.store.view() as rows:
            anew = CorpusCache(lambda _: [], study.store.view).upto_date(rows.conn)
        for corpus in (anew, study.store.corpus()):
            assert corpus.blocks.number.tolist() == numbers == [1, 2, 3, 4, 5]
            assert corpus.blocks.case.tolist().count(0) == 2
