"""``jejak set``."""

from __future__ import annotations

import click

from ..errors import InvalidInput, NotFound
from ..model import say
from .language import note
from .show import study_argument

__all__ = ["set"]

_KINDS = ("segment", "source", "case", "code")


@click.command()
@study_argument
@click.argument("name")
@click.option("--query", help="What fills it, at any time.")
@click.option(
    "--of", type=click.Choice(_KINDS), help="What it is a set of, when it is made: the segments "
    "that the query finds, or the sources, cases or codes they belong to.  [default: segment]",
)  # fmt: skip
@click.option("--rename", help="Another name; the queries that ask for it follow.")
@click.option("--remove", is_flag=True, help="Remove it; what was in it stays.")
def set(
    study: str, name: str, query: str | None, of: str | None, rename: str | None, remove: bool
) -> None:
    """Keep a query under a name, change or remove it; then say how much is in it.

    `in set:NAME` asks for it in any query, and so in filters of displays.

    Example: jejak set study.jejak "Doubts" --query 'code:Anonimitas and memo:*'

    Example: jejak set study.jejak "Sellers" --of case --query 'case.peran = penjual'

    Example: jejak set study.jejak "Doubts" --rename "Second thoughts"
    """
    from ..study import open_study

    if remove and (query or of or rename):
        raise InvalidInput("bad-options", "--remove stands alone.")
    with open_study(study) as work:
        try:
            found = work.sets[name]
        except NotFound:
            if query is None:
                raise
            found = work.sets.make(name, of or "segment", query=query)
            query = of = None
        if remove:
            found.remove()
            return note(say("The set “{set}” is removed.", set=name))
        if of is not None and of != found.of:
            raise InvalidInput(
                "bad-set", f"“{name}” is a set of {found.of}s; that does not change.",
                "Nothing was changed. Make another set.",
            )  # fmt: skip
        if query is not None or rename is not None:
            found.update(name=rename, query=query)
        count = found.count
        click.echo(f"{found.record.name}: {count} {found.of}{'' if count == 1 else 's'}")
        return None
