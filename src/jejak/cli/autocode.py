"""``jejak autocode``."""

from __future__ import annotations

import click

from ..model import say
from .language import note
from .show import study_argument, user_option

__all__ = ["autocode"]


@click.command()
@study_argument
@click.option("--code", "wanted", required=True, help="The code to give.")
@click.option("--text", help="A phrase.")
@click.option("--regex", help="A regular expression.")
@click.option("--speaker", help="All turns of a speaker.")
@click.option("--query", help="What a query finds.")
@click.option(
    "--unit", default="match", show_default=True, help="match, sentence, block or source."
)
@click.option("--dry-run", is_flag=True, help="Say what would be coded, and code nothing.")
@user_option
def autocode(
    study: str,
    wanted: str,
    text: str | None,
    regex: str | None,
    speaker: str | None,
    query: str | None,
    unit: str,
    dry_run: bool,
    user: str | None,
) -> None:
    """Code what a rule matches, in one step that can be undone.

    Example: jejak autocode study.jejak --code Anonimitas --text "akun baru" --unit sentence
    """
    from ..services.autocode import Rule
    from ..study import open_study

    with open_study(study, user=user) as work:
        done = work.autocoding.apply(
            Rule(wanted, text, regex, speaker, query, unit), dry_run=dry_run
        )
    note(say("{found} found, {coded} coded.", found=len(done.spans), coded=done.coded))
