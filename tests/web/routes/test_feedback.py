from __future__ import annotations

from support.servers import Browser


def test_feedback_is_told_and_a_sheet_taken(web: Browser) -> None:
    study = web.study
    case = study.cases.add("G-1")
    finding = study.findings.add("Semua menjual.", scope="case = G-1")
    study.verification.add(finding, "feedback", case="G-1", answer="agree")
    told = web.get(web.to("/feedback")).json()
    assert (told["response"], told["agreement"]) == (1.0, 1.0)
    assert [(one["name"], one["unasked"]) for one in told["members"]] == [("G-1", [])]
    assert told["lines"][0]["revision"] > 0
    sheet = web.get(web.to("/feedback/sheet"), params={"case": case.guid, "format": "html"})
    assert sheet.status_code == 200, sheet.text
    assert "Semua menjual." in sheet.text
    other = study.cases.add("X")
    assert web.get(web.to("/feedback/sheet"), params={"case": other.guid}).status_code == 422
