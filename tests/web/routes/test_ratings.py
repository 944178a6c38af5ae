from __future__ import annotations

from support.servers import Browser


def test_cases_are_rated_with_their_evidence(web: Browser) -> None:
    case = web.post(web.to("/cases"), json={"name": "G"}).json()["guid"]
    web.post(web.to("/cases"), json={"name": "S"})
    form = {"name": "Risiko", "type": "rating", "options": ["rendah", "tinggi"]}
    variable = web.post(web.to("/attributes"), json=form).json()["guid"]
    source = web.study.sources.get("S-01").guid
    rating = {
        "case": case, "variable": variable, "value": "tinggi", "date": "2020",
        "shown": [{"source": source, "start": 0, "end": 9}],
    }  # fmt: skip
    made = web.post(web.to("/ratings"), json=rating)
    assert (made.status_code, made.json()["when"], made.json()["shown"]) == (201, "2020", True)
    at = web.to(f"/ratings/{made.json()['guid']}")
    assert web.patch(at, json={"value": "besar"}).status_code == 422
    changed = web.patch(
        at, json={"value": "rendah", "date": ""}, headers={"If-Match": made.headers["ETag"]}
    )
    assert (changed.json()["value"], changed.json()["when"]) == ("rendah", "secara keseluruhan")
    grid = web.get(web.to("/ratings")).json()
    assert [one["name"] for one in grid["variables"]] == ["Risiko"]
    assert [one["name"] for one in grid["cases"]] == ["G", "S"]
    assert [one["value"] for one in grid["ratings"]] == ["rendah"]
    assert web.get(web.to(f"/values?of=case&owners={case}")).json()[0]["value"] == "rendah"
    ends = web.get(web.to("/ratings/extremes?variable=Risiko")).json()
    assert ([one["name"] for one in ends["typical"]], ends["lowest"]) == (["G"], None)
    profiles = web.get(web.to("/ratings/profiles")).json()
    assert [(one["name"], one["distance"]) for one in profiles] == [("G", 0.0), ("S", None)]
    more = web.post(f"{at}/evidence", json={"shown": [{"source": source, "start": 3, "end": 5}]})
    assert len(more.json()["evidence"]) == 2
    segment = more.json()["evidence"][1]["guid"]
    assert web.delete(f"{at}/evidence/{segment}").json()["removed"] == {"link": 1}
    assert web.delete(at).json()["removed"]["rating"] == 1
    assert web.get(web.to("/ratings")).json()["ratings"] == []
