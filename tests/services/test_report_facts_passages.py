from __future__ import annotations

from pathlib import Path

from jejak.report.facts import Passage
from jejak.services.report_facts_passages import Passages
from jejak.study import Study, create_study


def passage(study: Study, words: str) -> Passage:
    with study.store.read() as rows:
        corpus = study.store.corpus()
        source = study.sources.all()[0]
        start, end = study.coding.locate(source, words)
        return Passages(rows, corpus).of(0, start, end)


def study_of(folder: Path, text: str, name: str = "t.txt") -> Study:
    (folder / name).write_text(text, encoding="utf-8")
    study = create_study(folder / "t.jejak", "T", user="Rina")
    study.sources.add([folder / name])
    return study


def test_the_time_and_name_before_a_turn_are_no_words_of_it(tmp_path: Path) -> None:
    text = "[10:00:01] P: Satu?\n[10:00:02] G: Dua 😀 tiga.\n[10:00:03] P: Empat?\n"
    with study_of(tmp_path, text) as study:
        found = passage(study, "tiga")
    assert (found.who, found.lead, found.tail) == ("G", "Dua 😀 ", ".")
    assert [(one.who, one.text) for one in found.previous] == [("P", "Satu?")]
    assert [(one.who, one.text) for one in found.following] == [("P", "Empat?")]


def test_a_passage_over_turns_ends_in_the_last_of_them(tmp_path: Path) -> None:
    with study_of(tmp_path, "P: Satu?\nG: Dua tiga.\nP: Empat?\nG: Lima.\n") as study:
        found = passage(study, "Satu?\nG: Dua")
    assert found.previous == ()
    assert found.tail == " tiga."
    assert [one.text for one in found.following] == ["Empat?"]


def test_a_long_name_that_is_no_case_is_not_told(tmp_path: Path) -> None:
    text = "akun_asli_99: Satu?\nG: Dua.\nakun_asli_99: Tiga?\nG: Empat.\n"
    with study_of(tmp_path, text) as study:
        found = passage(study, "Dua")
    assert {one.who for one in (*found.previous, *found.following)} == {"…"}


def test_long_surroundings_are_cut_between_words(tmp_path: Path) -> None:
    text = "kata " * 400 + "inti " + "lagi " * 400 + "\n\n" + "x" * 900 + "\n"
    with study_of(tmp_path, text) as study:
        found = passage(study, "inti")
    assert found.lead.startswith("…kata ")
    assert found.tail.endswith(" lagi…")
    assert len(found.lead) < 330
    assert found.following[0].text.endswith("x…")


def test_a_text_of_any_length_is_read_by_the_piece(tmp_path: Path) -> None:
    text = "".join(f"{'PG'[n % 2]}: Kalimat nomor {n} di sini.\n" for n in range(9_000))
    with study_of(tmp_path, text) as study:
        found = passage(study, "Kalimat nomor 7777")
    assert found.text == "Kalimat nomor 7777"
    assert found.tail == " di sini."
    assert found.previous[0].text == "Kalimat nomor 7776 di sini."


def test_words_outside_any_block_have_the_text_around_them(tmp_path: Path) -> None:
    with study_of(tmp_path, "satu\n\ndua\n") as study, study.store.read() as rows:
        found = Passages(rows, study.store.corpus()).of(0, 4, 5)
    assert found.who == ""
    assert found.lead == "satu"
    assert found.tail.strip() == "dua"
    assert found.case is None
