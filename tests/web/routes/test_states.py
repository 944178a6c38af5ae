from __future__ import annotations

from support.servers import Browser


def test_an_event_leads_to_a_state_and_no_more(web: Browser) -> None:
    event = web.post(web.to("/events"), json={"name": "Blokir"}).json()["guid"]
    made = web.post(web.to("/states"), json={"name": "Diam", "date": "2020/.."})
    state = made.json()["guid"]
    assert (made.status_code, made.json()["when"]) == (201, "2020 atau sesudahnya")
    lead = {"origin_kind": "event", "origin": event, "target_kind": "state", "target": state}
    assert web.post(web.to("/leads"), json=lead | {"why": "takut"}).status_code == 201
    (told,) = web.get(web.to("/states")).json()
    assert [(one["label"], one["why"]) for one in told["follows"]] == [("Blokir", "takut")]
    assert web.post(web.to("/leads"), json=lead | {"target": event}).status_code == 404
    relation = told["follows"][0]["guid"]
    assert web.delete(web.to(f"/leads/{relation}")).json()["removed"] == {"relation": 1}
    at = web.to(f"/states/{state}")
    assert web.get(at).json()["when"] == "2020 atau sesudahnya"
    seen = {"If-Match": made.headers["ETag"]}
    assert web.patch(at, json={"name": "Sunyi"}, headers=seen).json()["name"] == "Sunyi"
    assert web.patch(at, json={"name": "x"}, headers=seen).status_code == 412
    assert web.delete(at).json()["removed"] == {"state": 1}
