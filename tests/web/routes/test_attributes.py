from __future__ import annotations

from pathlib import Path

from support.servers import served


def test_attributes_are_made_changed_arranged_and_removed(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        form = {"name": "peran", "type": "list", "options": ["penjual", "pembeli"]}
        made = browser.post(browser.to("/attributes"), json=form)
        assert (made.status_code, made.json()["options"]) == (201, ["penjual", "pembeli"])
        usia = browser.post(browser.to("/attributes"), json={"name": "usia"}).json()
        order = {"guids": [usia["guid"], made.json()["guid"]]}
        arranged = browser.put(browser.to("/attributes/order"), json=order).json()
        assert [one["name"] for one in arranged] == ["usia", "peran"]
        assert browser.get(browser.to("/attributes?of=source")).json() == []
        at = browser.to(f"/attributes/{usia['guid']}")
        browser.post(browser.to("/cases"), json={"name": "G", "attributes": {"usia": "tua"}})
        misfits = browser.get(f"{at}/misfits?type=number").json()["misfits"]
        assert [(one["name"], one["value"]) for one in misfits] == [("G", "tua")]
        refused = browser.patch(at, json={"type": "number"})
        assert (refused.status_code, refused.json()["code"]) == (409, "values-do-not-fit")
        stale = browser.patch(at, json={"name": "umur"}, headers={"If-Match": '"1"'})
        assert stale.status_code == 412
        changed = browser.patch(at, json={"type": "number", "clear": True}).json()
        assert changed["type"] == "number"
        assert browser.delete(at).json()["removed"]["attribute"] == 1


def test_a_block_of_values_tells_what_it_refused(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        case = browser.post(browser.to("/cases"), json={"name": "G"}).json()["guid"]
        usia = browser.post(browser.to("/attributes"), json={"name": "usia", "type": "number"})
        guid = usia.json()["guid"]
        one = {"owner": case, "attribute": guid}
        done = browser.put(
            browser.to("/values?language=id"),
            json={"of": "case", "values": [{**one, "value": "x"}]},
        ).json()
        assert (done["changed"], done["seq"]) == (0, None)
        assert "bukan angka" in done["refused"][0]["why"]
        form = {"values": [{**one, "value": "31", "seen": None}]}
        assert browser.put(browser.to("/values"), json=form).json()["changed"] == 1
        assert browser.put(
            browser.to("/values"), json={"values": [{**one, "value": "9", "seen": "8"}]}
        ).json()["refused"]
        found = browser.get(browser.to(f"/values?of=case&owner={case}")).json()
        assert found == [{**one, "value": "31"}]
