"""``jejak protect``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..errors import InvalidInput
from .show import as_json, json_option, study_argument, user_option

if TYPE_CHECKING:
    from ..services.protection import WithdrawalReport

__all__ = ["protect"]


@click.command()
@study_argument
@click.option("--withdraw", "case", metavar="CASE", help="The participant who withdraws.")
@click.option("--keep-sources", is_flag=True, help="Keep their own sources, without the words.")
@click.option("--dry-run", is_flag=True, help="Say what would go, and change nothing.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@json_option
@user_option
def protect(
    study: str,
    case: str | None,
    keep_sources: bool,
    dry_run: bool,
    yes: bool,
    as_json_: bool,
    user: str | None,
) -> None:
    """Keep what participants were promised: take one who withdraws out of the study for good.

    Their words, names and attributes leave every table, index, file and the whole history. First it
    says exactly what will go; it cannot be undone.

    Example: jejak protect study.jejak --withdraw G --dry-run
    """
    from ..study import open_study

    if case is None:
        raise InvalidInput("what-to-protect", "Say who withdraws: --withdraw CASE.")
    with open_study(study, user=user) as work:
        found = work.protection.find(case)
        report = work.protection.withdraw(found, keep_sources=keep_sources, dry_run=True)
        if not as_json_ or not (yes or dry_run):
            _tell(report)
        if not dry_run and (yes or _sure(found.name)):
            report = work.protection.withdraw(found, keep_sources=keep_sources)
            click.echo(f"Done. What is left of the case is called {report.mark}.", err=True)
            if not report.scrubbed:
                click.echo(
                    "Close the study everywhere: old pages lie beside it until then.", err=True
                )
    if as_json_:
        from dataclasses import asdict

        as_json(asdict(report))


def _sure(name: str) -> bool:
    answer: str = click.prompt(f"This cannot be undone. Type {name} to withdraw it", err=True)
    if answer.strip() != name:
        raise InvalidInput("not-confirmed", "That is not the name.", "Nothing was changed.")
    return True


def _tell(report: WithdrawalReport) -> None:
    """What goes, and what a person has to look at, on stderr."""
    lines = [f"{report.case} withdraws. What goes for good:"]
    lines += [f"  the source {name}, whole, with its original file" for name in report.removed]
    lines += [
        f"  their turns in {name} ({count}) and its original file; what others say in it stays"
        for name, count in report.turns.items()
    ]
    lines += [f"  {count} × {kind}" for kind, count in sorted(report.gone.items())]
    lines += [f"  quotations and names in the {kind} “{name}”" for kind, name in report.rewritten]
    lines += [
        f"  words and names in {report.blanked} changes of the history; they cannot be undone"
    ]
    if report.unclear or report.quoted_in or report.to_read or report.naming:
        lines.append("What stays, and only you can judge:")
    lines += [f"  the source {name}: nobody said whose words are whose" for name in report.unclear]
    lines += [f"  the source {name}: the same words stand in it" for name in report.quoted_in]
    lines += [f"  the memo “{title}”: it is about them" for title in report.to_read]
    lines += [f"  the {kind} “{name}”: their name stands in it" for kind, name in report.naming]
    click.echo("\n".join(lines), err=True)
