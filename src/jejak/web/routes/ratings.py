"""Ratings: how far variables hold in cases, and which cases are extreme or typical."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ...model import Link, Rating
from ..forms.events import ShownForms, When
from ..forms.form import Guid, Name, Prose, Removed
from ..forms.ratings import ExtremesOut, ProfileOut, RateForm, RatingOut, RatingPatch, RatingsOut
from ..opened import STUDY, Coders, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["ratings"])


@routes.get("/ratings", operation_id="list_ratings")
def list_ratings(
    here: Here,
    language: Language,
    *,
    case: Name | None = None,
    variable: Name | None = None,
    since: Annotated[When, Query(description="A date as far as it is known.")] = "",
    until: When = "",
    text: Annotated[Prose, Query(description="Letters of the value or the note.")] = "",
    coders: Coders = None,
) -> RatingsOut:
    """All cases by all rated variables, or a case or variable, with the ratings that are asked for."""
    with here.study.store.view():
        grid = here.study.ratings.grid(
            case=case, variable=variable, since=since, until=until, text=text, people=coders
        )
        return RatingsOut.of(grid, here.revisions(Rating.KIND), language)


@routes.post("/ratings", operation_id="rate_case", status_code=201)
def rate_case(here: Here, form: RateForm, language: Language, response: Response) -> RatingOut:
    """Rate a variable in a case: at a date, or on the whole."""
    made = here.study.ratings.rate(
        form.case, form.variable, form.value, date=form.date, note=form.note,
        shown=[one.shown() for one in form.shown],
    )  # fmt: skip
    return tag(response, _told(here, made.guid, language))


@routes.get("/ratings/extremes", operation_id="get_extremes")
def get_extremes(
    here: Here, variable: Annotated[Name, Query(description="A rating or a number.")]
) -> ExtremesOut:
    """The extreme and the typical cases of a variable."""
    return ExtremesOut.of(here.study.ratings.extremes(variable))


@routes.get("/ratings/profiles", operation_id="list_profiles")
def list_profiles(here: Here) -> list[ProfileOut]:
    """How far each case is from the middle of all ratings and numbers, the most unusual first."""
    return [ProfileOut.of(one) for one in here.study.ratings.profiles()]


@routes.patch("/ratings/{guid}", operation_id="change_rating")
def change_rating(
    here: Here,
    guid: Guid,
    form: RatingPatch,
    revision: IfMatch,
    language: Language,
    response: Response,
) -> RatingOut:
    """Change a rating."""
    with here.made(Rating.KIND, guid, revision):
        here.study.ratings.update(here.study.ratings.get(guid), **form.changes())
    return tag(response, _told(here, guid, language))


@routes.delete("/ratings/{guid}", operation_id="remove_rating")
def remove_rating(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a rating; the variable shows what is left."""
    with here.made(Rating.KIND, guid, revision) as made:
        removed = here.study.ratings.remove([here.study.ratings.get(guid)])
    return Removed(removed=removed, seq=made.seq)


@routes.post("/ratings/{guid}/evidence", operation_id="show_rating")
def show_rating(here: Here, guid: Guid, form: ShownForms, language: Language) -> RatingOut:
    """Tie passages to a rating."""
    here.study.ratings.show(here.study.ratings.get(guid), [one.shown() for one in form.shown])
    return _told(here, guid, language)


@routes.delete("/ratings/{guid}/evidence/{segment}", operation_id="hide_rating")
def hide_rating(here: Here, guid: Guid, segment: Guid) -> Removed:
    """Take a passage from a rating; its codings stay."""
    with here.made() as made:
        count = here.study.ratings.hide(here.study.ratings.get(guid), [segment])
    return Removed(removed={Link.KIND: count}, seq=made.seq)


def _told(here: OpenStudy, guid: str, language: str) -> RatingOut:
    with here.study.store.view():
        rating = here.study.ratings.get(guid)
        cards = here.study.ratings.all(case=rating.case, variable=rating.attribute)
        card = next(one for one in cards if one.rating.guid == guid)
        return RatingOut.told(card, here.revision(Rating.KIND, guid), language)
