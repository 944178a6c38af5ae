from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.services.exchange import Exchange
from support.refi import valid
from support.servers import Browser, browser
from support.studies import small_study


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where files lie that were written: in the end nothing is left there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Browser]:
    with small_study(tmp_path) as study, browser(study) as found:
        yield found


def test_a_study_leaves_as_a_file_that_is_told_of(web: Browser, kept: Path, tmp_path: Path) -> None:
    forms = {one["name"]: one for one in web.get(web.to("/exports")).json()}
    assert (forms["qdpx"]["ending"], forms["plain"]["ending"]) == (".qdpx", ".zip")
    assert "taguette" not in forms
    made = web.post(web.to("/exports"), json={"format": "qdpx"})
    assert made.status_code == 201
    told = made.json()
    assert told["file"] == f"{web.study.info.title}.qdpx"
    written = {one["kind"]: one["written"] for one in told["report"]["counts"]}
    assert written["coding"] == 2
    (folder,) = kept.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    file = web.get(web.to(f"/exports/{told['guid']}/file"))
    assert file.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert len(file.content) == told["bytes"]
    (tmp_path / "out.qdpx").write_bytes(file.content)
    assert valid(tmp_path / "out.qdpx") == []
    assert web.delete(web.to(f"/exports/{told['guid']}")).status_code == 204
    assert web.get(web.to(f"/exports/{told['guid']}/file")).json()["code"] == "no-such-export"
    assert list(kept.iterdir()) == []


@pytest.mark.parametrize("name", ["plain", "brat"])
def test_a_folder_comes_packed_and_one_file_waits(web: Browser, name: str, kept: Path) -> None:
    web.post(web.to("/exports"), json={"format": "qdpx"})
    told = web.post(web.to("/exports"), json={"format": name, "redact": True}).json()
    assert len(list(kept.iterdir())) == 1
    body = web.get(web.to(f"/exports/{told['guid']}/file")).content
    assert zipfile.ZipFile(io.BytesIO(body)).testzip() is None


@pytest.mark.parametrize(("name", "status"), [("taguette", 422), ("nothing", 404)])
def test_a_form_that_is_not_written_is_refused(web: Browser, name: str, status: int) -> None:
    refused = web.post(web.to("/exports"), json={"format": name})
    assert refused.status_code == status
    assert refused.headers["content-type"] == "application/problem+json"


def test_whoever_codes_in_a_round_takes_nothing_out(web: Browser) -> None:
    told = web.post(web.to("/exports"), json={"format": "qdpx"}).json()
    web.study.rounds.open("Pilot", web.study.rounds.plan([web.study.user.name], overlap=1))
    assert web.post(web.to("/exports"), json={"format": "qdpx"}).status_code == 403
    assert web.get(web.to(f"/exports/{told['guid']}/file")).status_code == 403


def test_a_withdrawal_takes_the_file_away(web: Browser, kept: Path) -> None:
    web.post(web.to("/cases"), json={"name": "G"})
    web.post(web.to("/exports"), json={"format": "jsonl"})
    web.study.protection.withdraw(web.study.cases.get("G"))
    assert list(kept.iterdir()) == []


def test_what_is_being_written_can_be_stopped(
    web: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Exchange.write

    def stopped(self: Exchange, *words: object, **said: object) -> object:
        # Somebody else presses stop while it is written.
        assert web.post(web.to("/exports/stop")).status_code == 204
        return write(self, *words, **said)  # type: ignore[arg-type]

    monkeypatch.setattr(Exchange, "write", stopped)
    told = web.post(web.to("/exports"), json={"format": "qdpx"})
    assert (told.status_code, told.json()["code"]) == (422, "cancelled")
    monkeypatch.undo()
    assert web.post(web.to("/exports"), json={"format": "qdpx"}).status_code == 201
