from __future__ import annotations

from pathlib import Path

from support.servers import served


def test_the_board_tells_its_holes_and_keeps_what_is_said_of_them(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        case = browser.post(browser.to("/cases"), json={"name": "DS"}).json()["guid"]
        board = browser.get(browser.to("/coverage?also=observation&language=id")).json()
        assert "DS tidak memiliki observasi." in board["told"]
        form = {"case": case, "column": "observation", "state": "planned", "reason": "Mei"}
        told = browser.put(browser.to("/coverage"), json=form).json()
        assert [cell["mark"] for cell in told["cells"]] == [{"state": "planned", "reason": "Mei"}]
        assert browser.get(browser.to("/coverage?columns=warna")).status_code == 422
        assert browser.get(browser.to("/displays")).json() == []
