"""The one table from kinds of errors to HTTP, and problems as RFC 9457 writes them."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from ..errors import (
    Conflict,
    InvalidInput,
    JejakError,
    MissingExtra,
    NotAllowed,
    NotFound,
    StoreFailure,
    UnreadableSource,
)
from ..i18n import LANGUAGES, refusal
from ..model.characters import fit_all
from .forms.problems import Problem, Refused
from .opened import accepted_language

__all__ = ["MEDIA_TYPE", "STATUSES", "install", "problem", "status_of"]

MEDIA_TYPE = "application/problem+json"
STATUSES: dict[type[JejakError], int] = {
    InvalidInput: 422,
    NotFound: 404,
    Conflict: 409,
    NotAllowed: 403,
    UnreadableSource: 422,
    StoreFailure: 503,
    MissingExtra: 501,
}
# Conflicts that HTTP has a number of its own for.
_CODES = {"stale-revision": 412, "stale-text": 412}


def status_of(error: JejakError) -> int:
    """The HTTP status of an error; 500 for a kind that is not in the table."""
    by_kind = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), 500)
    return _CODES.get(error.code, by_kind)


def problem(
    status: int,
    code: str,
    detail: str,
    hint: str = "",
    *,
    at: int | None = None,
    errors: Sequence[Refused] = (),
) -> JSONResponse:
    """A problem as an answer."""
    told = Problem(
        type=f"urn:jejak:problem:{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        hint=hint,
        at=at,
        errors=list(errors),
    )
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    headers |= {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    # What was given may be told, whatever it holds.
    return JSONResponse(fit_all(told.model_dump()), status, headers, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Let every error leave as a problem."""
    app.add_exception_handler(JejakError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(UnicodeEncodeError, _half)
    app.add_exception_handler(Exception, _unexpected)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, JejakError)
    message, hint = refusal(error, _language(request))
    return problem(status_of(error), error.code, message, hint, at=error.at)


def _language(request: Request) -> str:
    """The language that was asked for or the browser's; English where neither is one of ours."""
    wanted = request.query_params.get("language")
    if wanted in LANGUAGES:
        return wanted
    return accepted_language(None, request.headers.get("accept-language", "")) or "en"


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    refused = [_field(one) for one in error.errors()]
    detail = "; ".join(
        f"{one.where}: {one.message}" if one.where else one.message for one in refused
    )
    return problem(422, "invalid-request", f"{detail}.", "Nothing was changed.", errors=refused)


async def _half(_request: Request, _error: Exception) -> JSONResponse:
    detail = "A text holds half of a character (a lone surrogate)."
    return problem(422, "half-character", detail, "Nothing was changed. Write the character anew.")


def _field(error: dict[str, Any]) -> Refused:
    # Where it stands, but for the part of the request and what a body without a form gives.
    places = [str(place) for place in error.get("loc", ())[1:]]
    return Refused(where=".".join(places), message=str(error.get("msg", "")))


_ADDRESS = "The interface is described at /api/docs."
# Status -> code, what happened (empty: as it was told), what to do.
_KNOWN = {
    404: ("no-such-address", "There is nothing at this address.", _ADDRESS),
    405: ("no-such-method", "This cannot be done at this address.", _ADDRESS),
    413: ("too-large", "", "Nothing was changed. Send it in parts."),
    415: ("wrong-form", "", "Nothing was changed."),
}


async def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    known = _KNOWN.get(error.status_code, ("bad-request", "", "Nothing was changed."))
    code, detail, hint = known
    answer = problem(error.status_code, code, detail or str(error.detail), hint)
    answer.headers.update(error.headers or {})
    return answer


async def _unexpected(_request: Request, _error: Exception) -> JSONResponse:
    # The server under the application writes the error itself to its log.
    return problem(
        500,
        "unexpected",
        "Something went wrong that should not have; nothing was changed.",
        "What happened is written where jejak open runs. Please report it.",
    )
