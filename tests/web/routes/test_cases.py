from __future__ import annotations

from pathlib import Path

from support.servers import Browser, served


def test_a_case_is_made_described_and_removed(web: Browser) -> None:
    made = web.post(web.to("/cases"), json={"name": "G", "attributes": {"peran": "pemakai"}})
    assert made.status_code == 201
    case = made.json()
    assert (case["kind"], case["attributes"]) == ("person", {"peran": "pemakai"})
    assert made.headers["etag"] == f'"{case["revision"]}"'
    at = web.to(f"/cases/{case['guid']}")
    assert web.get(at).json() == case
    assert web.get(web.to("/cases")).json() == [case]
    assert web.get(web.to("/history")).json()["changes"][0]["touched"]["case"] == 1
    seen = {"If-Match": made.headers["etag"]}
    changed = web.patch(
        at,
        json={"description": "Remaja", "attributes": {"peran": None, "usia": "19"}},
        headers=seen,
    ).json()
    assert (changed["description"], changed["attributes"]) == ("Remaja", {"usia": "19"})
    assert changed["revision"] > case["revision"]
    assert web.patch(at, json={"name": "X"}, headers=seen).json()["code"] == "stale-revision"
    assert [row["name"] for row in web.get(web.to("/attributes")).json()] == ["peran", "usia"]
    assert web.delete(at).json()["removed"]["case"] == 1
    assert web.get(at).json()["code"] == "no-such-case"


def test_only_what_was_said_of_a_case_makes_it_stale(web: Browser) -> None:
    first = web.post(web.to("/cases"), json={"name": "G"})
    web.post(web.to("/cases"), json={"name": "P", "attributes": {"usia": "20"}})
    at = web.to(f"/cases/{first.json()['guid']}")
    kept = web.patch(
        at, json={"attributes": {"usia": "19"}}, headers={"If-Match": first.headers["etag"]}
    )
    assert kept.status_code == 200


def test_a_case_that_cannot_be(web: Browser) -> None:
    web.post(web.to("/cases"), json={"name": "G"})
    taken = web.post(web.to("/cases"), json={"name": "g", "attributes": {"usia": "19"}})
    assert (taken.status_code, taken.json()["code"]) == (409, "name-taken")
    assert web.get(web.to("/attributes")).json() == []
    assert web.post(web.to("/cases"), json={"name": "P", "kind": "god"}).status_code == 422


def test_speakers_and_sources_are_tied(web: Browser) -> None:
    guid = web.post(web.to("/cases"), json={"name": "G"}).json()["guid"]
    source = web.first("sources")["guid"]
    at = web.to(f"/cases/{guid}")
    assert web.post(f"{at}/speakers", json={"name": "G", "source": source}).json()["speakers"] == [
        "G"
    ]
    tied = web.post(f"{at}/sources", json={"sources": [source]}).json()
    assert tied["sources"] == [{"guid": source, "name": "S-01"}]
    again = web.post(f"{at}/sources", json={"sources": [source]}).json()
    assert len(again["sources"]) == 1
    assert web.first("sources")["cases"] == [{"guid": guid, "name": "G"}]
    segment = web.get(web.to("/segments"), params={"query": "code:Murah"}).json()["segments"][0]
    assert (segment["case"], segment["case_name"]) == (guid, "G")
    assert web.delete(f"{at}/sources/{source}").json()["sources"] == []
    assert web.post(f"{at}/sources", json={"sources": [guid]}).json()["code"] == "no-such-source"


def test_a_table_of_cases_is_read_told_and_written(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        table = b"kasus;usia\nG;31\nDS;tua\n"
        files = [("files", ("kasus.csv", table, "text/csv"))]
        read = browser.post(browser.to("/cases/read"), files=files).json()
        assert read == {"columns": ["kasus", "usia"], "rows": [["G", "31"], ["DS", "tua"]]}
        rows = [{"name": name, "values": {"usia": usia}} for name, usia in read["rows"]]
        form = {"rows": rows, "types": {"usia": "number"}}
        told = browser.post(browser.to("/cases/table"), json={**form, "dry_run": True}).json()
        assert (told["made"], told["seq"]) == (["G", "DS"], None)
        done = browser.post(browser.to("/cases/table?language=id"), json=form).json()
        assert "bukan angka" in done["refused"][0]["why"]
        columns = browser.get(browser.to("/cases/columns")).json()
        assert (columns["name"], list(columns["values"].values())) == (["G", "DS"], [["31", None]])
        file = browser.get(browser.to("/cases/file?ending=.csv"))
        assert "G,person" in file.content.decode("utf-8-sig")
        codes = browser.get(browser.to(f"/cases/{columns['guid'][0]}/codes")).json()
        assert codes == []
        browser.post(browser.to(f"/cases/{columns['guid'][0]}/speakers"), json={"name": "G"})
        counted = browser.get(browser.to(f"/cases/{columns['guid'][0]}/codes")).json()
        assert [(one["path"], one["codings"]) for one in counted] == [
            ("Triple-A/Anonim", 1), ("Triple-A/Murah", 1),
        ]  # fmt: skip
        gone = browser.post(browser.to("/cases/remove"), json={"guids": columns["guid"]}).json()
        assert gone["removed"]["case"] == 2
        wrong = [("files", ("kasus.docx", table, "text/csv"))]
        assert browser.post(browser.to("/cases/read"), files=wrong).status_code == 422
