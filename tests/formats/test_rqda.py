"""Projects of RQDA come in with what was not deleted there, from the first version on."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import UnreadableSource
from jejak.model import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Coding,
    Link,
    Memo,
    Segment,
    Set,
    Source,
    StudyInfo,
    User,
)
from support.databases import Database
from support.parcels import arrived
from support.rqda import DATE, FIRST, LATEST, TALK, rqda_project


@pytest.mark.parametrize("schema", [FIRST, LATEST])
def test_a_project_of_any_version_comes_in_whole(tmp_path: Path, schema: str) -> None:
    got = arrived(rqda_project(tmp_path / "pasar.rqda", schema).done())
    assert got.title == "pasar"
    assert [info.description for info in got.all(StudyInfo)] == ["Tentang pasar."]
    assert got.coded() == [
        ("talk", "kecuali Jumat", "Libur", "budi"), ("talk", "sejak subuh", "Waktu/Subuh", "ayu"),
    ]  # fmt: skip
    assert [source.name for source in got.all(Source)] == ["talk"]
    assert got.text("talk") == TALK
    assert [code.name for code in got.all(Code)] == ["Waktu", "Subuh", "Kerja", "Libur"]
    assert [(case.name, case.description) for case in got.all(Case)] == [("Ibu Sari", "Pedagang")]
    assert {(group.name, group.of) for group in got.all(Set)} == {
        ("Kerja", "code"), ("Pasar pagi", "source"),
    }  # fmt: skip
    assert sorted(memo.body for memo in got.all(Memo)) == ["Di pasar", "Lihat B"]
    assert {user.name for user in got.all(User)} == {"ayu", "budi"}
    assert {str(coding.created)[:19] for coding in got.all(Coding)} == {"2019-10-08 08:11:36"}
    members = [link for link in got.all(Link) if link.owner_kind == "case"]
    assert [link.target_kind for link in members] == ["source"]
    told = [str(problem.message) for problem in got.tally.problems if problem.code == "deleted"]
    assert "Rows of “coding” that are deleted in RQDA were left out: 2." in told
    assert set(got.told) == {"deleted", "several-categories", "times-without-zone"}


def test_journals_annotations_attributes_and_second_codings_come_in(tmp_path: Path) -> None:
    made = rqda_project(tmp_path / "p.rqda")
    made.put("journal", name="Hari 1", journal="Mulai.", owner="ayu", date=DATE, status=1)
    made.put("annotation", fid=1, position=TALK.index("berjualan"), annotation="Apa?", owner="ayu",
             date=DATE, status=1)  # fmt: skip
    made.put(
        "annotation", fid=1, position=9999, annotation="Akhir", owner="ayu", date=DATE, status=1
    )
    made.put("attributes", name="Umur", status=1, **{"class": "numeric"})
    made.put("attributes", name="Tak terpakai", status=1, **{"class": "character"})
    made.put("caseAttr", variable="Umur", value="52", caseID=1, status=1)
    made.put("fileAttr", variable="Umur", value="3", fileID=1, status=None)
    made.put("fileAttr", variable="Umur", value="3", fileID=2, status=1)
    start = float(TALK.index("subuh"))
    made.put("coding2", cid=1, fid=1, seltext="subuh", selfirst=start, selend=start + 5, status=1,
             owner="ayu", date=DATE)  # fmt: skip
    made.put(
        "caselinkage", caseid=1, fid=1, selfirst=3.0, selend=7.0, status=1, owner="ayu", memo="Dia"
    )
    made.put("image", name="foto", id=1, status=1)
    got = arrived(made.done())
    assert ("talk", "subuh", "Waktu/Subuh", "ayu (coding2)") in got.coded()
    assert {(one.name, one.of, one.type) for one in got.all(Attribute)} == {
        ("Umur", "case", "number"), ("Umur", "source", "number"), ("Tak terpakai", "case", "text"),
    }  # fmt: skip
    assert sorted(one.value for one in got.all(AttributeValue)) == ["3", "52"]
    quotes = {got.quote(segment.guid) for segment in got.all(Segment)}
    assert {"berjualan", "Jumat.", "Saya"} <= quotes
    assert {"Mulai.", "Apa?", "Akhir", "Dia"} <= {memo.body for memo in got.all(Memo)}
    for code in ("second-coding", "annotation-at-word", "lost-attribute", "left-out"):
        assert code in got.told, code


def test_what_is_wrong_is_survived_and_told(tmp_path: Path) -> None:
    made = rqda_project(tmp_path / "p.rqda")
    made.put("source", name="Talk", id=3, file="", owner="ayu", status=1)
    made.put("freecode", name="", id=4, status=1, color="antiquewhite1")
    made.put("coding", cid=1, fid=77, seltext="x", selfirst=0, selend=1, status=1)
    made.put("coding", cid=77, fid=1, seltext="x", selfirst=0, selend=1, status=1)
    made.put("coding", cid=1, fid=1, seltext="subuh", selfirst=0, selend=5, status=1, owner="ayu")
    made.put("coding", cid=1, fid=1, seltext="", selfirst="x", selend=None, status=1)
    made.put("coding", cid=1, fid=1, seltext="sejak subuh", selfirst=float(TALK.index("sejak")),
             selend=float(TALK.index("sejak") + 11), status=1, owner="ayu")  # fmt: skip
    got = arrived(made.done())
    for code in ("same-name", "no-name", "colour", "lost-source", "lost-code", "moved", "empty-passage",
                 "same-coding"):  # fmt: skip
        assert code in got.told, code


def test_a_text_that_is_no_utf8_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    made = rqda_project(tmp_path / "p.rqda")
    text = "Le marché s'ouvre à l'aube. " * 20
    made.conn.execute(
        "INSERT INTO source (name, id, file, status) VALUES ('m', 9, CAST(? AS TEXT), 1)",
        (text.encode("cp1252"),),
    )
    made.put(
        "coding", cid=1, fid=9, seltext="l'aube", selfirst=20, selend=26, status=1, owner="ayu"
    )
    got = arrived(made.done())
    assert got.text("m") == text
    assert "encoding-guessed" in got.told
    assert "l'aube" in {row[1] for row in got.coded()}


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    schema = "CREATE TABLE freecode (a); CREATE TABLE treecode (b)"
    with pytest.raises(UnreadableSource):
        arrived(Database(tmp_path / "p.rqda", schema).done())


def test_reading_it_again_finds_the_same_things(tmp_path: Path) -> None:
    first = arrived(rqda_project(tmp_path / "a.rqda").done())
    again = arrived(rqda_project(tmp_path / "renamed.rqda").done())
    assert [one.guid for one in first.records] == [one.guid for one in again.records]
