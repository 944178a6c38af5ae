from __future__ import annotations

from typing import Any

from jejak.model import Relation
from support.servers import Browser


def begun(web: Browser, kind: str = "causal-network") -> tuple[str, dict[str, Any]]:
    """A display drawn by hand with two boxes, and where it is."""
    made = web.post(web.to("/displays"), json={"name": "J", "kind": kind}).json()
    at = web.to(f"/displays/{made['guid']}")
    code = web.first("codes", name="Anonim")["guid"]
    about = {"kind": "code", "guid": code}
    one = web.post(f"{at}/nodes", json={"label": "Takut", "about": about, "x": 5})
    assert one.status_code == 201
    assert one.json()["about"] == {**about, "name": "Anonim"}
    web.post(f"{at}/nodes", json={"label": "Akun", "level": "high"})
    return at, web.get(f"{at}/network").json()


def test_boxes_and_arrows_are_drawn_changed_and_removed(web: Browser) -> None:
    at, network = begun(web)
    assert network["boxes"][0] == "variable"
    first, second = network["nodes"]
    assert (first["x"], first["kind"], second["level"]) == (5, "variable", "high")
    form = {"origin": first["guid"], "target": second["guid"], "sign": "-", "strength": 3}
    made = web.post(f"{at}/edges", json=form)
    assert made.status_code == 201
    assert web.post(f"{at}/edges", json=form).json()["code"] == "arrow-there"
    edge = web.to(f"/edges/{made.json()['guid']}")
    changed = web.patch(edge, json={"sign": "±"}, headers={"If-Match": made.headers["etag"]})
    assert (changed.json()["sign"], changed.json()["strength"]) == ("±", 3)
    stale = web.patch(edge, json={"label": "x"}, headers={"If-Match": made.headers["etag"]})
    assert stale.status_code == 412
    node = web.to(f"/nodes/{first['guid']}")
    match = {"If-Match": f'"{first["revision"]}"'}
    assert web.patch(node, json={"about": None, "note": "n"}, headers=match).json()["about"] is None
    assert web.patch(node, json={"label": "x"}, headers=match).status_code == 412
    assert [one["check"] for one in web.get(f"{at}/network").json()["flaws"]] == ["no evidence"]
    gone = web.post(f"{at}/parts/remove", json={"nodes": [first["guid"]]}).json()
    assert gone == {"removed": {"node": 1, "edge": 1}, "seq": web.study.store.head}
    other = web.post(web.to("/displays"), json={"name": "K", "kind": "context-chart"}).json()
    wrong = web.to(f"/displays/{other['guid']}/parts/remove")
    assert web.post(wrong, json={"nodes": [second["guid"]]}).json()["code"] == "no-such-node"


def test_boxes_are_placed_and_arranged(web: Browser) -> None:
    at, network = begun(web)
    first, second = (node["guid"] for node in network["nodes"])
    web.post(f"{at}/edges", json={"origin": second, "target": first})
    places = [{"node": first, "x": 70, "y": -3}]
    moved = web.put(f"{at}/places", json={"places": places}).json()["nodes"][0]
    assert (moved["x"], moved["y"]) == (70, -3)
    arranged = web.put(f"{at}/places", json={}).json()["nodes"]
    assert arranged[1]["x"] < arranged[0]["x"]


def test_arrows_rest_on_passages(web: Browser) -> None:
    at, network = begun(web)
    first, second = (node["guid"] for node in network["nodes"])
    edge = web.post(f"{at}/edges", json={"origin": first, "target": second}).json()["guid"]
    source = web.first("sources")["guid"]
    place = {"source": source, "start": 3, "end": 8}
    told = web.post(f"{at}/grounds", json={"edge": edge, **place}).json()
    ground = told["edges"][0]["evidence"][0]
    assert (ground["text"], ground["source_name"], ground["lost"]) == ("Pakai", "S-01", False)
    assert told["flaws"] == []
    twice = web.post(f"{at}/grounds", json={"edge": edge, "segment": ground["segment"]})
    assert twice.json()["code"] == "already-evidence"
    assert web.post(f"{at}/grounds", json={"edge": edge}).status_code == 422
    assert web.post(f"{at}/grounds", json={"edge": edge, "node": first, **place}).status_code == 422
    assert web.delete(web.to(f"/grounds/{ground['link']}")).status_code == 200
    assert web.delete(web.to(f"/grounds/{ground['link']}")).status_code == 404


def test_cases_and_their_relations_are_suggested(web: Browser) -> None:
    study = web.study
    gita, dewi = study.cases.add("Gita"), study.cases.add("Dewi")
    study.cases.tie_speaker(gita, "G")
    study.cases.tie_speaker(dewi, "DS")
    study.sources.add_text("dua", "Gita bilang begitu.")
    study.cases.tie_source(dewi, study.sources.get("dua"))
    with study.change("Relate") as change:
        change.add(
            Relation(type="friend", origin_kind="case", origin=gita.guid, target_kind="case",
                     target=dewi.guid)
        )  # fmt: skip
    made = web.post(web.to("/displays"), json={"name": "K", "kind": "context-chart"}).json()
    at = web.to(f"/displays/{made['guid']}")
    draft = web.get(f"{at}/draft?language=id").json()
    assert {box["label"] for box in draft["boxes"]} == {"Gita", "Dewi"}
    arrows = {(one["origin"], one["target"]): one["label"] for one in draft["arrows"]}
    assert arrows == {("Gita", "Dewi"): "friend", ("Dewi", "Gita"): "membicarakan"}
    key = next(one["key"] for one in draft["arrows"] if one["label"] == "membicarakan")
    told = web.post(f"{at}/draft?language=id", json={"keys": [key]}).json()
    assert len(told["nodes"]) == 2
    assert told["edges"][0]["evidence"][0]["text"] == "Gita"
    assert [one["label"] for one in web.get(f"{at}/draft").json()["arrows"]] == ["friend"]
    assert web.get(f"{at}/draft").json()["boxes"] == []
    study.undo()
    assert web.get(f"{at}/network").json()["nodes"] == []


def test_codes_that_meet_are_suggested(web: Browser) -> None:
    study = web.study
    source = study.sources.get("S-01")
    for words in ("Takut, tapi namanya palsu", "pakai akun palsu"):
        study.coding.apply(source, *study.coding.locate(source, words), ["Murah", "Anonim"])
    at, _ = begun(web, "cognitive-map")
    draft = web.get(f"{at}/draft").json()
    assert [(one["origin"], one["count"]) for one in draft["arrows"]] == [("Anonim", 2)]
    assert [box["label"] for box in draft["boxes"]] == ["Murah"]
    told = web.post(f"{at}/draft", json={"keys": [draft["arrows"][0]["key"]]}).json()
    assert len(told["nodes"]) == 3
    assert len(told["edges"][0]["evidence"]) == 2


def test_a_display_that_is_computed_is_no_network(web: Browser) -> None:
    made = web.post(web.to("/displays"), json={"name": "T", "kind": "code-frequencies"}).json()
    at = web.to(f"/displays/{made['guid']}")
    assert web.get(f"{at}/network").json()["code"] == "not-drawn-by-hand"
    assert web.post(f"{at}/nodes", json={"label": "x"}).json()["code"] == "not-drawn-by-hand"


def test_a_box_is_put_between_two_others(web: Browser) -> None:
    at, network = begun(web)
    first, second = network["nodes"]
    form = {"origin": first["guid"], "target": second["guid"], "note": "n"}
    made = web.post(f"{at}/edges", json=form)
    edge = web.to(f"/edges/{made.json()['guid']}/between")
    assert web.get(edge).json() == []
    match = {"If-Match": made.headers["etag"]}
    assert web.post(edge, json={}, headers=match).status_code == 422
    put = web.post(edge, json={"label": "Malu"}, headers=match)
    assert (put.status_code, put.json()["note"]) == (201, "Takut → Akun: n")
    ends = [(one["origin"], one["target"]) for one in web.get(f"{at}/network").json()["edges"]]
    middle = put.json()["guid"]
    assert ends == [(first["guid"], middle), (middle, second["guid"])]
    assert web.post(edge, json={"label": "Lagi"}, headers=match).status_code == 404
