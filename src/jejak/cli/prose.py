"""``jejak prose``: what you write into a report yourself."""

from __future__ import annotations

import sys

import click

from ..errors import InvalidInput
from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, table, user_option

__all__ = ["prose"]


@click.command()
@study_argument
@click.option("--template", default="study", show_default=True, help="The template of the report.")
@click.option("--lang", help="The language of the report, id or en; else the study's own.")
@click.option("--places", is_flag=True, help="List the places at which can be written.")
@click.option("--at", "place", help="Write at it: a part's name, a finding's label, or a place.")
@click.option(
    "--side", type=click.Choice(["before", "after", "instead"]),
    help="Before or after what is composed there, or instead of it. [default: after]",
)  # fmt: skip
@click.option("--text", help="What to write, in Markdown; “-” reads it from standard input.")
@click.option("--change", metavar="GUID", help="Change or move (--at, --side) this piece.")
@click.option("--remove", metavar="GUID", help="Take this piece away.")
@user_option
@json_option
def prose(
    study: str, template: str, lang: str | None, places: bool, place: str | None, side: str | None,
    text: str | None, change: str | None, remove: str | None, user: str | None, as_json_: bool,
) -> None:  # fmt: skip
    r"""Write your own words into a report, or list what is written there.

    They stay in their place whatever becomes of the study; what lost its place is listed so, and can
    be moved. Each template and each language has its own.

    \b
    Examples: jejak prose study.jejak --at discussion --text "…" --template article
              jejak prose study.jejak --at F3 --side before --text - < why.md
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        language = lang or work.language
        if places:
            rows = [
                {"name": one.name, "title": f"{'  ' * (one.level - 1)}{one.title}"}
                for one in work.prose.places(template, language)
            ]
            _show(rows, ("name", "title"), as_json_=as_json_)
            return
        said = sys.stdin.read() if text == "-" else text
        if remove is not None:
            work.prose.remove([work.prose.get(remove).guid])
            note(say("What was written is removed; undo brings it back."))
        elif change is not None:
            work.prose.update(work.prose.get(change), text=said, place=place, side=side)
            note(say("What was written is changed."))
        elif place is not None:
            if said is None:
                raise InvalidInput("empty-prose", "Nothing was written.", "Give --text.")
            work.prose.add(said, place, side or "after", template=template, language=language)
            note(say("It is written in the report."))
        else:
            pieces = work.prose.pieces(template, language)
            rows = [
                {
                    "guid": one.prose.guid,
                    "name": one.place,
                    "side": one.side,
                    "title": one.title if one.is_there else str(say("its place has gone")),
                    "text": one.prose.text,
                }
                for one in pieces
            ]
            _show(rows, ("guid", "title", "side", "text"), as_json_=as_json_)


def _show(rows: list[dict[str, str]], columns: tuple[str, ...], *, as_json_: bool) -> None:
    if as_json_:
        as_json(rows)
    else:
        table(rows, columns)
