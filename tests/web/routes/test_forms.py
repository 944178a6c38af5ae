"""Summary forms over HTTP."""

from __future__ import annotations

from support.servers import Browser


def test_a_form_is_filled_and_read(web: Browser) -> None:
    source = web.first("sources")
    names = {one["name"]: one for one in web.get(web.to("/forms?language=id")).json()}
    assert names["contact"]["title"] == "Ringkasan kontak"
    assert names["contact"]["about"] == "source"
    at = web.to(f"/sources/{source['guid']}/forms/contact")
    empty = web.get(at, params={"language": "en"}).json()
    assert (empty["memo"], empty["revision"]) == (None, 0)
    (question,) = [one for one in empty["asked"] if one["field"]]
    assert question["label"] == "Mengapa?"
    values = {"issues": "Harga.", question["name"]: "Belum."}
    begun = {"If-Match": '"0"'}
    filled = web.put(at, json={"values": values}, headers=begun)
    assert filled.status_code == 200
    assert {o["name"]: o["value"] for o in filled.json()["asked"] if o["value"]} == values
    assert filled.headers["etag"] == f'"{filled.json()["revision"]}"'
    stale = web.put(at, json={"values": {"issues": "Lain."}}, headers=begun)
    assert (stale.status_code, stale.json()["code"]) == (412, "stale-revision")
    refused = web.put(at, json={"values": {"mood": "x"}})
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown-field")
    assert web.get(web.to(f"/sources/{source['guid']}/forms/diary")).status_code == 404
    (sheet,) = web.get(web.to("/sheets")).json()
    assert sheet["forms"] == {"contact": filled.json()["memo"]}
    assert web.get(web.to("/sheets?missing=true")).json() == []
    table = web.get(web.to("/forms/file?name=contact&format=csv&language=en"))
    assert "Harga." in table.content.decode("utf-8-sig")


def test_a_case_has_its_own_form(web: Browser) -> None:
    case = web.post(web.to("/cases"), json={"name": "G"}).json()
    at = web.to(f"/cases/{case['guid']}/forms/case")
    assert web.put(at, json={"values": {"known": "Hati-hati."}}).json()["memo"]
    assert web.get(at).json()["asked"][0]["value"] == "Hati-hati."
    (sheet,) = web.get(web.to("/sheets?of=case")).json()
    assert (sheet["name"], list(sheet["forms"])) == ("G", ["case"])
