from __future__ import annotations

from support.servers import Browser


def test_a_case_is_made_described_and_removed(web: Browser) -> None:
    made = web.post(web.to("/cases"), json={"name": "G", "attributes": {"peran": "pemakai"}})
    assert made.status_code == 201
    case = made.json()
    assert (case["kind"], case["attributes"]) == ("person", {"peran": "pemakai"})
    assert made.headers["etag"] == f'"{case["revision"]}"'
    at = web.to(f"/cases/{case['guid']}")
    assert web.get(at).json() == case
    assert web.get(web.to("/cases")).json() == [case]
    assert web.get(web.to("/history")).json()["changes"][0]["touched"]["case"] == 1
    seen = {"If-Match": made.headers["etag"]}
    changed = web.patch(
        at,
        json={"description": "Remaja", "attributes": {"peran": None, "usia": "19"}},
        headers=seen,
    ).json()
    assert (changed["description"], changed["attributes"]) == ("Remaja", {"usia": "19"})
    assert changed["revision"] > case["revision"]
    assert web.patch(at, json={"name": "X"}, headers=seen).json()["code"] == "stale-revision"
    assert [row["name"] for row in web.get(web.to("/attributes")).json()] == ["peran", "usia"]
    assert web.delete(at).json()["removed"]["case"] == 1
    assert web.get(at).json()["code"] == "no-such-case"


def test_only_what_was_said_of_a_case_makes_it_stale(web: Browser) -> None:
    first = web.post(web.to("/cases"), json={"name": "G"})
    web.post(web.to("/cases"), json={"name": "P", "attributes": {"usia": "20"}})
    at = web.to(f"/cases/{first.json()['guid']}")
    kept = web.patch(
        at, json={"attributes": {"usia": "19"}}, headers={"If-Match": first.headers["etag"]}
    )
    assert kept.status_code == 200


def test_a_case_that_cannot_be(web: Browser) -> None:
    web.post(web.to("/cases"), json={"name": "G"})
    taken = web.post(web.to("/cases"), json={"name": "g", "attributes": {"usia": "19"}})
    assert (taken.status_code, taken.json()["code"]) == (409, "name-taken")
    assert web.get(web.to("/attributes")).json() == []
    assert web.post(web.to("/cases"), json={"name": "P", "kind": "god"}).status_code == 422


def test_speakers_and_sources_are_tied(web: Browser) -> None:
    guid = web.post(web.to("/cases"), json={"name": "G"}).json()["guid"]
    source = web.first("sources")["guid"]
    at = web.to(f"/cases/{guid}")
    assert web.post(f"{at}/speakers", json={"name": "G", "source": source}).json()["speakers"] == [
        "G"
    ]
    tied = web.post(f"{at}/sources", json={"sources": [source]}).json()
    assert tied["sources"] == [{"guid": source, "name": "S-01"}]
    again = web.post(f"{at}/sources", json={"sources": [source]}).json()
    assert len(again["sources"]) == 1
    assert web.first("sources")["cases"] == [{"guid": guid, "name": "G"}]
    segment = web.get(web.to("/segments"), params={"query": "code:Murah"}).json()["segments"][0]
    assert (segment["case"], segment["case_name"]) == (guid, "G")
    assert web.delete(f"{at}/sources/{source}").json()["sources"] == []
    assert web.post(f"{at}/sources", json={"sources": [guid]}).json()["code"] == "no-such-source"
