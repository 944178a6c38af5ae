"""What findings would come to without one participant, source or coder, on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from ..model import say
from .show import as_json

if TYPE_CHECKING:
    from ..checks.leave_one_out import LeftOut
    from ..services.findings import FindingCard

__all__ = ["tell"]


def tell(
    left: Iterable[tuple[FindingCard, Sequence[LeftOut]]], language: str, *, flat: bool
) -> None:
    """A line for each of them whose absence changes something, or flat objects for programs."""
    from ..i18n import translate

    if flat:
        as_json(
            [
                {
                    "finding": card.finding.label,
                    "without": one.kind,
                    "name": one.name,
                    "outcomes": {name: list(both) for name, both in one.outcomes.items()},
                    "lacks": [translate(lack.sentence, language) for lack in one.lacks],
                    "sentence": translate(one.sentence, language),
                }
                for card, several in left
                for one in several
            ]
        )
        return
    for card, several in left:
        click.echo(f"{card.finding.label}  {card.finding.statement}")
        for one in several:
            click.echo(f"  {translate(one.sentence, language)}")
        if not several:
            nothing = say("It stands without any one of its participants, sources and coders.")
            click.echo(f"  {translate(nothing, language)}")
