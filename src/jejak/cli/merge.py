"""``jejak merge``: the work of another copy of a study."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput
from ..model import say
from .language import tell
from .show import as_json, json_option, study_argument, user_option

if TYPE_CHECKING:
    from ..study import Study

__all__ = ["merge"]


@click.command()
@study_argument
@click.argument("other", type=click.Path(path_type=Path))
@click.option(
    "--dry-run", is_flag=True, help="List what would come and what clashes; change nothing."
)
@click.option(
    "--prefer",
    type=click.Choice(["ours", "theirs"]),
    help="Where both changed the same: keep what STUDY has, or what OTHER has.",
)
@click.option(
    "--settle",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Choices by clash: what --dry-run --json printed, with a “choice” written to each.",
)
@json_option
@user_option
def merge(
    study: str, other: Path, dry_run: bool, prefer: str | None, settle: Path | None, as_json_: bool,
    user: str | None,
) -> None:  # fmt: skip
    r"""Bring what was done in OTHER, a copy of STUDY that was worked on apart, into STUDY.

    What one side alone did is so afterwards. Where both changed the same thing in different ways, or one
    removed what the other uses, you choose: ours (STUDY), theirs (OTHER) or, of words, both; on a terminal
    you are asked. It is one change that undo takes back, and OTHER stays as it is. Two studies that share
    no history are brought together by GUIDs, names and texts.

    \b
    Examples: jejak merge study.jejak bayu.jejak --dry-run
              jejak merge study.jejak bayu.jejak
              jejak merge study.jejak bayu.jejak --prefer ours
              jejak merge study.jejak bayu.jejak --dry-run --json > choices.json
              jejak merge study.jejak bayu.jejak --settle choices.json
    """
    from ..study import open_study
    from .merge_told import tell_plan

    choices = {} if settle is None else _choices(settle)
    with open_study(study, user=user) as work:
        if dry_run:
            plan, seq = work.merging.plan(other, choices=choices, prefer=prefer or ""), None
        else:
            if not prefer and not as_json_ and at_terminal():
                choices = _asked(work, other, choices)
            report = work.merge(other, choices=choices, prefer=prefer or "")
            plan, seq = report.plan, report.seq
    if as_json_:
        as_json(
            {"change": seq, **asdict(plan), "problems": [_problem(one) for one in plan.problems]}
        )
    else:
        tell_plan(plan, seq, dry_run=dry_run)


def at_terminal() -> bool:
    """Whether there is somebody to be asked."""
    return sys.stdin.isatty()


def _choices(path: Path) -> dict[str, str]:
    """The choices of a file: by key, or as clashes each with one. Raises :class:`InvalidInput`."""
    import yaml

    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError):
        read = None
    listed = read.get("clashes", read) if isinstance(read, Mapping) else read
    if isinstance(listed, Sequence) and not isinstance(listed, str):
        pairs = [(one.get("key"), one.get("choice")) for one in listed if isinstance(one, Mapping)]
    elif isinstance(listed, Mapping):
        pairs = list(listed.items())
    else:
        raise InvalidInput(
            "bad-choices", say("“{name}” holds no choices.", name=path.name),
            say("Write what jejak merge --dry-run --json prints to a file, and a choice to each clash."),
        )  # fmt: skip
    return {str(key): str(choice) for key, choice in pairs if choice}


def _asked(work: Study, other: Path, choices: dict[str, str]) -> dict[str, str]:
    """What a person answers for each clash; some answers bring up others."""
    found = dict(choices)
    from .merge_told import said

    while True:
        waiting = work.merging.plan(other, choices=found).open
        if not waiting:
            return found
        for number, one in enumerate(waiting, 1):
            click.echo(f"[{number}/{len(waiting)}] {said(one)}", err=True)
            found[one.key] = click.prompt(
                tell(say("What stays?")), type=click.Choice(one.choices), err=True
            )


def _problem(one: Any) -> dict[str, str]:
    return {"code": one.code, "message": tell(one.message), "where": one.where}
