"""``jejak demo``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..model import Message, say
from .open import open as open_workspace

__all__ = ["demo"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("jejak-demo"))
@click.option("--lang", default="id", show_default=True, help="The study's language: id or en.")
@click.option("--no-open", is_flag=True, help="Only build it; do not open the workspace.")
@click.pass_context
def demo(ctx: click.Context, folder: Path, lang: str, no_open: bool) -> None:
    """Build the reference study from its raw files to its report, then open the workspace.

    Everything in it is invented. A study that is there already is kept as it is.

    Example: jejak demo
    """
    from ..i18n import check_language, translate

    def tell(message: Message) -> None:
        click.echo(f"· {translate(message, lang)}")

    check_language(lang)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "demo.jejak"
    _build(path, lang, tell)
    _conclude(path, folder / "report.html", lang, tell)
    click.echo()
    click.echo(translate(say("The study is {path}.", path=str(path)), lang))
    if not no_open:
        ctx.invoke(open_workspace, study=str(path))


def _build(path: Path, language: str, tell: Any) -> None:
    from ..study.reference import build_reference

    if path.exists():
        tell(say("{path} is there already and is kept as it is", path=str(path)))
        return
    for step in build_reference(path, language):
        tell(step)


def _conclude(path: Path, report: Path, language: str, tell: Any) -> None:
    """What the displays and checks say today, and the report."""
    from ..study import open_study

    with open_study(path) as study:
        for card in study.findings.cards():
            tell(_shown(card))
        study.reports.write(report, language)
        tell(say("The report is {path}", path=str(report)))


def _shown(card: Any) -> Message:
    """What the checks of a finding showed."""
    label, every = card.finding.label, len(card.checks)
    others = [check.title for check in card.checks if check.verdict.outcome in {"weak", "fails"}]
    if not others:
        return say("{label} passes all its checks", label=label)
    return say(
        "{label}: {n} of {all} checks shows a weakness: {others}"
        "|{label}: {n} of {all} checks show a weakness: {others}",
        label=label, n=len(others), all=every, others=others,
    )  # fmt: skip
