from __future__ import annotations

from pathlib import Path

from jejak.study import open_study
from support.servers import served


def test_disagreements_are_listed_settled_and_undone(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        alone = browser.get(browser.to("/disagreements?language=id")).json()
        assert alone["reason"] == "Hanya satu orang yang mengodekan: kesepakatan perlu dua orang."
        with open_study(tmp_path / "small.jejak", user="Bayu") as other:
            source = other.sources.get("S-01")
            other.coding.apply(source, *other.coding.locate(source, "namanya"), ["Anonim"])
            bayu = other.user.guid
        told = browser.get(browser.to("/disagreements?by=code&context=6&language=en")).json()
        assert (told["total"], told["reason"], told["coders"]) == (2, None, ["Rina", "Bayu"])
        by_code = {one["code_name"]: one for one in told["disagreements"]}
        words = by_code["Triple-A/Anonim"]
        assert (words["before"], words["text"]) == (" tapi ", "namanya palsu")
        assert words["choices"] == ["keep", "both", "neither", "outer", "inner"]
        assert [one["name"] for one in told["codes"]] == [
            one["code_name"] for one in told["disagreements"]
        ]
        form = {"keys": [words["key"]], "decision": "keep", "kept": bayu, "reason": "Its name."}
        done = browser.post(browser.to("/settlements?language=en"), json=form).json()
        (settled,) = done["settled"]
        assert (settled["told"], settled["reason"]) == ("as Bayu has it", "Its name.")
        assert browser.get(browser.to("/settlements?language=en")).json() == [settled]
        agreed = browser.get(browser.to("/agreement?samples=0&language=en")).json()
        assert (agreed["settled"], agreed["differences"]) == (1, 1)
        again = browser.post(browser.to("/settlements"), json=form)
        assert (again.status_code, again.json()["code"]) == (409, "no-such-disagreement")
        browser.post(browser.to("/undo"), json={})
        assert browser.get(browser.to("/settlements")).json() == []


def test_a_form_that_makes_no_sense_is_refused(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        for form in (
            {"keys": [], "decision": "both"},
            {"keys": ["abcd"], "decision": "toss"},
            {"keys": ["abcd"], "decision": "keep"},
        ):
            assert browser.post(browser.to("/settlements"), json=form).status_code == 422
