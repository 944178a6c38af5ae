"""``jejak relations`` and ``jejak relation``: what codes are to codes and cases to cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .networks import mediators_told
from .show import as_json, json_option, study_argument, table, user_option

if TYPE_CHECKING:
    from ..model import Relation
    from ..study import Study

__all__ = ["relation", "relations"]

_COLUMNS = ("origin", "type", "target", "memo")
End = tuple[str, str]


@click.command()
@study_argument
@click.option("--of", help="Only those from and to this code or case.")
@json_option
def relations(study: str, of: str | None, as_json_: bool) -> None:
    """List the relations between codes and between cases, by type.

    Example: jejak relations study.jejak --of Anonimitas
    """
    from ..study import open_study

    with open_study(study) as work:
        rows = _rows(work, None if of is None else _end(work, of)[1])
    _told(rows, as_json_=as_json_)


@click.command()
@study_argument
@click.argument("origin")
@click.argument("type")
@click.argument("target")
@click.option("--memo", default="", help="Why: the reason, which stands beside it.")
@click.option("--between", is_flag=True, help="Show the codes that may stand between the two.")
@click.option("--put", help="Put this code or case between the two, in one step.")
@click.option("--remove", is_flag=True, help="Take the relation away; what it ties stays.")
@user_option
@json_option
def relation(
    study: str, origin: str, type: str, target: str, memo: str, between: bool, put: str | None,
    remove: bool, user: str | None, as_json_: bool,
) -> None:  # fmt: skip
    r"""Say what one code or case is to another; said again, the reason is written anew.

    ORIGIN and TARGET are codes or cases; where both are called so, write code:NAME or case:NAME.

    \b
    Examples: jejak relation study.jejak Anonimitas "makes possible" Produksi --memo "G, DS"
              jejak relation study.jejak Anonimitas "makes possible" Produksi --between
              jejak relation study.jejak Anonimitas "makes possible" Produksi --put Aman
              jejak relation study.jejak Anonimitas "makes possible" Produksi --remove
    """
    from ..errors import InvalidInput
    from ..study import open_study

    if sum(map(bool, (remove, memo, between, put))) > 1:
        raise InvalidInput(
            "bad-options", "Each of --memo, --between, --put and --remove stands alone."
        )
    with open_study(study, user=user) as work:
        one, other = _end(work, origin), _end(work, target)
        if between:
            found = work.relations.mediators(_there(work, one, type, other))
            mediators_told(found, as_json_=as_json_)
            return
        if put:
            work.relations.put_between(_there(work, one, type, other), _end(work, put))
        elif remove:
            work.relations.remove([_there(work, one, type, other)])
        else:
            work.relations.add(one, type, other, memo)
        rows = _rows(work, one[1])
    _told(rows, as_json_=as_json_)


def _told(rows: list[dict[str, Any]], *, as_json_: bool) -> None:
    if as_json_:
        as_json(rows)
    else:
        table(rows, _COLUMNS)


def _rows(work: Study, of: str | None) -> list[dict[str, Any]]:
    return [
        {
            "guid": card.relation.guid,
            "origin": card.origin.label,
            "origin_kind": card.relation.origin_kind,
            "type": card.relation.type,
            "target": card.target.label,
            "target_kind": card.relation.target_kind,
            "memo": card.relation.memo,
        }
        for card in work.relations.cards(of)
    ]


def _end(work: Study, name: str) -> End:
    """A code or case by its name as (kind, GUID). Raises :class:`NotFound`, :class:`Conflict`."""
    from ..errors import Conflict, NotFound

    said, colon, rest = name.partition(":")
    only = said if colon and said in ("code", "case") else ""
    wanted, found = (rest if only else name), list[End]()
    for kind, get in (("code", work.codebook.get), ("case", work.cases.get)):
        if only in ("", kind):
            try:
                found.append((kind, get(wanted).guid))
            except NotFound:
                continue
    if len(found) > 1:
        raise Conflict(
            "ambiguous-name", f"A code and a case are called “{name}”.",
            f"Write code:{name} or case:{name}.",
        )  # fmt: skip
    if not found:
        raise NotFound("no-such-thing", f"No code and no case is called “{wanted}”.")
    return found[0]


def _there(work: Study, one: End, type: str, other: End) -> Relation:
    from ..errors import NotFound
    from ..model.identity import name_key

    for relation in work.relations.all(one[1]):
        if (relation.origin, relation.target) == (one[1], other[1]) and name_key(
            relation.type
        ) == name_key(type):
            return relation
    raise NotFound("no-such-relation", "These two are not tied in that way.")
