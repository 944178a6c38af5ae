from __future__ import annotations

from pathlib import Path

from support.servers import Browser, browser
from support.studies import small_study


def test_large_answers_are_deflated_for_those_who_can_take_it(web: Browser) -> None:
    text = "Kata demi kata. " * 4000
    source = web.study.sources.add_text("Panjang", text)
    at = web.to(f"/sources/{source.guid}/text")
    small = web.get(at, headers={"Accept-Encoding": "gzip"})
    plain = web.get(at, headers={"Accept-Encoding": "identity"})
    assert small.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert int(small.headers["content-length"]) < int(plain.headers["content-length"]) / 4
    assert small.json() == plain.json()
    assert small.headers["etag"] == plain.headers["etag"]


def test_the_columns_are_read_when_the_server_starts(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, browser(study) as web:
        assert web.first("sources")["codings"] == 2
    study.store.close()


def test_what_nobody_expected_is_a_problem_and_changes_nothing(web: Browser) -> None:
    head = web.study.store.head
    (web.study.store.path or Path()).touch()
    web.app.state.studies[web.study.info.guid].study = None
    broken = web.get(web.at)
    web.app.state.studies[web.at.rpartition("/")[2]].study = web.study
    assert broken.status_code == 500
    assert broken.headers["content-type"] == "application/problem+json"
    assert broken.json()["code"] == "unexpected"
    assert "nothing was changed" in broken.json()["detail"]
    assert web.study.store.head == head
