"""Manuscripts: finished writing brought in, compared, tied and sent out with notes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from ...model import Annotation, Manuscript
from ..file_names import clean_file_name
from ..files import attachment
from ..forms.form import Guid, Removed
from ..forms.manuscripts import (
    BroughtOut,
    ManuscriptOut,
    ManuscriptText,
    PassageForm,
    PassageOut,
    PassagePatch,
    PassagesForm,
)
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy, tag
from ..uploads import read_file_body

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["manuscripts"])
_TYPES = {"jsonld": "application/ld+json", "zip": "application/zip", "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8"}  # fmt: skip
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


async def _content(request: Request) -> bytes:
    return await read_file_body(request)


@routes.get("/manuscripts", operation_id="list_manuscripts")
def list_manuscripts(here: Here) -> list[ManuscriptOut]:
    """The manuscripts, with how many of their passages stand how."""
    with here.study.store.view():
        service = here.study.manuscripts
        return [ManuscriptOut.of(one, service.passages(one)) for one in service.all()]


@routes.post(
    "/manuscripts", operation_id="bring_manuscript_in", status_code=201, openapi_extra=_BODY
)
def bring_manuscript_in(
    here: Here,
    name: Annotated[str, Query(min_length=1, max_length=500, description="The file's name.")],
    content: Annotated[bytes, Depends(_content)],
) -> BroughtOut:
    """Bring a Word file in; one of the same name becomes this version, and keeps what is tied."""
    stem = clean_file_name(name).removesuffix(".docx")
    return BroughtOut.of(here.study.manuscripts.take(stem, content))


@routes.get("/manuscripts/{guid}", operation_id="get_manuscript")
def get_manuscript(here: Here, guid: Guid) -> ManuscriptText:
    """A manuscript: its paragraphs and its passages."""
    with here.study.store.view():
        one = here.study.store.get(Manuscript, guid)
        revisions = here.revisions(Annotation.KIND)
        return ManuscriptText(
            guid=one.guid,
            name=one.name,
            created=one.created,
            kept=here.study.manuscripts.keeps(one),
            paragraphs=one.paragraphs,
            passages=tuple(
                PassageOut.of(card, revisions[card.annotation.guid])
                for card in here.study.manuscripts.passages(one)
            ),
        )


@routes.delete("/manuscripts/{guid}", operation_id="remove_manuscript")
def remove_manuscript(here: Here, guid: Guid) -> Removed:
    """Take a manuscript away, with what was tied in it."""
    with here.made() as made:
        removed = here.study.manuscripts.remove(here.study.store.get(Manuscript, guid))
    return Removed(removed=removed, seq=made.seq)


@routes.get("/manuscripts/{guid}/file", operation_id="get_annotations", response_class=Response)
def get_annotations(
    here: Here, guid: Guid, language: Language, format: Literal["jsonld", "csv", "md", "zip"]
) -> Response:
    """What is tied in a manuscript as a file: W3C annotations, a table, a data overview, or all of these
    with the sources that may be shared (``zip``)."""
    one = here.study.store.get(Manuscript, guid)
    body = here.study.manuscripts.content(one, f".{format}", language)
    return attachment(body, f"{one.name}.{format}", _TYPES[format])


@routes.get(
    "/manuscripts/{guid}/original", operation_id="get_manuscript_file", response_class=Response
)
def get_manuscript_file(here: Here, guid: Guid) -> Response:
    """The manuscript's Word file as it was brought in."""
    one = here.study.store.get(Manuscript, guid)
    return attachment(here.study.manuscripts.original(one), f"{one.name}.docx")


@routes.get(
    "/manuscripts/{guid}/annotated", operation_id="get_annotated_manuscript",
    response_class=Response,
)  # fmt: skip
def get_annotated_manuscript(
    here: Here, guid: Guid, language: Language, form: Literal["comments", "footnotes"] = "comments"
) -> Response:
    """The manuscript's Word file, as it is kept, with a note at each tied passage."""
    one = here.study.store.get(Manuscript, guid)
    body = here.study.manuscripts.annotated(one, None, form, language)
    return attachment(body, f"{one.name}.docx")


@routes.post(
    "/manuscripts/{guid}/annotated", operation_id="annotate_manuscript", openapi_extra=_BODY,
    response_class=Response,
)  # fmt: skip
def annotate_manuscript(
    here: Here,
    guid: Guid,
    language: Language,
    content: Annotated[bytes, Depends(_content)],
    form: Literal["comments", "footnotes"] = "comments",
) -> Response:
    """The manuscript's Word file, given once more, with a note at each tied passage."""
    one = here.study.store.get(Manuscript, guid)
    body = here.study.manuscripts.annotated(one, content, form, language)
    return attachment(body, f"{one.name}.docx")


@routes.post("/manuscripts/{guid}/passages", operation_id="tie_passage", status_code=201)
def tie_passage(here: Here, guid: Guid, form: PassageForm, response: Response) -> PassageOut:
    """Tie a passage by hand."""
    one = here.study.store.get(Manuscript, guid)
    given = _given(form)
    place = [given.pop(name) for name in ("paragraph", "start", "end")]
    made = here.study.manuscripts.add(one, *place, **given)
    return tag(response, _out(here, made.guid))


@routes.post("/manuscripts/{guid}/tie", operation_id="tie_passages")
def tie_passages(here: Here, guid: Guid, form: PassagesForm) -> int:
    """Tie what was proposed; how many were not tied before."""
    here.study.store.get(Manuscript, guid)
    return here.study.manuscripts.accept(form.guids)


@routes.patch("/passages/{guid}", operation_id="change_passage")
def change_passage(
    here: Here, guid: Guid, form: PassagePatch, revision: IfMatch, response: Response
) -> PassageOut:
    """Change what a passage is tied to."""
    with here.made(Annotation.KIND, guid, revision):
        here.study.manuscripts.update(guid, **_given(form))
    return tag(response, _out(here, guid))


@routes.delete("/passages/{guid}", operation_id="untie_passage")
def untie_passage(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Take what is tied, or proposed, away; the words stay in the manuscript."""
    with here.made(Annotation.KIND, guid, revision) as made:
        here.study.store.get(Annotation, guid)
        count = here.study.manuscripts.take_away([guid])
    return Removed(removed={"annotation": count}, seq=made.seq)


def _given(form: PassagePatch) -> dict[str, Any]:
    given = form.changes()
    words = given.get("words")
    if words is not None:
        given["words"] = (words["source"], words["start"], words["end"])
    return given


def _out(here: OpenStudy, guid: str) -> PassageOut:
    with here.study.store.view():
        one = here.study.store.get(Annotation, guid)
        manuscript = here.study.store.get(Manuscript, one.manuscript)
        cards = here.study.manuscripts.passages(manuscript)
        card = next(card for card in cards if card.annotation.guid == guid)
        return PassageOut.of(card, here.revision(Annotation.KIND, guid))
