from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jejak.displays import DISPLAYS
from jejak.model import say
from jejak.study import open_study
from support.servers import Browser

FREQUENCIES = {"kind": "code-frequencies", "settings": {"by": "source"}}


def test_kinds_of_display_say_what_they_are_for(web: Browser) -> None:
    for language in ("en", "id"):
        kinds = web.get(web.to(f"/displays/kinds?language={language}")).json()
        assert {kind["name"] for kind in kinds} >= {"code-frequencies", "code-cooccurrence"}
        for kind in kinds:
            assert kind["purpose"] in {"explore", "describe", "order", "explain", "predict"}
            assert kind["title"]
            assert kind["about"]
            assert all(setting["label"] for setting in kind["settings"])


def test_a_display_is_computed_and_each_cell_finds_its_segments(web: Browser) -> None:
    matrix = web.post(web.to("/displays/compute"), json=FREQUENCIES).json()
    assert matrix["kind"] == "code-frequencies"
    labels = [row["label"] for row in matrix["rows"]]
    assert {"Anonim", "Murah"} <= set(labels)
    assert matrix["cells"]
    for cell in matrix["cells"]:
        assert 0 <= cell["row"] < len(matrix["rows"])
        assert 0 <= cell["column"] < len(matrix["columns"])
        found = web.get(web.to("/segments"), params={"query": cell["query"]})
        assert found.status_code == 200, cell
        assert found.json()["total"] > 0
    assert matrix["caption"]["title"]


def test_a_display_is_seen_at_the_size_of_a_stamp(web: Browser) -> None:
    small = web.post(web.to("/displays/glimpse"), json={"kind": "code-cooccurrence"}).json()
    assert len(small["shades"]) == len(small["depths"])
    assert small["shades"][0][0] == -2  # a code with itself cannot be asked
    assert small["settings"] == {}
    assert web.post(web.to("/displays/glimpse"), json={"kind": "tea-leaves"}).status_code == 404


def test_a_kind_names_the_command_that_shows_it(web: Browser) -> None:
    kinds = web.get(web.to("/displays/kinds")).json()
    known = {kind["name"] for kind in kinds}
    assert all(f".jejak {kind['name']}" in kind["command"] for kind in kinds)
    assert {kind["name"] for kind in kinds if kind["suggested"]} < known


def test_a_filter_narrows_any_display(web: Browser) -> None:
    wanted = {"kind": "code-frequencies", "settings": {"by": "source", "filter": "weight > 50"}}
    matrix = web.post(web.to("/displays/compute"), json=wanted).json()
    assert [row["label"] for row in matrix["rows"]] == ["Triple-A", "Anonim"]
    assert [cell["value"] for cell in matrix["cells"]] == [1, 1]
    broken = {"kind": "code-frequencies", "settings": {"filter": "weight >"}}
    refused = web.post(web.to("/displays/compute"), json=broken)
    assert (refused.status_code, refused.json()["code"]) == (422, "query-syntax")


def test_displays_that_cannot_be(web: Browser) -> None:
    missing = web.post(web.to("/displays/compute"), json={"kind": "tea-leaves"})
    assert missing.status_code == 404
    file = {"kind": "code-frequencies", "ending": ".csv"}
    for settings in ("[1]", "{", "[" * 10_000):
        refused = web.get(web.to("/displays/file"), params={**file, "settings": settings})
        assert (refused.status_code, refused.json()["code"]) == (422, "bad-settings")
    assert web.get(web.to("/displays/file"), params={**file, "ending": ".exe"}).status_code == 422


@pytest.mark.parametrize(
    ("ending", "begins"), [(".csv", b""), (".svg", b"<svg"), (".xlsx", b"PK"), (".json", b"{")]
)
def test_a_display_is_taken_away_as_a_file(web: Browser, ending: str, begins: bytes) -> None:
    asked = {
        "kind": "code-frequencies",
        "ending": ending,
        "settings": json.dumps(FREQUENCIES["settings"]),
    }
    file = web.get(web.to("/displays/file"), params=asked)
    assert file.status_code == 200, file.text
    assert file.content.startswith(begins)
    assert file.headers["content-disposition"].startswith("attachment")
    assert f"code-frequencies{ending}" in file.headers["content-disposition"]


def test_a_display_is_saved_renamed_and_removed(web: Browser) -> None:
    saved = web.post(web.to("/displays"), json={"name": "Frekuensi", **FREQUENCIES})
    assert saved.status_code == 201
    display = saved.json()
    assert web.get(web.to("/displays")).json() == [display]
    at = web.to(f"/displays/{display['guid']}")
    assert web.get(at).json() == display
    seen = {"If-Match": saved.headers["etag"]}
    changed = web.patch(at, json={"name": "Sering"}, headers=seen).json()
    assert (changed["name"], changed["settings"]) == ("Sering", display["settings"])
    assert web.patch(at, json={"name": "Lain"}, headers=seen).status_code == 412
    taken = web.post(web.to("/displays"), json={"name": "sering", **FREQUENCIES})
    assert (taken.status_code, taken.json()["code"]) == (409, "name-taken")
    assert web.delete(at).json()["removed"] == {"display": 1}
    assert web.get(at).json()["code"] == "no-such-display"


def test_a_display_whose_codes_went_is_shown_with_what_became_of_them(web: Browser) -> None:
    codes = {code["name"]: code["guid"] for code in web.get(web.to("/codes")).json()}
    wanted = {"kind": "code-frequencies", "settings": {"codes": [codes["Murah"]]}}
    web.post(web.to("/displays"), json={"name": "Murah saja", **wanted})
    assert web.delete(web.to(f"/codes/{codes['Murah']}")).status_code == 200
    shown = web.post(web.to("/displays/compute"), json=wanted)
    assert shown.status_code == 200
    assert (shown.json()["rows"], shown.json()["cells"]) == ([], [])
    assert any("Murah" in note for note in shown.json()["caption"]["notes"])
    for ending in (".csv", ".svg", ".html", ".xlsx", ".docx"):
        file = {**wanted, "settings": json.dumps(wanted["settings"]), "ending": ending}
        assert web.get(web.to("/displays/file"), params=file).status_code in (200, 422), ending
    never = {"kind": "code-frequencies", "settings": {"codes": [codes["Murah"][::-1]]}}
    assert web.post(web.to("/displays/compute"), json=never).status_code == 404


def saved_with_case(web: Browser) -> dict:
    wanted = {"name": "Kerangka", "kind": "code-frequencies", "settings": {"by": "source"}}
    return web.post(web.to("/displays"), json=wanted).json()


def test_words_in_a_cell_are_written_seen_and_cleared(web: Browser) -> None:
    saved = saved_with_case(web)
    at = web.to(f"/displays/{saved['guid']}/cells")
    place = {
        "row": web.first("codes", name="Anonim")["guid"],
        "column": web.first("sources")["guid"],
    }
    empty = {"If-Match": '"0"'}
    made = web.put(at, json={**place, "text": "Aman"}, headers=empty)
    assert made.status_code == 200
    assert made.headers["ETag"] == f'"{made.json()["revision"]}"'
    assert made.json()["row_label"] == "Triple-A/Anonim"
    assert web.put(at, json={**place, "text": "lain"}, headers=empty).status_code == 412
    again = {"If-Match": made.headers["ETag"]}
    checked = web.put(at, json={**place, "text": "Aman sekali", "state": "checked"}, headers=again)
    assert [one["text"] for one in web.get(at).json()] == ["Aman sekali"]
    asked = {
        "kind": "code-frequencies",
        "settings": json.dumps({"by": "source"}),
        "ending": ".csv",
        "saved": saved["guid"],
    }
    file = web.get(web.to("/displays/file"), params=asked).content.decode("utf-8-sig")
    assert "Aman sekali" in file
    gone = web.delete(at, params=place, headers={"If-Match": checked.headers["ETag"]})
    assert gone.json()["removed"] == {"cell": 1}
    assert web.get(at).json() == []
    assert web.put(at, json={**place, "text": ""}).status_code == 422


def test_words_move_to_an_empty_cell_that_is_shown(web: Browser) -> None:
    saved = saved_with_case(web)
    at = web.to(f"/displays/{saved['guid']}/cells")
    source = web.first("sources")["guid"]
    anonim, murah = (web.first("codes", name=name)["guid"] for name in ("Anonim", "Murah"))
    made = web.put(at, json={"row": anonim, "column": source, "text": "Aman"})
    seen, there = {"If-Match": made.headers["ETag"]}, {"to_row": murah, "to_column": source}
    place = {"row": anonim, "column": source, **there}
    assert web.patch(at, json=place, headers={"If-Match": '"1"'}).status_code == 412
    moved = web.patch(at, json=place, headers=seen).json()
    assert web.patch(at, json=place).status_code == 404
    assert (moved["guid"], moved["row"], moved["text"]) == (made.json()["guid"], murah, "Aman")
    web.put(at, json={"row": anonim, "column": source, "text": "Lain"})
    taken = web.patch(at, json=place)
    assert (taken.status_code, taken.json()["code"]) == (409, "cell-taken")


def test_a_display_that_another_package_brings_is_offered_and_computed(
    web: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = DISPLAYS.all()
    brought = replace(known["code-frequencies"], name="brought", title=say("Brought along"))
    monkeypatch.setattr(DISPLAYS, "all", lambda: {**known, "brought": brought})
    monkeypatch.setattr(DISPLAYS, "names", lambda: (*known, "brought"))
    monkeypatch.setattr(DISPLAYS, "get", lambda name: {**known, "brought": brought}[name])
    kinds = web.get(web.to("/displays/kinds?language=en")).json()
    told = next(kind for kind in kinds if kind["name"] == "brought")
    assert (told["title"], told["purpose"]) == ("Brought along", brought.purpose)
    assert told["settings"]
    matrix = web.post(web.to("/displays/compute"), json={**FREQUENCIES, "kind": "brought"}).json()
    assert matrix["rows"]
    saved = web.post(web.to("/displays"), json={"name": "Lain", "kind": "brought"}).json()
    assert web.get(web.to(f"/displays/{saved['guid']}/cells")).json() == []


def test_a_display_of_one_coder_alone_has_nothing_of_the_others(
    web: Browser, tmp_path: Path
) -> None:
    me = web.study.user.guid
    alone = web.post(web.to("/displays/compute"), json=FREQUENCIES).json()
    saved = web.post(web.to("/displays"), json={"name": "Tabel", **FREQUENCIES}).json()
    row, column = alone["rows"][0]["key"], alone["columns"][0]["key"]
    with open_study(tmp_path / "small.jejak", user="Bayu") as other:
        source = other.sources.get("S-01")
        other.coding.apply(source, 0, 9, ["Murah", "Anonim"])
        display = other.displays.get("Tabel")
        other.displays.write_cell(display, row, column, "Kata Bayu")
    everybody = web.post(web.to("/displays/compute"), json=FREQUENCIES).json()
    assert everybody["cells"] != alone["cells"]
    blind = web.post(web.to("/displays/compute"), json={**FREQUENCIES, "coders": [me]}).json()
    assert blind == alone
    cells = web.to(f"/displays/{saved['guid']}/cells")
    assert [one["text"] for one in web.get(cells).json()] == ["Kata Bayu"]
    assert web.get(cells, params={"authors": me}).json() == []
    asked = {
        "kind": FREQUENCIES["kind"], "settings": json.dumps(FREQUENCIES["settings"]),
        "ending": ".html", "saved": saved["guid"],
    }  # fmt: skip
    file = web.to("/displays/file")
    assert "Kata Bayu" in web.get(file, params=asked).text
    assert "Kata Bayu" not in web.get(file, params={**asked, "coders": me}).text
