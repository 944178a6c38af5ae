"""``jejak verify``."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import NotFound
from ..model import Problem, say
from .language import tell
from .show import as_json, json_option, study_argument

__all__ = ["verify"]


@click.command()
@study_argument
@json_option
def verify(study: str, as_json_: bool) -> None:
    r"""Check that a study is whole: its file, texts, segments and the chain of its history.

    The log of an audit trail (history.jsonl) is checked by its chain alone, without the study.

    Exit code 1 where something is wrong. Nothing is changed.

    \b
    Examples: jejak verify study.jejak
              jejak verify trail/4-process-notes/log/history.jsonl
    """
    problems, head = _log(study) if study.endswith(".jsonl") else _study(study)
    if as_json_:
        as_json([{"code": p.code, "message": tell(p.message), "where": p.where} for p in problems])
    else:
        for problem in problems:
            click.echo(f"✗ {tell(problem.message)} [{problem.code} {problem.where}]")
    if problems:
        raise click.exceptions.Exit(1)
    if not as_json_:
        whole = say("{study} is whole: {n} changes, their chain unbroken.", study=study, n=head)
        click.echo(f"✓ {tell(whole)}")


def _study(path: str) -> tuple[list[Problem], int]:
    from ..store import Store

    with Store.open(Path(path), read_only="It is being examined.") as store:
        return store.verify(), store.head


def _log(path: str) -> tuple[list[Problem], int]:
    from ..store.log_file import check_log

    if not Path(path).is_file():
        raise NotFound("no-such-file", f"There is no file {path}.")
    with Path(path).open("rb") as lines:
        count, problem = check_log(lines)
    return ([problem] if problem else []), count
