"""``jejak checklist`` and ``jejak criteria``: what a report owes its readers, filled by the study."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..model import say
from .language import note
from .show import as_json, json_option, study_argument, user_option

if TYPE_CHECKING:
    from ..report.checklists.filling import FilledItem
    from ..services.checklists import Standing

__all__ = ["checklist", "criteria"]

_SIGNS = {"on record": "+", "partly": "~", "not on record": "×", "not applicable": "·"}
_COLOURS = {
    "on record": "green",
    "partly": "yellow",
    "not on record": "red",
    "not applicable": None,
}
_output = click.option(
    "-o", "output", type=click.Path(path_type=Path),
    help="Write it to a file: .docx, .pdf, .html, .md, .tex, .xlsx, .csv or .json.",
)  # fmt: skip
_missing = click.option("--missing", is_flag=True, help="Only what is not, or partly, on record.")
_lang = click.option("--lang", help="The language, id or en; else the study's own.")


@click.command()
@study_argument
@click.argument("name")
@click.argument("item", required=False)
@click.option(
    "--state", type=click.Choice(list(_SIGNS)), help="Answer the item: how it stands."
)  # fmt: skip
@click.option("--text", help="Answer the item in your own words.")
@click.option("--place", help="Where in your report it is told: a page, a chapter.")
@click.option("--take-back", is_flag=True, help="Take your answer to the item back.")
@_missing
@_output
@_lang
@json_option
@user_option
def checklist(
    study: str, name: str, item: str | None, state: str | None, text: str | None,
    place: str | None, output: Path | None, lang: str | None, user: str | None, *,
    take_back: bool, missing: bool, as_json_: bool,
) -> None:  # fmt: skip
    r"""Show a checklist (coreq, srqr or criteria) as the study fills it, or answer an item.

    What a study can say by itself it says; what you answer stands over it, and can be undone.

    \b
    Examples: jejak checklist study.jejak coreq --missing
              jejak checklist study.jejak coreq 10 --text "Chosen by role, one of each." --place "p. 41"
              jejak checklist study.jejak srqr -o srqr.docx --lang en
    """
    from ..errors import InvalidInput
    from ..study import open_study

    given = (state, text, place)
    with open_study(study, user=user) as work:
        if item is None and (take_back or any(one is not None for one in given)):
            raise InvalidInput("no-item", "Say which item is answered, by its number.")
        if item is not None and take_back:
            work.checklists.withdraw(name, item)
        elif item is not None and any(one is not None for one in given):
            work.checklists.answer(name, item, state=state, text=text, place=place)
        _show(work, name, item, output, lang, missing=missing, flat=as_json_)


@click.command()
@study_argument
@_missing
@_output
@_lang
@json_option
def criteria(
    study: str, output: Path | None, lang: str | None, *, missing: bool, as_json_: bool
) -> None:
    r"""Show what is on record of the techniques that make a study trustworthy.

    They are Lincoln and Guba's criteria, each beside the standard that Miles and Huberman have for the
    same. Answer one with: jejak checklist study.jejak criteria C4 --text …

    \b
    Examples: jejak criteria study.jejak --missing
              jejak criteria study.jejak -o criteria.docx
    """
    from ..study import open_study

    with open_study(study) as work:
        _show(work, "criteria", None, output, lang, missing=missing, flat=as_json_)


def _show(
    work: Any, name: str, number: str | None, output: Path | None, lang: str | None, *,
    missing: bool, flat: bool,
) -> None:  # fmt: skip
    from ..formats.file_writing import write_whole
    from ..i18n import check_language

    language = check_language(lang or work.language)
    if output is not None:
        write_whole(output, work.checklists.file(name, output.suffix or output.name, language))
        note(say("The checklist is written to {file}.", file=str(output)))
        return
    standing = work.checklists.read(name)
    wanted = standing.filled.checklist.item(number).number if number else None
    items = [
        one
        for one in standing.filled.items
        if wanted in {None, one.asked.number}
        and not (missing and one.state in {"on record", "not applicable"})
    ]
    if flat:
        as_json([_row(one, standing, language) for one in items])
        return
    for line in _lines(items, standing, language, whole=wanted is not None):
        click.echo(line)


def _row(one: FilledItem, standing: Standing, language: str) -> dict[str, Any]:
    from ..i18n import translate

    answer = one.answer
    return {
        "item": one.asked.number,
        "topic": one.asked.topic[language],
        "state": one.state,
        "computed": one.computed.state,
        "sentence": standing.leaves(translate(one.computed.sentence, language)),
        "facts": dict(one.computed.facts),
        "answer": answer and standing.leaves(answer.text),
        "place": answer and standing.leaves(answer.place),
        "by": answer and standing.leaves(answer.by),
    }


def _lines(
    items: list[FilledItem], standing: Standing, language: str, *, whole: bool
) -> Iterator[str]:
    from ..i18n import translate
    from ..report.checklists.telling import STATES, counted

    domain = None
    for one in items:
        if one.domain is not domain and not whole:
            domain = one.domain
            yield click.style(domain.title[language], bold=True)
        mark = f"{_SIGNS[one.state]} {translate(STATES[one.state], language)}"
        topic = f"{one.asked.number}. {one.asked.topic[language]}"
        yield f"  {topic}  {click.style(mark, fg=_COLOURS[one.state])}"
        for text in _told(one, language):
            yield from _wrapped(standing.leaves(text))
    if not whole:
        yield from ("", *_wrapped(translate(counted(standing.filled), language), 0))


def _told(one: FilledItem, language: str) -> Iterator[str]:
    from ..i18n import translate

    if one.answer is not None:
        place = f" ({one.answer.place})" if one.answer.place else ""
        yield f"{one.answer.by}: {one.answer.text}{place}"
    yield translate(one.computed.sentence, language)
    if one.computed.advice is not None and one.state in {"partly", "not on record"}:
        yield f"→ {translate(one.computed.advice, language)}"


def _wrapped(text: str, indent: int = 5) -> list[str]:
    width = max(min(shutil.get_terminal_size((100, 24)).columns, 100), 40)
    space = " " * indent
    return textwrap.wrap(
        text, width, initial_indent=space, subsequent_indent=space, break_on_hyphens=False
    )
