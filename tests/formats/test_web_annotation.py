"""Annotations of texts that lie elsewhere go out, and are placed again on the same texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jejak.errors import UnreadableSource
from jejak.formats.table_in import parse_rows
from jejak.model import Coding
from jejak.study import Study, import_study
from support.annotations import spans_of
from support.commands import call
from support.studies import TALK, small_study


class Seen:
    def __init__(self, study: Study) -> None:
        self.each, self.text = study.store.all, study.store.text


@pytest.mark.parametrize("name", ["a.jsonld", "a.hypothesis.json"])
def test_what_goes_out_is_placed_where_it_was(tmp_path: Path, name: str) -> None:
    with small_study(tmp_path) as study:
        for coding in study.store.all(Coding):
            study.memos.add("m", "katanya 😀", about=[("coding", coding.guid)])
        study.exchange.write(tmp_path / name)
        before = [row[1:7] + row[7:8] for row in spans_of(Seen(study))]
        study.coding.remove([one.guid for one in study.store.all(Coding)])
        assert spans_of(Seen(study)) == []
        told = study.batch_coding.apply(parse_rows(name, (tmp_path / name).read_bytes(), "x"))
        assert (told.applied, told.problems, told.moved) == (2, (), ())
        after = [row[1:7] + row[7:8] for row in spans_of(Seen(study))]
        keep = slice(None) if name == "a.jsonld" else slice(0, 5)
        assert [row[keep] for row in after] == [row[keep] for row in before]


@pytest.mark.parametrize("name", ["a.jsonld", "a.hypothesis.json"])
def test_a_new_study_needs_the_texts_and_the_file_says_so(tmp_path: Path, name: str) -> None:
    with small_study(tmp_path) as study:
        study.exchange.write(tmp_path / name)
    with pytest.raises(UnreadableSource) as caught:
        import_study(tmp_path / name, tmp_path / "neu.jejak")
    assert caught.value.code == "texts-elsewhere"
    assert "2 annotations of 1 texts" in str(caught.value)
    assert not (tmp_path / "neu.jejak").exists()


def anno(selector: Any, **more: Any) -> dict[str, Any]:
    target = {"source": "https://arsip.id/kajian/S-01.txt", "selector": selector}
    tag = {"type": "TextualBody", "purpose": "tagging", "value": "Murah"}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": tag,
        "target": target,
        **more,
    }


def applied(folder: Path, *items: object) -> tuple[list[str], Any]:
    with small_study(folder) as study:
        study.coding.remove([one.guid for one in study.store.all(Coding)])
        rows = parse_rows("a.jsonld", json.dumps(items).encode(), "x")
        told = study.batch_coding.apply(rows, partial=True)
        return [row[3] for row in spans_of(Seen(study))], told


def test_every_selector_is_understood_and_words_go_first(tmp_path: Path) -> None:
    at = TALK.index("namanya")
    words, told = applied(
        tmp_path,
        anno({"type": "TextQuoteSelector", "exact": "ketahuan", "prefix": "Tidak takut "}),
        anno({"type": "TextPositionSelector", "start": at, "end": at + 7}),
        anno({"type": "FragmentSelector", "value": "char=0,2"}),
        anno([{"type": "TextPositionSelector", "start": 1, "end": 3}, {"type": "TextQuoteSelector", "exact": "gampang"}]),
        anno({"type": "FragmentSelector", "value": "xywh=1,2,3,4"}),
        anno({"type": "TextQuoteSelector", "exact": "tidak ada di sini"}),
        {**anno({"type": "TextQuoteSelector", "exact": "gampang"}), "body": "hanya komentar"},
    )  # fmt: skip
    assert sorted(words) == ["P:", "gampang", "ketahuan", "namanya"]
    assert told.moved == (4,)
    assert [(one.row, one.code) for one in told.problems] == [
        (5, "missing-field"), (6, "quote-not-found"), (7, "missing-field"),
    ]  # fmt: skip


def test_the_command_says_what_was_moved(tmp_path: Path) -> None:
    items = [
        anno(
            [
                {"type": "TextPositionSelector", "start": 1, "end": 3},
                {"type": "TextQuoteSelector", "exact": "gampang"},
            ]
        )
    ]
    (tmp_path / "a.jsonld").write_text(json.dumps(items), "utf-8")
    with small_study(tmp_path) as study:
        path = study.store.path
    told = call("code", path, tmp_path / "a.jsonld")
    assert told.code == 0
    assert "1 rows were placed by their words" in told.err


@pytest.mark.parametrize(
    "body", ["[]", "{}", '[{"target": 3}]', '{"items": {"items": {"items": 7}}}']
)
def test_what_holds_nothing_is_refused(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text(f'{{"@context": "http://www.w3.org/ns/anno.jsonld", "items": {body}}}', "utf-8")
    with pytest.raises(UnreadableSource):
        import_study(path, tmp_path / "neu.jejak")
