"""Checklists over HTTP."""

from __future__ import annotations

from typing import Any

from support.servers import Browser


def item(told: dict[str, Any], number: str) -> dict[str, Any]:
    every = [one for domain in told["domains"] for one in domain["items"]]
    return next(one for one in every if one["number"] == number)


def test_a_checklist_is_read_in_a_language(web: Browser) -> None:
    names = [one["name"] for one in web.get(web.to("/checklists?language=id")).json()]
    assert names == ["coreq", "criteria", "srqr"]
    told = web.get(web.to("/checklists/criteria?language=id")).json()
    assert told["title"] == "Kriteria keterpercayaan"
    assert [one["optional"] for one in told["domains"]] == [False, False, False, False, True]
    assert told["domains"][0]["standard"] == "Kesahihan internal dan keaslian"
    trail = item(told, "D1")
    assert (trail["state"], trail["places"][0]["kind"]) == ("on record", "history")
    assert web.get(web.to("/checklists/prisma")).status_code == 422


def test_an_item_is_answered_changed_and_taken_back(web: Browser) -> None:
    at = web.to("/checklists/coreq/items/10")
    begun = {"If-Match": '"0"'}
    told = web.put(at, json={"text": "By role.", "place": "p. 4"}, headers=begun)
    assert told.status_code == 200
    sampling = item(told.json(), "10")
    (answer,) = sampling["answers"]
    assert (sampling["state"], sampling["computed"]) == ("on record", "not on record")
    assert (answer["text"], answer["place"], answer["own"]) == ("By role.", "p. 4", True)
    stale = web.put(at, json={"state": "partly"}, headers=begun)
    assert (stale.status_code, stale.json()["code"]) == (412, "stale-revision")
    seen = {"If-Match": f'"{answer["revision"]}"'}
    again = item(web.put(at, json={"state": "partly"}, headers=seen).json(), "10")
    assert (again["state"], again["answers"][0]["text"]) == ("partly", "By role.")
    gone = web.delete(at).json()
    assert gone["removed"] == {"item": 1}
    assert web.delete(at).status_code == 404
    assert web.put(web.to("/checklists/coreq/items/33"), json={}).status_code == 404
    assert web.put(at, json={"state": "done"}).status_code == 422


def test_a_checklist_is_a_file(web: Browser) -> None:
    file = web.get(web.to("/checklists/srqr/file?format=csv&language=en"))
    assert "attachment" in file.headers["content-disposition"]
    assert "S21" in file.content.decode("utf-8-sig")
