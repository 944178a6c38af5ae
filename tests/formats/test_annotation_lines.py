from __future__ import annotations

import json
from pathlib import Path

import pytest

from jejak.errors import UnreadableSource
from support.annotations import back, spans_of

FORMS = [
    {"text": "Apa kabar 😀?", "spans": [{"start": 4, "end": 11, "label": "X"}]},
    {"text": "Apa kabar 😀?", "entities": [[4, 11, "X"]]},
    {"text": "Apa kabar 😀?", "label": [[4, 11, "X"]]},
    {"text": "Apa kabar 😀?", "entities": [{"start_offset": 4, "end_offset": 11, "label": "X"}]},
    ["Apa kabar 😀?", {"entities": [[4, 11, "X"]]}],
]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_span_is_understood(tmp_path: Path, form: object) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(form, ensure_ascii=False) + "\n", "utf-8")
    study, told = back("jsonl", tmp_path / "a.jsonl")
    assert [one[:5] for one in spans_of(study)] == [("a 1", 4, 11, "kabar 😀", "X")]
    assert told.problems == []


def test_a_broken_line_costs_that_line_alone(tmp_path: Path) -> None:
    lines = [
        {"text": "satu", "spans": [{"start": 0, "end": 4, "label": "A"}, {"start": 1}, 7, ["a"]]},
        {"text": "dua", "spans": [{"start": 0, "end": 3, "label": "A"}], "answer": "reject"},
        {"tidak": 1},
        {"text": "tiga", "spans": [], "accept": ["Baik"], "_annotator_id": "s-rina"},
    ]
    body = "\n".join(map(json.dumps, lines)) + "\n{broken\n" + '{"text": "\\ud83d", "spans": []}\n'
    (tmp_path / "a.jsonl").write_text(body, "utf-8")
    study, told = back("jsonl", tmp_path / "a.jsonl")
    assert [(one[3], one[4], one[5]) for one in spans_of(study)] == [
        ("satu", "A", "unknown"), ("tiga", "Baik", "s-rina"),
    ]  # fmt: skip
    assert [(one.code, one.where) for one in told.problems] == [
        ("span-left-out", "line 1"), ("span-left-out", "line 1"), ("span-left-out", "line 1"),
        ("not-accepted", "line 2"), ("line-left-out", "line 3"), ("line-left-out", "line 5"),
        ("mended", "a 6"),
    ]  # fmt: skip


def test_a_file_of_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"spans": [], "text": 3}\n', "utf-8")
    with pytest.raises(UnreadableSource):
        back("jsonl", tmp_path / "a.jsonl")
