from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
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


def test_what_may_leave_a_study_is_said_in_it(web: Browser) -> None:
    assert web.get(web.at).json()["privacy"] == {"coders": "name", "hidden": []}
    assert web.patch(web.to("/privacy"), json={"coders": "none"}).json()["coders"] == "none"
    assert web.get(web.at).json()["privacy"]["coders"] == "none"
    assert web.patch(web.to("/privacy"), json={"coders": "all"}).status_code == 422


def test_a_study_says_where_it_lies(web: Browser) -> None:
    found = web.get(web.to("/stored")).json()
    assert found["path"].endswith("small.jejak")
    assert found["size"] > 0


def test_a_study_is_looked_at_as_of_any_change_and_not_written_there(web: Browser) -> None:
    head = web.study.store.head
    then = {"Jejak-At": str(head - 1)}
    seen = web.get(web.at, headers=then).json()
    assert (seen["as_of"]["seq"], seen["head"]) == (head - 1, head - 1)
    assert seen["counts"]["codings"] == 1
    assert web.get(web.at).json()["as_of"] is None
    source = web.first("sources")["guid"]
    codings = web.to(f"/sources/{source}/codings")
    assert len(web.get(codings, headers=then).json()["coding"]) == 1
    assert len(web.get(codings, params={"jejak-at": head - 1}).json()["coding"]) == 1
    assert len(web.get(codings).json()["coding"]) == 2
    assert "Jejak-At" in web.get(codings).headers["vary"]
    for method, address in (("POST", "/undo"), ("DELETE", f"/sources/{source}")):
        refused = web.request(method, web.to(address), headers=then)
        assert (refused.status_code, refused.json()["code"]) == (403, "read-only")
    assert web.study.store.head == head
    assert web.get(web.at, headers={"Jejak-At": str(head + 9)}).status_code == 404
    for nonsense in ("0", "x", "-1"):
        assert web.get(web.at, headers={"Jejak-At": nonsense}).json()["code"] == "not-a-change"


def test_only_a_few_earlier_moments_are_kept_and_many_may_ask_at_once(web: Browser) -> None:
    def counted(seq: int) -> int:
        return web.get(web.at, headers={"Jejak-At": str(seq)}).json()["counts"]["codes"]

    asked = [*range(1, web.study.store.head + 1)] * 3
    alone = [counted(seq) for seq in asked]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(counted, asked)) == alone
    assert alone[-1] == 3


def test_words_that_were_withdrawn_are_not_to_be_had_from_an_earlier_moment(web: Browser) -> None:
    then = {"Jejak-At": str(web.study.store.head)}
    case = web.study.cases.add("P-1")
    web.study.cases.tie_source(case, web.study.sources.get("S-01"))
    assert web.get(web.at, headers=then).status_code == 200
    web.study.protection.withdraw(case)
    assert web.get(web.at, headers=then).json()["code"] == "blanked"
