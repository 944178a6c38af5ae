from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from jejak.model import Coding
from support.servers import Browser


def test_many_windows_change_a_study_at_once(web: Browser) -> None:
    source, head = web.first("sources")["guid"], web.study.store.head

    def code(start: int) -> tuple[int, int]:
        form = {"source": source, "start": start, "end": start + 5, "codes": ["Murah"]}
        done = web.post(web.to("/codings"), json=form)
        read = [web.get(web.to(address)).status_code for address in ("/codes", "/sources", "")]
        assert read == [200, 200, 200]
        return done.status_code, done.json()["seq"]

    with ThreadPoolExecutor(8) as windows:
        done = list(windows.map(code, range(24)))
    assert {status for status, _ in done} == {200}
    # Each answer names the change of its own.
    assert sorted(seq for _, seq in done) == list(range(head + 1, head + 25))
    assert web.study.store.count(Coding) == 26
    assert web.study.store.verify() == []


def test_of_two_who_saw_the_same_only_one_changes_it(web: Browser) -> None:
    code = web.first("codes", name="Murah")
    at, seen = web.to(f"/codes/{code['guid']}"), {"If-Match": f'"{code["revision"]}"'}

    def describe(words: str) -> int:
        return web.patch(at, json={"short": words}, headers=seen).status_code

    with ThreadPoolExecutor(4) as people:
        done = sorted(people.map(describe, "abcd"))
    assert done == [200, 412, 412, 412]


def test_a_withdrawal_leaves_no_earlier_moment_and_no_file_on_its_way_in(web: Browser) -> None:
    case = web.post(web.to("/cases"), json={"name": "Dewi"}).json()
    seq = web.study.store.head
    then = web.get(web.to("/cases"), headers={"Jejak-At": str(seq)})
    assert "Dewi" in then.text
    begun = web.post(web.to("/imports"), json={}).json()["guid"]
    gone = web.post(web.to(f"/cases/{case['guid']}/withdraw"), json={"name": "Dewi"})
    assert gone.status_code == 200
    # The case had no source: the withdrawal touched none.
    assert "source" not in web.study.store.entry(gone.json()["seq"]).touched
    assert web.get(web.to(f"/imports/{begun}")).status_code == 404
    again = web.get(web.to("/cases"), headers={"Jejak-At": str(seq)})
    assert (again.status_code, again.json()["code"]) == (404, "blanked")
