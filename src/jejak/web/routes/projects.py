"""Whole projects of other programs: sent, brought in, told of, taken back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from ...errors import InvalidInput
from ...model import say
from ..file_names import clean_file_name
from ..forms.form import Guid
from ..forms.projects import NewProject, ProjectOut, ReadProject
from ..forms.studies import StudyListed
from ..opened import accepted_language
from ..project_targets import NewStudy, Projects
from ..projects import Project
from ..uploads import FILE_BODY, lay_down

__all__ = ["routes"]

routes = APIRouter(prefix="/api/projects", tags=["projects"])


def _spoken(accepted: Annotated[str, Depends(accepted_language)]) -> str:
    return accepted or "en"


Spoken = Annotated[str, Depends(_spoken)]


def _projects(request: Request) -> Projects:
    found = request.app.state.projects
    assert isinstance(found, Projects)
    return found


Coming = Annotated[Projects, Depends(_projects)]


async def _laid(
    projects: Coming,
    guid: Guid,
    request: Request,
    path: Annotated[str, Query(max_length=4_000, description="Its place in the folder.")] = "",
) -> Project:
    project = projects.get(guid)
    place = await run_in_threadpool(project.place, path)
    try:
        await lay_down(request, place)
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    return project


@routes.get("", operation_id="list_projects")
def list_projects(projects: Coming, language: Spoken) -> list[ProjectOut]:
    """The projects on their way, and those whose report waits to be read."""
    return [ProjectOut.of(one, language) for one in projects.all()]


@routes.post("", operation_id="begin_project", status_code=201)
def begin_project(projects: Coming, form: NewProject, language: Spoken) -> ProjectOut:
    """Begin to send a project: a file, or the files of a folder; one that went the same way before is put
    away. A form that only the program that made it reads is refused before anything is sent."""
    name = clean_file_name(form.name)
    return ProjectOut.of(projects.begin(name, form.study, folder=form.folder), language)


@routes.put(
    "/{guid}/files", operation_id="send_project_file", status_code=204, openapi_extra=FILE_BODY
)
def send_project_file(project: Annotated[Project, Depends(_laid)]) -> None:
    """Send the file, or one of the files of the folder."""
    del project


@routes.get("/{guid}", operation_id="get_project")
def get_project(projects: Coming, guid: Guid, language: Spoken) -> ProjectOut:
    """How far a project is, and what came of it."""
    return ProjectOut.of(projects.get(guid), language)


@routes.post("/{guid}/read", operation_id="read_project", status_code=202)
def read_project(projects: Coming, guid: Guid, form: ReadProject, language: Spoken) -> ProjectOut:
    """Begin to bring a project in; ``GET`` tells how far it is. What came of it before is taken back first,
    so that it can be read anew with other answers."""
    project = projects.get(guid)
    if isinstance(project.target, NewStudy):
        project.target.say(form.path, form.user)
    elif form.path is not None or form.user is not None:
        raise InvalidInput("not-a-new-study", say("The project comes into a study that is there."),
                           say("Leave the file and the person out."))  # fmt: skip
    project.read(form.answers)
    return ProjectOut.of(project, language)


@routes.post("/{guid}/stop", operation_id="stop_project", status_code=204)
def stop_project(projects: Coming, guid: Guid) -> None:
    """Bring it in no further: nothing of it is kept."""
    projects.get(guid).stop()


@routes.post("/{guid}/undo", operation_id="undo_project")
def undo_project(projects: Coming, guid: Guid, language: Spoken) -> ProjectOut:
    """Take back what came: the study that it became is put away, or the change undone."""
    project = projects.get(guid)
    project.undo()
    return ProjectOut.of(project, language)


@routes.post("/{guid}/open", operation_id="open_project")
def open_project(projects: Coming, guid: Guid) -> StudyListed:
    """Open the study that a project became; what was sent is put away."""
    project = projects.get(guid)
    if not isinstance(project.target, NewStudy):
        raise InvalidInput("not-a-new-study", say("The project comes into a study that is there."),
                           say("It is open already."))  # fmt: skip
    here = project.target.open()
    projects.forget(guid)
    title, read_only = here.study.info.title, here.study.store.read_only
    return StudyListed(guid=here.guid, title=title, read_only=read_only)


@routes.delete("/{guid}", operation_id="forget_project", status_code=204)
def forget_project(projects: Coming, guid: Guid) -> None:
    """Put away what was sent. What came of it stays; while it is being read, nothing of it is kept."""
    projects.forget(guid)
