"""Projects of Taguette come in highlight for highlight and quote for quote."""

from __future__ import annotations

import csv
import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, UnreadableSource
from jejak.formats import PROJECTS
from jejak.formats.projects import ProjectOptions
from jejak.formats.refi_codebook import read_refi_codebook
from jejak.model import Code, Coding, Link, Memo, Segment, Set, Source, StudyInfo, User
from jejak.store.foreign import ForeignFile
from support.parcels import arrived
from support.taguette import Tagged, bytes_of, taguette_file

ITSELF = Path(__file__).parents[1] / "support" / "taguette_itself.py"
CODED = [
    ("Ibu Sari", "hari.\nB: Ya?", "Harga⁄naik", "budi"),
    ("Ibu Sari", "hari.\nB: Ya?", "Kerja.subuh", "budi"),
    ("Ibu Sari", "sejak subuh 🌄, setiap", "Kerja.subuh", "ayu"),
    ("Pak Budi", "naik lagi é", "Harga⁄naik", "ayu"),
]


@pytest.mark.parametrize("old", [False, True])
def test_a_project_of_any_version_comes_in_whole(tmp_path: Path, old: bool) -> None:
    got = arrived(taguette_file(tmp_path / "2021-06-05_Pasar.sqlite3", old=old))
    assert got.title == "Pasar pagi"
    assert got.coded() == CODED
    assert got.text("Ibu Sari") == (
        "Wawancara\nA: Saya berjualan sejak subuh 🌄, setiap hari.\nB: Ya?"
    )
    assert dict(got.tally.read) == {
        "user": 2, "code": 2, "source": 2, "segment": 3, "coding": 4, "memo": 1,
        **({"set": 1} if old else {}),
    }  # fmt: skip
    assert [memo.body for memo in got.all(Memo)] == ["Di rumahnya."]
    assert [info.description for info in got.all(StudyInfo)] == ["Pedagang di pasar."]
    assert [code.definition for code in got.all(Code)] == ["Bangun pagi", ""]
    assert {user.name for user in got.all(User)} == {"ayu", "budi"}
    assert got.told == ["slash"]
    assert [group.name for group in got.all(Set)] == (["Perempuan"] if old else [])


def test_when_each_was_tagged_is_kept_and_the_page_beside_the_text(tmp_path: Path) -> None:
    got = arrived(taguette_file(tmp_path / "a.sqlite3"))
    assert {str(coding.created)[:16] for coding in got.all(Coding)} == {"2021-06-05 13:00"}
    source = got.all(Source)[0]
    assert source.original_name == "Ibu Sari.html"
    assert b"<b>berjualan</b>" in got.originals[source.original or ""]


def test_reading_it_again_finds_the_same_things(tmp_path: Path) -> None:
    first = arrived(taguette_file(tmp_path / "a.sqlite3"))
    again = arrived(taguette_file(tmp_path / "b.sqlite3"))
    assert [record.guid for record in first.records] == [record.guid for record in again.records]


def test_names_like_paths_become_a_tree_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    made = Tagged(path)
    number = made.project("P", "ayu")
    for name in ("Kerja.subuh.pasar", "kerja", "Harga/naik", "harga. turun", "e.g."):
        made.tag(number, name)
    made.done()
    got = arrived(path, tree="yes")
    assert [got.path(code.guid) for code in got.all(Code)] == [
        "kerja", "kerja/subuh", "kerja/subuh/pasar", "Harga", "Harga/naik", "Harga/turun", "e", "e/g",
    ]  # fmt: skip
    assert [code.name for code in got.all(Code) if not code.codable] == ["subuh", "Harga", "e"]
    only = arrived(path, tree="/")
    assert "Kerja.subuh.pasar" in {code.name for code in only.all(Code)}


def test_of_several_projects_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    made = Tagged(path)
    one = made.project("Satu", "ayu")
    two = made.project("Dua", "budi", created="2022-01-01 00:00:00")
    made.document(one, "Satu", "<p>kata</p>")
    dua = made.document(two, "Dua", "<p>kata</p>")
    made.highlight(dua, (0, 2), [made.tag(two, "T")])
    made.done()
    with pytest.raises(InvalidInput) as error:
        arrived(path)
    assert "1 “Satu”, 2 “Dua”" in str(error.value)
    with pytest.raises(InvalidInput):
        arrived(path, project="Tiga")
    for answer in ("2", "Dua"):
        got = arrived(path, project=answer)
        assert [source.name for source in got.all(Source)] == ["Dua"]
        assert [row[1:3] for row in got.coded()] == [("ka", "T")]


def test_a_tag_that_was_merged_keeps_who_gave_it(tmp_path: Path) -> None:
    made = Tagged(tmp_path / "a.sqlite3")
    number = made.project("P", "ayu", "budi")
    document = made.document(number, "D", "<p>kata</p>")
    tag = made.tag(number, "kept")
    highlight = made.highlight(document, (0, 4), [tag])
    made.command("budi", number, document, type="highlight_add", highlight_id=highlight, tags=[99])
    made.command("ayu", number, type="tag_merge", src_tag_id=99, dest_tag_id=tag)
    assert [row[3] for row in arrived(made.done()).coded()] == ["budi"]


def test_what_is_wrong_is_survived_and_told(tmp_path: Path) -> None:
    made = Tagged(tmp_path / "a.sqlite3")
    number = made.project("P", "ayu")
    document = made.document(number, "D", "<p>satu dua tiga</p><p>empat</p>")
    made.document(number, "d", "")
    tag = made.tag(number, "T")
    made.highlight(document, (5, 8), [tag], snippet="<p>dua</p>")
    made.highlight(document, (5, 8), [tag], snippet="<p>dua</p>")  # twice
    made.highlight(document, (5, 8), [tag], snippet="<p>tiga</p>")  # its words stand elsewhere
    made.highlight(document, (0, 4), [tag], snippet="<p>lain</p>")  # its words stand nowhere
    made.highlight(document, (4, 5), [tag], snippet=" ")  # nothing but a blank
    made.highlight(document, (13, 400), [tag])  # beyond the end
    made.highlight(document, (400, 500), [tag])
    made.highlight(document, (9, 13), [])
    made.highlight(77, (0, 1), [tag])
    made.highlight(document, (9, 13), [55])
    got = arrived(made.done())
    assert sorted({row[1] for row in got.coded()}) == [" ", "dua", "empat", "satu", "tiga"]
    for code in ("same-name", "same-coding", "moved", "quote-differs", "empty-highlight", "no-tag",
                 "lost-document"):  # fmt: skip
        assert code in got.told, code
    assert len(got.all(Segment)) == 5


def test_a_file_without_its_later_tables_is_read(tmp_path: Path) -> None:
    path = taguette_file(tmp_path / "a.sqlite3")
    conn = sqlite3.connect(path)
    conn.executescript(
        "DROP TABLE commands; DROP TABLE highlight_tags; DROP TABLE alembic_version;"
    )
    conn.close()
    read = PROJECTS.get("taguette").read
    assert read is not None
    parcel = read(ForeignFile(path), ProjectOptions({}))
    kinds = [type(record) for batch in parcel.batches for record in batch.records]
    assert kinds.count(Segment) == 3
    assert "missing-table" in [problem.code for problem in parcel.tally.problems]


def test_a_database_without_a_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        arrived(Tagged(tmp_path / "a.sqlite3").done())


def test_a_text_from_right_to_left_and_a_long_one(tmp_path: Path) -> None:
    made = Tagged(tmp_path / "a.sqlite3")
    number = made.project("P", "ayu")
    text = "أبيع الخضار منذ الفجر 😀 " * 200
    document = made.document(number, "R", f"<p>{text}</p>", text_direction="RIGHT_TO_LEFT")
    tag = made.tag(number, "T")
    for at in range(0, 4000, 40):
        span = bytes_of(text, text[at : at + 7])
        start = len(text[:at].encode())
        made.highlight(document, (start, start + span[1] - span[0]), [tag])
    got = arrived(made.done())
    quotes = sorted(got.quote(segment.guid) for segment in got.all(Segment))
    assert quotes == sorted(text[at : at + 7] for at in range(0, 4000, 40))
    assert got.all(Source)[0].metadata["direction"] == "rtl"
    assert not got.told
    assert got.all(Link) == []


@pytest.fixture(scope="module")
def made_by_taguette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the program itself made, where ``JEJAK_TAGUETTE`` names a Python that has it."""
    python = os.environ.get("JEJAK_TAGUETTE")
    if not python:
        pytest.skip("JEJAK_TAGUETTE names no Python with Taguette")
    folder = tmp_path_factory.mktemp("taguette")
    subprocess.run([python, "-P", str(ITSELF), str(folder)], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("file", ["taguette.sqlite3", "export.sqlite3"])
def test_highlight_for_highlight_it_is_what_taguette_itself_exports(
    made_by_taguette: Path, file: str
) -> None:
    got = arrived(made_by_taguette / file)
    with (made_by_taguette / "highlights.csv").open(encoding="utf-8", newline="") as opened:
        theirs = {
            (row["document"], solid(row["content"]), row["tag"]) for row in csv.DictReader(opened)
        }
    ours = {(source, solid(quote), code) for source, quote, code, _ in got.coded()}
    assert ours == theirs
    assert len(theirs) > 250
    assert set(got.told) <= {"same-coding"}
    book = read_refi_codebook((made_by_taguette / "codebook.qdc").read_bytes())
    assert {(one.guid, one.name) for one in book} == {(one.guid, one.name) for one in got.all(Code)}
    people = {coding.user for coding in got.all(Coding)}
    names = {user.name for user in got.all(User) if user.guid in people}
    assert names == ({"admin"} if file == "export.sqlite3" else {"ayu", "budi"})


def solid(text: str) -> str:
    return "".join(text.split())
