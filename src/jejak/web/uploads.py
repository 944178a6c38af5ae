"""Files on their way in: read in memory, never laid down on a disk outside the study. A whole study alone is
laid down, where nobody else may look: it cannot be read otherwise."""

from __future__ import annotations

import errno
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi.exceptions import RequestValidationError
from pydantic import Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from ..errors import StoreFailure
from ..services.sources import ImportOptions
from .file_names import clean_file_name
from .forms.form import Form
from .forms.sources import SourceKind

__all__ = ["FILES", "FILE_BODY", "MOST_BYTES", "MOST_LAID_DOWN", "UPLOAD", "Files", "Upload",
           "lay_down", "read_file_body", "read_files", "read_upload"]  # fmt: skip

MOST_BYTES = 512_000_000
MOST_LAID_DOWN = 32_000_000_000
_MOST_FILES = 5_000


class _Options(Form):
    """What is said about the files, over what will be recognised."""

    kind: SourceKind | None = None
    case: Annotated[str, Field(min_length=1)] | None = None
    language: str | None = None
    as_format: str | None = None
    encoding: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Upload:
    """Files by name and content, and what is said about them."""

    files: list[tuple[str, bytes]]
    options: ImportOptions
    dry_run: bool


_FILES = {
    "type": "array",
    "items": {"type": "string", "format": "binary"},
    "minItems": 1,
    "description": "The files themselves.",
}
FILES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "title": "Files",
                    "required": ["files"],
                    "properties": {"files": _FILES},
                }
            }
        },
    }
}
FILE_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
Files = list[tuple[str, bytes]]
_SCHEMA = _Options.model_json_schema()
UPLOAD: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": _SCHEMA
                | {"title": "Upload", "required": ["files"]}
                | {"properties": {"files": _FILES, **_SCHEMA["properties"]}}
            }
        },
    }
}


class _InMemory(MultiPartParser):
    """Nothing of a study's material is written outside it, for a moment's buffer neither."""

    spool_max_size = MOST_BYTES


async def _within_limit(request: Request, most: int = 0) -> AsyncGenerator[bytes]:
    read, most = 0, most or MOST_BYTES
    async for piece in request.stream():
        read += len(piece)
        if read > most:
            limit = most // 1_000_000
            raise HTTPException(413, f"That is more than {limit} MB at once.")
        yield piece


async def read_file_body(request: Request) -> bytes:
    """The file that a request's body is."""
    return b"".join([piece async for piece in _within_limit(request)])


async def lay_down(request: Request, path: Path) -> None:
    """Put the file that a request's body is at ``path`` as it comes.

    Raises :class:`StoreFailure` (``disk-full``, ``cannot-write``): what came so far is left to the caller.
    """
    try:
        with path.open("xb") as file:
            async for piece in _within_limit(request, MOST_LAID_DOWN):
                await run_in_threadpool(file.write, piece)
    except OSError as error:
        code = "disk-full" if error.errno == errno.ENOSPC else "cannot-write"
        raise StoreFailure(
            code, f"The file could not be taken in: {error.strerror}.",
            "Nothing was changed. Make room for temporary files and send it again.",
        ) from None  # fmt: skip


async def read_upload(request: Request) -> Upload:
    """The files and options of a request in multipart/form-data."""
    form = await _form(request)
    try:
        return await _upload(form)
    finally:
        await form.close()


async def read_files(request: Request) -> Files:
    """The files of a request in multipart/form-data, by name and content."""
    form = await _form(request)
    try:
        found = [
            (clean_file_name(value.filename or ""), await value.read())
            for _, value in form.multi_items()
            if isinstance(value, UploadFile)
        ]
    finally:
        await form.close()
    if not found:
        raise RequestValidationError([{"loc": ("body", "files"), "msg": "Send at least one file"}])
    return found


async def _form(request: Request) -> FormData:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise HTTPException(415, "Files come as multipart/form-data.")
    try:
        parser = _InMemory(request.headers, _within_limit(request), max_files=_MOST_FILES)
        return await parser.parse()
    except MultiPartException as error:
        raise HTTPException(400, error.message) from None


async def _upload(form: FormData) -> Upload:
    files, words = [], {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            files.append((clean_file_name(value.filename or ""), await value.read()))
        elif value:
            words[name] = value
    if not files:
        raise RequestValidationError([{"loc": ("body", "files"), "msg": "Send at least one file"}])
    try:
        options = _Options.model_validate_strings(words)
    except ValidationError as error:
        raise RequestValidationError(
            [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        ) from None
    said = options.model_dump(exclude={"dry_run"})
    return Upload(files, ImportOptions(**said), options.dry_run)
