from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.errors import InvalidInput, NotFound, UnreadableSource
from jejak.formats import FORMATS, ReadOptions
from jejak.formats.reading import read_bytes, read_file
from jejak.formats.worker import Worker
from support.examples import examples

TALK = "P: Apa kabar?\nG: Baik 😀\nbaris kedua\nP: Syukurlah\nG: Ya\n"
ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
 <text:tracked-changes><text:p>hapus</text:p></text:tracked-changes>
 <text:h text:outline-level="2">Judul</text:h><text:p>Satu<text:tab/>dua<text:s text:c="2"/>x</text:p>
 </office:text></office:body></office:document-content>"""


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), body)
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Bab", 1)
    document.add_paragraph("Isi 😀")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "a", "b"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet() -> bytes:
    book = openpyxl.Workbook()
    assert book.active
    book.active.append(["Responden", "Umur"])
    book.active.append(["R-1", 31.5])
    book.create_sheet("lain").append(["x"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_talk_keeps_its_text_and_gets_its_turns() -> None:
    reading = read_bytes(TALK.encode(), "talk.txt")
    assert reading.text == TALK
    assert reading.speakers == ("P", "G")
    assert [reading.text[b.start : b.end] for b in reading.blocks][1] == "G: Baik 😀\nbaris kedua"
    assert reading.kind == "interview"


def test_times_and_chats_are_recognised() -> None:
    timed = read_bytes(b"[00:01:05] P: a\n[00:01:09] G: b\n[00:02:00] P: c\n", "t.txt")
    assert [b.begin for b in timed.blocks] == [65_000, 69_000, 120_000]
    chat = read_bytes(
        b"12/05/20 14.33 - Rina: halo\n12/05/20 14.34 - G: ya\n12/05/20 14.35 - Rina: ok\n", "c.txt"
    )
    assert chat.blocks[0].kind == "message"
    assert chat.blocks[0].time
    assert (chat.blocks[0].time.day, chat.blocks[0].time.minute) == (12, 33)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings_are_found(encoding: str) -> None:
    text = "Kafé naïve, déjà vu. " * 20
    reading = read_bytes(text.encode(encoding), "a.txt")
    assert reading.text == text


def test_word_headings_tables_and_insertions() -> None:
    reading = read_bytes(word(), "a.docx")
    assert reading.text.strip() == "Bab\nIsi 😀\na\tb"
    assert reading.blocks[0].level == 1


def test_open_document_rtf_and_web_pages() -> None:
    odt = read_bytes(zipped(mimetype="x", content_xml=ODT), "a.odt")
    assert odt.text == "Judul\nSatu\tdua  x"
    assert read_bytes(rb"{\rtf1\ansi Halo \'e9 dunia\par Dua}", "a.rtf").text.startswith("Halo é")
    page = read_bytes(
        b"<!doctype html><title>T</title><h2>Satu</h2><p>dua <b>tiga</b><script>x</script>",
        "a.html",
    )
    assert (page.text, page.title, page.blocks[0].level) == ("Satu\ndua tiga", "T", 2)


def test_tables_are_posts_or_surveys(tmp_path: Path) -> None:
    posts = read_bytes(b"author,time,text\n~a,2020-05-01T10:00,halo #tagar\n", "p.csv")
    assert posts.kind == "posts"
    assert (posts.blocks[0].speaker, posts.blocks[0].hashtags) == ("~a", ("tagar",))
    (tmp_path / "s.xlsx").write_bytes(sheet())
    survey = read_file(tmp_path / "s.xlsx")
    block = survey.blocks[1]
    assert (block.label, block.speaker, survey.text[block.start : block.end]) == (
        "Umur",
        "R-1",
        "31.5",
    )


def test_subtitles() -> None:
    srt = read_bytes(b"1\n00:00:01,500 --> 00:00:02,000\nRina: halo\n", "a.srt")
    assert (srt.blocks[0].begin, srt.blocks[0].speaker) == (1500, "Rina")
    vtt = read_bytes(b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Budi>halo\n", "a.vtt")
    assert (vtt.blocks[0].finish, vtt.blocks[0].speaker) == (2000, "Budi")


def test_pdf_pages() -> None:
    found = sorted(Path("/usr/share").rglob("*.pdf"))
    if not found:
        pytest.skip("no PDF on this machine")
    reading = read_file(found[0])
    assert reading.blocks[0].kind == "page"


BOMB = zipped(word__document_xml="<a>" + " " * 60_000_000 + "</a>")
XXE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n ", "empty"),
        ("a.txt", bytes(range(256)) * 40, "binary"),
        ("a.docx", BOMB, "archive-bomb"),
        ("a.docx", zipped(word__document_xml=XXE), "hostile-xml"),
        ("a.docx", BOMB[:200], "corrupt"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"x" * 600, "encrypted"),
        ("a.zip", zipped(a="b"), "unknown-format"),
        ("a.png", b"\x89PNG\r\n", "unknown-format"),
        ("a.pdf", b"%PDF-1.4 nothing", "corrupt"),
        ("a.html", b"<!doctype html>" + b"<div>" * 30_000, "hostile-html"),
        ("a.csv", b"a,b\n", "empty"),
        ("a.srt", b"nothing", "corrupt"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: bytes, code: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_bytes(content, name)
    assert caught.value.code == code


def test_a_wrong_ending_is_said() -> None:
    reading = read_bytes(rb"{\rtf1 Halo dunia}", "a.txt")
    assert (reading.format, reading.problems[0].code) == ("rtf", "wrong-ending")
    with pytest.raises(UnreadableSource):
        read_file(Path("/nowhere/x.txt"))


@settings(max_examples=examples(150))
@given(st.binary(max_size=400), st.sampled_from(["text", "markdown", "csv", "srt", "vtt"]))
def test_any_bytes_are_read_or_refused(content: bytes, format: str) -> None:
    try:
        reading = read_bytes(content, "x", as_format=format)
    except UnreadableSource:
        return
    ends = [0, *(b.end for b in reading.blocks)]
    for block, before in zip(reading.blocks, ends, strict=False):
        assert before <= block.start <= block.end <= len(reading.text)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rtf", rb"{\rtf1\ansi Halo \'e9 dunia\par Dua}"),
        ("html", b"<body><h1>a</h1><table><tr><td>b<td>c</table><p>d<br>e</p><div>f<p>g</div>"),
        ("odt", zipped(mimetype="x", content_xml=ODT)),
        ("docx", word()),
        ("xlsx", sheet()),
    ],
)
def test_parsers_say_the_same_here_and_apart(name: str, content: bytes) -> None:
    here = FORMATS.get(name).read(content, ReadOptions())
    assert here == read_bytes(content, f"a.{name}")
    assert here.blocks


def test_a_worker_that_is_held_is_replaced() -> None:
    worker = Worker(seconds=0)
    with pytest.raises(UnreadableSource, match="longer"):
        worker.read("html", b"<p>a</p>", "a.html", None)
    worker = Worker()
    assert worker.read("html", b"<p>a</p>", "a.html", None).text == "a"
    worker.stop()


def test_paths_and_formats_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        read_file(tmp_path)
    with pytest.raises(NotFound):
        read_bytes(b"a", "a", as_format="wordstar")
    with pytest.raises(InvalidInput):
        FORMATS.get("text").read(b"a\xff", ReadOptions(encoding="utf-8"))
    with pytest.raises(InvalidInput):
        FORMATS.get("text").read(b"a", ReadOptions(encoding="klingon"))


def test_an_old_encoding_is_guessed_and_said() -> None:
    text = "Le café où l'élève répète sa leçon, déjà près de l'hôtel. " * 20
    reading = read_bytes(text.encode("cp1252"), "a.txt")
    assert reading.problems[0].code == "encoding-guessed"
    assert len(reading.text) == len(text)


def test_a_pipe_and_a_folder_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", tmp_path):
        with pytest.raises(UnreadableSource) as caught:
            read_file(path)
        assert caught.value.code == "not-a-file"
