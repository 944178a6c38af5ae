from __future__ import annotations

from support.servers import Browser


def finding(web: Browser, statement: str) -> dict:
    return web.post(web.to("/findings"), json={"statement": statement}).json()


def test_a_finding_is_placed_only_as_it_was_seen(web: Browser) -> None:
    one, two = finding(web, "Satu"), finding(web, "Dua")
    at = web.to(f"/findings/{two['guid']}/place")
    seen = {"If-Match": f'"{two["revision"]}"'}
    wanted = {"status": "hunch", "before": one["guid"]}
    placed = web.post(at, json=wanted, headers=seen)
    assert (placed.status_code, placed.json()["position"]) == (200, 1)
    assert web.post(at, json={"status": "rejected"}, headers={"If-Match": '"1"'}).status_code == 412
    refused = web.post(at, json={"status": "verified"})
    assert (refused.status_code, refused.json()["code"]) == (409, "status-lacking")
    moved = web.post(at, json={"status": "rejected"})
    assert moved.json()["status"] == "rejected"


def test_rivals_are_tied_and_untied(web: Browser) -> None:
    one, two = finding(web, "Satu"), finding(web, "Dua")
    rival = web.to(f"/findings/{one['guid']}/rivals/{two['guid']}")
    told = web.put(rival, json={"why": "Lebih lemah"}).json()["rivals"]
    assert [(each["label"], each["why"]) for each in told] == [(two["label"], "Lebih lemah")]
    assert web.delete(rival).json()["rivals"] == []
