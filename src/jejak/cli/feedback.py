"""``jejak feedback``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput
from ..formats.file_writing import write_whole
from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, table

if TYPE_CHECKING:
    from ..services.member_feedback import Members

__all__ = ["feedback"]


@click.command()
@study_argument
@click.option("--sheet", "case", metavar="CASE", help="Write the sheet that this case is handed.")
@click.option(
    "-o", "output", type=click.Path(path_type=Path),
    help="With --sheet: the file to write, .docx, .pdf, .html or .md.",
)  # fmt: skip
@click.option("--lang", help="The language of the sheet, id or en; else the study's own.")
@click.option("--unasked", is_flag=True, help="Whom to ask yet, instead of what came back.")
@json_option
def feedback(
    study: str, case: str | None, output: Path | None, lang: str | None, unasked: bool,
    as_json_: bool,
) -> None:  # fmt: skip
    r"""What participants made of the findings that were shown to them, and whom to ask yet.

    A sheet holds the findings that concern one participant, with their own words and nobody else's. What
    comes back is put on record with: jejak record STUDY FINDING feedback case=…

    \b
    Examples: jejak feedback study.jejak
              jejak feedback study.jejak --unasked
              jejak feedback study.jejak --sheet G -o sheet.docx
    """
    from ..study import open_study

    with open_study(study) as work:
        if case is not None:
            if output is None:
                raise InvalidInput("no-file", "Name the file to write the sheet to: -o sheet.docx")
            wanted = work.cases.get(case)
            content = work.member_feedback.sheet(wanted, output.suffix, lang or work.language)
            write_whole(output, content)
            note(say("The sheet was written to {file}.", file=str(output)))
            return
        found = work.member_feedback.members()
    rows = _unasked(found) if unasked else _told(found)
    if as_json_:
        as_json(rows)
    elif unasked:
        table(rows, ("case", "concerning", "unasked"))
    else:
        table(rows, ("who", "finding", "date", "answer", "comment", "action"))
        _rates(found)


def _told(found: Members) -> list[dict[str, Any]]:
    return [
        {
            "guid": one.record.guid, "who": one.who, "finding": one.label, "date": one.record.date,
            "shown": one.record.shown, "answer": one.record.answer, "comment": one.record.comment,
            "action": one.record.action, "follow": one.follow,
        }
        for one in found.lines
    ]  # fmt: skip


def _unasked(found: Members) -> list[dict[str, Any]]:
    return [
        {"case": one.case.name, "concerning": one.concerning, "unasked": one.unasked}
        for one in found.members
        if one.unasked
    ]


def _rates(found: Members) -> None:
    shown = sum(found.answers.values())
    if shown:
        told = say(
            "Shown {shown} times, answered {replies}: {agree} agree, {partly} partly, {against} disagree.",
            shown=shown, replies=shown - found.answers["no reply"], agree=found.answers["agree"],
            partly=found.answers["partly"], against=found.answers["disagree"],
        )  # fmt: skip
        note(told)
