"""The tree of codes: its order, what lies below what, and places in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..errors import Conflict
from ..model import Code
from ..model.identity import name_key
from ..store import Rows

__all__ = ["in_order", "new_positions", "outermost", "refuse_circle", "with_all_below"]


def in_order(codes: Iterable[Code]) -> list[Code]:
    """Codes depth first: siblings in their order, each before those below it."""
    below: dict[str | None, list[Code]] = {}
    for code in sorted(codes, key=lambda c: (c.position, name_key(c.name))):
        below.setdefault(code.parent, []).append(code)
    ordered: list[Code] = []
    stack = list(reversed(below.get(None, [])))
    while stack:
        code = stack.pop()
        ordered.append(code)
        stack += reversed(below.get(code.guid, []))
    return ordered


def with_all_below(everything: Iterable[Code], codes: Iterable[Code]) -> list[Code]:
    """Codes and all that lie below them, in the order of the tree."""
    wanted = {code.guid for code in codes}
    found = []
    for code in in_order(everything):
        if code.guid in wanted or code.parent in wanted:
            wanted.add(code.guid)
            found.append(code)
    return found


def outermost(everything: Iterable[Code], codes: Sequence[Code]) -> list[Code]:
    """Those of the codes that lie below none of the others, each once."""
    by_guid = {code.guid: code for code in everything}
    chosen = {code.guid for code in codes}

    def is_below(code: Code) -> bool:
        above = code.parent
        while above is not None:
            if above in chosen:
                return True
            above = by_guid[above].parent
        return False

    return [by_guid[guid] for guid in dict.fromkeys(c.guid for c in codes)
            if not is_below(by_guid[guid])]  # fmt: skip


def new_positions(
    there: Sequence[Code], moving: Sequence[Code], position: int | None
) -> list[tuple[Code, int]]:
    """Siblings as they will lie, numbered from 1, where codes come in after ``position`` others."""
    at = len(there) if position is None else min(position, len(there))
    return [(code, n) for n, code in enumerate([*there[:at], *moving, *there[at:]], 1)]


def refuse_circle(rows: Rows, code: Code, above: Code | None) -> None:
    """Raise :class:`Conflict` where a code would come to lie below itself."""
    while above is not None:
        if above.guid == code.guid:
            raise Conflict("circle", f"“{code.name}” cannot come to lie below itself.")
        above = rows.get(Code, above.parent) if above.parent else None
