from __future__ import annotations

import pytest

from support.servers import Browser
from support.studies import TALK


def code(web: Browser, **form: object) -> dict:
    source = web.first("sources")["guid"]
    answer = web.post(web.to("/codings"), json={"source": source, "codes": ["Murah"], **form})
    return answer.json() | {"status": answer.status_code}


def test_a_stretch_is_coded_with_several_codes(web: Browser) -> None:
    start = TALK.index("gampang")
    done = code(web, start=start, end=start + 7, codes=["Murah", "Anonim"], weight=50)
    assert done["seq"] == web.study.store.head
    columns = done["codings"]
    assert columns["start"] == [start, start]
    assert columns["weight"] == [50, 50]
    assert columns["version"] == done["seq"]
    assert web.first("sources")["codings"] == 4


def test_a_quote_is_coded_where_it_stands(web: Browser) -> None:
    done = code(web, quote="akun palsu", memo="lihat lagi", origin="in vivo")
    start = TALK.index("akun palsu")
    assert (done["codings"]["start"], done["codings"]["end"]) == ([start], [start + 10])
    assert done["codings"]["origin"] == ["in vivo"]
    assert (
        web.get(web.to("/memos")).json()["memos"][0]["about"][0]["guid"]
        == done["codings"]["coding"][0]
    )


def test_a_coding_that_is_there_is_given_back_without_a_change(web: Browser) -> None:
    first = code(web, quote="akun palsu")
    again = code(web, quote="akun palsu")
    assert again["seq"] is None
    assert again["codings"]["coding"] == first["codings"]["coding"]


@pytest.mark.parametrize(
    ("form", "status", "problem"),
    [
        ({"start": 9, "end": 3}, 422, "reversed-span"),
        ({"start": 3, "end": 3}, 422, "empty-span"),
        ({"start": 0, "end": len(TALK) + 1}, 422, "span-outside"),
        ({"quote": "tidak pernah"}, 404, "quote-not-found"),
        ({"quote": "akun"}, 409, "quote-ambiguous"),
        ({"start": 0, "end": 3, "codes": ["Mahal"]}, 404, "no-such-code"),
        ({"start": 0, "end": 3, "codes": ["Triple-A"]}, 422, "not-codable"),
        ({"start": 0, "end": 3, "codes": []}, 422, "invalid-request"),
        ({"start": 0, "end": 3, "weight": 101}, 422, "invalid-request"),
        ({"start": "0", "end": 3}, 422, "invalid-request"),
        ({"start": 0}, 422, "invalid-request"),
    ],
)
def test_what_cannot_be_coded_changes_nothing(
    web: Browser, form: dict, status: int, problem: str
) -> None:
    head = web.study.store.head
    refused = code(web, **form)
    assert (refused["status"], refused["code"]) == (status, problem)
    assert web.study.store.head == head


def test_a_source_that_is_not_there(web: Browser) -> None:
    assert code(web, source=web.study.info.guid, quote="a")["code"] == "no-such-source"


def test_a_coding_is_moved_weighed_and_given_another_code(web: Browser) -> None:
    done = code(web, start=0, end=4)
    at = web.to(f"/codings/{done['codings']['coding'][0]}")
    moved = web.patch(at, json={"start": 2, "end": 9, "weight": 3}).json()
    assert (moved["codings"]["start"], moved["codings"]["end"]) == ([2], [9])
    assert moved["codings"]["weight"] == [3]
    assert moved["seq"] == web.study.store.head
    other = web.first("codes", name="Anonim")["guid"]
    changed = web.patch(at, json={"code": other, "weight": None}).json()
    assert (changed["codings"]["code"], changed["codings"]["weight"]) == ([other], [None])
    assert web.patch(at, json={"end": 1}).json()["code"] == "reversed-span"
    stale = web.patch(at, json={"weight": 1}, headers={"If-Match": f'"{done["seq"]}"'})
    assert stale.status_code == 412


def test_codings_are_taken_away_in_one_step(web: Browser) -> None:
    source = web.first("sources")["guid"]
    at = web.to(f"/sources/{source}/codings")
    guids = web.get(at).json()["coding"]
    gone = web.post(web.to("/codings/remove"), json={"codings": [*guids, guids[0]]}).json()
    assert gone == {"removed": 2, "seq": web.study.store.head}
    assert web.get(at).json()["coding"] == []
    again = web.post(web.to("/codings/remove"), json={"codings": guids})
    assert (again.status_code, again.json()["code"]) == (404, "no-such-coding")
    assert web.post(web.to("/codings/remove"), json={"codings": []}).json()["seq"] is None


def test_a_rule_codes_what_it_matches(web: Browser) -> None:
    rule = {"code": "Anonim", "text": "akun", "unit": "block"}
    dry = web.post(web.to("/codings/rule"), json={**rule, "dry_run": True}).json()
    assert dry == {"found": 3, "sources": 1, "fresh": 3, "coded": 0, "seq": None}
    done = web.post(web.to("/codings/rule"), json=rule).json()
    assert done == {
        "found": 3, "sources": 1, "fresh": 3, "coded": 3, "seq": web.study.store.head,
    }  # fmt: skip
    assert web.post(web.to("/codings/rule"), json={"code": "Anonim"}).json()["code"] == "bad-rule"
    broken = {"code": "Anonim", "regex": "("}
    assert web.post(web.to("/codings/rule"), json=broken).status_code == 422


def test_many_codings_are_changed_in_one_step(web: Browser) -> None:
    source = web.first("sources")["guid"]
    columns = web.get(web.to(f"/sources/{source}/codings")).json()
    assert min(columns["revision"]) > 0
    at, codings = web.to("/codings/change"), columns["coding"]
    murah = web.first("codes", name="Murah")["guid"]
    done = web.post(at, json={"codings": codings, "code": murah}).json()
    assert done == {"changed": 1, "seq": web.study.store.head}
    assert web.post(at, json={"codings": codings, "add": ["Anonim"]}).json()["changed"] == 2
    assert web.post(at, json={"codings": codings, "weight": 10}).json()["changed"] == 2
    assert web.post(at, json={"codings": codings, "weight": None}).json()["changed"] == 2
    for wrong in ({}, {"code": ""}, {"add": []}, {"code": murah, "weight": 3}):
        refused = web.post(at, json={"codings": codings, **wrong})
        assert (refused.status_code, refused.json()["code"]) == (422, "invalid-request")


def test_chosen_stretches_are_coded_in_one_step(web: Browser) -> None:
    source, at = web.first("sources")["guid"], web.to("/codings/rule")
    spans = [{"source": source, "start": start, "end": start + 2} for start in (0, 8)]
    done = web.post(at, json={"code": "Anonim", "spans": spans}).json()
    assert (done["found"], done["coded"], done["seq"]) == (2, 2, web.study.store.head)
    again = web.post(at, json={"code": "Anonim", "spans": spans, "dry_run": True}).json()
    assert (again["found"], again["fresh"]) == (2, 0)
    outside = [{"source": source, "start": 0, "end": len(TALK) + 1}]
    assert web.post(at, json={"code": "Anonim", "spans": outside}).json()["code"] == "span-outside"
    part = {"code": "Murah", "text": "aku", "dry_run": True, "sources": [source]}
    assert web.post(at, json=part).json()["found"] == 0
    assert web.post(at, json={**part, "within": True}).json()["found"] == 5
    assert web.post(at, json={**part, "within": True, "sources": []}).json()["found"] == 0
    cased = {**part, "text": "takut", "case_sensitive": True}
    assert web.post(at, json=cased).json()["found"] == 1
