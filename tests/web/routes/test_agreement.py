from __future__ import annotations

from pathlib import Path

from jejak.study import open_study
from support.servers import served


def test_agreement_is_told_with_its_places_and_what_was_computed(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        alone = browser.get(browser.to("/agreement?language=id")).json()
        assert alone["jointly"]["value"] is None
        assert alone["remarks"] == [
            "Hanya satu orang yang mengodekan: kesepakatan perlu dua orang."
        ]
        with open_study(tmp_path / "small.jejak", user="Bayu") as other:
            source = other.sources.get("S-01")
            other.coding.apply(source, *other.coding.locate(source, "namanya"), ["Anonim"])
        told = browser.get(browser.to("/agreement?samples=0&language=en")).json()
        assert told["coders"] == ["Rina", "Bayu"]
        assert 0 < told["jointly"]["value"] < 1
        assert [one["code"] for one in told["codes"]] == ["Triple-A/Anonim", "Triple-A/Murah"]
        assert told["places"][0]["without"] == ["Bayu"]
        assert "Krippendorff’s alpha" in told["methods"]
        assert (told["unit"], told["options"]) == ("character", {})
        weighed = browser.get(
            browser.to(
                "/agreement?measure=cohen-kappa&set=weights=linear&interval=none&language=en"
            )
        ).json()
        assert (weighed["options"], weighed["jointly"]["interval"]) == ({"weights": "linear"}, None)
        assert weighed["codes"][0]["observed"] > weighed["codes"][0]["expected"]
        spans = browser.get(browser.to("/agreement?measure=span-f1&unit=word")).json()
        assert (spans["unit"], spans["options"]) == (None, {"overlap": 1.0})
        stated = browser.get(browser.to("/agreement?read=Bayu=*&read=Rina=*&language=en")).json()
        assert "was stated" in stated["methods"]
        for bad in ("set=weights=heavy", "set=weights", "interval=guess"):
            answer = browser.get(browser.to(f"/agreement?measure=cohen-kappa&{bad}"))
            assert answer.status_code == 422
        wrong = browser.get(browser.to("/agreement?measure=delta"))
        assert (wrong.status_code, wrong.json()["code"]) == (404, "no-such-coefficient")


def test_saturation_is_told_step_by_step(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        told = browser.get(browser.to("/saturation?base=1&run=1&language=en")).json()
        assert [(one["name"], len(one["new"])) for one in told["steps"]] == [("S-01", 2)]
        assert "need 2 sources; there are 1" in told["remarks"][0]
        assert told["stopping"]["label"] is None
        assert browser.get(browser.to("/saturation?by=page")).status_code == 422
        off = browser.put(browser.to("/saturation/use"), json={"used": False, "why": "Tidak."})
        assert off.json() == browser.get(browser.to("/saturation/use")).json() == {"off": "Tidak."}
        assert browser.get(browser.to("/saturation")).json()["code"] == "saturation-off"
        on = browser.put(browser.to("/saturation/use"), json={"used": True})
        assert on.json() == {"off": None}


def test_coefficients_are_listed_with_what_they_are(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        kinds = browser.get(browser.to("/coefficients?language=id")).json()
    by_name = {one["name"]: one for one in kinds}
    assert by_name["alpha"]["title"] == "Alfa Krippendorff"
    assert by_name["alpha"]["units"]
    assert by_name["joint-alpha"]["units"]
    assert by_name["set-alpha"]["units"]
    assert not by_name["gamma"]["units"]
    assert by_name["gamma"]["options"][3] == {
        "name": "samples", "usual": 30, "choices": [], "whole": True,
    }  # fmt: skip
    assert by_name["scott-pi"]["options"][0]["choices"][1] == "linear"
    assert by_name["gamma"]["source"] == "Mathet, Widlöcher & Métivier 2015"
