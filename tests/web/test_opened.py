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
