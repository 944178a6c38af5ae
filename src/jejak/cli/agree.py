"""``jejak agree``: how far coders agree, and where they differ."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .displays import lang_option, language_of
from .show import as_json, json_option, study_argument, user_option

if TYPE_CHECKING:
    from ..analysis.agreement import Coefficient
    from ..services.agreed import Agreed, Question

__all__ = ["agree", "measure_options", "named", "question_of", "stated_read"]


def measure_options(command: Callable[..., None]) -> Callable[..., None]:
    """Which coefficient is reckoned over what, for the commands that reckon one."""
    for option in (
        click.option("--seed", default=1, show_default=True, help="Where chance begins."),
        click.option("--samples", default=1_000, show_default=True, help="Bootstrap samples."),
        click.option(
            "--unit",
            default="character",
            show_default=True,
            help="character, word, sentence, block or source.",
        ),
        click.option(
            "--measure", default="alpha", show_default=True, help="The coefficient, by name."
        ),
    ):
        command = option(command)
    return command


@click.command()
@study_argument
@measure_options
@click.option("--coders", help="Names, with commas (default: all who read something).")
@click.option(
    "--codes",
    "codes",
    multiple=True,
    help="A code with all below it, or NAME/* for each below it; once for each.",
)
@click.option("--sources", help="Names, with commas (default: all).")
@click.option("--round", "of_round", help="The coders and sources of a round, by its name.")
@click.option("--machines", is_flag=True, help="Compare machines with people, too.")
@click.option(
    "--read",
    "stated",
    multiple=True,
    metavar="CODER=SOURCES",
    help="Who read what, with commas, or *, in place of what the history tells; once for each coder.",
)
@click.option(
    "--set", "chosen", multiple=True, metavar="NAME=VALUE", help="An option of the coefficient."
)
@click.option("--interval", default="bootstrap", show_default=True, help="bootstrap, jackknife, analytic, none.")  # fmt: skip
@click.option("--places", default=10, show_default=True, help="So many places where they differ.")
@lang_option
@click.option(
    "-o", "output", type=click.Path(path_type=Path), help="A file: .csv .xlsx .html .json .md .docx"
)
@json_option
@user_option
def agree(
    study: str, measure: str, coders: str | None, codes: tuple[str, ...], unit: str,
    sources: str | None, of_round: str | None, machines: bool, stated: tuple[str, ...],
    chosen: tuple[str, ...], interval: str, samples: int, seed: int, places: int,
    lang: str | None, output: Path | None, as_json_: bool, user: str | None,
) -> None:  # fmt: skip
    r"""Show how far coders agree, by code and jointly, with intervals, and where they differ.

    \b
    alpha, percent, holsti, cohen-kappa, fleiss-kappa, conger-kappa, scott-pi, brennan-prediger,
    gwet-ac, joint-alpha, set-alpha
              over units, each code against everything else
    u-alpha, binary-u-alpha, cu-alpha, k-u-alpha, gamma, boundary-similarity, p-k, window-diff,
    span-f1, span-jaccard
              over stretches as they were marked

    \b
    Examples: jejak agree study.jejak
              jejak agree study.jejak --measure cohen-kappa --unit sentence --coders Rina,Bayu
              jejak agree study.jejak --measure cu-alpha --codes "Triple-A/*" -o agreement.xlsx
              jejak agree study.jejak --round "A month later" --coders Rina
    """
    from ..services.agreement_told import told_agreement
    from ..study import open_study

    question = question_of(measure, unit, samples, seed, interval, chosen)
    with open_study(study, user=user) as work:
        language = language_of(work, lang)
        agreed = work.agreement.compute(
            question, coders=named(coders), codes=codes or None, read=stated_read(stated),
            sources=named(sources), of_round=of_round, machines=machines, places=places,
        )  # fmt: skip
        if output is not None:
            click.echo(str(work.agreement.write(agreed, output, language)), err=True)
    told = told_agreement(agreed, language)
    if as_json_:
        as_json(told)
    elif output is None:
        _show(agreed, language)
        click.echo("\n" + "\n".join([*told["remarks"], "", told["methods"]]))


def question_of(
    measure: str, unit: str, samples: int, seed: int, interval: str = "bootstrap",
    chosen: tuple[str, ...] = (),
) -> Question:  # fmt: skip
    """What is asked, of the options. Raises :class:`InvalidInput`."""
    from ..analysis.agreement.uncertainty import Interval
    from ..services.agreed import Question, settings

    how = Interval("" if interval == "none" else interval, 0.95, samples, seed)
    return Question(measure, unit, settings(chosen), how)


def named(text: str | None) -> list[str] | None:
    """Names with commas between them; ``None`` where nothing is given."""
    return None if text is None else [one.strip() for one in text.split(",") if one.strip()]


def stated_read(stated: tuple[str, ...]) -> dict[str, list[str]]:
    """``CODER=SOURCES``, once for each coder. Raises :class:`InvalidInput`."""
    from ..services.agreed import settings

    return {name: named(str(value)) or [] for name, value in settings(stated).items()}


def _show(agreed: Agreed, language: str) -> None:
    from ..i18n import translate
    from ..model import say

    names = [name for _, name in agreed.coders]
    rows = [
        (translate(say("All codes jointly"), language), agreed.whole, [""] * len(names)),
        *((one.name, one.coefficient, [str(n) for n in one.stretches]) for one in agreed.ranked()),
    ]
    now = _now(agreed)
    if now:
        names = [translate(say("now"), language), *names]
        rows = [(name, one, [now[at], *counts]) for at, (name, one, counts) in enumerate(rows)]
    wide = max(len(name) for name, _, _ in rows)
    click.echo(" " * wide + f"{'':22}  " + "  ".join(names))
    for name, one, marked in rows:
        counts = "  ".join(n.rjust(len(head)) for n, head in zip(marked, names, strict=True))
        click.echo(f"{name:<{wide}}{_value(one):<22}  {counts}{_why(one, language)}".rstrip())
    for pair in agreed.pairs:
        click.echo(f"{pair.first} · {pair.second}{_value(pair.coefficient)}")
    for place in agreed.places:
        words = " ".join(place.text.split())
        short = words if len(words) < 80 else f"{words[:79]}…"
        who = translate(place.told(), language)
        click.echo(
            f"\n{place.source_name} {place.start}–{place.end}  {place.code_name}: {who}\n    {short}"
        )
    if agreed.total > len(agreed.places):
        click.echo(f"\n{len(agreed.places)} of {agreed.total}", err=True)


def _now(agreed: Agreed) -> list[str]:
    """The coefficients as they are since disagreements were settled, in the order of the rows."""
    if agreed.now is None:
        return []
    by_code = {one.guid: found for one, found in zip(agreed.codes, agreed.now.codes, strict=True)}
    told = [agreed.now.whole, *(by_code[one.guid] for one in agreed.ranked())]
    return ["–" if one.value is None else f"{one.value:.3f}" for one in told]


def _value(one: Coefficient) -> str:
    if one.value is None:
        return "      –"
    known = one.without_one if one.low is None or one.high is None else (one.low, one.high)
    if known is None:
        return f"  {one.value:6.3f}"
    marks = "()" if one.low is None else "[]"
    low, high = (round(bound, 2) + 0.0 for bound in known)
    return f"  {one.value:6.3f} {marks[0]}{low:.2f}, {high:.2f}{marks[1]}"


def _why(one: Coefficient, language: str) -> str:
    from ..i18n import translate

    return (
        ""
        if one.value is not None or one.reason is None
        else f"  {translate(one.reason, language)}"
    )
