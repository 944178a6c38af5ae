"""``jejak networks`` and ``jejak network``: what is drawn by hand, checked and extended."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..services.network_between import Mediator
    from ..study import Study
    from ..study.networks import NetworkHandle

__all__ = ["mediators_told", "network", "networks"]


@click.command()
@study_argument
@json_option
def networks(study: str, as_json_: bool) -> None:
    """List the networks: their kinds, how much is drawn, how much there is to look at again.

    Example: jejak networks study.jejak
    """
    from ..study import open_study

    with open_study(study) as work:
        rows = work.networks.rows()
    if as_json_:
        as_json(rows)
    else:
        table(rows, ("name", "kind", "boxes", "arrows", "to look at"))


@click.command()
@study_argument
@click.argument("name")
@click.option("--new", "kind", metavar="KIND", help="Make it, of a kind such as causal-network.")
@click.option("--case", help="Whose network a new one is.")
@click.option(
    "--from",
    "arrows",
    type=click.Path(path_type=Path),
    help="Draw what a table says, an arrow a row: origin, target, sign, strength, label, note.",
)
@click.option(
    "--between",
    nargs=2,
    metavar="FROM TO",
    help="Show the codes that may stand between two boxes that an arrow ties.",
)
@click.option("--put", help="With --between: put this code, or a box of this name, between them.")
@click.option("--arrange", is_flag=True, help="Put the boxes in order.")
@click.option("--check", is_flag=True, help="Say what to look at again.")
@user_option
@json_option
def network(
    study: str, name: str, kind: str | None, case: str | None, arrows: Path | None, arrange: bool,
    check: bool, between: tuple[str, str] | None, put: str | None, user: str | None, as_json_: bool,
) -> None:  # fmt: skip
    r"""Show a network arrow by arrow, check it, or draw in it from a table.

    \b
    Examples: jejak network study.jejak "Why G left" --new causal-network --case G --from why.csv
              jejak network study.jejak "Why G left" --check
              jejak network study.jejak "Why G left" --between Fear Leaving
              jejak network study.jejak "Why G left" --between Fear Leaving --put Shame
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        if kind is not None:
            work.networks.make(name, kind, case=case)
        found = work.networks[name]
        if arrows is not None:
            boxes, drawn = found.extend(arrows)
            click.echo(f"{boxes} + {drawn}", err=True)
        if put is not None:
            _put(work, found, between, put)
        if arrange:
            found.arrange()
        if between is not None and put is None:
            mediators_told(found.mediators(*between), as_json_=as_json_)
            return
        if check:
            _told(work, found, as_json_=as_json_)
        elif as_json_:
            as_json(found.rows())
        else:
            table(found.rows(), ("origin", "target", "sign", "strength", "label", "evidence"))


def _put(work: Study, found: NetworkHandle, between: tuple[str, str] | None, what: str) -> None:
    from ..errors import InvalidInput, NotFound

    if between is None:
        raise InvalidInput("no-ends", "Say between which boxes (--between FROM TO).")
    try:
        found.put_between(*between, work.codes[what])
    except NotFound as missing:
        if missing.code != "no-such-code":
            raise
        found.put_between(*between, what)


def mediators_told(found: Sequence[Mediator], *, as_json_: bool) -> None:
    """Print codes that may stand between two others."""
    rows = [asdict(one) for one in found]
    if as_json_:
        as_json(rows)
    else:
        table(rows, ("path", "with_first", "with_second", "hold", "cases"))


def _told(work: Study, found: NetworkHandle, *, as_json_: bool) -> None:
    from ..i18n import translate

    names = {one.guid: one.label for one in found.drawn.nodes}
    flaws = [
        {
            "check": flaw.check,
            "sentence": translate(flaw.sentence, work.language),
            "boxes": [names[part] for part in flaw.parts if part in names],
            "parts": list(flaw.parts),
        }
        for flaw in found.check()
    ]
    if as_json_:
        as_json(flaws)
    else:
        table(flaws, ("check", "sentence"))
