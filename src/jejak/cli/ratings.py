"""``jejak ratings`` and ``rate``: how far variables hold in cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput, NotFound
from ..model import say
from .language import note
from .places import PLACE, places
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..services.ratings import Extremes
    from ..study import Study

__all__ = ["rate", "ratings"]

_ENDS = ("low", "typical", "high", "outliers", "missing")


@click.command()
@study_argument
@click.option("--case", help="Only those of this case.")
@click.option("--variable", help="Only those of this variable.")
@click.option(
    "--extremes", metavar="VARIABLE", help="Which cases are extreme and typical in a rated variable "
    "or a number.",
)  # fmt: skip
@click.option("--profiles", is_flag=True, help="How far each case is from the middle of all.")
@json_option
def ratings(
    study: str, case: str | None, variable: str | None, extremes: str | None, profiles: bool,
    as_json_: bool,
) -> None:  # fmt: skip
    r"""List the ratings; or the cases at the ends of a variable, and in its middle.

    \b
    Examples: jejak ratings study.jejak --case G
              jejak ratings study.jejak --extremes Caution
    """
    from ..study import open_study

    with open_study(study) as work:
        if extremes is not None:
            rows = _ends(work.ratings.extremes(extremes))
            columns: tuple[str, ...] = ("end", "value", "cases")
        elif profiles:
            found = work.ratings.profiles()
            rows = [
                {"case": one.name, "distance": one.distance, "known": one.known} for one in found
            ]
            columns = ("case", "distance", "known")
        else:
            rows, columns = _listed(work, case, variable)
    if as_json_:
        as_json(rows)
    else:
        table(rows, columns)


def _listed(
    work: Study, case: str | None, variable: str | None
) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    guids = {card.rating.guid for card in work.ratings.all(case=case, variable=variable)}
    rows = [row for row in work.ratings.rows() if row["guid"] in guids]
    return rows, ("case", "variable", "value", "date", "by", "note")


def _ends(found: Extremes) -> list[dict[str, Any]]:
    values = {"low": found.lowest, "typical": found.median, "high": found.highest}
    return [
        {"end": end, "value": values.get(end), "cases": [name for _, name in getattr(found, end)]}
        for end in _ENDS
    ]


@click.command()
@study_argument
@click.argument("case")
@click.argument("rating", metavar="VARIABLE=VALUE")
@click.option(
    "--date", default="", metavar="DATE", help="When that was so, as far as it is known; without one "
    "it is said on the whole.",
)  # fmt: skip
@click.option("--note", "words", default="", help="Why.")
@click.option("--shown", multiple=True, metavar="PLACE", help=f"What shows it: {PLACE}; repeat it.")
@click.option(
    "--levels", help="Make the variable where it is not there: its levels from the lowest, with "
    "commas between.",
)  # fmt: skip
@click.option(
    "--remove", is_flag=True, help="Remove your rating for that date; VALUE is not needed."
)
@user_option
def rate(
    study: str, case: str, rating: str, date: str, words: str, shown: tuple[str, ...],
    levels: str | None, remove: bool, user: str | None,
) -> None:  # fmt: skip
    r"""Say how far a variable holds in a case: at a date, or on the whole.

    \b
    Examples: jejak rate study.jejak G Caution=high --levels low,medium,high
              jejak rate study.jejak G Caution=low --date 2019 --shown S-01:0-40
    """
    from ..study import open_study

    variable, _, value = rating.partition("=")
    if not variable.strip() or (not value.strip() and not remove):
        raise InvalidInput("bad-rating", f"“{rating}” is no VARIABLE=VALUE.")
    with open_study(study, user=user) as work, work.change("A rating"):
        if remove:
            _remove(work, case, variable, date)
            return note(say("The rating is removed."))
        if levels is not None:
            _make(work, variable, levels)
        where = [(one.guid, start, end) for what in shown for one, start, end in places(work, what)]
        made = work.ratings.rate(case, variable, value, date=date, note=words, shown=where)
        cards = work.ratings.all(case=case, variable=variable)
        card = next(one for one in cards if one.rating.guid == made.guid)
        note(
            say("{case}: {variable} is {value}, {date}.", case=case, variable=variable,
                value=made.value, date=card.when)
        )  # fmt: skip
    return None


def _make(work: Study, variable: str, levels: str) -> None:
    if not any(
        one.name.casefold() == variable.strip().casefold() for one in work.ratings.variables()
    ):
        work.ratings.add_variable(variable, [one.strip() for one in levels.split(",")])


def _remove(work: Study, case: str, variable: str, date: str) -> None:
    from ..model.when import exact_when

    when = exact_when(date)
    mine = [
        one.rating
        for one in work.ratings.all(case=case, variable=variable)
        if one.rating.date == when and one.rating.user == work.user.guid
    ]
    if not mine:
        raise NotFound("no-such-rating", "You gave no such rating.")
    work.ratings.remove(mine)
