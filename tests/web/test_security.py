from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from jejak.web.security import Session
from support.servers import TOKEN, Browser


def test_nobody_comes_in_without_the_token(web: Browser) -> None:
    for words in ("", "Bearer wrong", f"Basic {TOKEN}", "Bearer"):
        refused = web.get(web.at, headers={"Authorization": words})
        assert (refused.status_code, refused.json()["code"]) == (401, "not-signed-in")
        assert refused.headers["www-authenticate"] == "Bearer"
    for address in ("/api/docs", "/api/openapi.json", "/api/nothing"):
        assert web.get(address, headers={"Authorization": ""}).status_code == 401


@pytest.mark.parametrize(
    "cookie", ["jejak_session=wrong", "jejak_session=é", "jejak_session", ";=;"]
)
def test_a_cookie_nobody_gave_is_none(web: Browser, cookie: str) -> None:
    headers = {"Authorization": "", "Cookie": cookie.encode()}
    assert web.get(web.at, headers=headers).status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:80", "", "[::1", "10.0.0.1"]
)
def test_another_name_for_this_machine_is_refused(web: Browser, host: str) -> None:
    refused = web.get(web.at, headers={"Host": host})
    assert (refused.status_code, refused.json()["code"]) == (403, "foreign-host")


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:1", "[::1]:8765", "LOCALHOST"])
def test_this_machine_by_its_own_names(web: Browser, host: str) -> None:
    assert web.get(web.at, headers={"Host": host}).status_code == 200


def test_other_pages_change_nothing(web: Browser) -> None:
    head = web.study.store.head
    for origin in ("http://evil.example", "null", "http://127.0.0.1:3000"):
        refused = web.post(web.to("/undo"), headers={"Origin": origin})
        assert (refused.status_code, refused.json()["code"]) == (403, "foreign-origin")
    assert web.study.store.head == head
    assert web.post(web.to("/undo"), headers={"Origin": "http://127.0.0.1"}).status_code == 200


def test_browsers_are_told_what_they_may_do(web: Browser) -> None:
    for address in ("/", "/api/studies", "/api/nothing"):
        headers = web.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe-eval" not in policy
        assert "frame-ancestors 'self'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    assert web.get(web.to("/codes")).headers["cache-control"] == "no-store"


def test_cookies_tell_two_servers_on_one_machine_apart() -> None:
    names = {Session.cookie(host) for host in ("127.0.0.1:1", "127.0.0.1:2", "[::1]", "localhost")}
    assert names == {"jejak_session_1", "jejak_session_2", "jejak_session"}


def test_a_window_goes_on_at_a_server_with_the_same_secret_and_port_alone() -> None:
    def cookie(session: Session, host: str) -> Headers:
        return Headers({"host": host, "cookie": session.set_cookie(host).partition(";")[0]})

    first, again = Session("one", "secret"), Session("two", "secret")
    let_in = cookie(first, "127.0.0.1:8123")
    assert again.admits(let_in)
    assert not Session("three", "other").admits(let_in)
    assert not Session("one").admits(let_in)
    moved = Headers({"host": "127.0.0.1:9", "cookie": let_in["cookie"].replace("8123", "9")})
    assert not again.admits(moved)
