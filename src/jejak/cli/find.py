"""``jejak find``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidInput
from ..model import say
from .language import note
from .show import as_json, json_option, study_argument

if TYPE_CHECKING:
    from ..study import Tabular

__all__ = ["find"]

_SCREENFUL = 1000


@click.command()
@study_argument
@click.argument("query")
@click.option("--text", is_flag=True, help="The words themselves, in context, instead of a query.")
@click.option("--kwic", is_flag=True, help="The same.")
@click.option("--regex", is_flag=True, help="A regular expression, in context.")
@click.option("--context", type=click.IntRange(0), help="Characters on either side.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.  [default here: 1000]")
@click.option(
    "-o", "output", type=click.Path(path_type=Path), help="Write all of them, by the ending: "
    ".csv .xlsx .json .jsonl .md .html.",
)  # fmt: skip
@json_option
def find(
    study: str,
    query: str,
    text: bool,
    kwic: bool,
    regex: bool,
    context: int | None,
    limit: int | None,
    output: Path | None,
    as_json_: bool,
) -> None:
    """Find segments by query, or words in context.

    A file or --json holds every quotation with its codes and coders, its case, and all that is
    known of case and source.

    Example: jejak find study.jejak 'code:Anonimitas and not code:Harga'

    Example: jejak find study.jejak 'code:Anonimitas and case.peran = penjual' -o quotes.xlsx

    Example: jejak find study.jejak 'akun baru' --text --context 40
    """
    from ..study import open_study

    words = text or kwic or regex
    _check_output(output)
    most = limit if output or as_json_ else limit or _SCREENFUL
    with open_study(study) as work:
        if words:
            around = 60 if context is None else context
            found: Tabular = work.words(query, regex=regex, context=around, limit=most)
        else:
            found = work.find(query, context=context or 0, limit=most)
        if output is not None:
            _write(output, found)
        elif as_json_:
            as_json(found.rows())
        else:
            _print(found, words=words)


def _check_output(output: Path | None) -> None:
    from ..formats.table_out import TABLE_ENDINGS

    if output is not None and output.suffix.lower() not in TABLE_ENDINGS:
        raise InvalidInput(
            "unknown-ending",
            f"What is found cannot be written as {output.suffix or 'a file without an ending'}.",
            f"Use one of: {', '.join(TABLE_ENDINGS)}.",
        )


def _write(output: Path, found: Tabular) -> None:
    from ..formats.table_out import write_table

    rows = found.rows()
    write_table(output, [column.name for column in found.columns()], rows)
    note(
        say("{n} row written to {file}.|{n} rows written to {file}.", n=len(rows), file=str(output))
    )


def _print(found: Tabular, *, words: bool) -> None:
    rows = found.rows()
    for row in rows:
        click.echo(_line(row, words=words))
    if not rows:
        note(say("Nothing was found."))
    total = getattr(found, "total", len(rows))
    if total > len(rows):
        note(say("The first {shown} of {total}; --limit gives more.", shown=len(rows), total=total))


def _line(row: dict[str, Any], *, words: bool) -> str:
    if words:
        return f"{row['source']} {row['start']}: {row['before']}[{row['match']}]{row['after']}"
    place = f"{row['source']} {row['start']}–{row['end']} {row['case'] or '·'}"
    if "before" in row:
        around = f"{row['before']}[{row['text']}]{row['after']}".replace("\n", " ")
        return f"{place}: {around}"
    return f"{place}: {row['text']}"
