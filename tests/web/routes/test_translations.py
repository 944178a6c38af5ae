from __future__ import annotations

from support.servers import Browser


def test_a_segment_is_translated_and_the_evidence_tells_it(web: Browser) -> None:
    form = {"statement": "Akun murah.", "codes": ["Triple-A"]}
    finding = web.to(f"/findings/{web.post(web.to('/findings'), json=form).json()['guid']}")
    segment = web.get(web.to("/segments"), params={"query": "code:Murah"}).json()["segments"][0]
    guid = segment["segment"]
    web.post(f"{finding}/evidence", json={"segment": guid})
    at = web.to(f"/segments/{guid}/translations")
    assert web.get(at).json() == []
    made = {
        "language": "en", "text": "Just make another account", "translator": "Mira", "stale": False,
    }  # fmt: skip
    answer = web.put(f"{at}/en", json={"text": made["text"], "translator": "Mira"})
    assert answer.json() == [made]
    assert web.get(f"{finding}/evidence").json()[0]["translations"] == [made]
    assert web.put(f"{at}/not a language", json={"text": "x"}).status_code == 422
    assert web.put(f"{at}/en", json={"text": ""}).json() == []
