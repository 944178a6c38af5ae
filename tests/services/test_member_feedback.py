from __future__ import annotations

import re
from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.study import Study
from support.studies import named_study

SECRET = re.compile(r"budi|santoso|sari|dewi|rahasia", re.IGNORECASE)


def _asked(folder: Path) -> Study:
    study = named_study(folder)
    source = study.sources.get("T")
    for statement, quote in (
        ("Budi Santoso membeli.", "Saya Budi Santoso dari Bandung"),
        ("Yang membeli tersenyum.", "budi yang membeli 😀"),
    ):
        finding = study.findings.add(statement)
        start, end = study.coding.locate(source, quote)
        study.findings.add_evidence(finding, source=source, start=start, end=end)
    other = study.findings.add("Semua menjual.", scope="case = W-2")
    study.verification.add(study.findings.get("F1"), "feedback", case="M-1", answer="disagree")
    study.verification.add(other, "feedback", who="Ketua RT", answer="no reply")
    return study


def test_who_is_concerned_and_not_asked_is_told_with_the_rates(tmp_path: Path) -> None:
    with _asked(tmp_path) as study:
        found = study.member_feedback.members()
        assert [(one.case.name, one.concerning, one.unasked) for one in found.members] == [
            ("M-1", ("F1", "F2"), ("F2",)), ("W-2", ("F3",), ("F3",)),
        ]  # fmt: skip
        assert (found.response, found.agreement) == (0.5, 0.0)
        assert dict(found.answers) == {"agree": 0, "partly": 0, "disagree": 1, "no reply": 1}
        assert [(one.who, one.label, one.follow) for one in found.lines] == [
            ("M-1", "F1", True), ("Ketua RT", "F3", False),
        ]  # fmt: skip
        study.verification.update("feedback", found.lines[0].record.guid, action="Ditanya lagi.")
        assert not study.member_feedback.members().lines[0].follow
        study.findings.update(study.findings.get("F2"), status="rejected")
        assert study.member_feedback.members().members[0].unasked == ()


def test_a_sheet_has_their_own_words_alone_and_no_real_name(tmp_path: Path) -> None:
    with _asked(tmp_path) as study:
        told = study.member_feedback.sheet(study.cases.get("M-1"), ".md", "id").decode()
        assert "M-1 membeli." in told
        assert "Saya M-1 dari Bandung" in told
        assert "Semua menjual" not in told
        assert SECRET.search(told) is None
        other = study.member_feedback.sheet(study.cases.get("W-2"), ".md", "en").decode()
        assert "Semua menjual" in other
        assert "Bandung" not in other
        assert "Your words" not in other
        for ending, begins in ((".docx", b"PK"), (".pdf", b"%PDF"), (".html", b"<!")):
            content = study.member_feedback.sheet(study.cases.get("M-1"), ending, "en")
            assert content.lstrip()[:4].lower().startswith(begins.lower())


def test_a_sheet_of_nothing_is_refused(tmp_path: Path) -> None:
    with _asked(tmp_path) as study:
        with pytest.raises(InvalidInput, match=r"\.odt"):
            study.member_feedback.sheet(study.cases.get("M-1"), ".odt")
        with pytest.raises(InvalidInput, match="X-9"):
            study.member_feedback.sheet(study.cases.add("X-9"), ".docx")
