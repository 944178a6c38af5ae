"""``jejak import``."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import InvalidInput
from ..model import say
from .exchange_told import told_exchange
from .language import note
from .show import json_option, user_option

__all__ = ["import_"]


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("study", type=click.Path(path_type=Path), required=False)
@click.option(
    "--answer", "answers", multiple=True, metavar="NAME=ANSWER",
    help="Decide what the format leaves open, as the report of the import names it; repeat it.",
)  # fmt: skip
@json_option
@user_option
def import_(
    file: Path, study: Path | None, answers: tuple[str, ...], as_json_: bool, user: str | None
) -> None:
    r"""Make a study out of another program's project, or bring the project into a study that is there.

    Sources, codes, codings, cases, memos and all else that came are counted, and whatever was changed or
    left out is named with the reason. It is one change: jejak undo takes all of it back. Into a study that is
    there comes what it does not have; where both say something else of the same, the study keeps what it has.

    \b
    Examples: jejak import thesis.qdpx
              jejak import thesis.qdpx study.jejak --json
    """
    from ..study import import_study, open_study

    said, came = dict(_answer(one) for one in answers), True
    path = study or Path(f"{file.stem}.jejak")
    if study is not None and study.exists():
        with open_study(study, user=user) as made:
            report, title = made.exchange.read(file, answers=said), made.info.title
            came = any(report.written.values())
    else:
        made, report = import_study(file, path, user=user, answers=said)
        with made:
            title = made.info.title
    told_exchange(report, as_json_=as_json_)
    there = say("“{title}” is in {file}.", title=title, file=str(path))
    nothing = say("All of it was in {file} already; nothing was changed.", file=str(path))
    note(there if came else nothing)


def _answer(text: str) -> tuple[str, str]:
    name, sign, answer = text.partition("=")
    if not sign or not name.strip():
        raise InvalidInput("no-answer", f"“{text}” answers nothing.", "Write NAME=ANSWER.")
    return name.strip(), answer.strip()
