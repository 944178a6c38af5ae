"""Signing in: the token for a cookie."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from ...errors import NotAllowed
from ..forms.studies import SessionForm

__all__ = ["routes"]

routes = APIRouter(tags=["session"])


@routes.post("/api/session", status_code=204, operation_id="sign_in")
def sign_in(form: SessionForm, request: Request) -> Response:
    """Exchange the token for a cookie that this browser keeps until it is closed."""
    if not request.app.state.session.knows(form.token):
        raise NotAllowed("wrong-token", "That is not the token.", "Open the address anew.")
    cookie = request.app.state.session.set_cookie(request.headers.get("host", ""))
    return Response(status_code=204, headers={"Set-Cookie": cookie})
