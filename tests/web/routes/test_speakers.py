from __future__ import annotations

from pathlib import Path

from support.servers import served


def test_speakers_are_tied_and_made_into_cases(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        case = browser.post(browser.to("/cases"), json={"name": "G"}).json()["guid"]
        first = browser.get(browser.to("/speakers")).json()[0]
        assert (first["name"], first["suggested"], first["untied"]) == ("G", case, 1)
        ties = {
            "ties": [
                {"name": "G", "case": case},
                {"name": "P", "source": first["places"][0]["source"], "case": case},
            ]
        }
        assert browser.put(browser.to("/speakers"), json=ties).json()["changed"] == 2
        made = browser.post(browser.to("/speakers/cases"), json={"names": ["DS"]}).json()
        assert made["changed"] == 1
        assert not any(one["untied"] for one in browser.get(browser.to("/speakers")).json())
