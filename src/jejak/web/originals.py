"""The files sources came from, whole or by range."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from ..model import Source
from ..study import Study
from .files import attachment

__all__ = ["original_answer"]

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def original_answer(study: Study, source: Source, request: Request) -> Response:
    """The file of a source, or the range of it that was asked for."""
    name = source.original_name or source.name
    length = study.sources.original_length(source)
    span = _span(request.headers.get("range", ""), length)
    if span is None:
        answer = attachment(study.sources.original(source), name)
    elif span[0] >= span[1]:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{length}"})
    else:
        answer = attachment(study.sources.original(source, *span), name)
        answer.status_code = 206
        answer.headers["Content-Range"] = f"bytes {span[0]}-{span[1] - 1}/{length}"
    answer.headers["Accept-Ranges"] = "bytes"
    # Ranges are of the file as it is.
    answer.headers["Content-Encoding"] = "identity"
    return answer


def _span(asked: str, length: int) -> tuple[int, int] | None:
    """The stretch [start, end) that one range asks for; ``None`` for the whole."""
    found = _RANGE.fullmatch(asked.replace(" ", ""))
    if found is None or found.group(0) == "bytes=-":
        return None
    first, last = found.groups()
    if not first:
        return max(length - int(last), 0), length
    return int(first), min(int(last) + 1, length) if last else length
