"""What is put on record of findings, over the wire."""

from __future__ import annotations

from support.servers import Browser


def finding(web: Browser, statement: str = "Kebanyakan takut.") -> str:
    guid: str = web.post(web.to("/findings"), json={"statement": statement}).json()["guid"]
    return guid


def test_records_are_made_listed_changed_and_removed(web: Browser) -> None:
    one, other = finding(web), finding(web, "Harga saja.")
    at = web.to(f"/findings/{one}/records")
    for form in (
        {"kind": "search", "query": "memo:*", "inspected": 3, "found": 0},
        {"kind": "feedback", "who": "Rekan", "answer": "partly"},
        {"kind": "rule", "condition": "memo:*", "consequence": "coder:Rina"},
        {"kind": "contest", "rival": other, "state": "weakened"},
        {"kind": "quantity", "phrase": "kebanyakan", "query": "memo:*", "low": 0.5},
        {"kind": "appraisal", "component": "coherence", "concern": "minor", "why": "Satu beda."},
    ):
        made = web.post(at, json=form)
        assert made.status_code == 201, made.text
        assert made.json()["kind"] == form["kind"]
    told = web.get(at).json()
    assert [row["kind"] for row in told] == [
        "search", "feedback", "rule", "contest", "quantity", "appraisal",
    ]  # fmt: skip
    (contest,) = (row for row in told if row["kind"] == "contest")
    assert contest["names"] == {other: "F2"}
    assert contest["by"] == "Rina"
    search = told[0]
    change = web.to(f"/records/search/{search['guid']}")
    seen = {"If-Match": f'"{search["revision"]}"'}
    assert web.patch(change, json={"inspected": 8}, headers=seen).json()["values"]["inspected"] == 8
    assert web.patch(change, json={"inspected": 9}, headers=seen).status_code == 412
    assert web.patch(change, json={"answer": "agree"}).status_code == 422
    assert web.delete(change).json()["removed"] == {"search": 1}
    assert web.delete(change).status_code == 404
    assert len(web.get(at).json()) == 5


def test_words_make_the_reasoning_firm(web: Browser) -> None:
    one = finding(web)
    at = web.to(f"/findings/{one}/reasoning")
    none = web.get(at).json()
    assert (none["weakest"], none["strengths"]) == (None, {})
    assert none["sentence"] == "Belum ada langkah penalaran yang tercatat."
    records = web.to(f"/findings/{one}/records")
    told = {"kind": "step", "proposition": "Mereka takut.", "prediction": "Mereka bercerita."}
    step = web.post(records, json=told).json()
    assert web.get(at).json()["strengths"] == {step["guid"]: "bare"}
    words = web.to(f"/records/step/{step['guid']}/words")
    place = {"source": web.first("sources")["guid"], "start": 3, "end": 12}
    (tied,) = web.post(words, json=place).json()["rests_on"]
    assert tied["where"] == "S-01"
    web.patch(web.to(f"/records/step/{step['guid']}"), json={"seen": "seen"})
    assert web.get(at).json()["strengths"] == {step["guid"]: "firm"}
    assert web.post(words, json={}).status_code == 422
    assert web.delete(f"{words}/{tied['segment']}").json()["rests_on"] == []
    assert web.get(at).json()["weakest"] == step["guid"]


def test_a_finding_that_is_merely_plausible_is_told_and_refused(web: Browser) -> None:
    one = finding(web)
    at = web.to(f"/findings/{one}")
    web.post(f"{at}/records", json={"kind": "plausible", "why": "Kedengarannya benar."})
    told = web.get(at).json()
    assert (told["plausible"], told["confirmed"]) == (True, [])
    refused = web.patch(at, json={"status": "proposition"})
    assert (refused.status_code, refused.json()["code"]) == (409, "status-lacking")
    assert "merely plausible" in refused.text
    there = {"Accept-Language": "id-ID,id;q=0.9,en;q=0.8"}
    told = web.patch(at, json={"status": "proposition"}, headers=there).json()
    assert told["detail"] == (
        "F1 belum dapat berstatus proposisi. Temuan ini ditandai sekadar masuk akal, dan tidak ada"
        " pemeriksaan penegas yang terpenuhi."
    )
    assert told["hint"].endswith("Atau hapus tandanya.")


def test_what_is_no_record_is_refused_in_words(web: Browser) -> None:
    at = web.to(f"/findings/{finding(web)}/records")
    refused = web.post(at, json={"kind": "feedback"})
    assert (refused.status_code, refused.json()["code"]) == (422, "no-person")
    assert web.post(at, json={"kind": "wish"}).status_code == 422
    assert web.get(at).json() == []


def test_circumstances_of_a_segment(web: Browser) -> None:
    source = web.first("sources")["guid"]
    place = {"source": source, "start": 3, "end": 12, "stance": "supports"}
    shown = web.post(web.to(f"/findings/{finding(web)}/evidence"), json=place).json()
    at = web.to(f"/segments/{shown['segment']['segment']}/circumstances")
    assert web.get(at).json()["circumstances"] == {}
    told = web.put(at, json={"circumstances": {"first-hand": True, "in company": False}})
    assert told.json()["circumstances"] == {"first-hand": True, "in company": False}
    told = web.put(at, json={"circumstances": {"first-hand": None}})
    assert told.json()["circumstances"] == {"in company": False}
    assert web.put(at, json={"circumstances": {"loud": True}}).status_code == 422


def test_a_word_of_quantity_has_its_usual_shares_unless_others_are_given(web: Browser) -> None:
    at = web.to(f"/findings/{finding(web)}/records")
    form = {"kind": "quantity", "phrase": "Kebanyakan", "query": "memo:*"}
    told = web.post(at, json=form).json()["values"]
    assert (told["low"], told["high"]) == (0.5, 1.0)
    told = web.post(at, json=form | {"phrase": "takut"}).json()["values"]
    assert (told["low"], told["high"]) == (0.0, 1.0)


def test_what_others_put_on_record_is_told_to_nobody_who_works_blind(web: Browser) -> None:
    at = web.to(f"/findings/{finding(web)}/records")
    web.post(at, json={"kind": "search", "query": "memo:*"})
    (me,) = (one["guid"] for one in web.get(web.to("/users")).json() if one["name"] == "Rina")
    nobody = "01900000-0000-7000-8000-000000000001"
    assert len(web.get(at, params={"coders": me}).json()) == 1
    assert web.get(at, params={"coders": nobody}).json() == []


def test_a_search_offers_what_no_evidence_touches_with_its_reason(web: Browser) -> None:
    at = web.to(f"/findings/{finding(web)}/candidates")
    found = web.get(at, params={"way": "query", "query": 'text:"akun"'}).json()
    assert found["total"] == len(found["segments"]) > 0
    first = found["segments"][0]
    assert (first["text"], first["why"], first["score"]) == (
        "akun", ['Ditemukan oleh “text:"akun"”.'], None,
    )  # fmt: skip
    assert web.get(at).json()["total"] == 0
    assert web.get(at, params={"way": "query", "query": "code:("}).status_code == 422
    assert web.get(at, params={"way": "chance"}).status_code == 422


def test_a_surprise_is_put_on_record_with_its_words_in_one_step(web: Browser) -> None:
    finding = web.post(web.to("/findings"), json={"statement": "Murah."}).json()["guid"]
    source, head = web.first("sources", name="S-01")["guid"], web.study.store.head
    words = [{"source": source, "start": 0, "end": 8}]
    form = {"kind": "surprise", "expectation": "Mahal.", "words": words}
    made = web.post(web.to(f"/findings/{finding}/records"), json=form)
    assert made.status_code == 201
    assert [one["where"] for one in made.json()["rests_on"]] == ["S-01"]
    assert web.study.store.head == head + 1
    bad = web.post(
        web.to(f"/findings/{finding}/records"), json=form | {"words": [{"start": 0, "end": 1}]}
    )
    assert bad.status_code == 422
    rule = {"kind": "plausible", "why": "x", "words": words}
    assert web.post(web.to(f"/findings/{finding}/records"), json=rule).status_code == 422
