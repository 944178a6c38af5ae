"""Annotated texts through the doors of a study: a new one out of a file, and a file out of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.study import import_study
from support.annotations import spans_of
from support.studies import small_study


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.label-studio.json", None), ("a.jsonl", None), ("a", "brat"), ("a.zip", "brat")],
)
def test_a_study_goes_out_and_comes_in(tmp_path: Path, name: str, format: str | None) -> None:
    with small_study(tmp_path) as study:
        report = study.exchange.write(tmp_path / name, format=format)
        before = spans_of(_Seen(study))
    assert (report.written["coding"], report.written["source"]) == (2, 1)
    # The research question has no place there, and is named.
    assert [(one.code, one.where) for one in report.problems if one.where == "question"] == [
        ("stays", "question")
    ]
    again, told = import_study(tmp_path / name, tmp_path / "again.jejak", user="Sari")
    with again:
        assert spans_of(_Seen(again)) == before
        assert told.problems == ()
        assert len(again.find("code:Murah")) == 1


class _Seen:
    def __init__(self, study) -> None:
        self.each, self.text = study.store.all, study.store.text


def test_what_is_redacted_names_nobody(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Informan 1")
        study.cases.tie_speaker(case, "DS")
        study.about.set_privacy(coders="none")
        study.exchange.write(tmp_path / "a.jsonl", redact=True)
    assert "Rina" not in (tmp_path / "a.jsonl").read_text("utf-8")
