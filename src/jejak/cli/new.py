"""``jejak new``."""

from __future__ import annotations

import click

from ..model import say
from .language import note
from .show import study_argument, user_option

__all__ = ["new"]


@click.command()
@study_argument
@click.option("--title", required=True, help="What the study is called.")
@click.option("--question", "questions", multiple=True, help="A research question; repeat it.")
@click.option("--description", default="", help="What it is about.")
@click.option("--lang", default="id", show_default=True, help="The study's language.")
@user_option
def new(
    study: str,
    title: str,
    questions: tuple[str, ...],
    description: str,
    lang: str,
    user: str | None,
) -> None:
    """Begin an empty study.

    Example: jejak new study.jejak --title "Pasar malam" --question "Siapa yang datang?"
    """
    from ..study import create_study

    with create_study(
        study, title, questions=questions, language=lang, description=description, user=user
    ) as made:
        note(
            say(
                "{file}: “{title}”, {n} question.|{file}: “{title}”, {n} questions.",
                file=study,
                title=made.info.title,
                n=len(questions),
            )
        )
