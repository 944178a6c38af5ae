"""The built workspace, or word of how to build it."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

__all__ = ["STATIC", "mount_page"]

STATIC = Path(__file__).parent / "static"
_PACKABLE = (".js", ".css")
_NOT_BUILT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Jejak</title></head>
<body style="font-family: system-ui; max-width: 40rem; margin: 4rem auto; line-height: 1.6">
<h1>The workspace is not built</h1>
<p>This is a copy of Jejak's source in which the front end has not been built yet. Run
<code>make setup</code> in its folder, then load this page again.</p>
<p>The interface itself is there: see <a href="/api/docs">/api/docs</a>.</p>
</body></html>
"""


class _Assets(StaticFiles):
    """Files with the digest of their content in their name never change."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        headers = Headers(scope=scope)
        able = "gzip" in headers.get("Accept-Encoding", "") and "Range" not in headers
        if able and path.endswith(_PACKABLE) and isinstance(answer, FileResponse):
            return await _packed(answer)
        return answer


async def _packed(answer: FileResponse) -> Response:
    """The same file packed, once and not for each window that is opened."""
    body = await run_in_threadpool(_pack, str(answer.path))
    kept = {name: value for name, value in answer.headers.items() if name != "content-length"}
    kept |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(body, headers=kept, media_type=answer.media_type)


@lru_cache(maxsize=64)
def _pack(path: str) -> bytes:
    return gzip.compress(Path(path).read_bytes(), compresslevel=5, mtime=0)


def mount_page(app: Starlette, static: Path = STATIC) -> None:
    """Serve the workspace's one page and its assets."""

    async def page(_request: object) -> Response:
        index = static / "index.html"
        if not index.is_file():
            return HTMLResponse(_NOT_BUILT, 503)
        return FileResponse(index, headers={"Cache-Control": "no-cache"})

    app.add_route("/", page, include_in_schema=False)
    app.mount("/assets", _Assets(directory=static / "assets", check_dir=False))
