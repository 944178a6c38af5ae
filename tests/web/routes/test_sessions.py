from __future__ import annotations

from jejak.web.app import create_app
from support.servers import TOKEN, Browser, TestClient


def test_the_token_is_given_for_a_cookie(web: Browser) -> None:
    with TestClient(web.app, base_url="http://127.0.0.1:8123") as stranger:
        assert stranger.get("/api/studies").status_code == 401
        wrong = stranger.post("/api/session", json={"token": "sesame"})
        assert (wrong.status_code, wrong.json()["code"]) == (403, "wrong-token")
        assert "set-cookie" not in wrong.headers
        signed = stranger.post("/api/session", json={"token": TOKEN})
        assert signed.status_code == 204
        cookie = signed.headers["set-cookie"]
        assert cookie.startswith("jejak_session_8123=")
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert TOKEN not in cookie
        assert stranger.get("/api/studies").status_code == 200


def test_one_server_s_cookie_is_nothing_to_another(web: Browser) -> None:
    with TestClient(web.app, base_url="http://127.0.0.1") as person:
        person.post("/api/session", json={"token": TOKEN})
        with TestClient(create_app(token="other"), base_url="http://127.0.0.1") as other:  # noqa: S106
            other.cookies = person.cookies
            assert other.get("/api/studies").status_code == 401
