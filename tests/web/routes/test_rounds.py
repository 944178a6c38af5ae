from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.coders import coded_study
from support.servers import Browser, browser

CODINGS = (("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 0, 12, "A"), ("Bayu", "S-2", 0, 5, "A"))


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Browser]:
    with coded_study(tmp_path, CODINGS) as study, browser(study) as found:
        yield found


def test_a_round_is_planned_opened_read_and_closed(web: Browser) -> None:
    people = [user["guid"] for user in web.get(web.to("/users")).json()]
    form = {"coders": people, "overlap": 1}
    plan = web.post(web.to("/rounds/plan"), json=form).json()
    assert [one["characters"] for one in plan["coders"]] == [144, 144]
    assert web.get(web.to("/rounds")).json() == []
    made = web.post(web.to("/rounds"), json={**form, "name": "Pilot"})
    assert made.status_code == 201
    guid, first = made.json()["guid"], made.json()["sources"][0]["guid"]
    assert web.get(web.to("")).json()["blind_rounds"] == ["Pilot"]
    refused = web.get(web.to("/agreement"))
    assert (refused.status_code, refused.json()["code"]) == (403, "round-open")
    assert len(web.get(web.to(f"/sources/{first}/codings")).json()["coding"]) == 1
    assert web.get(web.to("/sources?mine=true")).json()["total"] == 3
    read = web.post(web.to(f"/rounds/{guid}/read"), json={"sources": [first]}).json()
    assert [one["state"] for one in read["sources"][0]["readers"]] == ["read", "begun"]
    mine = web.get(web.to("/sources?mine=true&sort=name")).json()["sources"]
    assert [one["name"] for one in mine] == ["S-2", "S-3"]
    assert web.get(web.to("/sources?mine=true&text=S-1")).json()["total"] == 0
    last = read["sources"][2]["guid"]
    given = web.put(web.to(f"/rounds/{guid}/sources/{last}"), json={"coders": people[:1]}).json()
    assert len(given["sources"][2]["readers"]) == 1
    named = web.patch(web.to(f"/rounds/{guid}"), json={"name": "Percobaan"}).json()
    stale = web.post(web.to(f"/rounds/{guid}/close"), json={}, headers={"If-Match": '"1"'})
    assert (named["name"], stale.status_code) == ("Percobaan", 412)
    closed = web.post(web.to(f"/rounds/{guid}/close"), json={"samples": 0}).json()
    assert 0 < closed["figures"][0]["value"] < 1
    assert web.get(web.to("")).json()["blind_rounds"] == []
    assert web.get(web.to("/sources?mine=true")).json()["total"] == 0
    told = web.get(web.to(f"/agreement?round={guid}&samples=0")).json()
    assert told["jointly"]["value"] == closed["figures"][0]["value"]
    assert web.get(web.to("/rounds/file?ending=.csv")).text.count("Percobaan") == 1
    assert web.get(web.to(f"/rounds/{guid}")).json()["closed"] is not None
    assert web.delete(web.to(f"/rounds/{guid}")).json()["removed"]["round"] == 1


def test_while_one_is_blind_others_changes_have_no_words(web: Browser) -> None:
    people = [user["guid"] for user in web.get(web.to("/users")).json()]
    web.post(web.to("/rounds"), json={"coders": people, "overlap": 1, "name": "Pilot"})
    other = [one for one in web.get(web.to("/changes")).json() if one["user"] != people[0]]
    assert other
    assert {one["text"] for one in other} == {""}
    assert web.get(web.to(f"/history/{other[0]['seq']}")).status_code == 403
