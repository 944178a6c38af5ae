"""What the world does to files and disks: one line and a code, and the study as it was."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.commands import call
from support.studies import small_study

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'


def word(body: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return stream.getvalue()


def reaching_out() -> bytes:
    return word('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + BODY % "halo &x;")


def swelling() -> bytes:
    grown = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return word(f'<!DOCTYPE x [<!ENTITY a0 "lol">{grown}]>' + BODY % "&a9;")


HOSTILE = {
    "empty.txt": (b"", "empty"),
    "spaces.txt": (b" \n\t\n", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "bomb.docx": (word(b"a" * 300_000_000), ""),
    "outside.docx": (reaching_out(), ""),
    "swelling.docx": (swelling(), ""),
    "cut.docx": (word(BODY % "halo")[:90], ""),
    "deep.html": (b"<div>" * 100_000 + b"x", ""),
    "broken.csv": (b'a,b\n"open,1\n', "corrupt"),
    "broken.pdf": (b"%PDF-1.7\nnothing", "corrupt"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_line_and_the_rest_comes_in(tmp_path: Path, name: str) -> None:
    content, code = HOSTILE[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "baik.txt").write_text("Baik-baik saja.", "utf-8")
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    done = call("add", study, tmp_path / name, tmp_path / "baik.txt", "--json")
    (bad, good) = done.json["files"]
    assert (done.code, bad["ok"], good["ok"], done.json["out"]) == (6, False, True, 1)
    assert code in {"", bad["code"]}
    assert "\n" not in bad["error"]
    assert "root:" not in done.out
    before = study.read_bytes()
    assert call("add", study, tmp_path / name).out.count("\n") == 1
    assert study.read_bytes() == before


def test_a_file_of_two_hundred_megabytes_is_left_out(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    with (tmp_path / "big.txt").open("wb") as stream:
        stream.truncate(205_000_000)
    done = call("add", tmp_path / "small.jejak", tmp_path / "big.txt")
    assert (done.code, "the limit is 200 MB" in done.out) == (6, True)


def test_an_ending_that_lies_is_told_and_a_double_is_named(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    (tmp_path / "teks.pdf").write_text("Ini teks biasa.", "utf-8")
    (tmp_path / "lagi.txt").write_text("Ini teks biasa.", "utf-8")
    done = call("add", tmp_path / "small.jejak", tmp_path / "teks.pdf", tmp_path / "lagi.txt")
    first, second = done.out.splitlines()
    assert "The ending says .pdf, the content is text." in first
    assert second.endswith("the study has this file already, as “teks”.")
    assert done.code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    (tmp_path / "secret.txt").write_text("x", "utf-8")
    (tmp_path / "secret.txt").chmod(0)
    assert call("add", tmp_path / "small.jejak", tmp_path / "secret.txt").code == 6


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "jejak", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_study_as_it_was(disk: Path, tmp_path: Path) -> None:
    study = disk / "s.jejak"
    assert call("new", study, "--title", "S").code == 0
    before = study.read_bytes()
    (tmp_path / "big.txt").write_bytes(os.urandom(2_000_000).hex().encode())
    done = call("add", study, tmp_path / "big.txt")
    assert (done.code, done.err.count("\n")) == (7, 1)
    assert "disk is full" in done.err
    assert study.read_bytes() == before
    assert call("verify", study).code == 0


def test_a_full_disk_leaves_no_half_of_a_file(disk: Path, tmp_path: Path) -> None:
    with small_study(tmp_path):
        pass
    for room in (0, 200_000, 420_000):
        fill = disk / "fill"
        fill.write_bytes(b"\0" * (2_000_000 - room))
        done = call("new", disk / "t.jejak", "--title", "T")
        left = [one.name for one in disk.iterdir() if one != fill]
        if done.code == 0:
            assert call("verify", disk / "t.jejak").code == 0
        else:
            assert (done.code, left) == (7, [])
        for made in disk.glob("t.jejak*"):
            made.unlink()
    (disk / "fill").unlink()
    (disk / "q.json").write_bytes(b"old")
    (disk / "fill").write_bytes(b"\0" * 2_080_000)
    done = call("find", tmp_path / "small.jejak", "code:*", "-o", disk / "q.json")
    assert done.code in {0, 7}
    assert (disk / "q.json").read_bytes() == b"old" or done.code == 0


def broken(study: Path, how: str) -> Path:
    """A study that something happened to."""
    content = study.read_bytes()
    path = study.with_name(f"{how}.jejak")
    if how == "newer":
        path.write_bytes(content)
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    elif how == "other":
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE thing (a)")
        connection.close()
    else:
        cut = {"empty": 0, "tiny": 10, "truncated": len(content) // 2}
        path.write_bytes(content[: cut[how]])
    return path


@pytest.mark.parametrize("how", ["empty", "tiny", "truncated", "newer", "other"])
def test_a_broken_study_is_told_and_not_touched(tmp_path: Path, how: str) -> None:
    small_study(tmp_path).close()
    path = broken(tmp_path / "small.jejak", how)
    before = path.read_bytes()
    for words in (("codes", path), ("undo", path), ("verify", path), ("find", path, "code:*")):
        done = call(*words)
        assert (done.code, done.out, done.err.count("\n")) == (7, "", 1)
        assert done.err.startswith("jejak: ")
        assert "It was not touched" in done.err
    assert path.read_bytes() == before
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(f"{path.name}-")]


def test_a_study_that_another_machine_has_open_is_only_read(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    (tmp_path / "small.jejak.lock").write_text(json.dumps(["elsewhere:1"]), "utf-8")
    before = study.read_bytes()
    assert "Triple-A" in call("codes", study).out
    done = call("undo", study)
    assert (done.code, "elsewhere" in done.err, done.err.count("\n")) == (5, True, 1)
    assert study.read_bytes() == before
