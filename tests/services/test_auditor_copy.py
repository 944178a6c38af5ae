from __future__ import annotations

import re
from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, JejakError
from jejak.model import Attribute, Block, Case, Check, Coding, Evidence, Segment, Source
from jejak.services.readers import worked_on
from jejak.study import Study, open_study
from support.studies import named_study

SECRET = re.compile(rb"budi|santoso|sari|dewi|rahasia|pewawancara", re.IGNORECASE)


def _with_findings(folder: Path) -> Study:
    study = named_study(folder)
    source = study.sources.get("T")
    finding = study.findings.add("Budi Santoso membeli.", codes=["Membeli"])
    start, end = study.coding.locate(source, "Saya Budi Santoso dari Bandung")
    study.findings.add_evidence(finding, source=source, start=start, end=end, why="Kata Budi")
    # A passage that begins within a name.
    start, end = study.coding.locate(source, "Dewi menjual")
    study.findings.add_evidence(finding, source=source, start=start, end=end, stance="contradicts")
    study.findings.judge(finding, "participants", "holds", "Budi sendiri.")
    study.memos.add("Tentang Sari", "Sari Dewi dan Budi.", about=[("finding", finding.guid)])
    study.sets.add("Kaya", "case", query='case.upah = "rahasia-M-1"')
    study.displays.save("Upah", "code-frequencies", {"by": "case.upah"})
    study.verification.add(finding, "search", query='case.upah = "rahasia-M-1"', inspected=2)
    case = study.cases.get("M-1")
    study.cases.set_attributes(case, {"upah": "rahasia-baru"})
    study.codebook.update(study.codebook.get("Membeli"), definition="Seperti Budi Santoso.")
    return study


@pytest.mark.parametrize("texts", ["whole", "evidence"])
def test_nothing_that_stays_is_anywhere_in_the_bytes_of_a_copy(tmp_path: Path, texts: str) -> None:
    with _with_findings(tmp_path) as study:
        study.remarks.copy(tmp_path / "copy.jejak", texts)
    content = (tmp_path / "copy.jejak").read_bytes()
    assert SECRET.search(content) is None
    assert not list(tmp_path.glob("copy.jejak-*"))
    with open_study(tmp_path / "copy.jejak") as copy:
        # What is packed or deflated in the file is looked at as it is read.
        told = repr([copy.trail.touched(entry.seq) for entry in copy.trail.entries()])
        told += repr([copy.store.text(one.text) for one in copy.store.all(Source)])
        assert SECRET.search(told.encode()) is None


def test_a_copy_has_everything_where_it_was(tmp_path: Path) -> None:
    with _with_findings(tmp_path) as study:
        study.remarks.copy(tmp_path / "copy.jejak")
        with open_study(tmp_path / "copy.jejak") as copy:
            assert copy.store.verify() == []
            for kind in (Case, Coding, Evidence, Block):
                assert {one.guid for one in copy.store.all(kind)} == {
                    one.guid for one in study.store.all(kind)
                }
            (source,) = copy.store.all(Source)
            text = copy.store.text(source.text)
            words = {text[one.start : one.end] for one in copy.store.all(Segment)}
            assert words == {"Saya M-1 dari Bandung", "M-1 yang membeli 😀", "W-2 menjual"}
            for block in copy.store.all(Block):
                assert text[block.start : block.end].startswith(f"{block.speaker}:")
            assert [one.name for one in copy.store.all(Attribute)] == ["peran"]
            # Whose words it is, is told as in the study.
            assert [one.case for one in copy.find("code:Membeli")] == ["M-1", "M-1"]


def test_checks_are_as_stale_and_as_fresh_as_they_were(tmp_path: Path) -> None:
    with _with_findings(tmp_path) as study:
        for texts in ("whole", "evidence"):
            study.remarks.copy(tmp_path / f"{texts}.jejak", texts)
            with open_study(tmp_path / f"{texts}.jejak") as copy:
                (mine,), (theirs,) = (one.findings.cards() for one in (study, copy))
                assert [(c.verdict.tactic, c.stale) for c in mine.checks] == [
                    (c.verdict.tactic, c.stale) for c in theirs.checks
                ]
                assert [c.verdict.outcome for c in mine.checks] == [
                    c.verdict.outcome for c in theirs.checks
                ]
        source = study.sources.get("T")
        start, end = study.coding.locate(source, "Siapa Budi")
        finding = study.findings.get("F1")
        study.findings.add_evidence(finding, source=source, start=start, end=end)
        assert len(study.store.all(Check)) == 1
        study.remarks.copy(tmp_path / "later.jejak")
        with open_study(tmp_path / "later.jejak") as copy:
            (card,) = copy.findings.cards()
            assert [c.stale for c in card.checks if c.verdict.tactic == "participants"] == [True]


def test_a_translation_of_words_that_were_corrected_since_says_so_in_the_copy(
    tmp_path: Path,
) -> None:
    with _with_findings(tmp_path) as study:
        source = study.sources.get("T")
        told, other = ("Dewi menjual", "yang membeli")
        for words in (told, other):
            span = study.coding.locate(source, words)
            study.translations.write_at(source, *span, "en", f"EN {words}")
        study.sources.correct(source, *study.coding.locate(source, "menjual"), "berjualan")
        study.remarks.copy(tmp_path / "copy.jejak")
        stale = {one.record.guid: one.stale for one, _ in study.translations.all()}
        assert sorted(stale.values()) == [False, True]
    with open_study(tmp_path / "copy.jejak") as copy:
        assert {one.record.guid: one.stale for one, _ in copy.translations.all()} == stale


def test_only_evidence_can_be_read_where_that_was_chosen(tmp_path: Path) -> None:
    with _with_findings(tmp_path) as study:
        study.remarks.copy(tmp_path / "copy.jejak", "evidence")
    with open_study(tmp_path / "copy.jejak") as copy:
        (source,) = copy.store.all(Source)
        text = copy.store.text(source.text)
        assert set(text.replace("Saya M-1 dari Bandung", "").replace("W-2 menjual", "")) == {
            "·", "\n",
        }  # fmt: skip
        assert text.count("\n") == 4


def test_a_copy_goes_on_from_the_history_and_its_chain(tmp_path: Path) -> None:
    with _with_findings(tmp_path) as study:
        entries = study.trail.entries(newest_first=False)
        study.remarks.copy(tmp_path / "copy.jejak")
    with open_study(tmp_path / "copy.jejak") as copy:
        told = copy.trail.entries(newest_first=False)
        assert [one.digest for one in told[:-1]] == [one.digest for one in entries]
        assert [(o.seq, o.time, o.verb.text) for o in told[:-1]] == [
            (o.seq, o.time, o.verb.text) for o in entries
        ]
        assert copy.remarks.copy_of is not None
        assert copy.remarks.copy_of.digest == entries[-1].digest
        assert copy.store.verify() == []
        (finding,) = copy.findings.all()
        assert copy.trail.concerning(finding.guid)


def test_nothing_in_a_copy_is_changed_but_by_remarks(tmp_path: Path) -> None:
    with _with_findings(tmp_path) as study:
        study.remarks.copy(tmp_path / "copy.jejak")
    with open_study(tmp_path / "copy.jejak", user="Dr. Tari") as copy:
        (finding,) = copy.findings.all()
        for forbidden in (
            lambda: copy.findings.update(finding, statement="Lain."),
            lambda: copy.memos.add("Baru", "x"),
            lambda: copy.codebook.add("Baru"),
            lambda: copy.about.update(title="Baru"),
            lambda: copy.coding.apply(copy.sources.get("T"), 0, 2, ["Membeli"]),
            lambda: copy.protection.withdraw(copy.cases.get("M-1")),
            copy.trail.undo,
        ):
            with pytest.raises(JejakError) as caught:
                forbidden()
            assert getattr(caught.value, "code", "") in {"auditor-copy", "nothing-to-undo"}
        remark = copy.remarks.add("finding", finding.guid, "Mengapa?")
        copy.remarks.update(remark.guid, text="Mengapa begitu?")
        copy.undo()
        copy.undo()
        assert copy.remarks.cards() == []


def test_a_copy_is_refused_where_something_is(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        with pytest.raises(InvalidInput):
            study.remarks.copy(tmp_path / "copy.jejak", "some")
        assert not (tmp_path / "copy.jejak").exists()
        study.remarks.copy(tmp_path / "copy.jejak")
        with pytest.raises(Conflict):
            study.remarks.copy(tmp_path / "copy.jejak")


def test_who_read_what_is_told_in_a_copy_as_in_the_study(tmp_path: Path) -> None:
    with _with_findings(tmp_path) as study:
        source = study.sources.get("T")
        study.sources.update(source, status="in progress")
        with study.store.view() as rows:
            told = list(worked_on(rows))
        assert told == [(study.user.guid, source.guid)]
        study.remarks.copy(tmp_path / "copy.jejak")
        with open_study(tmp_path / "copy.jejak") as copy, copy.store.view() as rows:
            assert list(worked_on(rows)) == told
            assert copy.agreement.compute().coders == study.agreement.compute().coders
