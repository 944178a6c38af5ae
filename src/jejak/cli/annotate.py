"""``jejak annotate`` and ``manuscripts``: finished writing tied to what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput
from ..formats.file_writing import write_whole
from ..model import say
from .language import note as say_beside
from .manuscript_told import passage_row, tell_brought, tell_passages
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..model import Manuscript
    from ..services.manuscript_cards import PassageCard
    from ..study import Study

__all__ = ["annotate", "manuscripts"]


@click.command()
@study_argument
@json_option
def manuscripts(study: str, as_json_: bool) -> None:
    """List the manuscripts, with how their passages stand."""
    from ..study import open_study

    with open_study(study) as work:
        rows = []
        for one in work.manuscripts.all():
            stand = Counter(card.standing for card in work.manuscripts.passages(one))
            rows.append({
                "name": one.name, "guid": one.guid, "paragraphs": len(one.paragraphs),
                "passages": sum(stand.values()), "tied": stand["tied"], "proposed": stand["proposed"],
                "misquoted": stand["misquoted"] + stand["gone"], "unfound": stand["unfound"],
            })  # fmt: skip
    if as_json_:
        as_json(rows)
    else:
        columns = ("name", "paragraphs", "passages", "tied", "proposed", "misquoted", "unfound")
        table(rows, columns)


@click.command()
@study_argument
@click.argument("manuscript")
@click.option(
    "-o", "output", type=click.Path(path_type=Path),
    help="Write what is tied: .docx (the manuscript with notes), .jsonld, .csv, .md (a data overview), or "
    ".zip (all of them with the sources that may be shared).",
)  # fmt: skip
@click.option("--as", "form", type=click.Choice(["comments", "footnotes", "original"]),
              default="comments",
              help="As what the notes stand in the .docx; “original” is the file as it was brought in.")  # fmt: skip
@click.option(
    "--tie", metavar="WHICH", help="Tie passages: their numbers (2,5-7), “exact” or “all”."
)
@click.option("--set-aside", metavar="WHICH", help="Passages that are not to be tied.")
@click.option("--untie", metavar="WHICH", help="Take away what is tied, or proposed.")
@click.option("--passage", type=int, help="The number of a passage to say something of.")
@click.option("--words", help="Words of the manuscript to tie by hand.")
@click.option("--paragraph", type=int, help="The paragraph they stand in, where several have them.")
@click.option("--finding", "findings", multiple=True, help="A finding it tells; repeat it.")
@click.option("--source", "place", metavar="SOURCE:START-END", help="The words it rests on.")
@click.option("--note", help="An analytic note on it.")
@click.option("--translation", help="A translation of the words it rests on.")
@click.option("--translator", help="Who translated them.")
@click.option("--lang", help="The language of what is written: id or en; else the study's own.")
@json_option
@user_option
def annotate(
    study: str,
    manuscript: str,
    output: Path | None,
    form: str,
    tie: str | None,
    set_aside: str | None,
    untie: str | None,
    lang: str | None,
    as_json_: bool,
    user: str | None,
    **said: Any,
) -> None:
    r"""Tie a finished manuscript to the study: its quotations are found and compared, character by character.

    The manuscript is a Word file, or the name of one that was brought in. Brought in again it is a new
    version: what is tied stays tied. Nothing in the file itself is changed.

    \b
    Examples: jejak annotate study.jejak chapter4.docx
              jejak annotate study.jejak chapter4.docx --tie exact -o annotated.docx --as footnotes
              jejak annotate study.jejak chapter4 --passage 3 --note "Said without being asked."
              jejak annotate study.jejak chapter4 --words "Most sellers" --finding F2
    """
    from ..i18n import check_language
    from ..study import open_study

    with open_study(study, user=user) as work:
        language = check_language(lang or work.language)
        made = _brought(work, manuscript)
        _change(work, made, tie=tie, set_aside=set_aside, untie=untie, said=said)
        cards = work.manuscripts.passages(made)
        if output is not None:
            write_whole(output, _content(work, made, manuscript, output, form, language))
            say_beside(say("What is tied was written to {file}.", file=str(output)))
    if as_json_:
        as_json([passage_row(card) for card in cards])
    elif output is None:
        tell_passages(made, cards)


def _brought(work: Study, given: str) -> Manuscript:
    """The manuscript, brought in where it is a file that the study has not seen as it is now."""
    path = Path(given)
    if not path.is_file():
        return work.manuscripts.get(path.stem if path.suffix.lower() == ".docx" else given)
    there = work.manuscripts.seen(path)
    if there is not None:
        return there
    brought = work.manuscripts.bring_in(path)
    tell_brought(brought)
    return brought.manuscript


def _content(
    work: Study, made: Manuscript, given: str, output: Path, form: str, language: str
) -> bytes:
    if output.suffix.lower() != ".docx":
        return work.manuscripts.content(made, output.suffix.lower(), language)
    if form == "original":
        return work.manuscripts.original(made)
    file = Path(given)
    data = file.read_bytes() if file.is_file() else None
    return work.manuscripts.annotated(made, data, form, language)


def _change(
    work: Study,
    made: Manuscript,
    *,
    tie: str | None,
    set_aside: str | None,
    untie: str | None,
    said: dict[str, Any],
) -> None:
    cards = work.manuscripts.passages(made) if tie or set_aside or untie or said["passage"] else []
    if tie:
        work.manuscripts.accept(_chosen(cards, tie))
    if set_aside:
        with work.change("Set passages aside"):
            for guid in _chosen(cards, set_aside):
                work.manuscripts.update(guid, state="set aside")
    if untie:
        work.manuscripts.take_away(_chosen(cards, untie))
    _say(work, made, cards, said)


def _say(work: Study, made: Manuscript, cards: Sequence[PassageCard], said: dict[str, Any]) -> None:
    """What is said of one passage."""
    values: dict[str, Any] = {
        name: said[name] for name in ("note", "translation", "translator") if said[name] is not None
    }
    if said["findings"]:
        values["findings"] = said["findings"]
    if said["place"]:
        values["words"] = _words(work, said["place"])
    if said["words"]:
        at = work.manuscripts.find_words(made, said["words"], said["paragraph"])
        work.manuscripts.add(made, at.paragraph, at.start, at.end, **values)
    elif said["passage"]:
        (guid,) = _chosen(cards, str(said["passage"]))
        work.manuscripts.update(guid, state="tied", **values)
    elif values:
        raise InvalidInput(
            "no-passage",
            "It was not said of which passage.",
            "Give --passage NUMBER or --words TEXT.",
        )


def _words(work: Study, place: str) -> tuple[str, int, int]:
    name, _, span = place.rpartition(":")
    start, _, end = span.partition("-")
    if not (name and start.isdecimal() and end.isdecimal()):
        raise InvalidInput("bad-place", f"“{place}” is no place.", "Write it as SOURCE:START-END.")
    return work.sources.get(name).guid, int(start), int(end)


def _chosen(cards: Sequence[PassageCard], which: str) -> list[str]:
    """The annotations (GUIDs) of passages by number, all that are found, or those that are exact."""
    if which.strip() in {"all", "exact"}:
        return [
            card.annotation.guid
            for card in cards
            if card.standing == "proposed"
            or (which.strip() == "all" and card.standing == "misquoted")
        ]
    numbered = {card.number: card.annotation.guid for card in cards}
    wanted: list[int] = []
    for part in which.split(","):
        first, _, last = part.strip().partition("-")
        if not (first.isdecimal() and (last or first).isdecimal()):
            raise InvalidInput("bad-numbers", f"“{part}” is no number.", "Write them as 2,5-7.")
        wanted += range(int(first), min(int(last or first), len(cards)) + 1)
    missing = [number for number in wanted if number not in numbered]
    if missing or not wanted:
        told = missing[0] if missing else which
        raise InvalidInput("no-such-passage", f"There is no passage {told}.")
    return [numbered[number] for number in wanted]
