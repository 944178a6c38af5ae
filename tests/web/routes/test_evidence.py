from __future__ import annotations

from pathlib import Path

import pytest

from jejak.study import open_study
from support.servers import Browser
from support.studies import TALK


@pytest.fixture
def finding(web: Browser) -> str:
    form = {"statement": "Akun murah.", "codes": ["Triple-A"]}
    guid = web.post(web.to("/findings"), json=form).json()["guid"]
    return web.to(f"/findings/{guid}")


def test_evidence_is_a_segment_or_a_stretch_for_or_against(web: Browser, finding: str) -> None:
    segment = web.get(web.to("/segments"), params={"query": "code:Murah"}).json()["segments"][0]
    made = web.post(f"{finding}/evidence", json={"segment": segment["segment"], "weight": 5})
    assert made.status_code == 201, made.text
    assert (made.json()["stance"], made.json()["by"]) == ("supports", "Rina")
    assert made.json()["segment"]["text"] == "Bikin akun baru lagi 😀"
    start = TALK.index("Takut")
    stretch = {"source": segment["source"], "start": start, "end": start + 5}
    against = web.post(
        f"{finding}/evidence", json={**stretch, "stance": "contradicts", "why": "Ada harganya."}
    ).json()
    assert (against["segment"]["text"], against["why"]) == ("Takut", "Ada harganya.")
    listed = web.get(f"{finding}/evidence").json()
    assert listed == [made.json(), against]
    told = web.get(finding).json()
    assert told["counts"] == {"supports": 1, "contradicts": 1, "qualifies": 0}
    assert told["unweighed"] == 1


def test_evidence_is_weighed_anew_and_taken_away(web: Browser, finding: str) -> None:
    source = web.first("sources")["guid"]
    made = web.post(f"{finding}/evidence", json={"source": source, "start": 0, "end": 9})
    at, seen = web.to(f"/evidence/{made.json()['guid']}"), {"If-Match": made.headers["etag"]}
    changed = web.patch(at, json={"stance": "qualifies", "weight": 2}, headers=seen).json()
    assert (changed["stance"], changed["weight"]) == ("qualifies", 2)
    assert web.patch(at, json={"weight": 3}, headers=seen).status_code == 412
    assert web.patch(at, json={"weight": 7}).status_code == 422
    assert web.patch(at, json={"weight": None}).json()["weight"] is None
    assert web.delete(at).json() == {"removed": {"evidence": 1}, "seq": web.study.store.head}
    assert web.get(f"{finding}/evidence").json() == []
    assert web.patch(at, json={"weight": 1}).json()["code"] == "no-such-evidence"
    assert web.delete(at).json()["code"] == "no-such-evidence"


def test_evidence_that_cannot_be(web: Browser, finding: str) -> None:
    source = web.first("sources")["guid"]
    head = web.study.store.head

    def refused(**form: object) -> int:
        return web.post(f"{finding}/evidence", json=form).status_code

    assert refused() == 422
    assert refused(source=source, start=5) == 422
    assert refused(source=source, start=5, end=5) == 422
    assert refused(source=source, start=5, end=9, segment=source) == 422
    assert refused(segment=source) == 404
    assert refused(source=finding[-36:], start=5, end=9) == 404
    assert refused(source=source, start=5, end=9, stance="ignores") == 422
    assert web.study.store.head == head


def test_what_others_coded_and_weighed_is_left_out_where_coders_are_asked_for(
    web: Browser, finding: str, tmp_path: Path
) -> None:
    me = {"coders": web.study.user.guid}
    alone = web.get(finding).json()
    guid = finding.rpartition("/")[2]
    with open_study(tmp_path / "small.jejak", user="Bayu") as other:
        source = other.sources.get("S-01")
        other.coding.apply(source, *other.coding.locate(source, "namanya palsu"), ["Murah"])
        other.coding.apply(source, 0, 9, ["Murah"])
        about = other.findings.get(guid)
        theirs = other.findings.add_evidence(about, source=source, start=0, end=9, why="Rahasia")
        other.findings.judge(about, "participants", "fails", "Rahasia juga")
    start = TALK.index("namanya palsu")
    stretch = {"source": web.first("sources")["guid"], "start": start, "end": start + 13}
    own = web.post(f"{finding}/evidence", json=stretch, params=me).json()
    assert own["segment"]["coders"] == ["Rina"]
    assert [one["guid"] for one in web.get(f"{finding}/evidence", params=me).json()] == [
        own["guid"]
    ]
    assert len(web.get(f"{finding}/evidence").json()) == 2
    told, whole = web.get(finding, params=me), web.get(finding).json()
    assert "Rahasia" not in told.text
    assert "Rahasia" in str(whole)
    assert told.json()["counts"]["supports"] == 1
    assert told.json()["unweighed"] == alone["unweighed"] - 1
    left = web.get(f"{finding}/unweighed", params=me).json()
    assert left["total"] == told.json()["unweighed"]
    assert {name for one in left["segments"] for name in one["coders"]} == {"Rina"}
    assert web.get(web.to("/findings"), params=me).json() == [told.json()]
    at = web.to(f"/evidence/{theirs.guid}")
    assert web.patch(at, json={"weight": 1}, params=me).status_code == 404
    changed = web.patch(finding, json={"statement": "Akun itu murah."}, params=me)
    assert "Rahasia" not in changed.text


def test_a_work_is_evidence_by_its_name(web: Browser, finding: str) -> None:
    work = web.post(web.to("/references"), json={"csl": {"title": "Tali", "type": "book"}}).json()
    made = web.post(f"{finding}/evidence", json={"reference": work["guid"], "stance": "qualifies"})
    assert made.status_code == 201, made.text
    thing = made.json()["thing"]
    assert (thing["kind"], thing["guid"], thing["label"]) == ("reference", work["guid"], "tali")
    assert (made.json()["segment"], made.json()["lost"]) == (None, None)
    both = {"reference": work["guid"], "source": web.first("sources")["guid"], "start": 0, "end": 4}
    assert web.post(f"{finding}/evidence", json=both).status_code == 422
