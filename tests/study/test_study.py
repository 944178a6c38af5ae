from __future__ import annotations

from pathlib import Path

import pytest

import jejak
from jejak.errors import Conflict, InvalidInput, JejakError, NotAllowed, NotFound
from jejak.model import Coding, Segment
from jejak.store.originals import load_original
from support.studies import small_study


def test_a_study_from_files_to_segments(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        found = study.retrieval.find('code:"Triple-A"')
        assert [one.text for one in found.segments] == ["Bikin akun baru lagi 😀", "namanya palsu"]
        assert study.retrieval.find("code:Anonim and weight > 50").total == 1
        assert study.retrieval.find('text:"akun palsu" and not code:*').total == 1
        lines = study.retrieval.words("akun")
        assert [line.match for line in lines.lines] == ["akun", "akun", "akun"]
        assert [line.match for line in study.retrieval.words("pals.", regex=True).lines] == [
            "palsu"
        ] * 2
        study.cases.tie_speaker(study.cases.add("Ge"), "G")
        assert study.retrieval.find('case = "Ge"').total == 2
        with pytest.raises(NotFound):
            study.retrieval.find("code:Nobody")


def test_the_same_code_on_the_same_words_is_one_coding(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        span = study.coding.locate(source, "namanya palsu")
        assert not study.coding.apply(source, *span, ["Anonim"])[0].new
        again = study.coding.apply(source, *span, ["Murah"], memo="dua hal")
        assert again[0].new
        moved = study.coding.update(again[0].coding.guid, end=span[1] - 1, weight=5, code="Anonim")
        assert (moved.segment.end, moved.coding.weight) == (span[1] - 1, 5)
        assert len(study.memos.all(about=moved.coding.guid)) == 1
        study.coding.remove([moved.coding.guid])
        assert study.store.count(Segment) == 2
        with pytest.raises(InvalidInput):
            study.coding.apply(source, *span, ["Triple-A"])
        with pytest.raises(InvalidInput):
            study.coding.apply(source, *span, ["Anonim"], weight=101)


def test_the_codebook_grows_moves_and_merges(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        book = study.codebook
        with pytest.raises(Conflict):
            book.add("anonim", parent="Triple-A")
        with pytest.raises(Conflict):
            book.move(book.get("Triple-A"), "Anonim")
        with pytest.raises(InvalidInput):
            book.update(book.get("Anonim"), colour="red")
        book.update(book.get("Anonim"), name="Tanpa nama", short="tak dikenal")
        assert book.paths()[book.get("Tanpa nama").guid] == "Triple-A/Tanpa nama"
        assert book.merge([book.get("Murah")], book.get("Tanpa nama")) == 1
        assert study.store.count(Coding) == 2
        assert book.remove(book.get("Triple-A"))["coding"] == 2
        study.trail.undo()
        assert study.store.count(Coding) == 2


def test_cases_attributes_and_memos(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        cases = study.cases
        case = cases.add("Ge")
        cases.add_attribute("umur", "number")
        cases.set_attributes(case, {"umur": "31", "peran": "penjual"})
        with pytest.raises(InvalidInput):
            cases.set_attributes(case, {"umur": "tua"})
        cases.tie_source(case, study.sources.get("S-01"))
        cases.record_consent(case, "wawancara", "2020-05-01")
        card = cases.cards()[0]
        assert card.attributes == {"umur": "31", "peran": "penjual"}
        assert card.sources[0][1] == "S-01"
        cases.untie_source(case, study.sources.get("S-01"))
        cases.set_attributes(case, {"peran": None})
        cases.remove_attribute(next(a for a in cases.attributes() if a.name == "umur"))
        assert cases.cards()[0].attributes == {}
        memo = study.memos.add("Catatan", "isi", about=[("case", case.guid)])
        assert study.memos.links(study.memos.get(memo.guid)) == [("case", case.guid)]
        study.memos.update(memo, about=[], body="lain")
        assert study.memos.links(memo) == []
        cases.update(case, name="Ge dua")
        cases.remove(cases.get("Ge dua"))
        study.memos.remove(memo)
        assert study.memos.all() == []


def test_sources_are_changed_and_removed(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("s-01")
        study.sources.update(source, name="S-02", kind="interview", collected="2020-05")
        with pytest.raises(InvalidInput):
            study.sources.update(source, collected="Mei")
        study.sources.add_text("Tempel", "satu\r\ndua")
        assert study.sources.text(study.sources.get("Tempel")) == "satu\ndua"
        assert len(study.sources.blocks(study.sources.get("S-02"))) == 5
        again = study.sources.add([tmp_path / "S-01.txt", tmp_path / "none.txt"])
        assert again.files[0].duplicate_of == "S-02"
        assert again.failed[0].code == "no-such-file"
        gone = study.sources.remove([study.sources.get("S-02")])
        assert gone["coding"] == 2
        study.trail.undo()
        assert study.retrieval.words("palsu").lines


def test_rules_code_once(tmp_path: Path) -> None:
    from jejak.services.autocode import Rule

    with small_study(tmp_path) as study:
        rule = Rule("Anonim", text="akun", unit="block")
        assert len(study.autocoding.apply(rule, dry_run=True).spans) == 3
        assert study.autocoding.apply(rule).coded == 3
        assert study.autocoding.apply(rule).coded == 0
        assert study.autocoding.apply(Rule("Murah", speaker="DS")).coded == 1
        assert study.autocoding.apply(Rule("Murah", query="code:Anonim", unit="sentence")).coded > 0
        with pytest.raises(JejakError):
            study.autocoding.apply(Rule("Murah"))


def test_the_face(tmp_path: Path) -> None:
    with jejak.create(tmp_path / "a.jejak", "T", user="Rina") as study:
        assert isinstance(study, jejak.Study)
    with jejak.open(tmp_path / "a.jejak", user="Bayu Aji") as study:
        assert (study.user.initials, study.info.title, study.questions) == ("BA", "T", [])
    with pytest.raises(AttributeError):
        _ = jejak.nothing


def test_merging_keeps_memos_and_weights_of_codings_that_fall_together(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        span = study.coding.locate(source, "Bikin akun baru lagi 😀")
        study.coding.apply(source, *span, ["Anonim"], weight=40, memo="penting")
        study.codebook.merge([study.codebook.get("Anonim")], study.codebook.get("Murah"))
        kept = next(c for c in study.store.all(Coding) if c.weight == 40)
        assert [memo.body for memo in study.memos.all(about=kept.guid)] == ["penting"]
        assert study.store.count(Coding) == 2


def test_what_is_kept_is_what_was_read(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        with study.store.read() as rows:
            content = load_original(rows.conn, source.original or "")
        assert content.decode() == study.sources.text(source)


def test_a_study_shows_itself(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert "2 codings" in study._repr_html_()
        assert repr(study) == "<Study “Kecil”, as Rina>"
        assert study.language == "id"


def test_a_report_is_written_and_earlier_moments_are_only_read(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        path = study.report(tmp_path / "report.html")
        assert "Kecil" in path.read_text("utf-8")
        with pytest.raises(NotAllowed):
            study.at(3).codes.add("Baru")
        with pytest.raises(InvalidInput):
            study.report(tmp_path / "report.odt")
