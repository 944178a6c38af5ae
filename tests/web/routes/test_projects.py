from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from jejak.study import open_study
from jejak.web import uploads
from jejak.web.app import create_app
from jejak.web.beginnings import Beginnings
from jejak.web.project_targets import Projects
from jejak.web.remembered import Remembered
from support.qualcoder import coded_project
from support.refi import CODES, USERS, project, qdpx, source
from support.servers import Browser, browser
from support.studies import everything, small_study
from support.taguette import Tagged, taguette_file

TEXT = "Aku punya dua akun."


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where projects lie that were sent: in the end nothing is left there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    (tmp_path / "studies").mkdir()
    monkeypatch.chdir(tmp_path / "studies")
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[TestClient]:
    """A server on no study."""
    beginnings = Beginnings(Remembered(tmp_path / "state"))
    app = create_app(token="t", beginnings=beginnings)  # noqa: S106
    with TestClient(
        app, base_url="http://127.0.0.1", headers={"Authorization": "Bearer t"}
    ) as client:
        yield client
    beginnings.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    text = f"{USERS}{CODES}{source(TEXT, (10, 18, 'dua akun'))}"
    return qdpx(tmp_path / "Pasar pagi.qdpx", project(text))


def sent(client: TestClient, path: Path, **more: object) -> str:
    made = client.post("/api/projects", json={"name": path.name, **more})
    assert made.status_code == 201, made.text
    at = f"/api/projects/{made.json()['guid']}"
    if path.is_dir():
        for one in sorted(path.rglob("*")):
            if one.is_file():
                place = {"path": one.relative_to(path).as_posix()}
                assert client.put(f"{at}/files", params=place, content=one.read_bytes()).is_success
    else:
        assert client.put(f"{at}/files", content=path.read_bytes()).status_code == 204
    return at


def read(client: TestClient, at: str, **form: object) -> dict:
    assert client.post(f"{at}/read", json=form).status_code == 202
    found: Projects = client.app.state.projects
    for one in found.all():
        one.wait()
    return client.get(at).json()


def counts(told: dict) -> dict[str, tuple[int, int]]:
    return {one["kind"]: (one["read"], one["written"]) for one in told["report"]["counts"]}


def test_a_project_becomes_a_study_is_told_of_and_opened(
    begun: TestClient, file: Path, kept: Path
) -> None:
    at = sent(begun, file)
    (folder,) = kept.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    told = read(begun, at)
    assert (told["state"], told["problem"], told["title"]) == ("there", None, "Pasar")
    assert counts(told)["coding"] == (1, 1)
    assert Path(told["path"]) == Path.cwd() / "Pasar-pagi.jejak"
    assert [one["name"] for one in told["questions"]] == ["units", "lines", "ends"]
    assert begun.get("/api/projects").json() == [told]
    assert begun.get("/api/studies").json() == []
    opened = begun.post(f"{at}/open").json()
    assert begun.get("/api/studies").json() == [opened]
    segments = begun.get(f"/api/studies/{opened['guid']}/sources").json()
    assert segments["sources"][0]["codings"] == 1
    assert begun.get("/api/beginnings").json()["recent"] == [told["path"]]
    assert begun.get(at).json()["code"] == "no-such-project"
    assert list(kept.iterdir()) == []


def test_it_is_read_anew_with_an_answer_and_put_away_again(begun: TestClient, file: Path) -> None:
    (Path.cwd() / "Pasar-pagi.jejak").write_text("another", "utf-8")
    at = sent(begun, file)
    first = read(begun, at)
    assert Path(first["path"]).name == "Pasar-pagi-2.jejak"
    again = read(begun, at, answers={"ends": "last"})
    assert again["path"] == first["path"]
    assert {one["name"]: one["answer"] for one in again["questions"]}["ends"] == "last"
    wrong = read(begun, at, answers={"units": "bytes"})
    assert (wrong["state"], wrong["problem"]["code"]) == ("failed", "unknown-answer")
    assert not Path(first["path"]).exists()
    assert read(begun, at)["state"] == "there"
    back = begun.post(f"{at}/undo").json()
    assert (back["state"], back["report"], back["title"]) == ("stopped", None, None)
    assert [one.name for one in Path.cwd().iterdir()] == ["Pasar-pagi.jejak"]
    assert begun.post(f"{at}/open").json()["code"] == "not-imported"
    assert begun.delete(at).status_code == 204


def test_a_report_that_is_put_away_leaves_the_study(begun: TestClient, file: Path) -> None:
    at = sent(begun, file)
    told = read(begun, at, path=str(Path.cwd() / "lain.jejak"), user="Rina")
    assert begun.delete(at).status_code == 204
    assert begun.get("/api/beginnings").json()["recent"] == [told["path"]]
    with open_study(told["path"]) as study:
        assert study.user.name == "Rina"
        assert study.store.verify() == []


def test_what_a_file_leaves_open_is_asked(begun: TestClient, tmp_path: Path) -> None:
    two = Tagged(tmp_path / "dua.sqlite3")
    two.project("Pasar pagi", "ayu")
    two.project("Kebun", "budi")
    at = sent(begun, two.done())
    told = read(begun, at)
    assert told["state"] == "failed"
    assert "project=1" in told["problem"]["message"] + told["problem"]["hint"]
    assert [one["name"] for one in told["questions"]] == ["project", "tree"]
    assert read(begun, at, answers={"project": "1", "tree": "yes"})["state"] == "there"


def zipped(folder: Path, within: str = "") -> Path:
    path = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(path, "w") as archive:
        for one in sorted(folder.rglob("*")):
            if one.is_file():
                archive.write(one, within + one.relative_to(folder).as_posix())
        archive.writestr("__MACOSX/._data.qda", b"x")
    return path


def test_a_folder_comes_dropped_or_packed(begun: TestClient, tmp_path: Path) -> None:
    folder = tmp_path / "pasar.qda"
    coded_project(folder).done()
    at = sent(begun, folder, folder=True)
    dropped = read(begun, at)
    assert (dropped["state"], dropped["problem"]) == ("there", None)
    packed = read(begun, sent(begun, zipped(folder, "pasar.qda/")))
    assert (packed["title"], counts(packed)) == (dropped["title"], counts(dropped))
    with small_study(tmp_path) as study:
        study.exchange.write(tmp_path / "texts", format="plain")
        title = study.info.title
    told = read(begun, sent(begun, zipped(tmp_path / "texts")))
    assert (told["state"], told["title"]) == ("there", title)


@pytest.mark.parametrize("path", ["", "../x", "a/../../x", "a\x00b", ".. /x", "a/\u202ex"])
def test_nothing_is_laid_down_beside_the_folder(begun: TestClient, path: str, kept: Path) -> None:
    made = begun.post("/api/projects", json={"name": "x.qda", "folder": True}).json()
    at = f"/api/projects/{made['guid']}/files"
    refused = begun.put(at, params={"path": path}, content=b"x")
    assert (refused.status_code, refused.json()["code"]) == (422, "bad-path")
    assert [one for one in kept.rglob("*") if one.is_file()] == []


def archive(*files: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as one:
        for name, content in files:
            one.writestr(name, content)
    return packed.getvalue()


BAD = {
    "a.qdpx": (b"no archive", "corrupt"),
    "b.qdpx": (archive(("project.qde", b"<Project")), "corrupt"),
    "c.qdpx": (archive(("../../evil", b"x"), ("project.qde", b"")), "hostile-archive"),
    "d.zip": (archive(("../../evil", b"x")), "hostile-archive"),
    "e.zip": (archive(("a.txt", b"x")), "unknown-project"),
    "f.zip": (b"PK\x03\x04 cut short", "corrupt"),
    "g.zip": (archive(("zeros", bytes(150_000_000))), "archive-bomb"),
    "h.sqlite3": (b"SQLite format 3\x00" + bytes(90), "unknown-project"),
    "i.txt": (b"Catatan", "unknown-project"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_broken_or_hostile_says_so_and_leaves_nothing(
    begun: TestClient, tmp_path: Path, name: str, kept: Path
) -> None:
    body, code = BAD[name]
    (tmp_path / name).write_bytes(body)
    told = read(begun, sent(begun, tmp_path / name))
    assert (told["state"], told["report"], told["path"]) == ("failed", None, None)
    assert told["problem"]["code"] == code
    assert str(kept) not in str(told["problem"])
    assert list(Path.cwd().iterdir()) == []


def test_a_closed_form_is_refused_before_it_is_sent(begun: TestClient) -> None:
    refused = begun.post(
        "/api/projects", json={"name": "tesis.nvpx"}, headers={"Accept-Language": "id"}
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "closed-project")
    assert "NVivo" in refused.json()["detail"]
    assert "QDPX" in refused.json()["hint"]


def test_too_much_is_refused_as_it_comes(
    begun: TestClient, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_LAID_DOWN", 10)
    made = begun.post("/api/projects", json={"name": "x.qdpx"}).json()
    refused = begun.put(f"/api/projects/{made['guid']}/files", content=b"x" * 11)
    assert (refused.status_code, refused.json()["code"]) == (413, "too-large")
    assert [one for one in kept.rglob("*") if one.is_file()] == []


# -- into a study that is open -------------------------------------------------------------------


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Browser]:
    with small_study(tmp_path) as study, browser(study) as found:
        yield found


def test_it_comes_into_an_open_study_as_one_change(web: Browser, tmp_path: Path) -> None:
    before, head = everything(web.study.store), web.study.store.head
    at = sent(web, taguette_file(tmp_path / "pasar.sqlite3"), study=web.study.info.guid)
    told = read(web, at)
    assert (told["study"], told["seq"], told["path"]) == (web.study.info.guid, head + 1, None)
    assert counts(told)["coding"] == (4, 4)
    # Anew, with another answer: what came goes first.
    again = read(web, at, answers={"tree": "yes"})
    assert again["seq"] == head + 3
    assert web.post(f"{at}/open").json()["code"] == "not-a-new-study"
    refused = web.post(f"{at}/read", json={"path": "/x"})
    assert (refused.status_code, refused.json()["code"]) == (422, "not-a-new-study")
    assert web.post(f"{at}/undo").json()["state"] == "stopped"
    assert everything(web.study.store) == before


def test_a_server_of_one_study_begins_no_other(web: Browser) -> None:
    refused = web.post("/api/projects", json={"name": "x.qdpx"})
    assert (refused.status_code, refused.json()["code"]) == (403, "no-beginnings")
    nowhere = web.post(
        "/api/projects", json={"name": "x.qdpx", "study": "00000000-0000-4000-8000-000000000001"}
    )
    assert (nowhere.status_code, nowhere.json()["code"]) == (404, "no-such-study")


def test_whoever_codes_in_a_round_brings_nothing_in(web: Browser) -> None:
    web.study.rounds.open("Pilot", web.study.rounds.plan(["Rina"], overlap=1))
    refused = web.post("/api/projects", json={"name": "x.qdpx", "study": web.study.info.guid})
    assert refused.status_code == 403


def test_a_withdrawal_takes_away_what_was_sent(web: Browser, file: Path, kept: Path) -> None:
    web.post(web.to("/cases"), json={"name": "G"})
    at = sent(web, file, study=web.study.info.guid)
    web.study.protection.withdraw(web.study.cases.get("G"))
    assert list(kept.iterdir()) == []
    assert web.get(at).status_code == 404


def test_one_goes_each_way(begun: TestClient, file: Path, kept: Path) -> None:
    first = sent(begun, file)
    sent(begun, file)
    assert len(list(kept.iterdir())) == 1
    assert begun.get(first).status_code == 404
