from __future__ import annotations

from support.servers import Browser


def test_a_passage_exemplifies_a_code_until_it_is_taken_away(web: Browser) -> None:
    code, source = web.first("codes", name="Murah"), web.first("sources")
    at = web.to(f"/codes/{code['guid']}/examples")
    assert web.get(at).json() == []
    passage = {"source": source["guid"], "start": 3, "end": 8}
    (added,) = web.post(at, json=passage).json()
    assert (added["text"], added["source_name"]) == ("Pakai", "S-01")
    assert web.get(at).json() == [added]
    assert web.post(at, json=passage | {"end": 10**6}).status_code == 422
    assert web.delete(f"{at}/{added['segment']}").json() == []


def test_uses_are_told(web: Browser) -> None:
    folder, source = web.first("codes", name="Triple-A"), web.first("sources")
    uses = web.get(web.to(f"/codes/{folder['guid']}/uses")).json()
    assert uses["sources"] == [{"guid": source["guid"], "name": "S-01", "codings": 2}]
