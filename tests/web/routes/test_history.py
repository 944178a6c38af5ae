from __future__ import annotations

from support.servers import Browser


def test_the_trail_is_told_newest_first(web: Browser) -> None:
    found = web.get(web.to("/history?limit=2&language=en")).json()
    assert found["head"] == web.study.store.head
    newest, older = found["changes"]
    assert (newest["seq"], older["seq"]) == (found["head"], found["head"] - 1)
    assert newest["text"] == "Code a passage of “S-01” with Anonim"
    assert (newest["user_name"], newest["undone"]) == ("Rina", False)
    page = web.get(web.to(f"/history?before={older['seq']}&limit=1")).json()["changes"]
    assert page[0]["seq"] == older["seq"] - 1
    nobody = web.get(web.to(f"/history?user={web.study.info.guid}")).json()
    assert nobody["changes"] == []


def test_texts_are_in_the_language_of_whoever_asks(web: Browser) -> None:
    def text(address: str, accept: str = "") -> str:
        found = web.get(web.to(address), headers={"Accept-Language": accept})
        return found.json()["changes"][0]["text"].split()[0]

    assert text("/history") == "Kodekan"
    assert text("/history", "en-GB,en;q=0.9") == "Code"
    assert text("/history", "de, id;q=0.8, en;q=0.9") == "Code"
    assert text("/history?language=id", "en") == "Kodekan"
    assert text("/history", "fr;q=bad") == "Kodekan"
    assert web.get(web.to("/history?language=fr")).status_code == 422


def test_a_change_shows_what_it_touched(web: Browser) -> None:
    head = web.study.store.head
    found = web.get(web.to(f"/history/{head}")).json()
    kinds = {one["kind"]: one for one in found["entities"]}
    assert set(kinds) == {"coding", "segment"}
    assert kinds["coding"]["before"] is None
    assert kinds["coding"]["after"]["weight"] == 70
    assert not found["more"]
    missing = web.get(web.to(f"/history/{head + 1}"))
    assert (missing.status_code, missing.json()["code"]) == (404, "no-such-change")
    assert web.get(web.to("/history/0")).status_code == 422


def test_undo_and_redo_say_what_they_would_do_and_did(web: Browser) -> None:
    head = web.study.store.head
    before = web.get(web.to("/undo?language=en")).json()
    assert before == {"undo": "Code a passage of “S-01” with Anonim", "redo": None}
    assert web.post(web.to("/undo")).json()["seq"] == head
    assert web.first("sources")["codings"] == 1
    assert web.get(web.to("/undo?language=en")).json()["redo"] == before["undo"]
    assert web.post(web.to("/redo")).json()["seq"] == head
    assert web.first("sources")["codings"] == 2
    refused = web.post(web.to("/redo"))
    assert (refused.status_code, refused.json()["code"]) == (404, "nothing-to-redo")


def test_any_change_can_be_taken_back_unless_something_rests_on_it(web: Browser) -> None:
    head = web.study.store.head
    assert web.post(web.to("/undo"), json={"seq": head - 1}).json()["seq"] == head - 1
    again = web.post(web.to("/undo"), json={"seq": head - 1})
    assert (again.status_code, again.json()["code"]) == (409, "already-done")
    # The code that the remaining coding uses.
    rested = next(
        change["seq"]
        for change in web.get(web.to("/history?language=en")).json()["changes"]
        if change["text"] == "Make the code “Anonim”"
    )
    assert web.post(web.to("/undo"), json={"seq": rested}).status_code == 409
    assert web.post(web.to("/undo"), json={"seq": 0}).status_code == 422


def test_changes_are_told_from_a_number_on(web: Browser) -> None:
    head, source = web.study.store.head, web.first("sources")["guid"]
    told = web.get(web.to(f"/changes?after={head - 1}&language=en")).json()
    assert [one["seq"] for one in told] == [head]
    assert told[0]["touched"] == {"coding": 1, "segment": 1}
    assert told[0]["sources"] == [source]
    assert web.get(web.to(f"/changes?after={head}")).json() == []
    codings = web.get(web.to(f"/sources/{source}/codings")).json()["coding"]
    web.patch(web.to(f"/codings/{codings[0]}"), json={"weight": 5})
    weighed = web.get(web.to(f"/changes?after={head}")).json()
    assert weighed[0]["sources"] == [source]
    web.post(web.to("/undo"))
    assert web.get(web.to(f"/changes?after={head + 1}")).json()[0]["undoes"] == head + 1


def test_the_trail_is_filtered_by_kind_entity_time_and_words(web: Browser) -> None:
    def told(**query: object) -> list[int]:
        found = web.get(web.to("/history"), params={"language": "en", "limit": 100, **query})
        return [one["seq"] for one in found.json()["changes"]]

    head = web.study.store.head
    assert told(kind="coding") == [head, head - 1]
    assert told(text="anonim") == [head, told(text="Make the code “Anonim”")[0]]
    code = web.first("codes", name="Murah")["guid"]
    assert len(told(entity=code)) == 1
    assert told(kind="co") == []
    assert told(since="2100-01-01T00:00:00Z") == []
    assert told(until="2000-01-01T00:00:00Z") == []
    assert len(told(since="2000-01-01T00:00:00Z", until="2100-01-01T00:00:00Z")) == head
    assert told(text="anonim", before=head) == told(text="anonim")[1:]
    assert web.get(web.to("/history?since=yesterday")).status_code == 422


def test_a_change_says_whether_it_can_be_taken_back_and_what_is_against_it(web: Browser) -> None:
    head = web.study.store.head
    free = web.get(web.to(f"/history/{head}")).json()
    assert (free["undoable"], free["why_not"], free["later"]) == (True, None, [])
    made = web.get(web.to("/history"), params={"text": "Make the code “Anonim”", "language": "en"})
    held = web.get(web.to(f"/history/{made.json()['changes'][0]['seq']}?language=en")).json()
    assert (held["undoable"], held["why_not"]) == (False, "rests-on-it")
    assert "rests" in held["why_not_text"]
    assert [one["seq"] for one in held["later"]] == [head]
    assert held["later"][0]["entities"][0]["kind"] == "coding"
    first = web.get(web.to("/history/1")).json()
    assert (first["lasting"], first["why_not"]) == (True, "beginning")
    assert web.study.store.head == head
