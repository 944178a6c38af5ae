from __future__ import annotations

from jejak.study import open_study
from support.servers import Browser


def test_a_set_is_made_filled_changed_and_removed(web: Browser) -> None:
    cheap = web.first("codes", name="Murah")["guid"]
    made = web.post(web.to("/sets"), json={"name": "Biaya", "of": "code", "members": [cheap]})
    assert made.status_code == 201
    group = made.json()
    assert (group["members"], group["query"], group["problem"]) == ([cheap], None, None)
    at = web.to(f"/sets/{group['guid']}")
    anonym = web.first("codes", name="Anonim")["guid"]
    put = web.post(f"{at}/members", json={"add": [anonym], "remove": [cheap]}).json()
    assert (put["members"], put["revision"]) == ([anonym], web.study.store.head)
    stale = {"If-Match": made.headers["etag"]}
    assert web.patch(at, json={"name": "Lain"}, headers=stale).status_code == 412
    assert web.patch(at, json={"name": "Lain"}).json()["name"] == "Lain"
    assert web.get(at).json()["name"] == "Lain"
    assert [one["name"] for one in web.get(web.to("/sets?of=code")).json()] == ["Lain"]
    assert web.get(web.to("/sets?of=case")).json() == []
    assert web.delete(at).json() == {"removed": {"set": 1, "link": 1}, "seq": web.study.store.head}
    assert web.get(at).json()["code"] == "no-such-set"


def test_a_query_fills_a_set(web: Browser) -> None:
    form = {"name": "Cari", "of": "source", "query": "code:Murah"}
    group = web.post(web.to("/sets"), json=form).json()
    assert len(group["members"]) == 1
    at = web.to(f"/sets/{group['guid']}")
    assert web.patch(at, json={"query": "("}).json()["code"] == "query-syntax"
    assert (
        web.post(f"{at}/members", json={"add": group["members"]}).json()["code"] == "set-by-query"
    )


def test_a_set_tells_what_its_query_finds_of_some_coders_alone(web: Browser) -> None:
    study = web.study
    with open_study(study.store.path, user="Bayu") as other:
        source = other.sources.get("S-01")
        other.coding.apply(source, 0, 3, ["Murah"])
        bayu = other.user.guid
    form = {"name": "Cari", "of": "segment", "query": "code:Murah"}
    mine = web.post(f"{web.to('/sets')}?coders={study.user.guid}", json=form).json()
    assert (mine["count"], len(mine["members"])) == (1, 1)
    at = web.to(f"/sets/{mine['guid']}")
    asked = {one: f"coders={one}" for one in (study.user.guid, bayu)}
    for who in asked.values():
        for found in (web.get(f"{at}?{who}").json(), web.get(f"{web.to('/sets')}?{who}").json()[0]):
            assert (found["count"], len(found["members"])) == (1, 1)
    assert web.get(at).json()["count"] == 2
    changed = web.patch(f"{at}?{asked[bayu]}", json={"name": "Murah"}).json()
    assert (changed["name"], changed["count"]) == ("Murah", 1)
