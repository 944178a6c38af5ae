from __future__ import annotations

from support.servers import Browser


def first_coding(web: Browser) -> str:
    return web.study.retrieval.find("code:Murah").segments[0].codings[0]


def test_an_event_is_noted_from_words_changed_and_removed(web: Browser) -> None:
    case = web.post(web.to("/cases"), json={"name": "Gita"}).json()["guid"]
    web.post(web.to(f"/cases/{case}/speakers"), json={"name": "G"})
    form = {"name": "Akun baru", "date": "Mei 2020", "shown": [{"segment": first_coding(web)}]}
    made = web.post(web.to("/events?language=id"), json=form)
    assert made.status_code == 201
    told = made.json()
    assert (told["date"], told["when"]) == ("2020-05", "Mei 2020")
    assert [one["name"] for one in told["actors"]] == ["Gita"]
    assert [one["label"] for one in told["evidence"]] == ["Bikin akun baru lagi 😀"]
    at = web.to(f"/events/{told['guid']}")
    seen = {"If-Match": made.headers["ETag"]}
    changed = web.patch(at, json={"critical": True, "actors": []}, headers=seen)
    assert (changed.json()["critical"], changed.json()["actors"]) == (True, [])
    assert web.patch(at, json={"place": "x"}, headers=seen).status_code == 412
    assert web.patch(at, json={"date": "soon"}).status_code == 422
    source = web.study.sources.get("S-01").guid
    shown = {"shown": [{"source": source, "start": 0, "end": 9}]}
    passages = web.post(f"{at}/evidence", json=shown).json()["evidence"]
    assert [one["start"] for one in passages] == [22, 0]
    gone = web.delete(f"{at}/evidence/{passages[1]['guid']}").json()
    assert gone["removed"] == {"link": 1}
    assert web.get(at).json()["place"] == ""
    assert len(web.get(web.to("/events?critical=true&since=2020")).json()) == 1
    assert web.get(web.to("/events?since=2021")).json() == []
    assert web.delete(at).json()["removed"]["event"] == 1
    assert web.get(web.to("/events")).json() == []


def test_events_are_put_into_an_order(web: Browser) -> None:
    guids = [web.post(web.to("/events"), json={"name": name}).json()["guid"] for name in "ab"]
    told = web.post(web.to("/events/order"), json={"guids": guids[::-1]}).json()
    assert [one["name"] for one in told] == ["b", "a"]
