from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from jejak.web.app import create_app
from jejak.web.beginnings import Beginnings
from jejak.web.remembered import Remembered
from support.studies import small_study


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[TestClient]:
    """A server on no study."""
    beginnings = Beginnings(Remembered(tmp_path / "state"), "Rina")
    app = create_app(token="t", beginnings=beginnings)  # noqa: S106
    yield TestClient(app, base_url="http://127.0.0.1", headers={"Authorization": "Bearer t"})
    beginnings.close()


def test_a_study_is_begun_listed_and_remembered(begun: TestClient, tmp_path: Path) -> None:
    asked = {"path": str(tmp_path / "Pasar"), "title": "Pasar malam", "language": "id",
             "questions": ["Siapa yang datang?", "  "]}  # fmt: skip
    made = begun.post("/api/beginnings/new", json=asked)
    assert made.status_code == 201
    assert begun.get("/api/studies").json() == [made.json()]
    found = begun.get(f"/api/studies/{made.json()['guid']}").json()
    assert [one["text"] for one in found["questions"]] == ["Siapa yang datang?"]
    assert found["me"]["name"] == "Rina"
    assert begun.get("/api/beginnings").json()["recent"] == [str(tmp_path / "Pasar.jejak")]
    again = begun.post("/api/beginnings/new", json=asked)
    assert (again.status_code, again.json()["code"]) == (409, "study-exists")


def test_a_study_is_opened_once_by_its_file(begun: TestClient, tmp_path: Path) -> None:
    small_study(tmp_path).close()
    asked = {"path": str(tmp_path / "small"), "user": "Bayu"}
    first = begun.post("/api/beginnings/open", json=asked).json()
    assert begun.post("/api/beginnings/open", json=asked).json() == first
    assert begun.get(f"/api/studies/{first['guid']}").json()["me"]["name"] == "Bayu"
    assert len(begun.get("/api/studies").json()) == 1


@pytest.mark.parametrize(
    ("path", "code"),
    [("study.jejak", "not-absolute"), (" ", "no-file"), ("/nowhere/x.jejak", "no-such-study")],
)
def test_a_file_that_makes_no_sense_is_refused(begun: TestClient, path: str, code: str) -> None:
    assert begun.post("/api/beginnings/open", json={"path": path}).json()["code"] == code
    assert begun.get("/api/studies").json() == []


def test_the_demo_is_built_step_by_step_and_opened(begun: TestClient, tmp_path: Path) -> None:
    asked = {"path": str(tmp_path / "demo.jejak"), "language": "en"}
    assert begun.post("/api/beginnings/demo", json=asked).status_code == 202
    assert begun.post("/api/beginnings/demo", json=asked).json()["code"] == "building"
    _finish()
    built = begun.get("/api/beginnings").json()["building"]
    assert (built["done"], built["failed"]) == (built["total"], None)
    assert begun.get(f"/api/studies/{built['guid']}").json()["counts"]["sources"] == 19
    # It is there now, and is opened as it is.
    begun.post("/api/beginnings/demo", json=asked)
    _finish()
    assert begun.get("/api/beginnings").json()["building"]["guid"] == built["guid"]


def test_a_demo_that_cannot_be_says_why(begun: TestClient, tmp_path: Path) -> None:
    (tmp_path / "demo.jejak").write_text("no study", "utf-8")
    begun.post("/api/beginnings/demo", json={"path": str(tmp_path / "demo.jejak")})
    _finish()
    assert "not a Jejak study" in begun.get("/api/beginnings").json()["building"]["failed"]
    nowhere = begun.post("/api/beginnings/demo", json={"path": str(tmp_path / "no" / "demo")})
    assert nowhere.json()["code"] == "no-such-folder"


def test_a_server_with_a_study_of_its_own_begins_none(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        web = TestClient(
            create_app([study], token="t"),  # noqa: S106
            base_url="http://127.0.0.1",
            headers={"Authorization": "Bearer t"},
        )
        assert web.get("/api/beginnings").json()["allowed"] is False
        refused = web.post("/api/beginnings/open", json={"path": "/x"})
        assert (refused.status_code, refused.json()["code"]) == (403, "no-beginnings")


def test_nobody_puts_a_study_at_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beginnings = Beginnings(Remembered(tmp_path))
    monkeypatch.chdir("/")
    assert beginnings.folder == Path.home()
    monkeypatch.chdir(tmp_path)
    assert beginnings.folder == tmp_path
    assert beginnings.user


def _finish() -> None:
    for thread in threading.enumerate():
        if "_build" in thread.name:
            thread.join()
