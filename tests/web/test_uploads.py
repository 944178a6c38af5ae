from __future__ import annotations

import pytest

from jejak.web import uploads
from support.servers import Browser


def test_a_name_in_the_request_leads_nowhere(web: Browser) -> None:
    done = web.post(web.to("/sources"), files={"files": ("../../a.txt", b"Satu.")}).json()
    assert (done["files"][0]["file"], done["files"][0]["name"]) == ("a.txt", "a")


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{}", "application/json", 415),
        (b"", "multipart/form-data; boundary=x", 422),
        (b"rubbish", "multipart/form-data; boundary=x", 400),
        (b"rubbish", "multipart/form-data", 400),
    ],
)
def test_what_is_no_upload_is_refused(web: Browser, content: bytes, kind: str, status: int) -> None:
    head = web.study.store.head
    refused = web.post(web.to("/sources"), content=content, headers={"content-type": kind})
    assert refused.status_code == status, refused.text
    assert refused.headers["content-type"] == "application/problem+json"
    assert web.study.store.head == head


def test_too_much_at_once_is_refused_as_it_comes(
    web: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 1_000)
    refused = web.post(web.to("/sources"), files={"files": ("a.txt", b"Satu. " * 1_000)})
    assert (refused.status_code, refused.json()["code"]) == (413, "too-large")
    assert web.get(web.to("/sources")).json()["total"] == 1


def test_files_stay_in_memory() -> None:
    assert uploads._InMemory.spool_max_size >= uploads.MOST_BYTES
