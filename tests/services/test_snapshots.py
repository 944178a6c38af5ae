"""A cell of a display as evidence: what it said is kept in numbers, and told beside what it says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.model import Display, Evidence, Finding, Snapshot, User
from jejak.services import snapshots
from jejak.services.finding_displays import CitedCell
from jejak.study import Study
from support.studies import small_study


def placed(study: Study, display: Display, row: str) -> tuple[str, str]:
    """The keys of the first cell of a row."""
    matrix = study.displays.shown(display)
    at = [str(heading.label) for heading in matrix.rows].index(row)
    return matrix.rows[at].key, matrix.columns[0].key


def told(study: Study, finding: Finding) -> CitedCell:
    (card,) = study.findings.evidence(finding)
    assert card.cell is not None
    return card.cell


def code(study: Study, words: str, name: str) -> None:
    source = study.sources.get("S-01")
    study.coding.apply(source, *study.coding.locate(source, words), [name])


def cited(study: Study) -> tuple[Finding, Display, Evidence]:
    finding = study.findings.add("Anonim itu biasa.")
    display = study.displays.save("Kode", "matrix", {"columns": ["study"]})
    place = placed(study, display, "Anonim")
    return finding, display, study.findings.cite_cell(finding, display, *place, weight=3)


def test_a_cited_cell_says_what_it_said_and_what_it_says_now(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        finding, display, evidence = cited(study)
        cell = told(study, finding)
        assert cell.seq == study.trail.entries()[0].seq
        assert 0 < cell.codebook < cell.seq
        assert (cell.cell.row, cell.cell.differs) == ("Triple-A/Anonim", False)
        code(study, "akun palsu", "Anonim")
        cell = told(study, finding)
        assert cell.cell.then is not None
        assert cell.cell.now is not None
        assert (cell.cell.then.value, cell.cell.now.value, cell.cell.differs) == (1, 2, True)
        anew = study.findings.cite_cell(
            finding, display, cell.cell.row_key, cell.cell.column_key, stance="contradicts"
        )
        assert (anew.guid, anew.stance) == (evidence.guid, "contradicts")
        assert not told(study, finding).cell.differs
        assert study.store.count(Snapshot) == 1
        study.trail.undo()
        assert told(study, finding).cell.differs
        study.findings.remove_evidence([evidence.guid])
        assert study.store.count(Snapshot) == 0
        study.trail.undo()
        assert told(study, finding).cell.then == cell.cell.then
        assert study.store.verify() == []


def test_it_stays_readable_when_its_row_is_gone_and_follows_a_merged_code(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        finding, display, _ = cited(study)
        cell = told(study, finding).cell
        study.displays.write_cell(display, cell.row_key, cell.column_key, "Sering disebut.")
        study.findings.cite_cell(finding, display, cell.row_key, cell.column_key)
        study.codebook.merge([study.codebook.get("Anonim")], study.codebook.get("Murah"))
        cell = told(study, finding).cell
        assert cell.row == "Anonim"
        assert cell.then is not None
        assert cell.now is not None
        assert (cell.then.value, cell.now.value) == (1, 2)
        assert cell.then.text == "Sering disebut."
        study.codebook.remove(study.codebook.get("Murah"))
        cell = told(study, finding).cell
        assert (cell.row, cell.then.value if cell.then else None, cell.now) == ("Anonim", 1, None)
        study.displays.remove(display)
        assert study.findings.evidence(finding) == []
        assert study.store.verify() == []


def test_a_whole_display_keeps_its_numbers_too(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        finding = study.findings.add("Anonim itu biasa.")
        display = study.displays.save("Kode", "matrix", {"columns": ["study"]})
        assert study.findings.show(finding, display).changed == ()
        code(study, "akun palsu", "Anonim")
        (shown,) = study.findings.shown(finding)
        assert [(one.row, one.then and one.then.value) for one in shown.changed] == [
            ("Triple-A", 2), ("Triple-A/Anonim", 1)
        ]  # fmt: skip
        study.findings.unshow(finding, display)
        assert study.store.count(Snapshot) == 0


def test_a_large_display_keeps_its_numbers_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "_MOST", 1)
    with small_study(tmp_path) as study:
        finding = study.findings.add("Anonim itu biasa.")
        display = study.displays.save("Kode", "matrix", {"columns": ["study"]})
        cited = study.findings.show(finding, display)
        assert (cited.then.kept, cited.then.differing) == (3, 0)
        code(study, "akun palsu", "Anonim")
        study.codebook.remove(study.codebook.get("Murah"))
        (shown,) = study.findings.shown(finding)
        assert (shown.then.kept, shown.then.differing) == (3, 2)
        assert [(one.row, one.then and one.then.value) for one in shown.changed] == [
            ("Triple-A/Anonim", 1)
        ]


def test_cells_that_are_words_of_people_or_not_there_are_not_cited(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        finding = study.findings.add("Anonim itu biasa.")
        words = study.displays.save("Kata", "word-frequencies")
        matrix = study.displays.shown(words)
        place = matrix.rows[0].key, matrix.columns[0].key
        with pytest.raises(InvalidInput, match="can be withdrawn"):
            study.findings.cite_cell(finding, words, *place)
        assert study.findings.show(finding, words).then.kept == 0
        with pytest.raises(InvalidInput, match="does not show"):
            study.findings.cite_cell(finding, words, "tiada", place[1])
        with pytest.raises(InvalidInput, match="cannot stand so"):
            study.findings.cite_cell(finding, words, *place, stance="proves")
        assert study.findings.evidence(finding) == []


def test_who_codes_blind_sees_no_number_that_rests_on_others(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        finding, display, _ = cited(study)
        me = study.store.all(User)[0].guid
        place = placed(study, display, "Anonim")
        (card,) = study.findings.evidence(finding, people=[me])
        assert card.cell is not None
        assert card.cell.cell.then is None
        study.findings.cite_cell(finding, display, *place, coders=[me])
        (card,) = study.findings.evidence(finding, people=[me])
        assert card.cell is not None
        assert card.cell.cell.then is not None
        (shown,) = [study.findings.show(finding, display, coders=[me])]
        assert all(one.then for one in shown.then.cells)
        assert study.findings.shown(finding, people=[])[0].then.cells[0].then is None
