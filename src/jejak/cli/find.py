"""``jejak find``."""

from __future__ import annotations

from dataclasses import asdict

import click

from .show import as_json, json_option, study_argument

__all__ = ["find"]


@click.command()
@study_argument
@click.argument("query")
@click.option("--text", is_flag=True, help="The words themselves, in context, instead of a query.")
@click.option("--regex", is_flag=True, help="A regular expression, in context.")
@click.option("--context", default=60, show_default=True, help="Characters on either side.")
@click.option("--limit", default=1000, show_default=True)
@json_option
def find(
    study: str, query: str, text: bool, regex: bool, context: int, limit: int, as_json_: bool
) -> None:
    """Find segments by query, or words in context.

    Example: jejak find study.jejak 'code:Anonimitas and not code:Harga'
    """
    from ..study import open_study

    with open_study(study) as work:
        if text or regex:
            lines = work.retrieval.words(query, regex=regex, context=context, limit=limit).lines
            rows = [asdict(line) for line in lines]
            told = [
                f"{r['source_name']} {r['start']}: {r['before']}[{r['match']}]{r['after']}"
                for r in rows
            ]
        else:
            paths = work.codebook.paths()
            found = work.retrieval.find(query, context=context, limit=limit)
            rows = [
                {
                    "guid": one.segment, "source": one.source_name, "start": one.start, "end": one.end,
                    "text": one.text, "codes": [paths[c] for c in one.codes],
                    "coders": list(one.coders), "case": one.case_name,
                }
                for one in found.segments
            ]  # fmt: skip
            told = [
                f"{r['source']} {r['start']}–{r['end']} {r['case'] or '·'}: {r['text']}"
                for r in rows
            ]
    if as_json_:
        as_json(rows)
    elif told:
        click.echo("\n".join(told))
    else:
        click.echo("Nothing was found.", err=True)
