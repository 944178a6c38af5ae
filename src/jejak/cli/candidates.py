"""``jejak candidates``: what could be evidence of a finding and was not weighed yet."""

from __future__ import annotations

from typing import Any

import click

from ..model import say
from .language import tell
from .show import as_json, json_option, study_argument, user_option

__all__ = ["candidates"]

_DISAGREES = {
    "disagree": say("Does not agree with the finding."),
    "partly": say("Agrees with the finding in part."),
}
_OPEN = say("It is not on record what was done about it.")


@click.command()
@study_argument
@click.argument("finding")
@click.option("--way", help="codes, query, polarity or alike; query where --query is given.")
@click.option("--query", default="", help="What is looked for, in the query language.")
@click.option("--limit", default=20, show_default=True, help="At most so many.")
@click.option(
    "--log", is_flag=True, help="Put the search of the query on record as looked through."
)
@click.option("--found", default=0, show_default=True, help="With --log: so many speak against it.")
@click.option("--note", default="", help="With --log: what is to be said of it.")
@json_option
@user_option
def candidates(
    study: str, finding: str, way: str | None, query: str, limit: int, log: bool, found: int,
    note: str, as_json_: bool, user: str | None,
) -> None:  # fmt: skip
    r"""Show what could be evidence of a finding and was not weighed yet, each with its reason.

    \b
    codes     what is coded with its codes
    query     what a query finds
    polarity  the other side: words of those who speak of it and do not support it, codings
              whose weight is on the other side than that of its supports, what supports a rival
    alike     turns and paragraphs that share words with its evidence, the most alike first

    Before them stands who was shown the finding and does not agree, as long as it is not on
    record what was done about it.

    \b
    Examples: jejak candidates study.jejak F6 --way alike
              jejak candidates study.jejak F6 --query 'text:"mahasiswa"' --log --found 1
    """
    from ..errors import InvalidInput
    from ..study import open_study

    if log and not query:
        raise InvalidInput("no-query", "Only the search of a query can be put on record.")
    with open_study(study, user=user) as work:
        one = work.findings.get(finding)
        wanted = way or ("query" if query else "codes")
        told = work.findings.candidates(one, wanted, query=query, limit=limit)
        if log:
            work.verification.add(
                one, "search", query=query, inspected=told.total, found=found, note=note
            )
    rows = [_row(each) for each in told.page]
    against = [_objection(each) for each in told.objections]
    if as_json_:
        as_json({"total": told.total, "candidates": rows, "objections": against})
        return
    for row in against:
        click.echo(f"{row['date']} {row['who']}: {row['comment']}".strip())
        click.echo(f"    {tell(_DISAGREES[str(row['answer'])])} {tell(_OPEN)}")
    for row in rows:
        score = "" if row["score"] is None else f" [{row['score']:.2f}]"
        place = f"{row['source']} {row['start']}–{row['end']}"
        click.echo(f"{place}{score} {row['case'] or '·'}: {row['text']}")
        click.echo(f"    {' '.join(row['why'])}")
    click.echo(f"{len(rows)} of {told.total}", err=True)


def _objection(one: Any) -> dict[str, Any]:
    said = one.record
    return {
        "guid": said.guid, "who": one.who, "date": said.date, "answer": said.answer,
        "comment": " ".join(said.comment.split()),
    }  # fmt: skip


def _row(one: Any) -> dict[str, Any]:
    segment = one.segment
    return {
        "source": segment.source_name, "start": segment.start, "end": segment.end,
        "case": segment.case_name, "text": " ".join(segment.text.split()), "score": one.score,
        "why": [str(why) for why in one.why],
    }  # fmt: skip
