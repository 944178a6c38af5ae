from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.study import Study
from jejak.web import uploads
from support.apart import copies
from support.servers import Browser, browser
from support.studies import everything


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where copies lie that were sent."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def both(tmp_path: Path, kept: Path) -> Iterator[tuple[Browser, Study]]:
    """The server of Rina's study, and Bayu's copy of it."""
    with copies(tmp_path) as (ours, theirs), browser(ours) as web:
        yield web, theirs
    assert list(kept.iterdir()) == []


def work(web: Browser, theirs: Study) -> None:
    """What clashes once, and a code that does not."""
    memo = next(one for one in web.study.memos.all() if one.title == "Awal")
    web.study.memos.update(memo, body="kata Rina")
    theirs.memos.update(memo, body="kata Bayu")
    theirs.codebook.add("Baru")


def content(study: Study) -> bytes:
    assert study.store.path is not None
    study.store.close()
    return study.store.path.read_bytes()


def sent(web: Browser, body: bytes, name: str = "bayu.jejak") -> dict:
    answer = web.post(web.to("/merges"), params={"name": name}, content=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_a_copy_is_sent_chosen_of_and_brought_in(both: tuple[Browser, Study], kept: Path) -> None:
    web, theirs = both
    work(web, theirs)
    before, head = everything(web.study.store), web.study.store.head
    found = sent(web, content(theirs))
    (clash,) = found["plan"]["clashes"]
    assert (found["file"], found["plan"]["open"], found["plan"]["added"]["code"]) == (
        "bayu.jejak",
        1,
        1,
    )
    assert (clash["kind"], clash["name"], clash["field"]) == ("memo", "Awal", "body")
    assert (clash["ours"], clash["theirs"], clash["base"]) == (
        "kata Rina",
        "kata Bayu",
        "kata pertama",
    )
    assert (clash["ours_by"], clash["theirs_by"]) == ("Rina", "Bayu")
    assert clash["choices"] == ["ours", "theirs", "both"]
    assert web.study.store.head == head
    (folder,) = kept.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    at = web.to(f"/merges/{found['guid']}")
    refused = web.post(f"{at}/write", json={})
    assert (refused.status_code, refused.json()["code"]) == (409, "clashes")
    wrong = web.post(f"{at}/plan", json={"choices": {"nothing": "ours"}})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "no-such-clash")
    assert web.post(f"{at}/plan", json={"prefer": "theirs"}).json()["plan"]["open"] == 0
    form = {"choices": {clash["key"]: "both"}}
    assert web.post(f"{at}/plan", json=form).json()["plan"]["clashes"][0]["choice"] == "both"
    done = web.post(f"{at}/write", json=form).json()
    assert done["seq"] == web.study.store.head == head + 1
    assert {one.name for one in web.study.codes} >= {"Baru"}
    body = next(one.body for one in web.study.memos.all() if one.title == "Awal")
    assert "kata Rina" in body
    assert "kata Bayu" in body
    # It is there no longer, and one step takes all of it back.
    assert list(kept.iterdir()) == []
    assert web.post(f"{at}/plan", json={}).json()["code"] == "no-such-merge"
    assert web.post(web.to("/undo"), json={"seq": done["seq"]}).status_code == 200
    assert everything(web.study.store) == before


def test_what_is_no_study_is_refused_and_nothing_of_it_stays(
    both: tuple[Browser, Study], kept: Path, tmp_path: Path
) -> None:
    web, theirs = both
    web.study.remarks.copy(tmp_path / "copy.jejak", "evidence")
    whole = content(theirs)
    for body, code in (
        (b"", "not-a-study"), (b"Catatan" * 1_000, "not-a-study"), (whole[: len(whole) // 2], "study-damaged"),
        ((tmp_path / "copy.jejak").read_bytes(), "auditor-copy"),
    ):  # fmt: skip
        refused = web.post(web.to("/merges"), params={"name": "a.jejak"}, content=body)
        assert (refused.status_code, refused.json()["code"]) == (422, code), refused.text
        assert refused.headers["content-type"] == "application/problem+json"
        assert str(kept) not in refused.text
        assert list(kept.iterdir()) == []


def test_too_much_is_refused_as_it_comes(
    both: tuple[Browser, Study], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web, _ = both
    monkeypatch.setattr(uploads, "MOST_LAID_DOWN", 10)
    refused = web.post(web.to("/merges"), params={"name": "a.jejak"}, content=b"x" * 11)
    assert (refused.status_code, refused.json()["code"]) == (413, "too-large")
    assert list(kept.iterdir()) == []


def test_one_copy_waits_and_can_be_put_away(both: tuple[Browser, Study], kept: Path) -> None:
    web, theirs = both
    body = content(theirs)
    first = sent(web, body)
    second = sent(web, body, "../é" + "x" * 190 + ".jejak")
    assert first["plan"]["added"] == {"user": 1}
    assert web.delete(web.to(f"/merges/{first['guid']}")).status_code == 404
    assert len(list(kept.iterdir())) == 1
    done = web.post(web.to(f"/merges/{second['guid']}/write"), json={}).json()
    assert done["seq"] is not None
    third = sent(web, body)
    assert third["plan"]["empty"]
    again = web.post(web.to(f"/merges/{third['guid']}/write"), json={})
    assert again.json()["seq"] is None
    third = sent(web, body)
    assert web.delete(web.to(f"/merges/{third['guid']}")).status_code == 204
    assert list(kept.iterdir()) == []
    # What still waits when the server ends goes with it.
    sent(web, body)


def test_a_withdrawal_takes_a_waiting_copy_away(both: tuple[Browser, Study], kept: Path) -> None:
    web, theirs = both
    sent(web, content(theirs))
    web.study.protection.withdraw(web.study.cases.get("G"))
    assert list(kept.iterdir()) == []


def test_whoever_codes_in_a_round_sends_nothing(both: tuple[Browser, Study], kept: Path) -> None:
    web, theirs = both
    web.study.rounds.open("Pilot", web.study.rounds.plan(["Rina"], overlap=1))
    refused = web.post(web.to("/merges"), params={"name": "a.jejak"}, content=content(theirs))
    assert refused.status_code == 403
    assert list(kept.iterdir()) == []
