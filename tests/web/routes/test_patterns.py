from __future__ import annotations

from support.servers import Browser


def test_codes_are_counted_and_made_a_pattern(web: Browser) -> None:
    _, anonym, cheap = web.get(web.to("/codes")).json()
    source = web.first("sources", name="S-01")["guid"]
    place = {"source": source, "start": 0, "end": 8}
    web.post(web.to("/codings"), json=place | {"codes": [anonym["guid"], cheap["guid"]]})
    assert web.get(web.to("/patterns/together")).json() == []
    asked = f"/patterns/recurrence?code={anonym['guid']}&code={cheap['guid']}"
    found = web.get(web.to(asked)).json()
    assert (found["segments"], found["unowned"], found["silent"]) == (3, 3, [])
    assert [one["path"] for one in found["members"]] == ["Triple-A/Anonim", "Triple-A/Murah"]
    form = {"name": "Jalan pintas", "codes": [anonym["guid"], cheap["guid"]], "why": "Sama."}
    made = web.post(web.to("/patterns"), json=form)
    assert (made.status_code, made.json()["kind"]) == (201, "pattern")
    whole = web.get(web.to(f"/patterns/recurrence?code={made.json()['guid']}")).json()
    assert whole["segments"] == 3
    assert web.post(web.to("/patterns"), json=form).status_code == 409
    assert web.post(web.to("/patterns"), json=form | {"codes": []}).status_code == 422
    assert web.get(web.to("/patterns/recurrence")).status_code == 422


def test_only_the_codings_of_some_people_are_counted(web: Browser) -> None:
    cheap = web.first("codes", name="Murah")
    asked, me = f"/patterns/recurrence?code={cheap['guid']}", web.study.user.guid
    assert web.get(web.to(f"{asked}&coders={me}")).json()["segments"] == 1
    for address in (asked, "/patterns/together?limit=5"):
        other = f"{address}{'&' if '?' in address else '?'}coders={cheap['guid']}"
        assert web.get(web.to(other)).json()["code"] == "no-such-user"
