"""Who may come in: this machine only, with the token, from the workspace's own pages."""

from __future__ import annotations

import hashlib
import hmac
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .errors import problem

__all__ = ["Guard", "Session"]

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_READS = {"GET", "HEAD", "OPTIONS"}
# Without it: signing in.
_OPEN = {"/api/session"}
PAGE_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)


class Session:
    """The token the server was started with, and the cookie a browser has for it.

    With a ``secret`` that outlives the server (and stands in no address), the cookie does so too: a
    window that was let in goes on when the server is started again.
    """

    def __init__(self, token: str, secret: str | None = None) -> None:
        self._token = token.encode()
        self._key = self._token if secret is None else secret.encode()

    def _value(self, host: str) -> str:
        # Known to those who know the token or secret, and to nobody from the cookie; browsers show
        # cookies to every port of this machine, so each is good for one alone.
        return hmac.new(self._key, self.cookie(host).encode(), hashlib.sha256).hexdigest()

    @staticmethod
    def cookie(host: str) -> str:
        """The cookie's name; cookies do not tell ports apart, and two studies may be open."""
        port = host.rpartition("]")[2].partition(":")[2]
        return f"jejak_session_{port}" if port else "jejak_session"

    def knows(self, token: str) -> bool:
        """Whether that is the token."""
        return hmac.compare_digest(token.encode(), self._token)

    def set_cookie(self, host: str) -> str:
        """The header that gives a browser its cookie."""
        return f"{self.cookie(host)}={self._value(host)}; Path=/; HttpOnly; SameSite=Strict"

    def admits(self, headers: Headers) -> bool:
        """Whether a request carries the token or the cookie."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.knows(token.strip()):
            return True
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return False
        host = headers.get("host", "")
        found, value = cookies.get(self.cookie(host)), self._value(host)
        return found is not None and hmac.compare_digest(found.value.encode(), value.encode())


class Guard:
    """Stands before the application: refuses strangers, and tells browsers what they may do."""

    def __init__(self, app: ASGIApp, session: Session) -> None:
        self._app = app
        self._session = session

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with a problem."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is None:
            await self._app(scope, receive, _with_policy(scope, send))
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 4401, "reason": refusal[1]})
        else:
            await problem(*refusal)(scope, receive, _with_policy(scope, send))

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str, str, str] | None:
        host = headers.get("host", "")
        if _name(host) not in _LOOPBACK:
            # A page elsewhere may let its own name point here.
            return 403, "foreign-host", "Only this machine may ask.", "Use http://127.0.0.1."
        careful = scope["type"] == "websocket" or scope.get("method") not in _READS
        origin = headers.get("origin")
        if careful and origin is not None and urlsplit(origin).netloc != host:
            return 403, "foreign-origin", "Only the workspace itself may ask for this.", ""
        path = scope["path"]
        if path.startswith("/api/") and path not in _OPEN and not self._session.admits(headers):
            return (
                401,
                "not-signed-in",
                "This needs the token.",
                "Open the workspace with the address that jejak open printed.",
            )
        return None


def _name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _with_policy(scope: Scope, send: Send) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("Content-Security-Policy", PAGE_POLICY)
            headers.setdefault("X-Content-Type-Options", "nosniff")
            headers.setdefault("Referrer-Policy", "no-referrer")
            headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
            headers.setdefault("X-Frame-Options", "SAMEORIGIN")
            if scope["path"].startswith("/api/"):
                headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return told
