"""Memos as a list, in the margin, and what refers to what."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model import Coding, Memo, Segment
from jejak.model.memo_text import mention
from jejak.services.memo_rows import MemoFilter
from jejak.study import Study
from support.studies import everything, small_study


def titles(study: Study, sort: str = "created", **wanted: object) -> list[str]:
    page = study.memos.page(MemoFilter(**wanted), sort=sort)
    assert page.total == len(page.rows)
    return [row.memo.title for row in page.rows]


def test_filters_and_orders(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source, code = study.sources.get("S-01"), study.codes["Murah"]
        coding = study.store.all(Coding, code=code.guid)[0]
        one = study.memos.add("B-10", "Harga *murah*", "method", [("source", source.guid)])
        study.memos.add("B-2", f"Lihat {mention('Murah', 'code', code.guid)}", "jotting")
        three = study.memos.add("A", "Lain", about=[("coding", coding.guid)])
        assert titles(study) == ["B-10", "B-2", "A"]
        assert titles(study, "title") == ["A", "B-2", "B-10"]
        assert titles(study, "-kind") == ["A", "B-10", "B-2"]
        study.memos.update(one, body="Harga murah sekali")
        assert titles(study, "-changed") == ["B-10", "A", "B-2"]
        assert titles(study, "author") == ["B-10", "B-2", "A"]
        assert titles(study, text="MURAH harga") == ["B-10"]
        assert titles(study, about=source.guid) == ["B-10"]
        assert titles(study, about=source.guid, deep=True) == ["B-10", "A"]
        assert titles(study, about=code.guid, deep=True) == ["A"]
        assert titles(study, about_kind="nothing") == ["B-2"]
        assert titles(study, about_kind="coding") == ["A"]
        assert titles(study, mentions=code.guid) == ["B-2"]
        assert titles(study, kind="jotting") == ["B-2"]
        assert titles(study, author=study.info.guid) == []
        later = three.created + timedelta(milliseconds=1)
        assert titles(study, since=later) == []
        assert titles(study, until=later, since=one.created) == ["B-10", "B-2", "A"]
        page = study.memos.page(sort="created", offset=1, limit=1)
        assert (page.total, [row.memo.title for row in page.rows]) == (3, ["B-2"])
        assert page.kinds == {"method": 1, "jotting": 1, "theoretical": 1}
        with pytest.raises(InvalidInput, match="not sorted"):
            study.memos.page(sort="mood")


def test_a_memo_is_told_whole(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        start, end = study.coding.locate(source, "namanya palsu")
        coding = study.store.all(Coding, code=study.codes["Anonim"].guid)[0]
        finding = study.findings.add("Orang bersembunyi.")
        memo = study.memos.add(
            "M",
            "- [ ] Tanya G",
            about=[
                ("source", source.guid, start, end),
                ("coding", coding.guid),
                ("finding", finding.guid),
                ("code", study.codes["Anonim"].guid),
            ],
        )
        (row,) = study.memos.told([memo])
        assert row.author == "Rina"
        told = [(one.kind, one.label, one.where, one.start, one.end) for one in row.about]
        assert told == [
            ("segment", "namanya palsu", "S-01", start, end),
            ("coding", "Anonim: namanya palsu", "S-01", start, end),
            ("finding", "F1", "Orang bersembunyi.", None, None),
            ("code", "Anonim", "Triple-A/Anonim", None, None),
        ]
        assert [task.text for task in row.tasks] == ["Tanya G"]
        assert row.changed >= memo.created


def test_a_passage_lives_as_long_as_its_memo(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        start, end = study.coding.locate(source, "Tidak takut ketahuan?")
        before = everything(study.store)
        memo = study.memos.add("M", "x", about=[("source", source.guid, start, end)])
        assert study.store.first(Segment, start=start, end=end) is not None
        (place,) = study.memos.margin(source.guid)
        assert (place.memo.guid, place.start, place.end, place.about[0]) == (
            memo.guid, start, end, "segment",
        )  # fmt: skip
        study.memos.update(memo, about=[("source", source.guid)])
        assert study.store.first(Segment, start=start, end=end) is None
        study.memos.update(memo, about=[("source", source.guid, start, end)])
        study.memos.remove(memo)
        assert everything(study.store) == before
        study.store.undo(study.user.guid)
        assert [one.start for one in study.memos.margin(source.guid)] == [start]
        with pytest.raises(InvalidInput):
            study.memos.add("M", "x", about=[("source", source.guid, 5, 5)])
        with pytest.raises(NotFound):
            study.memos.margin(study.info.guid)


def test_the_margin_has_comments_on_codings_too(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        study.memos.add("Lepas", "x", about=[("source", source.guid)])
        coding = study.store.all(Coding, code=study.codes["Murah"].guid)[0]
        study.codings[coding.guid].memo("Ragu.")
        (place,) = study.memos.margin(source.guid)
        assert (place.about, place.memo.body) == (("coding", coding.guid), "Ragu.")


def test_what_refers_to_a_thing(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        code, source = study.codes["Murah"], study.sources.get("S-01")
        study.memos.add("Tentang", "x", about=[("code", code.guid)])
        study.memos.add("Sebut", mention("Murah", "code", code.guid))
        finding = study.findings.add("Murah itu penting.", codes=["Murah"])
        start, end = study.coding.locate(source, "namanya palsu")
        study.findings.add_evidence(finding, source=source, start=start, end=end)
        segment = study.store.all(Segment, start=start, end=end)[0]
        told = [
            (one.role, one.thing.kind, one.thing.label) for one in study.memos.backlinks(code.guid)
        ]
        assert told == [
            ("about", "memo", "Tentang"),
            ("mention", "memo", "Sebut"),
            ("concerns", "finding", "F1"),
        ]
        assert [one.role for one in study.memos.backlinks(segment.guid)] == ["evidence"]
        assert study.memos.backlinks(study.info.guid) == []


def test_things_that_are_gone_are_left_out(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        wanted = [("source", source.guid), ("code", source.guid), ("dream", source.guid)]
        assert [(one.kind, one.label) for one in study.memos.things(wanted)] == [("source", "S-01")]


def test_a_task_is_ticked_in_one_step(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        memo = study.memos.add("M", "Awal\n- [ ] Tanya G")
        assert study.memos.tick(memo, 1, "Tanya G", done=True).body == "Awal\n- [x] Tanya G"
        assert study.memos.tasks(done=False) == []
        assert [one.task.line for one in study.memos.tasks()] == [1]
        study.memos.tick(memo, 1, "Tanya G", done=False)
        study.store.undo(study.user.guid)
        assert study.store.get(Memo, memo.guid).body == "Awal\n- [x] Tanya G"


def test_memos_as_files(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        code = study.codes["Murah"]
        study.memos.add(
            "M", f"Lihat {mention('Murah', 'code', code.guid)}.", about=[("code", code.guid)]
        )
        study.memos.add("Lain", "x", "reflexive")
        text = study.memos.file(".md", MemoFilter(kind="theoretical"), language="id").decode()
        assert text.startswith("# M\n\n*Jenis memo: memo teoretis*")
        assert "Lihat Murah." in text
        assert "Lain" not in text
        table = study.memos.file(".csv").decode("utf-8-sig").splitlines()
        assert table[0] == "title,kind,author,created,changed,about,body"
        assert len(table) == 3
        assert study.memos.file(".docx")[:2] == b"PK"
        with pytest.raises(InvalidInput):
            study.memos.file(".pdf")
