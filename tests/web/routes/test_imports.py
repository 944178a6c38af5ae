"""Files are looked at, corrected, and only then written."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from jejak.model import Speaker
from support.servers import Browser

TALK = b"P: Apa kabar, Bu?\nW: Baik, sudah makan.\nP: Syukurlah kalau begitu.\nW: Ya.\n"


@pytest.fixture
def at(web: Browser) -> str:
    begun = web.post(web.to("/imports"))
    assert begun.status_code == 201
    return web.to(f"/imports/{begun.json()['guid']}")


def give(web: Browser, at: str, number: int, name: str, content: bytes) -> dict:
    given = web.put(f"{at}/files/{number}?name={quote(name, safe='')}", content=content)
    assert given.status_code == 200, given.text
    return given.json()


def say(web: Browser, at: str, **said: object) -> list[dict]:
    told = web.patch(at, json=said)
    assert told.status_code == 200, told.text
    return told.json()


def test_a_file_is_told_about_before_anything_is_written(web: Browser, at: str) -> None:
    head = web.study.store.head
    told = give(web, at, 0, "W-01.txt", b"[00:01] P: Apa?\n[00:05] W: Ya.\n[00:09] P: Baik.\n")
    assert (told["state"], told["taken"], told["timed"]) == ("ready", True, 3)
    assert told["beginning"].startswith("[00:01] P: Apa?")
    assert told["file"]["speakers"] == ["P", "W"]
    assert web.study.store.head == head
    assert "text" in web.get(at).json()["formats"]


def test_what_is_said_goes_before_what_was_recognised(web: Browser, at: str) -> None:
    give(web, at, 0, "W-01.txt", TALK)
    give(web, at, 1, "kafe.txt", "Kafé “Melati” – malam.\n".encode("cp1252"))
    (guessed,) = say(web, at, numbers=[1], encoding="cp1251")
    assert "Melati" in guessed["beginning"]
    assert "Kafé" not in guessed["beginning"]
    (right,) = say(web, at, numbers=[1], encoding="windows-1252")
    assert right["beginning"] == "Kafé “Melati” – malam.\n"
    say(web, at, kind="focus group", language="id", case="Kelompok A")
    say(web, at, numbers=[0], name="Bu Wati", speakers={"W": "Wati", "P": " "}, collected="2020-05")
    done = web.post(f"{at}/write").json()
    assert [one["state"] for one in done["files"]] == ["written", "written"]
    assert done["seq"] == web.study.store.head

    wati = web.first("sources", name="Bu Wati")
    assert (wati["kind"], wati["language"], wati["collected"]) == ("focus group", "id", "2020-05")
    assert [case["name"] for case in wati["cases"]] == ["Kelompok A", "Wati"]
    assert [one.name for one in web.study.store.all(Speaker)] == ["W"]
    source = web.study.sources.get("kafe")
    assert web.study.sources.text(source) == "Kafé “Melati” – malam.\n"
    web.post(web.to("/undo"))
    assert [one.name for one in web.study.sources.all()] == ["S-01"]


def test_what_cannot_be_read_is_kept_and_read_another_way(web: Browser, at: str) -> None:
    told = give(web, at, 0, "catatan.docx", b"\xd0\xcf\x11\xe0" + bytes(range(32)) * 40)
    assert (told["state"], told["taken"]) == ("failed", False)
    assert told["file"]["error"]
    empty = give(web, at, 1, "kosong.txt", b"")
    assert empty["file"]["code"] == "empty"
    (again,) = say(web, at, numbers=[1], taken=True)
    assert not again["taken"]
    give(web, at, 2, "aneh.pdf", b"%PDF-1.4 sebenarnya teks biasa saja")
    (read,) = say(web, at, numbers=[2], as_format="text")
    assert (read["state"], read["taken"]) == ("ready", True)
    done = web.post(f"{at}/write").json()
    assert [one["state"] for one in done["files"]] == ["failed", "failed", "written"]
    (kept,) = web.get(web.to("/imports")).json()
    assert [one["file"]["file"] for one in kept["files"]] == [
        "catatan.docx", "kosong.txt", "aneh.pdf",
    ]  # fmt: skip
    assert web.delete(at).status_code == 204
    assert web.get(web.to("/imports")).json() == []
    assert web.get(at).json()["code"] == "no-such-import"


def test_files_of_one_name_and_files_that_are_the_same(web: Browser, at: str) -> None:
    give(web, at, 0, "a/S-01.txt", b"Satu.\n")
    give(web, at, 1, "b/S-01.txt", b"Dua.\n")
    assert give(web, at, 2, "c.txt", b"Satu.\n")["same_as"] == 0
    done = web.post(f"{at}/write").json()
    assert [one["file"]["name"] for one in done["files"][:2]] == ["S-01 (2)", "S-01 (3)"]
    assert done["files"][2]["file"]["duplicate_of"] == "S-01 (2)"
    again = give(web, at, 3, "d.txt", b"Dua.\n")
    assert not again["taken"] or again["file"]["duplicate_of"] is None


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("مقابلة.txt", "مقابلة"),
        ("😀 wawancara 👩‍👩‍👧.txt", "😀 wawancara 👩‍👩‍👧"),
        ("..\\..\\etc/passwd.txt", "passwd"),
        ("n" * 250 + ".txt", None),
        (".txt", None),
        ("a\u202eb\nc.txt", None),
    ],
)
def test_odd_names_become_names(web: Browser, at: str, name: str, called: str | None) -> None:
    told = give(web, at, 0, name, b"Satu.\n")
    assert told["state"] == "ready"
    done = web.post(f"{at}/write").json()
    (file,) = done["files"]
    assert file["state"] == "written"
    if called is not None:
        assert file["file"]["name"] == called
    assert web.study.sources.get(file["file"]["name"]).name == file["file"]["name"]


def test_what_is_not_taken_does_not_come_in(web: Browser, at: str) -> None:
    give(web, at, 0, "a.txt", b"Satu.\n")
    give(web, at, 1, "b.txt", b"Dua.\n")
    say(web, at, numbers=[0], taken=False)
    done = web.post(f"{at}/write").json()
    assert [one["state"] for one in done["files"]] == ["ready", "written"]
    assert web.post(f"{at}/write").json()["seq"] == done["seq"]


@pytest.mark.parametrize(
    "said",
    [{"kind": "poem"}, {"collected": "someday"}, {"numbers": [7]}, {"case": " "},
     {"speakers": {" ": "W"}}, {"colour": "red"}],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(web: Browser, at: str, said: dict[str, object]) -> None:
    give(web, at, 0, "a.txt", TALK)
    refused = web.patch(at, json=said)
    assert 400 <= refused.status_code < 500
    assert web.get(at).json()["files"][0]["said"]["case"] is None


def test_an_import_that_is_stopped_writes_nothing_more(web: Browser, at: str) -> None:
    give(web, at, 0, "a.txt", b"Satu.\n")
    assert web.post(f"{at}/stop").status_code == 204
    found = web.get(at).json()
    assert (found["busy"], found["seq"]) == (False, None)
