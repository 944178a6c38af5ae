from __future__ import annotations

from pathlib import Path

from support.servers import served


def test_consents_are_recorded_changed_and_removed(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        case = browser.post(browser.to("/cases"), json={"name": "G"}).json()["guid"]
        form = {"case": case, "scope": "wawancara", "terms": {"quote": True}}
        made = browser.post(browser.to("/consents"), json=form)
        assert (made.status_code, made.json()["terms"]) == (201, {"quote": True})
        at = browser.to(f"/consents/{made.json()['guid']}")
        changed = browser.patch(
            at, json={"date": "2020-06"}, headers={"If-Match": made.headers["ETag"]}
        )
        assert changed.json()["date"] == "2020-06"
        assert browser.patch(at, json={"date": "x"}).status_code == 422
        assert len(browser.get(browser.to(f"/consents?case={case}")).json()) == 1
        assert browser.get(browser.to("/cases/columns")).json()["consent"] == ["given"]
        assert browser.delete(at).json()["removed"] == {"consent": 1}
        assert browser.get(browser.to("/consents")).json() == []


def test_a_withdrawal_is_told_and_wants_the_name(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        case = browser.post(browser.to("/cases"), json={"name": "G"}).json()["guid"]
        browser.post(browser.to(f"/cases/{case}/speakers"), json={"name": "G"})
        at = browser.to(f"/cases/{case}/withdraw")
        told = browser.post(at, json={"dry_run": True}).json()
        assert (told["turns"], told["dry_run"]) == ({"S-01": 2}, True)
        refused = browser.post(at, json={"name": "g"})
        assert (refused.status_code, refused.json()["code"]) == (422, "not-confirmed")
        assert "Bikin akun" in browser.study.sources.text(browser.study.sources.get("S-01"))
        done = browser.post(at, json={"name": "G"}).json()
        assert done["seq"] is not None
        assert "Bikin akun" not in browser.study.sources.text(browser.study.sources.get("S-01"))
