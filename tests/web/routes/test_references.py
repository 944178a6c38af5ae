from __future__ import annotations

from pathlib import Path

from support.servers import served

# Written by hand; its last entry is broken.
BIB = b'@book{m20, title={Netz}, author={M\\"uller, H}, year=2020, abstract={Kurz.}}\n@book{x, title = {y'


def test_literature_comes_in_is_cited_merged_and_given_back(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        files = [("files", ("l.bib", BIB, "text/plain"))]
        told = browser.post(browser.to("/references/import?dry_run=true"), files=files).json()
        assert (told["seq"], len(told["new"])) == (None, 1)
        assert [(one["file"], one["where"]) for one in told["problems"]] == [("l.bib", "2")]
        done = browser.post(browser.to("/references/import?language=id"), files=files).json()
        assert "dilewati" in done["problems"][0]["text"]
        work = browser.first("references", key="m20")
        assert (work["short"], work["csl"]["title"]) == ("Müller 2020", "Netz")
        source = browser.study.sources.get("S-01").guid
        at = browser.to(f"/references/{work['guid']}")
        cited = browser.post(f"{at}/cited-by", json={"kind": "source", "guid": source}).json()
        assert [one["label"] for one in cited["cited_by"]] == ["S-01"]
        assert browser.delete(f"{at}/cited-by/{source}").json()["cited_by"] == []
        now = browser.patch(at, json={"key": "m20a", "csl": {"title": "Im Netz"}}).json()
        assert (now["key"], now["csl"]["title"]) == ("m20a", "Im Netz")
        other = browser.post(browser.to("/references"), json={"csl": now["csl"]}).json()
        groups = browser.get(browser.to("/references/duplicates")).json()
        assert groups == [[work["guid"], other["guid"]]]
        merged = {"keep": work["guid"], "others": [other["guid"]]}
        assert browser.post(browser.to("/references/merge"), json=merged).json()["key"] == "m20a"
        made = browser.post(f"{at}/source")
        assert (made.status_code, made.json()["name"]) == (201, "Müller 2020")
        file = browser.get(browser.to("/references/file?ending=.ris"))
        assert "TI  - Im Netz" in file.text
        assert "references.ris" in file.headers["content-disposition"]
        one = browser.get(browser.to(f"/references/file?ending=.bib&reference={work['guid']}"))
        assert one.text.startswith("@book{m20a,")
        assert browser.get(at).json()["guid"] == work["guid"]
        assert browser.delete(at).json()["removed"]["reference"] == 1
        again = browser.post(browser.to("/references"), json={"csl": {"title": "x"}}).json()
        gone = browser.post(browser.to("/references/remove"), json={"guids": [again["guid"]]})
        assert gone.json()["removed"] == {"reference": 1}
        assert browser.post(browser.to("/references/import"), files={}).status_code == 415
