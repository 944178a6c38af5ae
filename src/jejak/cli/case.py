"""``jejak case``."""

from __future__ import annotations

import click

from ..errors import InvalidInput, NotFound
from ..model import say
from .language import note
from .show import study_argument, user_option

__all__ = ["case"]


@click.command()
@study_argument
@click.argument("name")
@click.option("--set", "values", multiple=True, help="attribute=value; repeat it.")
@click.option("--speaker", "speakers", multiple=True, help="A name the case speaks under.")
@click.option("--kind", default="person", show_default=True)
@user_option
def case(
    study: str,
    name: str,
    values: tuple[str, ...],
    speakers: tuple[str, ...],
    kind: str,
    user: str | None,
) -> None:
    """Make or change a case; its speakers tie their turns to it.

    Example: jejak case study.jejak G --set role=seller --speaker G
    """
    from ..study import open_study

    pairs = [value.partition("=") for value in values]
    if any(not sign or not key for key, sign, _ in pairs):
        raise InvalidInput("bad-set", "--set wants attribute=value.", "Nothing was changed.")
    with open_study(study, user=user) as work, work.change(f"Case {name}"):
        try:
            found = work.cases.get(name)
        except NotFound:
            found = work.cases.add(name, kind)
        work.cases.set_attributes(found, {key: value or None for key, _, value in pairs})
        for speaker in speakers:
            work.cases.tie_speaker(found, speaker)
        note(
            say(
                "{name}: {attributes} attributes, {speakers} speakers set.",
                name=found.name,
                attributes=len(pairs),
                speakers=len(speakers),
            )
        )
