from __future__ import annotations

from support.servers import Browser


def test_two_cases_are_related_changed_and_let_go(web: Browser) -> None:
    one, other = (
        web.post(web.to("/cases"), json={"name": name}).json()["guid"] for name in ("Gita", "Desi")
    )
    form = {
        "type": "knows", "origin_kind": "case", "origin": one, "target_kind": "case", "target": other,
    }  # fmt: skip
    made = web.post(web.to("/relations"), json=form | {"memo": "sejak 2019"})
    assert made.status_code == 201
    told = web.get(web.to(f"/relations?of={other}")).json()
    assert told["types"] == ["knows"]
    (relation,) = told["relations"]
    assert (relation["origin"]["label"], relation["target"]["label"]) == ("Gita", "Desi")
    assert web.post(web.to("/relations"), json=form | {"target": one}).status_code == 422
    at = web.to(f"/relations/{relation['guid']}")
    seen = {"If-Match": made.headers["ETag"]}
    assert web.patch(at, json={"type": "hires"}, headers=seen).json()["type"] == "hires"
    assert web.patch(at, json={"memo": "x"}, headers=seen).status_code == 412
    assert web.delete(at).json()["removed"] == {"relation": 1}
    assert web.get(web.to("/relations")).json()["relations"] == []


def test_a_code_is_put_between_two_that_are_related(web: Browser) -> None:
    codes = [
        web.post(web.to("/codes"), json={"name": name}).json()["guid"]
        for name in ("Satu", "Dua", "Tiga")
    ]
    ends = {"origin_kind": "code", "origin": codes[0], "target_kind": "code", "target": codes[1]}
    made = web.post(web.to("/relations"), json=ends | {"type": "explains", "memo": "Ya."})
    at = web.to(f"/relations/{made.json()['guid']}/between")
    assert web.get(at).json() == []
    seen = {"If-Match": made.headers["ETag"]}
    assert web.post(at, json={"guid": codes[0]}, headers=seen).status_code == 422
    halves = web.post(at, json={"guid": codes[2]}, headers=seen)
    assert halves.status_code == 201
    told = [(one["origin"]["guid"], one["target"]["guid"], one["memo"]) for one in halves.json()]
    assert told == [(codes[0], codes[2], "Ya."), (codes[2], codes[1], "Ya.")]
    assert web.get(at).status_code == 404
