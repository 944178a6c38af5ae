from __future__ import annotations

from support.servers import Browser


def test_names_are_found_by_a_few_letters_best_first(web: Browser) -> None:
    web.post(web.to("/cases"), json={"name": "Murah hati"})
    web.post(web.to("/memos"), json={"title": "Tentang harga murah", "body": ""})
    found = web.get(web.to("/search?text=MURAH")).json()
    assert [(one["kind"], one["label"]) for one in found] == [
        ("code", "Murah"),
        ("case", "Murah hati"),
        ("memo", "Tentang harga murah"),
    ]
    assert found[0]["where"] == "Triple-A/Murah"
    assert web.get(web.to("/search?text=01")).json()[0]["kind"] == "source"
    assert web.get(web.to("/search?text=%20")).json() == []
    assert len(web.get(web.to("/search?text=m&limit=1")).json()) == 1
