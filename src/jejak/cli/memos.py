"""``jejak memos`` and ``memo``: writing attached to anything, or free."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput
from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..model import Record
    from ..store import Rows
    from ..study import Study

__all__ = ["memo", "memos"]

_ABOUT = "KIND:NAME, such as code:Anonymity, source:S-01, case:G or finding:F1"
_TO_DO = f"Give it as {_ABOUT}."


@click.command()
@study_argument
@click.option("--about", metavar="KIND:NAME", help=f"Only those about it: {_ABOUT}.")
@click.option(
    "-o", "output", type=click.Path(path_type=Path),
    help="Write them whole to a .docx, .md, .csv, .xlsx or .json file.",
)  # fmt: skip
@json_option
def memos(study: str, about: str | None, output: Path | None, as_json_: bool) -> None:
    r"""List the memos, all of them or those about one thing.

    \b
    Examples: jejak memos study.jejak --about code:Anonymity
              jejak memos study.jejak -o memos.docx
    """
    from ..formats.file_writing import write_whole
    from ..services.memo_rows import MemoFilter
    from ..study import open_study

    with open_study(study) as work:
        if output is not None:
            wanted = MemoFilter(about=None if about is None else _meant(work, about)[1])
            content = work.memos.file(output.suffix, wanted, language=work.language)
            write_whole(output, content)
            note(say("The memos are written to {file}.", file=str(output)))
            return
        rows = work.memos.rows()
        if about is not None:
            found = {one.guid for one in work.memos.all(_meant(work, about)[1])}
            rows = [row for row in rows if row["guid"] in found]
    if as_json_:
        as_json([{"name": row["title"], **row} for row in rows])
    else:
        table(rows, ("title", "kind", "author", "about"))


@click.command()
@study_argument
@click.option("--title", default="", help="What it is called; else its first words.")
@click.option("--body", help="What it says, in Markdown; else it is read from standard input.")
@click.option(
    "--kind", default="theoretical", show_default=True,
    help="theoretical, method, reflexive, summary, jotting or metaphor.",
)  # fmt: skip
@click.option("--about", multiple=True, metavar="KIND:NAME", help=f"{_ABOUT}; repeat it.")
@user_option
def memo(
    study: str, title: str, body: str | None, kind: str, about: tuple[str, ...], user: str | None
) -> None:
    r"""Write a memo.

    \b
    Examples: jejak memo study.jejak --title "Why so sure?" --body "…" --about finding:F3
              jejak memo study.jejak --kind reflexive < diary.md
    """
    from ..study import open_study

    if body is None:
        body = sys.stdin.read()
    if not body.strip():
        raise InvalidInput(
            "empty-memo", "A memo that says nothing was not written.", "Give --body."
        )
    with open_study(study, user=user) as work:
        targets = [_meant(work, one) for one in about]
        written = work.memos.add(title, body, kind, targets)
    note(say("The memo “{title}” is written.", title=written.title))


def _meant(work: Study, about: str) -> tuple[str, str]:
    """What ``KIND:NAME`` names, as (kind, GUID)."""
    from ..store import lookups

    finders: dict[str, Callable[[Rows, str], Any]] = {
        "source": lookups.find_source,
        "code": lookups.find_code,
        "case": lookups.find_case,
        "finding": lookups.find_finding,
    }
    kind, _, name = about.partition(":")
    if kind not in finders or not name.strip():
        raise InvalidInput("bad-about", f"“{about}” says of nothing what it is about.", _TO_DO)
    with work.store.read() as rows:
        found: Record = finders[kind](rows, name.strip())
    return kind, found.guid
