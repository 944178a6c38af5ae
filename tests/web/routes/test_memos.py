from __future__ import annotations

from support.servers import Browser


def test_a_memo_is_written_changed_and_removed(web: Browser) -> None:
    source = web.first("sources")
    about = [{"kind": "source", "guid": source["guid"]}]
    made = web.post(web.to("/memos"), json={"title": "Kesan", "body": "*Aneh.*", "about": about})
    assert made.status_code == 201
    memo = made.json()
    assert (memo["author"], memo["kind"]) == ("Rina", "theoretical")
    assert [(one["kind"], one["guid"], one["label"]) for one in memo["about"]] == [
        ("source", source["guid"], "S-01")
    ]
    assert web.get(web.to(f"/memos?about={source['guid']}")).json()["memos"] == [memo]
    assert web.get(web.to(f"/memos?about={web.study.info.guid}")).json()["total"] == 0
    at = web.to(f"/memos/{memo['guid']}")
    assert web.get(at).json() == memo
    seen = {"If-Match": made.headers["etag"]}
    changed = web.patch(at, json={"about": [], "kind": "method"}, headers=seen).json()
    assert (changed["about"], changed["kind"], changed["body"]) == ([], "method", "*Aneh.*")
    assert web.patch(at, json={"body": "x"}).json()["body"] == "x"
    assert web.patch(at, json={"body": "y"}, headers=seen).status_code == 412
    assert web.delete(at).json() == {"removed": {"memo": 1}, "seq": web.study.store.head}
    assert web.get(at).json()["code"] == "no-such-memo"


def test_a_memo_about_nothing_that_is_there(web: Browser) -> None:
    def refused(kind: str) -> tuple[int, str]:
        form = {
            "title": "Kesan",
            "body": "",
            "about": [{"kind": kind, "guid": web.study.info.guid}],
        }
        answer = web.post(web.to("/memos"), json=form)
        return answer.status_code, answer.json()["code"]

    assert refused("source") == (404, "no-such-source")
    assert refused("dream") == (422, "unknown-kind")
    assert web.get(web.to("/memos")).json() == {"total": 0, "kinds": {}, "memos": []}
