"""``jejak events`` and ``event``: what happened, to whom, when as far as it is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput, NotFound
from ..model import say
from .language import note
from .places import PLACE, places
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..services.event_cards import EventCard
    from ..study import EventHandle, Study

__all__ = ["event", "events"]

_DATE = "2020, 2020-05, 2020-05-03, 2019/2020, 2020/.. (or later), “after May 2020”"


@click.command()
@study_argument
@click.option("--case", help="Only those in which this case acts.")
@click.option("--kind", help="Only those of this kind.")
@click.option("--critical", is_flag=True, help="Only critical ones.")
@click.option(
    "--since", default="", metavar="DATE", help="Only those that may be of then or later."
)
@click.option(
    "--until", default="", metavar="DATE", help="Only those that may be of then or earlier."
)
@json_option
def events(
    study: str, case: str | None, kind: str | None, critical: bool, since: str, until: str,
    as_json_: bool,
) -> None:  # fmt: skip
    """List the events in the order of time; those whose date is not known come last.

    Example: jejak events study.jejak --case G --since 2020
    """
    from ..study import open_study

    with open_study(study) as work:
        cards = work.events.cards(
            case=case, kind=kind, critical=critical or None, since=since, until=until
        )
    rows = [_row(card) for card in cards]
    if as_json_:
        as_json(rows)
    else:
        shown = [row | {"critical": "!" if row["critical"] else ""} for row in rows]
        table(shown, ("date", "critical", "name", "kind", "actors", "place"))


def _row(card: EventCard) -> dict[str, Any]:
    one = card.event
    return {
        "guid": one.guid,
        "name": one.name,
        "date": one.date,
        "kind": one.kind,
        "place": one.place,
        "critical": one.critical,
        "actors": [name for _, name in card.actors],
        "impact": one.impact,
        "description": one.description,
        "leads_to": [k.thing.label for k in card.leads],
        "evidence": [
            {"source": k.where, "start": k.start, "end": k.end, "text": k.label}
            for k in card.evidence
        ],
    }


def _fields(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what an event is."""
    options = (
        click.option("--date", metavar="DATE", help=f"As far as it is known: {_DATE}."),
        click.option("--kind", help="Events of one kind are the same step in different lives."),
        click.option("--place", help="Where it happened."),
        click.option("--critical/--not-critical", default=None, help="Whether it changed much."),
        click.option("--impact", help="What it changed."),
        click.option("--description", help="More about it."),
        click.option("--rename", help="Another name."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@study_argument
@click.argument("name")
@_fields
@click.option("--actor", "actors", multiple=True, help="A case that acts in it; repeat it.")
@click.option("--shown", multiple=True, metavar="PLACE", help=f"What shows it: {PLACE}; repeat it.")
@click.option(
    "--leads-to", "leads", multiple=True, metavar="NAME",
    help="An event, or a state, which is made where there is none; repeat it.",
)  # fmt: skip
@click.option("--remove", is_flag=True, help="Remove it; its words and their codings stay.")
@user_option
def event(
    study: str, name: str, actors: tuple[str, ...], shown: tuple[str, ...], leads: tuple[str, ...],
    remove: bool, user: str | None, rename: str | None, **values: str | bool | None,
) -> None:  # fmt: skip
    r"""Note an event, change or remove it. Without --actor, those act in a new one whose words show it.

    \b
    Example: jejak event study.jejak "Account closed" --date 2021-03 --critical --actor G \
                   --shown 'code:Siasat and text:"ditutup"' --leads-to "Two accounts"
    """
    from ..study import open_study

    given: dict[str, Any] = {key: value for key, value in values.items() if value is not None}
    if rename is not None:
        given["name"] = rename
    if actors:
        given["actors"] = actors
    if remove and (given or shown or leads):
        raise InvalidInput("bad-options", "--remove stands alone.", "Nothing was changed.")
    with open_study(study, user=user) as work:
        if remove:
            work.events[name].remove()
            return note(say("The event “{name}” is removed.", name=name))
        with work.change("An event"):
            found = _written(work, name, given, shown)
            for other in leads:
                work.states.lead(("event", found.guid), _end(work, other))
            card = work.events.card(found.record)
    note(
        say(
            "“{name}”, {date}: {actors} actors, {n} passages.",
            name=card.event.name, date=card.when, actors=len(card.actors), n=len(card.evidence),
        )
    )  # fmt: skip
    return None


def _written(work: Study, name: str, given: dict[str, Any], shown: tuple[str, ...]) -> EventHandle:
    where = [(source.guid, start, end) for one in shown for source, start, end in places(work, one)]
    try:
        found = work.events[name]
    except NotFound:
        return work.events[work.events.add(**{"name": name, **given}, shown=where).guid]
    if given:
        found.update(**given)
    if where:
        work.events.show(found.record, where)
    return found


def _end(work: Study, name: str) -> tuple[str, str]:
    """An event of that name, or a state, made where neither is there."""
    try:
        return "event", work.events.get(name).guid
    except NotFound:
        pass
    try:
        return "state", work.states.get(name).guid
    except NotFound:
        return "state", work.states.add(name).guid
