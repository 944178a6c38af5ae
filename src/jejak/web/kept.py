"""Large answers kept as bytes, so that the same is not made twice."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

__all__ = ["Kept", "KeptAnswers"]

_LARGE = 20_000


class Kept:
    """An answer in JSON with its ETag; deflated once, when somebody first asks for that."""

    def __init__(self, content: dict[str, Any], etag: str | None = None) -> None:
        self.body = msgspec.json.encode(content)
        self.etag = f'"{etag or hashlib.sha256(self.body).hexdigest()[:32]}"'
        self._small: bytes | None = None

    def __len__(self) -> int:
        return len(self.body) + len(self._small or b"")

    def answer(self, request: Request) -> Response:
        """The answer, or 304 where the asker has it."""
        # Nothing of a study is to lie in a browser's cache, on a disk outside it.
        headers = {
            "ETag": self.etag,
            "Cache-Control": "no-store",
            "Vary": "Accept-Encoding, Jejak-At",
        }
        known = request.headers.get("if-none-match", "")
        if self.etag in (mark.strip().removeprefix("W/") for mark in known.split(",")):
            return Response(status_code=304, headers=headers)
        body = self.body
        if len(body) > _LARGE and "gzip" in request.headers.get("accept-encoding", ""):
            body = self._deflated()
            headers["Content-Encoding"] = "gzip"
        return Response(body, headers=headers, media_type="application/json")

    def _deflated(self) -> bytes:
        if self._small is None:
            self._small = gzip.compress(self.body, 1, mtime=0)
        return self._small


class KeptAnswers:
    """The answers asked for last, up to so many bytes."""

    def __init__(self, most: int = 64_000_000) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[Hashable, Kept]] = OrderedDict()

    def get(self, key: Hashable, version: Hashable, make: Callable[[], Kept]) -> Kept:
        """The answer kept for ``key`` at ``version``, made where there is none."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None and found[0] == version:
                self._kept.move_to_end(key)
                return found[1]
        fresh = make()
        with self._lock:
            self._kept[key] = version, fresh
            self._kept.move_to_end(key)
            while (
                len(self._kept) > 1
                and sum(len(kept) for _, kept in self._kept.values()) > self._most
            ):
                self._kept.popitem(last=False)
        return fresh

    def forget(self) -> None:
        """Keep nothing of what was."""
        with self._lock:
            self._kept.clear()
