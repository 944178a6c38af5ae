from __future__ import annotations

from pathlib import Path

from jejak.model import User
from jejak.store import Store
from jejak.study import Study
from support.servers import Browser, browser
from support.studies import small_study

NOBODY = "/api/studies/00000000-0000-7000-8000-000000000000"


def test_the_open_studies_are_listed(web: Browser) -> None:
    info = web.study.info
    assert web.get("/api/studies").json() == [
        {"guid": info.guid, "title": "Kecil", "read_only": None}
    ]


def test_a_study_says_what_it_is(web: Browser) -> None:
    found = web.get(web.at).json()
    assert found["title"] == "Kecil"
    assert found["languages"] == ["id"]
    assert [question["text"] for question in found["questions"]] == ["Mengapa?"]
    assert found["me"]["name"] == "Rina"
    assert found["me"] in found["users"]
    assert found["head"] == web.study.store.head
    assert found["counts"] == {
        "sources": 1, "codes": 3, "codings": 2, "cases": 0, "memos": 0, "findings": 0,
    }  # fmt: skip


def test_a_study_is_renamed_from_what_was_seen(web: Browser) -> None:
    seen = web.get(web.at)
    changed = web.patch(
        web.at, json={"title": " Besar "}, headers={"If-Match": seen.headers["etag"]}
    )
    assert changed.json()["title"] == "Besar"
    assert changed.json()["description"] == seen.json()["description"]
    late = web.patch(web.at, json={"title": "Lain"}, headers={"If-Match": seen.headers["etag"]})
    assert (late.status_code, late.json()["code"]) == (412, "stale-revision")
    assert web.study.info.title == "Besar"


def test_a_title_of_nothing_is_refused(web: Browser) -> None:
    assert web.patch(web.at, json={"title": "  "}).json()["code"] == "empty-name"
    assert web.patch(web.at, json={"title": ""}).status_code == 422
    assert web.patch(web.at, json={"titel": "Besar"}).status_code == 422
    assert web.study.info.title == "Kecil"


def test_a_study_that_is_not_open_here(web: Browser) -> None:
    assert web.get(NOBODY).json()["code"] == "no-such-study"
    assert web.get("/api/studies/small").status_code == 422


def test_a_study_that_may_only_be_read_says_why_and_stays(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    store = Store.open(tmp_path / "small.jejak", read_only="It is somebody else's.")
    me = store.all(User)[0]
    with Study(store, me) as study, browser(study) as web:
        assert web.get("/api/studies").json()[0]["read_only"] == "It is somebody else's."
        source = web.first("sources")
        refused = web.delete(web.to(f"/sources/{source['guid']}"))
        assert (refused.status_code, refused.json()["code"]) == (403, "read-only")
        assert web.first("sources") == source
