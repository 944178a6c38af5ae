"""``jejak reasoning``: the steps that lead to a finding."""

from __future__ import annotations

import click

from .show import as_json, json_option, study_argument

__all__ = ["reasoning"]


@click.command()
@study_argument
@click.argument("finding")
@json_option
def reasoning(study: str, finding: str, as_json_: bool) -> None:
    r"""Show the steps of reasoning that lead to a finding, and how strong each is.

    A step is *firm* where words show it and what it predicts was seen, *told* where words show it,
    *bare* where nothing does, *broken* where what it predicts was not seen. All of them together are
    as strong as the weakest. “jejak record STUDY FINDING step” adds one.

    \b
    Example: jejak reasoning study.jejak F4
    """
    from ..checks.reasoning import strength, told
    from ..study import open_study

    with open_study(study) as work:
        steps = work.verification.reasoning(work.findings.get(finding))
    sentence = str(told([one.row for one in steps]))
    rows = [
        {
            "guid": one.step.guid, "number": one.step.number, "strength": strength(one.row),
            "proposition": one.step.proposition, "prediction": one.step.prediction,
            "seen": one.step.seen, "words": [f"{word.where}: {word.label}" for word in one.words],
        }
        for one in steps
    ]  # fmt: skip
    if as_json_:
        as_json({"sentence": sentence, "steps": rows})
        return
    for one in steps:
        step = one.step
        click.echo(f"{step.number}  {strength(one.row):6}  {step.proposition}")
        if step.prediction:
            click.echo(f"    predicts: {step.prediction} ({step.seen})")
        for word in one.words:
            click.echo(f"    {word.where}: {word.label}")
    click.echo(sentence)
