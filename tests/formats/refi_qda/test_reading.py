"""Projects as other programs write them in the wild: what is wrong in them is survived, and named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

import jejak
from jejak.errors import InvalidInput, UnreadableSource
from jejak.model import AttributeValue, Coding, Memo, Segment, Source
from jejak.model.parcel import ExchangeReport
from jejak.study import Study
from support.refi import CODES, FULL, FULL_FILES, USERS, guid, project, qdpx, source


def brought(
    tmp_path: Path, xml: str, files: Mapping[str, bytes] | None = None, **answers: str
) -> tuple[Study, ExchangeReport]:
    path = qdpx(tmp_path / "p.qdpx", xml, files)
    return jejak.import_study(path, tmp_path / "p.jejak", answers=answers)


def codes(report: ExchangeReport) -> set[str]:
    return {one.code for one in report.problems}


def quotes(study: Study) -> list[str]:
    """The words of every segment, in the order they came."""
    assert study.store.verify() == []
    found = []
    for one in study.store.all(Segment):
        text = study.sources.text(study.sources.get(one.source))
        found.append(text[one.start : one.end] if one.lost is None else f"lost: {one.lost}")
    return found


def test_everything_of_a_project_is_in_the_study(tmp_path: Path) -> None:
    study, report = brought(tmp_path, FULL, FULL_FILES)
    with study:
        assert study.info.title == "Pasar"
        assert study.info.description == "Studi pasar."
        assert [code.name for code in study.codes] == ["Saluran", "Akun⁄baru", "Sama", "Sama (2)"]
        assert "24" in {one.value for one in study.store.all(AttributeValue)}
        assert {one.name: one.medium for one in study.store.all(Source)} == {
            "S-01": "text", "S-02": "text", "S-03": "text", "P": "image", "D": "pdf", "R": "audio",
            "R (teks)": "text", "V": "video",
        }  # fmt: skip
        words = quotes(study)
        assert {"akun 😀 baru", " tan", "papan", "Surat", "apa kabar"} <= set(words)
        assert {one.body for one in study.store.all(Memo)} == {
            "Aneh & baru.",
            "Panjang sekali.",
            "Lucu",
        }
        assert report.read["coding"] == report.written["coding"] == study.store.count(Coding)
        assert {"missing-file", "refers-to-nothing", "same-name", "described-set"} <= codes(report)
        study.undo()
        assert not list(study.sources)


TEXT = "akun 😀 baru\r\nlagi, 😀 lagi\r\nharga pulsa"
BODY = TEXT.replace("\r\n", "\n")


def _positions(counted: str, *words: str) -> list[tuple[int, int, str]]:
    """Where words stand, as they are counted in a text of that form."""
    return [
        (len(counted[: counted.index(one)]), len(counted[: counted.index(one)]) + len(one), one)
        for one in words
    ]


def _utf16(text: str) -> str:
    """A text of as many signs as the other has UTF-16 units."""
    return "".join(sign if sign <= "\uffff" else sign + "\0" for sign in text)


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (TEXT, False),
        (BODY, True),
        (_utf16(TEXT), True),
        (_utf16(BODY), True),
    ],
)
def test_what_positions_count_shows_in_what_is_selected(
    tmp_path: Path, counted: str, told: bool
) -> None:
    wanted = ("akun", "baru", "lagi,", "harga", "pulsa")
    told_words = [one if "\0" not in one else one.replace("\0", "") for one in wanted]
    xml = project(
        USERS + CODES + source("", *_positions(counted, *wanted), path="internal://a.txt")
    )
    study, report = brought(tmp_path, xml, {"sources/A.TXT": TEXT.encode()})
    with study:
        assert quotes(study) == told_words
        assert ("positions" in codes(report)) == told


def test_a_mark_at_the_beginning_counts_or_not(tmp_path: Path) -> None:
    for number, shift in enumerate((0, 1)):
        folder = tmp_path / str(number)
        folder.mkdir()
        spans = [
            (start + shift, end + shift, name)
            for start, end, name in _positions("abc akun baru", "akun", "baru")
        ]
        xml = project(USERS + CODES + source("", *spans, path="internal://a.txt"))
        study, _ = brought(folder, xml, {"a.txt": "\ufeffabc akun baru".encode()})
        with study:
            assert quotes(study) == ["akun", "baru"]
            assert study.sources.text(study.sources.get("S-01")) == "abc akun baru"


def test_ends_may_be_the_last_sign_itself(tmp_path: Path) -> None:
    xml = project(USERS + CODES + source("akun baru", (0, 3, "akun"), (5, 8, "baru")))
    study, report = brought(tmp_path, xml)
    with study:
        assert quotes(study) == ["akun", "baru"]
        assert "positions" in codes(report)


def test_who_imports_may_say_what_is_counted(tmp_path: Path) -> None:
    xml = project(USERS + CODES + source("a😀 akun baru", (4, 8, "1"), (9, 13, "2")))
    study, _ = brought(tmp_path, xml, units="utf16")
    with study:
        assert quotes(study) == ["akun", "baru"]
    with pytest.raises(InvalidInput):
        jejak.import_study(tmp_path / "p.qdpx", tmp_path / "q.jejak", answers={"units": "bytes"})
    assert not (tmp_path / "q.jejak").exists()


def test_selections_that_are_none_are_mended_or_kept_as_lost(tmp_path: Path) -> None:
    xml = project(
        USERS
        + CODES
        + source("akun baru", (4, 0, "akun"), (5, 99, "baru"), (3, 3, "hilang"), (50, 60, "jauh"))
    )
    study, report = brought(tmp_path, xml)
    with study:
        assert quotes(study) == ["akun", "baru", "lost: hilang", "lost: jauh"]
        assert study.store.count(Coding) == 4
        assert {"reversed", "beyond-text", "nothing-selected"} <= codes(report)


def test_who_is_not_named_and_what_is_not_defined_is_made(tmp_path: Path) -> None:
    xml = project(
        f'<Sources><TextSource guid="{guid(40)}"><PlainTextContent>akun</PlainTextContent>'
        f'<PlainTextSelection guid="{guid(41)}" startPosition="0" endPosition="4">'
        f'<Coding guid="{guid(42)}" creatingUser="{guid(7)}"><CodeRef targetGUID="{guid(8)}"/></Coding>'
        f'<Coding guid="{guid(42)}"><CodeRef targetGUID="{guid(8)}"/></Coding>'
        "</PlainTextSelection></TextSource></Sources>"
    )
    study, report = brought(tmp_path, xml)
    with study:
        assert study.store.count(Coding) == 2
        assert {
            "unknown-user",
            "no-user",
            "no-such-code",
            "duplicate-guid",
            "no-name",
            "undated",
        } <= codes(report)


def test_an_archive_without_a_word_coded_says_so(tmp_path: Path) -> None:
    study, report = brought(
        tmp_path,
        project(USERS + CODES + source("", path="internal://a.txt")),
        {"Sources/a.txt": b"\n"},
    )
    study.close()
    assert {"nothing-coded", "empty-sources"} <= codes(report)


def test_a_text_that_has_only_its_document_is_read_out_of_it(tmp_path: Path) -> None:
    xml = project(
        f'<Sources><TextSource guid="{guid(40)}" name="A" richTextPath="internal://a.html"/></Sources>'
    )
    study, report = brought(tmp_path, xml, {"Sources/a.html": b"<p>Satu</p><p>Dua</p>"})
    with study:
        assert study.sources.text(study.sources.get("A")).split() == ["Satu", "Dua"]
        assert "rich-text-only" in codes(report)


def _zip(entries: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return whole.getvalue()


def _marked(**looks: object) -> bytes:
    """A project beside one file that is marked so in the table of contents."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("project.qde", project(""))
        info = zipfile.ZipInfo("Sources/a.txt")
        archive.writestr(info, b"/etc/passwd")
        for name, value in looks.items():
            setattr(info, name, value)
    return whole.getvalue()


ELSEWHERE = '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"no archive", "corrupt"),
        (_zip({"notes.txt": b"x"}), "no-project"),
        (_zip({"project.qde": b"<Project"}), "corrupt"),
        (_zip({"project.qde": b"<CodeBook/>"}), "no-project"),
        (_zip({"project.qde": project("").encode()})[:60], "corrupt"),
        (_zip({"project.qde": project("").encode(), "../../evil.txt": b"x"}), "hostile-archive"),
        (_zip({"project.qde": project("").encode(), "C:\\evil.txt": b"x"}), "hostile-archive"),
        (
            _zip({"project.qde": project("").encode(), "Sources/b.txt": bytes(120_000_000)}),
            "archive-bomb",
        ),
        (
            _zip({"project.qde": project("").replace("<Project", LAUGHS + "<Project").encode()}),
            "hostile-xml",
        ),
        (
            _zip({"project.qde": project("").replace("<Project", ELSEWHERE + "<Project").encode()}),
            "hostile-xml",
        ),
        (_zip({"project.qde": project("").encode(), "/etc/evil.txt": b"x"}), "hostile-archive"),
        (_marked(external_attr=0o120777 << 16), "hostile-archive"),
        (_marked(flag_bits=1), "encrypted"),
        (
            _zip({"project.qde": project("").encode(), "a.txt?.exe": b"x"}).replace(b"?", b"\0"),
            "hostile-archive",
        ),
    ],
    ids=[
        "noise", "no-project", "cut-off", "codebook", "half", "climbs", "drive", "bomb", "laughs",
        "elsewhere", "absolute", "link", "locked", "hidden",
    ],
)  # fmt: skip
def test_what_is_hostile_or_broken_is_refused_before_anything_is_made(
    tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "p.qdpx").write_bytes(content)
    with pytest.raises(UnreadableSource) as refused:
        jejak.import_study(tmp_path / "p.qdpx", tmp_path / "p.jejak")
    assert refused.value.code == code
    assert not (tmp_path / "p.jejak").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_files_of_one_name_the_last_is_taken_and_it_says_so(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "p.qdpx", project("", name="Lama"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("Sources/same.txt", "x")
        archive.writestr("Sources/same.txt", "x")
        archive.writestr("project.qde", project("", name="Baru"))
    study, report = jejak.import_study(path, tmp_path / "p.jejak")
    with study:
        assert study.info.title == "Baru"
    assert [one.where for one in report.problems if one.code == "doubled-file"] == ["project.qde"]


def test_a_project_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    cut = project(USERS + CODES + source("akun", (0, 4, "akun")))[:-40]
    with pytest.raises(UnreadableSource):
        brought(tmp_path, cut)
    assert not (tmp_path / "p.jejak").exists()


def test_a_file_that_is_broken_costs_itself_alone(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "p.qdpx", FULL, FULL_FILES)
    whole = path.read_bytes()
    place = whole.index(b"Sources/p.png") + len("Sources/p.png")
    path.write_bytes(whole[:place] + b"\xff\xff" + whole[place + 2 :])
    study, report = jejak.import_study(path, tmp_path / "p.jejak")
    with study:
        assert "broken-file" in codes(report)
        assert len(list(study.sources)) == 8
        assert study.store.verify() == []


def test_who_stops_an_import_keeps_nothing_of_it(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "p.qdpx", FULL, FULL_FILES)
    with pytest.raises(InvalidInput):
        jejak.import_study(path, tmp_path / "p.jejak", stop=lambda: True)
    assert not (tmp_path / "p.jejak").exists()


def test_the_first_page_is_0_there_and_1_here_and_0_again(tmp_path: Path) -> None:
    """Programs that draw what was exported take the page as an index."""
    place = 'page="0" firstX="10" firstY="700" secondX="90" secondY="680"'
    pages = (
        f'<Sources><PDFSource guid="{guid(70)}" name="D" path="internal://d.pdf">'
        f'<PDFSelection guid="{guid(71)}" {place}/></PDFSource></Sources>'
    )
    file = qdpx(tmp_path / "d.qdpx", project(f"{USERS}{CODES}{pages}"))
    study, _ = jejak.import_study(file, tmp_path / "d.jejak")
    with study:
        (segment,) = (one for one in study.store.all(Segment) if one.anchor == "page")
        assert segment.region["page"] == 1
        study.exchange.write(tmp_path / "out.qdpx")
    with zipfile.ZipFile(tmp_path / "out.qdpx") as archive:
        assert b'page="0"' in archive.read("project.qde")
