"""``jejak rounds`` and ``round``: who is to read what without seeing the others, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput
from ..model import say
from .agree import measure_options, named, question_of
from .displays import lang_option, language_of
from .language import note
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..services.round_cards import RoundCard
    from ..services.round_plan import RoundPlan
    from ..study import Study

__all__ = ["round_", "rounds"]


@click.command()
@study_argument
@lang_option
@click.option(
    "-o", "output", type=click.Path(path_type=Path), help="A file: .csv .xlsx .html .json .md .docx"
)
@json_option
@user_option
def rounds(
    study: str, lang: str | None, output: Path | None, as_json_: bool, user: str | None
) -> None:  # fmt: skip
    """List the rounds, with the agreement that each came to: agreement over time.

    Example: jejak rounds study.jejak -o rounds.xlsx
    """
    from ..model.table import rows_of
    from ..services.rounds_told import round_columns, told_round
    from ..study import open_study

    with open_study(study, user=user) as work:
        cards, language = work.rounds.cards(), language_of(work, lang)
        if output is not None:
            click.echo(str(work.rounds.write(output)), err=True)
    if as_json_:
        as_json([told_round(card, language) for card in cards])
    elif output is None and cards:
        rows = [_short(row) for row in rows_of(round_columns(cards))]
        table(rows, ("round", "opened", "closed", "coders", "sources", "measure", "value", "range"))
    elif output is None:
        note(say("There is no round yet."))


def _short(row: dict[str, Any]) -> dict[str, Any]:
    """A row with days for moments, and the interval in one cell."""
    days = {name: row[name] and f"{row[name]:%Y-%m-%d}" for name in ("opened", "closed")}
    low, high = (
        (row["low"], row["high"]) if row["low"] is not None else (row["least"], row["greatest"])
    )
    marks = "[]" if row["low"] is not None else "()"
    shown = "" if low is None else f"{marks[0]}{low:.2f}, {high:.2f}{marks[1]}"
    value = "" if row["value"] is None else f"{row['value']:.3f}"
    return {**row, **days, "value": value, "range": shown}


@click.command("round")
@study_argument
@click.argument("name")
@click.option("--coders", help="Open it for these people: names, with commas.")
@click.option(
    "--sources", help="What they read: names, with commas (default: all no round had yet)."
)
@click.option("--overlap", default=0.2, show_default=True, help="Which share of them several read.")
@click.option("--readers", default=2, show_default=True, help="So many read what several read.")
@click.option("--again", is_flag=True, help="Each reads again what they coded before, blind to it.")
@click.option("--dry-run", is_flag=True, help="Show who would read what; write nothing.")
@click.option(
    "--give", multiple=True, metavar="SOURCE=CODERS", help="Say anew who reads a source; repeat it."
)
@click.option("--read", help="Say that you have read these sources: names, with commas.")
@click.option("--unread", help="Say that you have not read them yet.")
@click.option(
    "--close", "closing", is_flag=True, help="Close it; its agreement is reckoned and kept."
)
@click.option(
    "--keep", type=click.Choice(["both", "first", "second"]), default="both", show_default=True,
    help="Which reading stays, when a round --again is closed.",
)  # fmt: skip
@click.option("--rename", metavar="NAME", help="Give it another name.")
@click.option("--remove", is_flag=True, help="Remove it; all codings stay.")
@measure_options
@lang_option
@json_option
@user_option
def round_(
    study: str, name: str, coders: str | None, sources: str | None, overlap: float, readers: int,
    again: bool, dry_run: bool, give: tuple[str, ...], read: str | None, unread: str | None,
    closing: bool, keep: str, rename: str | None, remove: bool, measure: str, unit: str,
    samples: int, seed: int, lang: str | None, as_json_: bool, user: str | None,
) -> None:  # fmt: skip
    r"""Assign sources to coders, who do not see each other's codings until the round is closed.

    Nobody is to read more than another by more than the longest source; what several read is drawn
    from every kind of source. Closing it reckons the agreement (--measure, --unit) and keeps it.
    Without an option: who reads what, and how far they are.

    \b
    Examples: jejak round study.jejak Pilot --coders Rina,Bayu --overlap 0.3 --dry-run
              jejak round study.jejak Pilot --coders Rina,Bayu --overlap 0.3
              jejak round study.jejak Pilot --read S-01 --user Bayu
              jejak round study.jejak Pilot --close
              jejak round study.jejak "A month later" --coders Rina --sources S-01 --again
    """
    from ..study import open_study

    with open_study(study, user=user) as work:
        language = language_of(work, lang)
        if coders is not None:
            plan = work.rounds.plan(
                named(coders) or [], named(sources), overlap=overlap, readers=readers, seed=seed,
                again=again,
            )  # fmt: skip
            if not dry_run:
                work.rounds.open(name, plan)
            return _show_plan(plan, language, as_json_=as_json_)
        if remove:
            work.rounds.remove(name)
            return note(say("The round is removed; its codings stay."))
        question = question_of(measure, unit, samples, seed)
        name = _changed(work, name, give, (read, unread), rename)
        card = work.rounds.close(name, question, keep=keep) if closing else work.rounds.card(name)
    return _show(card, language, as_json_=as_json_)


def _changed(
    work: Study, name: str, give: tuple[str, ...], read: tuple[str | None, str | None],
    rename: str | None,
) -> str:  # fmt: skip
    for one in give:
        source, sign, people = one.partition("=")
        if not sign:
            raise InvalidInput(
                "bad-value", f"“{one}” gives nothing to anybody: write SOURCE=CODERS."
            )
        work.rounds.give(name, source.strip(), named(people) or [])
    for names, is_read in zip(read, (True, False), strict=True):
        if names is not None:
            work.rounds.mark(name, named(names) or [], read=is_read)
    return name if rename is None else work.rounds.rename(name, rename).guid


def _show_plan(plan: RoundPlan, language: str, *, as_json_: bool) -> None:
    from ..services.rounds_told import told_plan

    told = told_plan(plan, language)
    if as_json_:
        return as_json(told)
    table(told["sources"], ("name", "kind", "characters", "coders"))
    click.echo()
    table(told["coders"], ("name", "sources", "characters"))
    click.echo("\n" + "\n".join(told["remarks"]))
    return None


def _show(card: RoundCard, language: str, *, as_json_: bool) -> None:
    from ..model.table import rows_of
    from ..services.rounds_told import reading_columns, told_round

    told = told_round(card, language)
    if as_json_:
        return as_json(told)
    table(
        rows_of(reading_columns(card, language)),
        ("source", "kind", "characters", "coders", "state"),
    )
    if told["remarks"]:
        click.echo("\n" + "\n".join(told["remarks"]))
    return None
