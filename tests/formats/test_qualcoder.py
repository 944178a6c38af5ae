"""Projects of QualCoder come in with everything that was made of them, from the first version on."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import UnreadableSource
from jejak.model import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Link,
    Memo,
    Reference,
    Relation,
    Segment,
    Set,
    Source,
    StudyInfo,
    User,
)
from support.parcels import Arrived, arrived
from support.qualcoder import FIRST, LATEST, TALK, coded_project, qualcoder_folder

ALWAYS = ["times-without-zone"]


def owned(got: Arrived, role: str) -> set[tuple[str, str]]:
    return {(link.owner_kind, link.target_kind) for link in got.all(Link) if link.role == role}


@pytest.mark.parametrize("schema", [FIRST, LATEST])
def test_a_project_of_any_version_comes_in_whole(tmp_path: Path, schema: str) -> None:
    coded_project(tmp_path / "pasar.qda", schema).done()
    got = arrived(tmp_path / "pasar.qda")
    assert got.title == "pasar"
    assert [info.description for info in got.all(StudyInfo)] == ["Tentang pasar."]
    assert got.coded() == [
        ("talk.txt", "kecuali Jumat", "Libur", "budi"),
        ("talk.txt", "sejak subuh", "Kerja/Waktu/Subuh", "ayu"),
    ]
    subuh = next(code for code in got.all(Code) if code.name == "Subuh")
    assert (subuh.colour, subuh.definition, subuh.codable) == ("#ff8800", "Pagi sekali", True)
    assert [code.name for code in got.all(Code) if not code.codable] == ["Kerja", "Waktu"]
    source = got.all(Source)[0]
    assert got.texts[source.text] == TALK
    assert got.originals[source.original or ""].decode() == TALK
    assert [(case.name, case.description) for case in got.all(Case)] == [("Ibu Sari", "Pedagang")]
    assert owned(got, "member") == {("case", "source")}
    assert {(one.name, one.of, one.type) for one in got.all(Attribute)} == {
        ("Umur", "case", "number"), ("Tempat", "source", "text"),
    }  # fmt: skip
    assert sorted(value.value for value in got.all(AttributeValue)) == ["52", "pasar"]
    assert sorted((memo.title, memo.kind) for memo in got.all(Memo)) == [
        ("Hari 1", "jotting"), ("Lihat juga B", "theoretical"), ("Siapa?", "theoretical"),
        ("talk.txt", "theoretical"),
    ]  # fmt: skip
    assert owned(got, "memo") == {("memo", "coding"), ("memo", "segment"), ("memo", "source")}
    assert {user.name for user in got.all(User)} == {"ayu", "budi"}
    assert got.told == ALWAYS
    assert got.tally.origin == "QualCoder 3.8 v17"


def test_the_database_alone_is_a_project_too(tmp_path: Path) -> None:
    coded_project(tmp_path / "pasar.qda").done()
    whole, alone = arrived(tmp_path / "pasar.qda"), arrived(tmp_path / "pasar.qda" / "data.qda")
    assert [one.guid for one in whole.records] == [one.guid for one in alone.records]


def test_codes_stand_below_codes_and_important_passages_are_a_set(tmp_path: Path) -> None:
    made = coded_project(tmp_path / "p.qda")
    made.put("code_name", cid=3, name="Fajar", catid=2, supercid=1, owner="ayu", color="#010203")
    made.put("code_text", cid=3, fid=1, seltext="Saya", pos0=3, pos1=7, owner="ayu", important=1)
    made.done()
    got = arrived(tmp_path / "p.qda")
    assert ("talk.txt", "Saya", "Kerja/Waktu/Subuh/Fajar", "ayu") in got.coded()
    assert [(group.name, group.of) for group in got.all(Set)] == [("Important", "segment")]


def test_pictures_pages_sound_and_film_come_with_their_selections(tmp_path: Path) -> None:
    folder = tmp_path / "p.qda"
    made = coded_project(folder)
    for number, (name, inside, path) in enumerate(
        [("foto.png", "images", "/images/foto.png"), ("suara.mp3", "audio", "/audio/suara.mp3"),
         ("film.mp4", "video", "video:C:\\films\\film.mp4"), ("teks.pdf", "documents", "/docs/teks.pdf")],
        2,
    ):  # fmt: skip
        (folder / inside / name).write_bytes(name.encode())
        made.put("source", id=number, name=name, mediapath=path, owner="ayu",
                 fulltext="Halaman satu" if name.endswith("pdf") else None,
                 av_text_id=1 if name.endswith("mp3") else None)  # fmt: skip
    made.put(
        "code_image",
        imid=1,
        id=2,
        x1=10,
        y1=20,
        width=30,
        height=40,
        cid=1,
        owner="ayu",
        memo="wajah",
    )
    made.put(
        "code_image",
        imid=2,
        id=5,
        x1=10,
        y1=20,
        width=30,
        height=40,
        cid=1,
        owner="ayu",
        pdf_page=1,
    )
    made.put("code_image", imid=3, id=2, x1=10, y1=20, width=0, height=40, cid=1, owner="ayu")
    made.put("code_av", avid=7, id=3, pos0=1500, pos1=4000, cid=1, owner="ayu", important=1)
    made.put("code_av", avid=8, id=3, pos0=1500, pos1=1500, cid=1, owner="ayu")
    made.put("code_text", cid=2, fid=1, seltext="Setiap", pos0=TALK.index("Setiap"),
             pos1=TALK.index("Setiap") + 6, owner="ayu", avid=7)  # fmt: skip
    made.put("case_text", caseid=1, fid=2, pos0=0, pos1=0, owner="ayu")
    made.done()
    got = arrived(folder)
    media = {source.name: source.medium for source in got.all(Source)}
    assert media == {"talk.txt": "text", "foto.png": "image", "suara.mp3": "audio",
                     "film.mp4": "video", "teks.pdf": "pdf"}  # fmt: skip
    assert len(got.originals) == 5
    anchors = {segment.anchor: segment for segment in got.all(Segment)}
    assert anchors["picture"].region == {"rectangle": [10, 20, 40, 60]}
    assert anchors["page"].region == {"page": 2, "rectangles": [[10, 20, 40, 60]]}
    assert (anchors["time"].start, anchors["time"].end) == (1500, 4000)
    assert {relation.type for relation in got.all(Relation)} == {
        "is the transcript of", "is spoken in",
    }  # fmt: skip
    assert got.told.count("empty-area") == got.told.count("empty-stretch") == 1
    assert "wajah" in {memo.body for memo in got.all(Memo)}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (TALK, TALK.encode("utf-16-le")),
        ("\ufeff" + TALK, ("\ufeff" + TALK)),
        (TALK.replace("\n", "\r\n"), TALK.replace("\n", "\r\n")),
        (TALK.replace("\n", "\r\n"), TALK),
        ("\ufeff" + TALK.replace("\n", "\r\n"), TALK.encode("utf-16-le")),
    ],
)
def test_however_positions_are_counted_the_words_decide(
    tmp_path: Path, text: str, counted: str | bytes
) -> None:
    made = qualcoder_folder(tmp_path / "p.qda")
    made.put("code_name", cid=1, name="T", color="#000000")
    made.put("source", id=1, name="a", fulltext=text)
    wanted = ["Saya 😀 ber", "subuh.\nB", "Jumat."]
    for number, quote in enumerate(wanted):
        if isinstance(counted, bytes):
            sought = quote.encode("utf-16-le")
            start, length = counted.index(sought) // 2, len(sought) // 2
        else:
            sought_text = quote if quote in counted else quote.replace("\n", "\r\n")
            start, length = counted.index(sought_text), len(sought_text)
        made.put("code_text", ctid=number, cid=1, fid=1, seltext=quote.replace("\n", "\u2029"),
                 pos0=start, pos1=start + length, owner="ayu")  # fmt: skip
    # Of a case and an annotation no words are kept: they are counted as the codings are.
    last = TALK.encode("utf-16-le").index("Jumat".encode("utf-16-le")) // 2
    if isinstance(counted, bytes):
        made.put("cases", caseid=1, name="C")
        made.put("case_text", caseid=1, fid=1, pos0=last, pos1=last + 5)
    made.done()
    got = arrived(tmp_path / "p.qda")
    quotes = {got.quote(segment.guid) for segment in got.all(Segment)}
    assert quotes - {"Jumat"} == set(wanted)
    assert ("Jumat" in quotes) == isinstance(counted, bytes)
    assert not {"moved", "differs", "cut"} & set(got.told)


def test_a_passage_that_drifted_is_set_back_where_that_is_clear(tmp_path: Path) -> None:
    text = "satu dua tiga dua empat " + "x " * 200 + "lima dua enam"
    made = qualcoder_folder(tmp_path / "p.qda")
    made.put("code_name", cid=1, name="T")
    made.put("source", id=1, name="a", fulltext=text)
    for number, (quote, at) in enumerate(
        [("tiga", 12), ("dua", 6), ("lima", 0), ("nirwana", 0), ("", 18), ("enam", len(text) + 40)]
    ):
        made.put("code_text", ctid=number, cid=1, fid=1, seltext=quote, pos0=at,
                 pos1=at + (len(quote) or 900), owner="ayu")  # fmt: skip
    made.put("code_text", cid=1, fid=1, seltext=None, pos0=9000, pos1=9010, owner="ayu")
    made.put("code_text", cid=1, fid=1, seltext="dua", pos0=8, pos1=5, owner="ayu")
    made.done()
    got = arrived(tmp_path / "p.qda")
    found = {(segment.start, got.quote(segment.guid)) for segment in got.all(Segment)}
    assert {(9, "tiga"), (5, "dua"), (424, "lima"), (0, "satu du"), (433, "enam")} <= found
    assert got.told.count("moved") == 4
    assert (
        got.told.count("differs") == got.told.count("cut") == got.told.count("empty-passage") == 1
    )


def test_what_is_wrong_is_survived_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "p.qda"
    made = coded_project(folder)
    made.put("code_cat", catid=8, name="Lingkar", supercatid=9)
    made.put("code_cat", catid=9, name="Bulat", supercatid=8)
    made.put("code_name", cid=8, name="Kerja", catid=None)
    made.put("code_name", cid=9, name=None, catid=77)
    made.put("code_text", cid=55, fid=1, seltext="Saya", pos0=3, pos1=7, owner="ayu")
    made.put("code_text", cid=1, fid=55, seltext="Saya", pos0=3, pos1=7, owner="ayu")
    made.put("source", id=3, name="../../rahasia.png", mediapath="images:/etc/passwd")
    made.put("source", id=4, name="TALK.TXT", fulltext="", date="kemarin")
    made.put("case_text", caseid=9, fid=1, pos0=0, pos1=4)
    made.put("attribute", name="Umur", attr_type="case", value="tua", id=1)
    made.put("attribute", name="Umur", attr_type="case", value="9", id=99)
    made.put("stored_sql", title="a", ssql="select 1")
    made.put("graph", grid=1, name="Peta")
    made.conn.execute("DROP TABLE journal")
    made.done()
    got = arrived(folder)
    for code in ("circle", "same-name", "no-name", "lost-parent", "lost-code", "lost-source",
                 "missing-file", "bad-time", "lost-case", "two-values", "lost-attribute", "left-out"):  # fmt: skip
        assert code in got.told, code
    assert got.told.count("left-out") == 2
    assert len(got.coded()) == 2
    assert {value.value for value in got.all(AttributeValue)} == {"52", "pasar"}
    assert len(got.originals) == 1


def test_a_value_that_is_no_number_makes_the_variable_text(tmp_path: Path) -> None:
    made = coded_project(tmp_path / "p.qda")
    made.put("cases", caseid=2, name="Pak Budi")
    made.put("attribute", name="Umur", attr_type="case", value="kira-kira 40", id=2)
    made.done()
    got = arrived(tmp_path / "p.qda")
    assert {(one.name, one.type) for one in got.all(Attribute)} == {
        ("Umur", "text"),
        ("Tempat", "text"),
    }
    assert "not-a-number" in got.told


def test_works_of_the_literature_come_with_their_sources(tmp_path: Path) -> None:
    made = coded_project(tmp_path / "p.qda")
    for tag, value in (("TI", "Pasar"), ("TY", "BOOK"), ("AU", "Sari, Dewi"), ("PY", "2019")):
        made.put("ris", risid=4, tag=tag, longtag="", value=value)
    made.conn.execute("UPDATE source SET risid = 4")
    made.done()
    got = arrived(tmp_path / "p.qda")
    assert [work.csl["title"] for work in got.all(Reference)] == ["Pasar"]
    assert owned(got, "reference") == {("source", "reference")}


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    qualcoder_folder(
        tmp_path / "p.qda", "CREATE TABLE project (databaseversion, date, memo, about);"
    ).done()
    with pytest.raises(UnreadableSource):
        arrived(tmp_path / "p.qda")


def test_what_was_made_apart_in_two_copies_is_not_taken_for_the_same(tmp_path: Path) -> None:
    for copy, name, date in (
        ("a", "Takut", "2024-02-01 09:00:00"),
        ("b", "Senang", "2024-02-01 09:00:07"),
    ):
        made = coded_project(tmp_path / copy / "p.qda")
        made.put("code_name", cid=3, name=name, owner="ayu", date=date)
        made.conn.execute("UPDATE code_name SET name = ? WHERE cid = 1", (f"Subuh {copy}",))
        made.done()
    first, second = (
        {code.guid: code.name for code in arrived(tmp_path / copy / "p.qda").all(Code)}
        for copy in "ab"
    )
    assert {name for guid, name in first.items() if guid not in second} == {"Takut"}
    assert {(first[guid], second[guid]) for guid in first.keys() & second.keys()} >= {
        ("Subuh a", "Subuh b")
    }


def test_of_very_much_that_is_alike_the_rest_is_counted(tmp_path: Path) -> None:
    made = coded_project(tmp_path / "p.qda")
    for number in range(700):
        made.put("code_text", cid=1, fid=99, seltext=str(number), pos0=0, pos1=1, owner="ayu")
    made.done()
    got = arrived(tmp_path / "p.qda")
    assert got.told.count("lost-source") == 500
    told = [str(problem.message) for problem in got.tally.problems if problem.code == "more"]
    assert told == ["Of this sort (“lost-source”) there are 200 more."]
