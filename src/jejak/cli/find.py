"""``jejak find``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..model import say
from .language import note
from .show import as_json, json_option, study_argument

if TYPE_CHECKING:
    from ..model.query import Query
    from ..study import Result, Study, Tabular

__all__ = ["find"]

_SCREENFUL = 1000
_ARRANGEMENTS = ("source", "case", "code", "coder")


@click.command()
@study_argument
@click.argument("query")
@click.option("--text", is_flag=True, help="The words themselves, in context, instead of a query.")
@click.option(
    "--kwic", is_flag=True, help="The same line by line below each other, with case and codes."
)
@click.option(
    "--sort", metavar="ORDER", help="Lines by left1 to left3 (the words before), right1 to right3, node, "
    "source or case; several with commas between them.",
)  # fmt: skip
@click.option("--where", metavar="QUERY", help="Only lines that this query allows.")
@click.option("--regex", is_flag=True, help="A regular expression, in context.")
@click.option("--context", type=click.IntRange(0), help="Characters on either side.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.  [default here: 1000]")
@click.option(
    "--by", type=click.Choice(_ARRANGEMENTS), help="Under headings with counts; under codes and "
    "coders a segment stands as often as it has some.",
)  # fmt: skip
@click.option("--lang", "language", help="Language of a document.  [default: the study's]")
@click.option(
    "-o", "output", type=click.Path(path_type=Path), help="Write all of them, by the ending: "
    ".csv .xlsx .docx .html .md .parquet .json .jsonl.",
)  # fmt: skip
@json_option
def find(
    study: str,
    query: str,
    text: bool,
    kwic: bool,
    sort: str | None,
    where: str | None,
    regex: bool,
    context: int | None,
    limit: int | None,
    by: str | None,
    language: str | None,
    output: Path | None,
    as_json_: bool,
) -> None:
    """Find segments by query, or words in context.

    A file or --json holds every quotation with its codes, coders, weights and memos, its case, and
    all that is known of case and source. What privacy keeps in the study is in no file.

    Example: jejak find study.jejak 'code:Anonimitas and not code:Harga'

    Example: jejak find study.jejak 'code:Anonimitas and case.peran = penjual' -o quotes.xlsx

    Example: jejak find study.jejak 'code:Anonimitas' --by case -o quotes.docx

    Example: jejak find study.jejak 'akun baru' --text --context 40

    Example: jejak find study.jejak akun --kwic --sort left1,left2 --where 'case.peran = penjual'
    """
    from ..study import open_study

    lines = kwic or sort is not None or where is not None
    words = text or lines or regex
    _check(output, words=words)
    most = limit if output or as_json_ else limit or _SCREENFUL
    with open_study(study) as work:
        if lines:
            asked = _lines_asked(query, where, regex=regex)
            order = [one.strip() for one in (sort or "").split(",") if one.strip()]
            around = 60 if context is None else context
            found: Tabular = work.concordance(asked, sort=order, context=around, limit=most)
        elif words:
            around = 60 if context is None else context
            found = work.words(query, regex=regex, context=around, limit=most)
        else:
            found = work.find(query, context=context or 0, limit=most, by=by or "source")
        if output is not None:
            _write(work, output, found, language)
        elif as_json_:
            as_json(found.rows())
        else:
            _print(found, words=words, by=None if words else by, aligned=lines)


def _lines_asked(pattern: str, where: str | None, *, regex: bool) -> Query:
    from ..analysis.query.parse import parse
    from ..model.query import And, TextIs

    words = TextIs(pattern, "regex" if regex else "phrase")
    return words if not where else And((words, parse(where)))


def _check(output: Path | None, *, words: bool) -> None:
    """Whether the file can be written at all, before anything is looked for."""
    if output is None:
        return
    from ..errors import InvalidInput
    from ..services.passage_files import check_ending

    if check_ending(output.suffix) == ".docx" and words:
        raise InvalidInput(
            "unknown-ending",
            "Words in context are a table, which is not written as .docx.",
            "Use .csv, .xlsx or .html.",
        )


def _write(work: Study, output: Path, found: Tabular, language: str | None) -> None:
    from ..formats.file_writing import write_whole
    from ..study import Result

    if isinstance(found, Result):
        found.save(output, language=language or work.language)
        count = len(found)
    else:
        columns = found.columns()
        write_whole(output, work.retrieval.table(columns, output.suffix.lower(), output.stem))
        count = len(columns[0].values)
    note(say("{n} row written to {file}.|{n} rows written to {file}.", n=count, file=str(output)))


def _print(found: Tabular, *, words: bool, by: str | None, aligned: bool) -> None:
    rows = found.rows()
    if aligned:
        _print_lines(rows)
    heads = _heads(found, by) if by else {}
    for number, row in enumerate(() if aligned else rows):
        if number in heads:
            click.echo(heads[number])
        click.echo(("  " if by else "") + _line(row, words=words))
    if not rows:
        note(say("Nothing was found."))
    total = getattr(found, "total" if aligned else "places", len(rows))
    if total > len(rows):
        note(say("The first {shown} of {total}; --limit gives more.", shown=len(rows), total=total))


def _print_lines(rows: list[dict[str, Any]]) -> None:
    """The words that were found below each other."""
    names = [f"{row['source']} {row['start']}" for row in rows]
    place = max(map(len, names), default=0)
    left = max((len(row["before"]) for row in rows), default=0)
    for name, row in zip(names, rows, strict=True):
        codes = f"  ({row['codes']})" if row["codes"] else ""
        before = row["before"].rjust(left)
        click.echo(f"{name:<{place}}  {before}[{row['match']}]{row['after']}{codes}")


def _heads(found: Tabular, by: str) -> dict[int, str]:
    """What stands above the row where each group begins."""
    result: Result = found  # type: ignore[assignment]  # only what a query finds has headings
    heads, at = {}, 0
    for group in result.groups.rows():
        heads[at] = f"{group[by] or '·'} ({group['passages']})"
        at += group["passages"]
    return heads


def _line(row: dict[str, Any], *, words: bool) -> str:
    if words:
        return f"{row['source']} {row['start']}: {row['before']}[{row['match']}]{row['after']}"
    place = f"{row['source']} {row['start']}–{row['end']} {row['case'] or '·'}"
    if "before" in row:
        around = f"{row['before']}[{row['text']}]{row['after']}".replace("\n", " ")
        return f"{place}: {around}"
    return f"{place}: {row['text']}"
