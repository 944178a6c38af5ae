from __future__ import annotations

from pathlib import Path

from jejak.study import open_study
from support.servers import Browser, browser


def test_remarks_are_made_answered_and_taken_away(web: Browser) -> None:
    source = web.first("sources")["guid"]
    body = {"target_kind": "source", "target": source, "text": "Siapa?", "start": 3, "end": 8}
    made = web.post(web.to("/remarks"), json=body)
    assert made.status_code == 201, made.text
    remark = made.json()
    assert (remark["target_kind"], remark["passage"]) == ("segment", "Pakai")
    at = web.to(f"/remarks/{remark['guid']}")
    answered = web.patch(at, json={"answer": "Tidak tahu.", "settled": True}).json()
    assert (answered["answer"], answered["settled"]) == ("Tidak tahu.", True)
    assert len(web.get(web.to("/remarks"), params={"of": source}).json()) == 1
    assert web.get(web.to("/remarks/file")).status_code == 422
    assert web.delete(at).json()["removed"] == {"remark": 1, "segment": 1}


def test_a_copy_is_read_remarked_on_and_sent_back(web: Browser, tmp_path: Path) -> None:
    made = web.post(web.to("/audit/copy"), json={"texts": "evidence"})
    assert made.content.startswith(b"SQLite format 3")
    (tmp_path / "copy.jejak").write_bytes(made.content)
    with open_study(tmp_path / "copy.jejak", user="Dr. Tari") as study, browser(study) as copy:
        told = copy.get(copy.to("")).json()
        assert told["copy_of"]["texts"] == "evidence"
        assert "auditor" in told["read_only"]
        code = copy.first("codes")["guid"]
        body = {"target_kind": "code", "target": code, "text": "Terlalu luas? " * 100}
        assert copy.post(copy.to("/remarks"), json=body).status_code == 201
        refused = copy.post(copy.to("/codes"), json={"name": "Baru"})
        assert refused.json()["code"] == "auditor-copy"
        sent = copy.get(copy.to("/remarks/file")).text
    taken = web.post(web.to("/remarks/import"), json={"content": sent}).json()
    assert taken == {"added": 1, "changed": 0, "known": 0, "homeless": 0}
    assert web.get(web.to("/remarks")).json()[0]["who"] == "Dr. Tari"
    assert web.post(web.to("/remarks/import"), json={"content": "{}"}).status_code == 422


def test_a_case_is_remarked_on(web: Browser) -> None:
    case = web.post(web.to("/cases"), json={"name": "Gita"}).json()["guid"]
    form = {"target_kind": "case", "target": case, "text": "Siapa yang mengenalkan?"}
    made = web.post(web.to("/remarks"), json=form)
    assert (made.status_code, made.json()["about"]["label"]) == (201, "Gita")
