from __future__ import annotations

from jejak.checks import CHECKS
from support.servers import Browser


def write(web: Browser, **form: object) -> dict:
    made = web.post(
        web.to("/findings"),
        json={"statement": "Akun murah, jadi mudah diganti.", "codes": ["Triple-A"], **form},
    )
    assert made.status_code == 201, made.text
    return made.json()


def test_a_finding_is_written_with_its_codes_and_checks(web: Browser) -> None:
    question = web.get(web.at).json()["questions"][0]["guid"]
    finding = write(web, question=question, status="proposition", rival="Kebetulan.")
    folder = web.first("codes", name="Triple-A")
    assert (finding["label"], finding["question"], finding["author"]) == ("F1", question, "Rina")
    assert finding["codes"] == [
        {"guid": folder["guid"], "path": "Triple-A", "colour": folder["colour"]}
    ]
    assert finding["counts"] == {"supports": 0, "contradicts": 0, "qualifies": 0}
    assert finding["unweighed"] == 2
    assert {check["tactic"] for check in finding["checks"]} == set(CHECKS.names())
    assert finding["lacking"]["supported"][0]["condition"] == "triangulation"
    assert (finding["lacking"]["hunch"], finding["misquoted"]) == ([], 0)
    assert web.get(web.to("/findings")).json() == [finding]
    assert web.get(web.to(f"/findings/{finding['guid']}/leave-one-out")).json() == []
    one = web.get(web.to(f"/findings/{finding['guid']}"))
    assert one.json() == finding
    assert one.headers["etag"] == f'"{finding["revision"]}"'


def test_checks_are_told_in_the_language_asked_for(web: Browser) -> None:
    write(web)
    told = {
        language: web.get(web.to(f"/findings?language={language}")).json()[0]["checks"]
        for language in ("en", "id")
    }
    for english, indonesian in zip(told["en"], told["id"], strict=True):
        assert english["tactic"] == indonesian["tactic"]
        assert english["sentence"] != indonesian["sentence"]
        assert english["outcome"] == indonesian["outcome"]


def test_a_finding_is_changed_and_removed(web: Browser) -> None:
    finding = write(web)
    at = web.to(f"/findings/{finding['guid']}")
    seen = {"If-Match": f'"{finding["revision"]}"'}
    changed = web.patch(at, json={"status": "qualified", "codes": ["Murah"]}, headers=seen).json()
    assert (changed["status"], [code["path"] for code in changed["codes"]]) == (
        "qualified", ["Triple-A/Murah"],
    )  # fmt: skip
    assert web.patch(at, json={"status": "hunch"}, headers=seen).json()["code"] == "stale-revision"
    assert web.delete(at).json()["removed"]["finding"] == 1
    assert web.get(at).json()["code"] == "no-such-finding"
    web.post(web.to("/undo"))
    assert web.get(at).json()["status"] == "qualified"


def test_a_finding_that_cannot_be(web: Browser) -> None:
    def refused(**form: object) -> tuple[int, str]:
        answer = web.post(web.to("/findings"), json={"statement": "Begitu.", **form})
        return answer.status_code, answer.json()["code"]

    assert refused(codes=["Mahal"]) == (404, "no-such-code")
    assert refused(status="certain") == (422, "invalid-request")
    assert refused(scope="case.role =")[0] == 422
    assert refused(question=web.study.user.guid)[0] == 404
    assert web.get(web.to("/findings")).json() == []


def test_what_nobody_has_weighed_is_listed(web: Browser) -> None:
    at = web.to(f"/findings/{write(web)['guid']}/unweighed")
    found = web.get(at).json()
    assert [one["text"] for one in found["segments"]] == [
        "Bikin akun baru lagi 😀",
        "namanya palsu",
    ]
    assert web.get(f"{at}?offset=1&limit=1").json()["segments"] == found["segments"][1:]


def test_a_check_is_judged_and_goes_stale_when_what_it_rests_on_changes(web: Browser) -> None:
    finding = write(web)
    at = web.to(f"/findings/{finding['guid']}")
    judged = web.put(f"{at}/checks/participants", json={"verdict": "weak", "note": "Satu saja."})
    assert judged.status_code == 200, judged.text
    check = judged.json()
    assert (check["judged"]["verdict"], check["judged"]["by"]) == ("weak", "Rina")
    assert not check["stale"]
    segment = web.get(web.to("/segments"), params={"query": "code:Murah"}).json()["segments"][0]
    web.post(f"{at}/evidence", json={"segment": segment["segment"]})
    told = {one["tactic"]: one for one in web.get(at).json()["checks"]}
    assert told["participants"]["stale"]
    assert web.put(f"{at}/checks/participants", json={"verdict": "perhaps"}).status_code == 422
    assert web.put(f"{at}/checks/tarot", json={"verdict": "holds"}).status_code == 404
