"""Words in another language beside their own: written, told in reports, gone with who withdraws."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jejak.documents.document import Fold, Quote, Section
from jejak.errors import InvalidInput
from jejak.model import Segment, Translation
from jejak.study import Study, open_study
from support.remains import remains
from support.studies import TALK, named_study, small_study

ALIKE = "Takut, tapi namanya palsu."


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as made:
        yield made


def put(study: Study, words: str, text: str, language: str = "en", **more: Any) -> None:
    source = study.sources.get("S-01")
    start, end = study.coding.locate(source, words)
    study.translations.write_at(source, start, end, language, text, **more)


def told(study: Study) -> list[tuple[str, str, str]]:
    return [
        (words.label, one.record.language, one.record.text)
        for one, words in study.translations.all()
    ]


def test_there_is_one_for_each_language_and_each_can_be_undone(study: Study) -> None:
    put(study, ALIKE, " Afraid, but under a false name. ", " EN ", translator="Mira")
    put(study, ALIKE, "Wedi, ning jenenge palsu.", "jv")
    put(study, ALIKE, "Scared, but the name is fake.")
    assert told(study) == [
        (ALIKE, "en", "Scared, but the name is fake."),
        (ALIKE, "jv", "Wedi, ning jenenge palsu."),
    ]
    assert [one.translator for one in study.store.all(Translation)] == ["Mira", ""]
    study.undo()
    assert told(study)[0][2] == "Afraid, but under a false name."
    put(study, ALIKE, "")
    put(study, ALIKE, "", "jv")
    assert told(study) == []
    start = TALK.index(ALIKE)
    there = [(one.start, one.end) for one in study.store.all(Segment)]
    assert (start, start + len(ALIKE)) not in there


def test_what_is_no_language_and_words_that_are_gone_are_refused(study: Study) -> None:
    with pytest.raises(InvalidInput):
        put(study, ALIKE, "Afraid.", "English please")
    assert told(study) == []


def quotes(blocks: Any) -> Iterator[Quote]:
    for block in blocks:
        if isinstance(block, Quote):
            yield block
        if isinstance(block, Section | Fold):
            yield from quotes(block.blocks)


def test_a_report_shows_it_beside_the_words_in_its_own_language_where_it_can(study: Study) -> None:
    finding = study.findings.add("Takut.", codes=["Anonim"])
    source = study.sources.get("S-01")
    start, end = study.coding.locate(source, ALIKE)
    study.findings.add_evidence(finding, source=source, start=start, end=end)
    put(study, ALIKE, "Wedi, ning jenenge palsu.", "jv")
    put(study, ALIKE, "Afraid, but under a false name.", "en", translator="Mira")
    for language, said in (
        ("en", "Afraid, but under a false name."),
        ("id", "Afraid, but under a false name."),
    ):
        (one,) = [
            quote for quote in quotes(study.reports.document(language, ["findings"]).sections)
            if quote.text == ALIKE and quote.translation
        ]  # fmt: skip
        assert one.translation == said
        assert one.translated == ("" if language == "en" else "en")
    page = study.reports.html("en", ["findings"])
    assert "Afraid, but under a false name." in page
    assert "Translated by" in page


def test_no_real_name_leaves_by_a_translation(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        finding = study.findings.add("Siapa?")
        source = study.sources.get("T")
        start, end = study.coding.locate(source, "Saya Budi Santoso dari Bandung.")
        study.findings.add_evidence(finding, source=source, start=start, end=end)
        study.translations.write_at(
            source, start, end, "en", "I am Budi Santoso from Bandung.", "Sari Dewi"
        )
        for ending in (".html", ".md", ".tex"):
            written = study.reports.content(ending, "en").decode()
            assert "from Bandung." in written
            assert "Budi Santoso" not in written
            assert "Sari Dewi" not in written


def test_it_goes_with_who_withdraws_and_from_the_history_too(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Ge")
        study.cases.tie_speaker(case, "G")
        put(study, ALIKE, "Trembling all over, yet under a made-up name.")
        put(study, "Saya juga pakai akun palsu.", "I too use a forged account.")
        put(study, ALIKE, "Shaking with fear, the name invented.")
        study.memos.add("M", "Says: trembling all over, yet under a made-up name.")
        study.protection.withdraw(case)
        assert told(study) == [("Saya juga pakai akun palsu.", "en", "I too use a forged account.")]
        path = study.store.path
    gone = ["Trembling all over", "trembling all over", "Shaking with fear", "name invented"]
    assert remains(path, gone) == []
    with open_study(path) as again:
        assert told(again)[0][2] == "I too use a forged account."


def test_one_is_older_than_its_words_once_these_are_corrected(study: Study) -> None:
    source = study.sources.get("S-01")
    put(study, ALIKE, "Afraid, but under a false name.", "en", translator="Mira")
    put(study, ALIKE, "Wedi, ning jenenge palsu.", "jv")
    finding = study.findings.add("Takut.")
    start, end = study.coding.locate(source, ALIKE)
    study.findings.add_evidence(finding, source=source, start=start, end=end)

    def stale() -> list[bool]:
        return [one.stale for one, _ in study.translations.all()]

    # What is corrected elsewhere moves the words and leaves them as they are.
    study.sources.correct(source, *study.coding.locate(source, "akun apa"), "akun yang mana")
    assert stale() == [False, False]
    assert "corrected after" not in study.reports.content(".md", "en").decode()
    source = study.sources.get("S-01")
    study.sources.correct(source, *study.coding.locate(source, "namanya palsu"), "namanya salah")
    assert stale() == [True, True]
    (piece,) = study.findings.evidence(finding)
    assert [one.stale for one in piece.translations] == [True, True]
    put(study, "Takut, tapi namanya salah.", "Afraid, but the name is wrong.")
    assert stale() == [False, True]
    told = study.reports.content(".md", "en").decode()
    assert "corrected after" not in told
    study.undo()
    assert "The words were corrected after it was written." in (
        study.reports.content(".md", "en", ["findings"]).decode()
    )
    study.undo()
    assert stale() == [False, False]
