"""Summary forms of sources and cases."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from support.studies import everything, small_study


def test_a_form_is_filled_kept_as_a_memo_and_undone(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source, question = study.sources.get("S-01"), study.questions[0]
        empty = study.forms.read("source", source.guid, "contact")
        assert (empty.memo, empty.revision, empty.values) == (None, 0, {})
        before = everything(study.store)
        values = {"issues": "Harga.", f"questions/{question.guid}": "Belum.", "next": "- [ ] Tanya"}
        filled = study.forms.fill("source", source.guid, "contact", values, "id")
        assert filled.values == values
        assert filled.memo is not None
        assert (filled.memo.kind, filled.memo.title) == ("summary", "Ringkasan kontak: S-01")
        assert "### Mengapa?\n\nBelum." in filled.memo.body
        assert study.memos.links(filled.memo) == [("source", source.guid)]
        assert [task.task.text for task in study.memos.tasks(done=False)] == ["Tanya"]
        study.store.undo(study.user.guid)
        assert everything(study.store) == before


def test_filling_further_changes_what_is_given_alone(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources["S-01"]
        study.forms.write(source, "interview", {"guide": "2", "mode": "Obrolan"})
        first = study.forms.read("source", source.guid, "interview")
        study.forms.write(source, "interview", {"mode": "", "duration": "1 jam\r\nlebih"}, "id")
        assert study.forms.of(source, "interview") == {"guide": "2", "duration": "1 jam\nlebih"}
        with pytest.raises(Conflict, match="changed since"):
            study.forms.fill(
                "source", source.guid, "interview", {"guide": "3"}, expected=first.revision
            )
        with pytest.raises(Conflict):
            study.forms.fill("source", source.guid, "interview", {"guide": "3"}, expected=0)
        head = study.store.head
        study.forms.write(source, "contact", {"issues": "  "})
        assert study.store.head == head
        assert len(study.memos) == 1


def test_what_is_no_form_is_refused(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources["S-01"]
        with pytest.raises(NotFound, match="no form"):
            study.forms.of(source, "diary")
        with pytest.raises(InvalidInput, match="no form of a source"):
            study.forms.of(source, "case")
        with pytest.raises(InvalidInput, match="no field"):
            study.forms.write(source, "contact", {"mood": "baik"})
        with pytest.raises(NotFound):
            study.forms.read("source", study.info.guid, "contact")
        assert len(study.memos) == 0


def test_who_has_none_is_told(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.sources.add_text("S-02", "Lain.")
        case = study.cases.add("G")
        study.forms.write(study.sources["S-01"], "contact", {"issues": "Harga."})
        study.forms.write(study.cases["G"], "case", {"known": "Hati-hati."})
        assert [one.name for one in study.forms.sheets(missing=True)] == ["S-02"]
        sheet = study.forms.sheets()[0]
        assert (sheet.name, list(sheet.forms)) == ("S-01", ["contact"])
        assert study.forms.sheets("case")[0].guid == case.guid
        assert study.forms.sheets("case", missing=True) == []


def test_forms_leave_as_files_without_real_names(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("G")
        study.cases.tie_speaker(case, "Gilang")
        study.forms.write(
            study.sources["S-01"], "contact", {"issues": "Gilang **ragu**.", "next": "- [ ] Tanya"}
        )
        study.forms.write(study.cases["G"], "case", {"known": "Hati-hati."})
        table = study.forms.file(".csv", "contact", language="id").decode("utf-8-sig")
        assert table.splitlines()[0].startswith("about,author,changed,")
        assert "Pokok dan tema utama" in table.splitlines()[0]
        assert "G **ragu**." in table
        assert "Gilang" not in table
        text = study.forms.file(".md", language="id").decode()
        assert "# Ringkasan sementara kasus" in text or "# Interim case summary" in text
        assert "Gilang" not in text
        source = study.sources["S-01"].guid
        word = docx.Document(io.BytesIO(study.forms.file(".docx", owner=source)))
        words = "\n".join(paragraph.text for paragraph in word.paragraphs)
        assert "G ragu." in words
        assert "☐ Tanya" in words
        assert "Hati-hati" not in words
        with pytest.raises(InvalidInput, match="cannot be written"):
            study.forms.file(".pdf")
