from __future__ import annotations

import pytest

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
