from __future__ import annotations

from support.servers import Browser


def test_questions_are_added_changed_and_removed(web: Browser) -> None:
    made = web.post(web.to("/questions"), json={"text": "Siapa?", "position": 1})
    assert (made.status_code, made.json()["position"]) == (201, 1)
    at = web.to(f"/questions/{made.json()['guid']}")
    changed = web.patch(
        at, json={"text": "Siapa saja?"}, headers={"If-Match": made.headers["etag"]}
    )
    assert changed.json()["text"] == "Siapa saja?"
    late = web.patch(at, json={"position": 2}, headers={"If-Match": made.headers["etag"]})
    assert late.status_code == 412
    assert web.delete(at).json()["removed"] == {"question": 1}
    assert [one["position"] for one in web.get(web.at).json()["questions"]] == [1]
    assert web.post(web.to("/questions"), json={"text": " "}).json()["code"] == "empty-name"
