from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jejak.errors import UnreadableSource
from jejak.model import Coding, User
from support.annotations import back, spans_of

TEXT = "😀 Apa kabar?\r\nBaik 😀 saja."


def task(*results: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": 7, "data": {"text": TEXT}, "file_upload": "a1b2-talk.txt",
        "annotations": [{"id": 1, "completed_by": 3, "result": list(results)}], **more,
    }  # fmt: skip


def span(start: object, end: object, words: str | None = None, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": ["Sapaan"]} | ({"text": words} if words else {})
    return {"type": "labels", "from_name": "l", "to_name": "t", "value": value, **more}


def written(folder: Path, *tasks: object) -> Path:
    path = folder / "project-1.json"
    path.write_text(json.dumps(tasks), "utf-8")
    return path


def test_positions_are_code_points_unless_the_words_say_otherwise(tmp_path: Path) -> None:
    points, told = back("label-studio", written(tmp_path, task(span(14, 18, "Baik"))))
    assert told.problems == []
    units, told = back("label-studio", written(tmp_path, task(span(15, 19, "Baik"))))
    assert [one.code for one in told.problems] == ["positions"]
    assert spans_of(points) == spans_of(units)
    assert spans_of(points)[0][:6] == (
        "a1b2-talk.txt", 13, 17, "Baik", "Sapaan", "annotator 3",
    )  # fmt: skip


def test_a_person_may_say_how_positions_count(tmp_path: Path) -> None:
    path = written(tmp_path, task(span(15, 19)))
    assert spans_of(back("label-studio", path, positions="utf16")[0])[0][3] == "Baik"
    assert spans_of(back("label-studio", path)[0])[0][3] == "aik "


def test_a_broken_part_costs_that_part_alone(tmp_path: Path) -> None:
    wrong = [span(5, 5), span(9, 2), span(0, 999), span(None, "x"), span(-3, 2), {"type": "video"}]
    skipped = {"was_cancelled": True, "result": [span(0, 3)]}
    path = written(
        tmp_path,
        task(span(2, 5, "Apa"), *wrong, annotations_=1, predictions=[{"result": []}]),
        {"id": 8, "data": {"text": "https://x/y.txt"}, "annotations": []},
        {**task(), "annotations": [skipped]},
        "rubbish",
    )
    study, told = back("label-studio", path)
    assert [one[3] for one in spans_of(study)] == ["Apa"]
    codes = sorted(one.code for one in told.problems)
    assert codes == [
        "no-text", "predictions", "renamed", "result-left-out", "skipped", *["span-left-out"] * 5,
    ]  # fmt: skip


def test_relations_choices_and_people(tmp_path: Path) -> None:
    one = {"id": 2, "completed_by": {"email": "s@x.id", "first_name": "Sari"}}
    results = [
        span(2, 5, id="a"), span(6, 11, id="b"),
        {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["leads to"]},
        {"type": "relation", "from_id": "a", "to_id": "none"},
        {"type": "choices", "value": {"choices": ["Ramah"]}},
        {"type": "taxonomy", "value": {"taxonomy": [["Nada", "Hangat"]]}},
    ]  # fmt: skip
    study, told = back(
        "label-studio", written(tmp_path, task(annotations=[{**one, "result": results}]))
    )
    found = {row[4]: (row[3], row[5]) for row in spans_of(study)}
    whole = TEXT.replace("\r\n", "\n")
    assert found["Ramah"] == found["Nada/Hangat"] == (whole, "Sari")
    assert "leads to" in str(spans_of(study))
    assert [one.code for one in told.problems] == ["tie-left-out"]


def test_the_short_form(tmp_path: Path) -> None:
    rows = [
        {
            "id": 4, "text": "Apa kabar", "annotator": who, "annotation_id": who,
            "label": [{"start": 0, "end": 3, "text": "Apa", "labels": ["Tanya", "Buka"]}],
        }
        for who in (1, 2)
    ]  # fmt: skip
    study, _ = back("label-studio", written(tmp_path, *rows))
    assert len(list(study.each(Coding))) == 4
    assert sorted(one.name for one in study.each(User)) == ["annotator 1", "annotator 2"]


@pytest.mark.parametrize(
    "body", ['[{"annotations": 1, "data"', '["annotations", "data"]', "[" * 9999]
)
def test_what_is_broken_is_refused(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(body if body[1] != "[" else '[["annotations","data"],' + body, "utf-8")
    with pytest.raises(UnreadableSource):
        back("label-studio", path)
