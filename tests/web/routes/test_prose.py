from __future__ import annotations

from support.servers import Browser


def test_a_piece_is_written_changed_moved_and_removed(web: Browser) -> None:
    form = {"language": "en", "place": "limits", "side": "before", "text": "Mine."}
    made = web.post(web.to("/prose"), json=form)
    assert made.status_code == 201, made.text
    piece = made.json()
    assert (piece["title"], piece["side"], piece["is_there"]) == ("Limits", "before", True)
    assert web.get(web.to("/prose?language=en")).json() == [piece]
    assert web.get(web.to("/prose?language=id")).json() == []
    assert "Mine." in web.get(web.to("/report?language=en")).text
    at, seen = web.to(f"/prose/{piece['guid']}"), {"If-Match": made.headers["etag"]}
    moved = web.patch(at, json={"place": "trail"}, headers=seen).json()
    assert (moved["place"], moved["side"], moved["text"]) == ("trail", "before", "Mine.")
    assert web.patch(at, json={"text": "x"}, headers=seen).status_code == 412
    assert web.delete(at).json()["removed"] == {"prose": 1}
    assert web.post(web.to("/prose"), json={**form, "place": "moon"}).status_code == 422
    names = {one["name"] for one in web.get(web.to("/prose/places?language=en")).json()}
    assert {"limits", "trail", "narrative"} <= names
