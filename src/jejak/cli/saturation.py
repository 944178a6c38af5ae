"""``jejak saturation``: whether more material still brings new codes."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import say
from .displays import lang_option, language_of
from .language import note
from .show import as_json, json_option, study_argument, table

__all__ = ["saturation"]


@click.command()
@study_argument
@click.option("--by", default="source", show_default=True, help="source or case.")
@click.option("--order", default="collected", show_default=True, help="collected or added.")
@click.option(
    "--base", default=4, show_default=True, help="So many sources others are compared with."
)
@click.option("--run", default=2, show_default=True, help="So many sources together.")
@click.option("--threshold", default=0.05, show_default=True, help="A share of the base's codes.")
@click.option(
    "--quiet", default=2, show_default=True, help="Sources in which a meaning stopped growing."
)
@click.option("--draws", default=1_000, show_default=True, help="So many other orders.")
@click.option("--seed", default=1, show_default=True, help="Where chance begins.")
@click.option(
    "--codes",
    "codes",
    multiple=True,
    help="A code with all below it, or NAME/* for each below it; once for each.",
)
@click.option("--coders", help="Names, with commas (default: everybody).")
@click.option("--off", metavar="WHY", help="Let the study not reckon saturation, and say why.")
@click.option("--on", is_flag=True, help="Let it reckon saturation again.")
@lang_option
@click.option(
    "-o", "output", type=click.Path(path_type=Path), help="A file: .csv .xlsx .html .json .md .docx"
)
@json_option
def saturation(
    study: str, by: str, order: str, base: int, run: int, threshold: float, quiet: int, draws: int,
    seed: int, codes: tuple[str, ...], coders: str | None, off: str | None, on: bool,
    lang: str | None, output: Path | None, as_json_: bool,
) -> None:  # fmt: skip
    r"""Show how many new codes each source or case brought, and whether that has stopped.

    In the order the material was collected, by the rule of Guest, Namey and Chen (base, run and
    threshold), and in random orders.

    \b
    Examples: jejak saturation study.jejak
              jejak saturation study.jejak --by case --base 5 --run 3 --threshold 0
              jejak saturation study.jejak --off "We work by reflexive thematic analysis."
    """
    from ..model.table import rows_of
    from ..services.saturated import Rule
    from ..services.saturation_told import saturation_columns, told_saturation
    from ..study import open_study

    rule = Rule(by, order, base, run, threshold, quiet, draws, seed)
    chosen = None if coders is None else [one.strip() for one in coders.split(",")]
    with open_study(study) as work:
        language = language_of(work, lang)
        if off is not None:
            work.saturation.switch_off(off)
            return note(say("The study reckons no saturation; its report says why."))
        if on:
            work.saturation.switch_on()
        found = work.saturation.compute(rule, codes=codes or None, coders=chosen)
        if output is not None:
            click.echo(str(work.saturation.write(found, output)), err=True)
    told = told_saturation(found, language)
    if as_json_:
        as_json(told)
    elif output is None:
        rows = [
            {**row, "expected": f"{row['expected']:.1f}"}
            for row in rows_of(saturation_columns(found))
        ]
        table(rows, (by, "codes", "new", "seen", "expected"))
        click.echo("\n" + "\n".join([*told["remarks"], "", told["methods"]]))
    return None
