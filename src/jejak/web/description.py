"""The interface as it describes itself: the OpenAPI document, and a page of it for people."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from .errors import MEDIA_TYPE
from .forms.problems import Problem

__all__ = ["describe", "operations"]

_METHODS = ("get", "post", "put", "patch", "delete")
_REFUSED = {
    "description": "A problem (RFC 9457).",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_TAGS = {
    "session": "Signing in.",
    "studies": "The studies that are open here.",
    "sources": "Material: its table, texts, codings and files.",
    "imports": "Files on their way in: looked at, corrected, then written as one change.",
    "merges": "Copies of the study brought together: sent, chosen where both clash, written as one change.",
    "projects": "Whole projects of other programs on their way in.",
    "exports": "The whole study as a file for other programs.",
    "codes": "The codebook.",
    "codings": "Codes on words.",
    "sets": "Named groups of sources, cases, codes or segments.",
    "retrieval": "Finding segments, words and names.",
    "cases": "Participants and other units of analysis.",
    "relations": "What codes and cases are to one another.",
    "events": "What happened, and what led to what.",
    "ratings": "How far variables hold in cases.",
    "memos": "Writing attached to anything.",
    "displays": "Matrices and charts, recomputed whenever shown.",
    "rounds": "Who is to read what without seeing the others.",
    "findings": "Conclusions, their evidence and checks.",
    "manuscripts": "Finished writing, compared with the material and tied to it.",
    "report": "The report.",
    "audit": "The audit trail.",
    "history": "The trail of changes, undo and redo.",
}


_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Jejak: HTTP</title>'
    "<style>body{font:16px/1.6 system-ui;max-width:56rem;margin:2rem auto;padding:0 1rem}"
    "code{font-size:.95em}dt{margin-top:.8rem}dd{margin:0 0 0 1.5rem}</style></head><body>"
)
_EXACT = '<p>The exact description is <a href="/api/openapi.json">openapi.json</a>.</p>'


def describe(app: FastAPI) -> None:
    """Let the application give its document at ``/api/openapi.json`` and ``/api/docs``."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    async def as_json(_request: Request) -> Response:
        return JSONResponse(document())

    async def as_page(_request: Request) -> Response:
        return HTMLResponse(_page(document()))

    app.openapi = document  # type: ignore[method-assign]  # FastAPI's own way to change it
    app.add_route("/api/openapi.json", as_json, include_in_schema=False)
    app.add_route("/api/docs", as_page, include_in_schema=False)


def _document(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        routes=app.routes,
        tags=[{"name": name, "description": text} for name, text in _TAGS.items()],
    )
    parts = found.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = Problem.model_json_schema(
        mode="serialization", ref_template="#/components/schemas/{model}"
    )
    schemas.update(problem.pop("$defs", {}))
    schemas["Problem"] = problem
    parts["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer"},
        "session": {"type": "apiKey", "in": "cookie", "name": "jejak_session"},
    }
    for path, method, operation in operations(found):
        operation["responses"].pop("422", None)
        operation["responses"] |= {"4XX": _REFUSED, "5XX": _REFUSED}
        if (path, method) != ("/api/session", "post"):
            operation["security"] = [{"token": []}, {"session": []}]
    _untitle(found["paths"])
    _untitle(schemas)
    return found


def _untitle(schema: Any) -> None:
    """Take away the titles that pydantic makes of names: they say nothing more."""
    if isinstance(schema, list):
        for part in schema:
            _untitle(part)
    elif isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            del schema["title"]
        for part in schema.values():
            _untitle(part)


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each (path, method, operation) of a document."""
    for path, methods in document["paths"].items():
        for method in _METHODS:
            if method in methods:
                yield path, method, methods[method]


def _page(document: dict[str, Any]) -> str:
    version = escape(document["info"]["version"])
    parts = [f"{_HEAD}<h1>Jejak {version}: the HTTP interface</h1>", _EXACT]
    for tag in document["tags"]:
        parts.append(f"<h2>{escape(tag['name'])}</h2><p>{escape(tag['description'])}</p><dl>")
        parts += [
            f"<dt><code>{method.upper()} {escape(path)}</code></dt>"
            f"<dd>{escape(operation.get('description', ''))}</dd>"
            for path, method, operation in operations(document)
            if tag["name"] in operation.get("tags", ())
        ]
        parts.append("</dl>")
    return "".join([*parts, "</body></html>"])
