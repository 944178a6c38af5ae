"""``jejak remarks`` and ``jejak remark``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput
from ..model import say
from .language import note
from .places import places
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..services.remarks import RemarkCard

__all__ = ["remark", "remarks"]


@click.command()
@study_argument
@click.option(
    "-o", "output", type=click.Path(path_type=Path),
    help="Write the remarks of a copy to a .json file, to be sent back.",
)  # fmt: skip
@click.option(
    "--take-in", "taken", type=click.Path(path_type=Path, exists=True), metavar="FILE",
    help="Take in remarks that an auditor sent back; twice is no more than once.",
)  # fmt: skip
@click.option("--open", "unsettled", is_flag=True, help="Only those that are not settled.")
@json_option
@user_option
def remarks(
    study: str, output: Path | None, taken: Path | None, unsettled: bool, as_json_: bool,
    user: str | None,
) -> None:  # fmt: skip
    r"""List remarks, send them back from a copy, or take them in.

    \b
    Examples: jejak remarks copy.jejak -o remarks.json
              jejak remarks study.jejak --take-in remarks.json
              jejak remarks study.jejak --open
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        if output is not None:
            work.remarks.write(output)
            note(say("The remarks were written to {file}.", file=str(output)))
            return
        if taken is not None:
            done = work.remarks.bring_back(taken.read_bytes())
            told = say(
                "{added} remarks are new, {changed} say something else now, {known} were there already.",
                added=done.added, changed=done.changed, known=done.known,
            )  # fmt: skip
            note(told)
            if done.homeless:
                note(say("What {n} of them were about is no longer there.", n=done.homeless))
        found = [one for one in work.remarks.cards() if not (unsettled and one.remark.settled)]
    rows = [_row(one) for one in found]
    if as_json_:
        as_json(rows)
    else:
        table(rows, ("who", "about", "text", "answer", "settled", "changed", "guid"))


def _row(card: RemarkCard) -> dict[str, Any]:
    one, about = card.remark, card.about
    return {
        "guid": one.guid, "who": card.who, "kind": one.target_kind, "target": one.target,
        "about": about.label if about else one.passage, "passage": one.passage, "text": one.text,
        "answer": one.answer, "settled": one.settled, "changed": card.changed,
        "created": one.created,
    }  # fmt: skip


@click.command()
@study_argument
@click.argument("about")
@click.argument("text", required=False)
@click.option("--who", default="", help="Who says so, where that is no user of the study.")
@click.option("--answer", help="With the GUID of a remark: answer it.")
@click.option("--settled/--unsettled", default=None, help="Say that it is settled, or not.")
@click.option("--remove", is_flag=True, help="Take the remark away.")
@user_option
def remark(
    study: str, about: str, text: str | None, who: str, answer: str | None, settled: bool | None,
    remove: bool, user: str | None,
) -> None:  # fmt: skip
    r"""Remark on something, answer a remark, or take it away.

    ABOUT is finding:F1, memo:TITLE, code:NAME or display:NAME; or words: a QUERY, or SOURCE:START-END
    in characters. With --answer, --settled and --remove it is the GUID of a remark.

    \b
    Examples: jejak remark copy.jejak finding:F1 "Who else was asked?" --user "Dr. Tari"
              jejak remark copy.jejak S-01:120-160 "Is this irony?"
              jejak remark study.jejak 01a22d55-f5d4-7a0f-89dc-afe0ab9a53e5 --answer "Yes." --settled
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        if remove:
            work.remarks.remove(about)
            return
        if answer is not None or settled is not None:
            told = {"text": text, "answer": answer, "settled": settled}
            given = {name: value for name, value in told.items() if value is not None}
            work.remarks.update(about, **given)
            return
        if text is None:
            raise InvalidInput("no-text", "Say something: the remark is empty.")
        click.echo(_made(work, about, text, who))


def _made(work: Any, about: str, text: str, who: str) -> str:
    kind, sign, name = about.partition(":")
    named = {"finding": "findings", "memo": "memos", "code": "codes", "display": "displays"}
    if sign and kind in named:
        found = getattr(work, named[kind])
        guid = found.get(name).guid if kind in {"finding", "display"} else found[name].guid
        return str(work.remarks.add(kind, guid, text, who=who).guid)
    (place,) = list(places(work, about))[:1]
    source, start, end = place
    return str(work.remarks.add_at(source, start, end, text, who=who).guid)
