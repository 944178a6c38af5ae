"""Imports: files looked at one by one, corrected, and written as one change."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from starlette.requests import Request

from ..file_names import clean_file_name
from ..forms.form import Guid
from ..forms.imports import FileSaid, ImportOut, StagedOut
from ..opened import STUDY, Here, Language
from ..uploads import FILE_BODY, read_file_body

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["imports"])
Number = Annotated[int, Path(ge=0, le=100_000)]


async def _content(request: Request) -> bytes:
    return await read_file_body(request)


@routes.get("/imports", operation_id="list_imports")
def list_imports(here: Here, language: Language) -> list[ImportOut]:
    """The imports under way, and those of which something could not be read."""
    return [ImportOut.of(one, language) for one in here.imports.all()]


@routes.post("/imports", operation_id="begin_import", status_code=201)
def begin_import(here: Here, language: Language) -> ImportOut:
    """A new import; its files follow one by one."""
    return ImportOut.of(here.imports.begin(), language)


@routes.get("/imports/{guid}", operation_id="get_import")
def get_import(here: Here, guid: Guid, language: Language) -> ImportOut:
    """An import, with what became of each file so far."""
    return ImportOut.of(here.imports.get(guid), language)


@routes.put("/imports/{guid}/files/{number}", operation_id="give_file", openapi_extra=FILE_BODY)
def give_file(
    here: Here,
    guid: Guid,
    number: Number,
    name: Annotated[str, Query(min_length=1, description="The file's name.")],
    content: Annotated[bytes, Depends(_content)],
    language: Language,
) -> StagedOut:
    """Give a file to be looked at; nothing is written."""
    found = here.imports.get(guid)
    staged = found.add(number, clean_file_name(name), content)
    return StagedOut.of(staged, found.same_as().get(number), language)


@routes.patch("/imports/{guid}", operation_id="say_of_files")
def say_of_files(here: Here, guid: Guid, form: FileSaid, language: Language) -> list[StagedOut]:
    """Say something of files over what was recognised; what that changes is read anew."""
    found = here.imports.get(guid)
    changed = found.say(form.numbers, form.said())
    same = found.same_as()
    return [StagedOut.of(one, same.get(one.number), language) for one in changed]


@routes.post("/imports/{guid}/write", operation_id="write_import")
def write_import(here: Here, guid: Guid, language: Language) -> ImportOut:
    """Write the files that are taken, as one change."""
    found = here.imports.get(guid)
    found.write()
    return ImportOut.of(found, language)


@routes.post("/imports/{guid}/stop", operation_id="stop_import", status_code=204)
def stop_import(here: Here, guid: Guid) -> None:
    """Write no further file; what is written by then stays."""
    here.imports.get(guid).stop()


@routes.delete("/imports/{guid}", operation_id="forget_import", status_code=204)
def forget_import(here: Here, guid: Guid) -> None:
    """Put an import away, with whatever of it was not written."""
    here.imports.forget(guid)
