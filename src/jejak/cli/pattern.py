"""``jejak pattern``: how often codes recur together, and a pattern code made of them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..services.patterns import Named, Recurs
    from ..study import Study

__all__ = ["pattern"]


@click.command()
@study_argument
@click.argument("name", required=False)
@click.option("--code", "codes", multiple=True, help="One of the codes it is made of; repeat it.")
@click.option("--why", default="", help="Why they belong together.")
@click.option("--below", is_flag=True, help="Put them below it, instead of leaving them in place.")
@click.option("--parent", help="The code that it lies under.")
@click.option("--limit", default=20, show_default=True, help="At most so many pairs.")
@json_option
@user_option
def pattern(
    study: str, name: str | None, codes: tuple[str, ...], why: str, below: bool,
    parent: str | None, limit: int, as_json_: bool, user: str | None,
) -> None:  # fmt: skip
    r"""See which codes are found together, how often they recur, and make a pattern code of them.

    \b
    without a name or code   pairs of codes that meet, those that most cases have both of first
    with codes               in how many cases, sources and passages any of them recurs, in whom
                             all of them do, and who shows no sign of any
    with a name and codes    makes the pattern code, then counts it
    with a name              counts a code that is there; a pattern by what it is made of

    \b
    Examples: jejak pattern study.jejak
              jejak pattern study.jejak --code Price --code Anonymity
              jejak pattern study.jejak "Cheap cover" --code Price --code Anonymity \
                  --why "Both are told as one reason."
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        if name is None and not codes:
            _pairs(work, limit, as_json_=as_json_)
            return
        if name is not None and codes:
            made = work.codes.make_pattern(name, codes, why=why, below=below, parent=parent)
            note(say("“{name}” is made of {n} codes.", name=made.name, n=len(set(codes))))
            found = work.codes.recurrence([made.guid])
        else:
            found = work.codes.recurrence([name] if name is not None else codes)
    if as_json_:
        as_json(asdict(found))
    else:
        _shown(found)


def _pairs(work: Study, limit: int, *, as_json_: bool) -> None:
    found = work.codes.together(limit)
    if as_json_:
        as_json([asdict(one) for one in found])
        return
    rows = [
        {"code": one.first.path, "with": one.second.path, "together": one.together,
         "cases": one.cases, "c": f"{one.c:.2f}"}
        for one in found
    ]  # fmt: skip
    table(rows, ("code", "with", "together", "cases", "c"))


def _shown(found: Recurs) -> None:
    table([asdict(one) for one in found.members], ("path", "cases", "sources", "segments"))
    click.echo(f"any        {_counted(found.cases)}")
    click.echo(f"all        {_counted(found.all_of_them)}")
    click.echo(f"no sign    {_counted(found.silent)}")
    click.echo(f"sources    {_counted(found.sources)}")
    click.echo(f"passages   {found.segments}")


def _counted(found: tuple[Named, ...]) -> str:
    names = ", ".join(one.name for one in found)
    return f"{len(found)}: {names}" if found else "0"
