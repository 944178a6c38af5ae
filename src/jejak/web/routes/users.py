"""The people of a study, and how they are called and shown."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...model import User
from ..forms.form import Guid
from ..forms.studies import UserOut, UserPatch
from ..opened import STUDY, Here, IfMatch, tag
from .studies import user_out

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["studies"])


@routes.get("/users", operation_id="list_users")
def list_users(here: Here) -> list[UserOut]:
    """Everybody who codes, writes and decides in a study."""
    with here.study.store.view():
        written = here.revisions(User.KIND)
        return [user_out(one, written[one.guid]) for one in here.study.people.all()]


@routes.patch("/users/{guid}", operation_id="change_user")
def change_user(
    here: Here, guid: Guid, form: UserPatch, revision: IfMatch, response: Response
) -> UserOut:
    """Change somebody's name, initials or colour, or say whether it is a machine."""
    with here.made(User.KIND, guid, revision):
        user = here.study.people.update(here.study.store.get(User, guid), **form.changes())
    return tag(response, user_out(user, here.revision(User.KIND, guid)))
