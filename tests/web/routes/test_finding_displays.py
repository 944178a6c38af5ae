from __future__ import annotations

from support.servers import Browser


def test_a_cell_of_a_display_is_cited_told_and_taken_away(web: Browser) -> None:
    finding = web.post(web.to("/findings"), json={"statement": "Akun murah."}).json()
    to = web.to(f"/findings/{finding['guid']}")
    saved = web.post(
        web.to("/displays"),
        json={"name": "Kode", "kind": "matrix", "settings": {"columns": ["study"]}},
    ).json()
    shape = web.post(
        web.to("/displays/compute"), json={"kind": "matrix", "settings": saved["settings"]}
    ).json()
    place = {"row": shape["rows"][0]["key"], "column": shape["columns"][0]["key"]}
    made = web.post(
        f"{to}/cells",
        json={"display": saved["guid"], **place, "stance": "contradicts", "why": "Dua saja."},
    )
    assert made.status_code == 201, made.text
    cell = made.json()["cell"]
    assert (made.json()["stance"], made.json()["segment"]) == ("contradicts", None)
    assert (cell["name"], cell["cell"]["row"], cell["cell"]["differs"]) == (
        "Kode", "Triple-A", False,
    )  # fmt: skip
    assert cell["cell"]["then"] == cell["cell"]["now"]
    assert web.get(f"{to}/evidence").json() == [made.json()]
    whole = web.put(f"{to}/displays/{saved['guid']}").json()
    assert (whole["kept"], whole["changed"]) == (3, [])
    unseen = web.get(f"{to}/displays", params={"coders": [finding["guid"]]}).json()
    assert unseen[0]["changed"] == []
    assert web.delete(f"{to}/displays/{saved['guid']}").json() == []
    refused = web.post(f"{to}/cells", json={"display": saved["guid"], "row": "x", "column": "y"})
    assert refused.status_code == 422
    evidence = web.to(f"/evidence/{made.json()['guid']}")
    headers = {"If-Match": str(made.json()["revision"])}
    assert web.delete(evidence, headers=headers).status_code == 200
    assert web.get(f"{to}/evidence").json() == []
