"""The tree of codes that a merge leaves: it stays one."""

from __future__ import annotations

from typing import Any

from ...model import Code
from ...model.codec import spec_of
from ...model.merging import LOOP
from .draft import Draft, Found

__all__ = ["keep_tree"]

_PARENT = spec_of(Code.KIND).names.index("parent")


def keep_tree(draft: Draft) -> None:
    """Let no code lie below itself where both sides moved codes."""
    if not any(_PARENT in values for values in draft.sets.get(Code.KIND, {}).values()):
        return
    while True:
        loop = _loop(draft)
        if not loop:
            return
        moved = [one for one in loop if _PARENT in draft.sets.get(Code.KIND, {}).get(one, {})]
        first = min(moved)
        ours = draft.ours[Code.KIND][first]
        found = Found(
            draft.key(Code.KIND, first, LOOP), Code.KIND, first, draft.sides.back.get(first, first),
            LOOP, _PARENT, ours, draft.result(Code.KIND, ours), used=len(loop),
        )  # fmt: skip
        if any(one.key == found.key for one in draft.clashes) or draft.clash(found) == "ours":
            for one in moved:
                draft.sets[Code.KIND][one].pop(_PARENT)
        else:
            _as_there(draft, loop)


def _as_there(draft: Draft, loop: list[bytes]) -> None:
    """Let codes lie where theirs has them."""
    here = draft.wires(Code.KIND, loop)
    sides = draft.sides
    there = draft.of_theirs(Code.KIND, [sides.back.get(one, one) for one in loop])
    for one in loop:
        wire = there.get(sides.back.get(one, one))
        if wire is not None and one in here:
            draft.set(Code.KIND, here[one], {_PARENT: sides.translated(Code.KIND, wire)[_PARENT]})
            # What it is already is no change, but takes back one that was to be.
            if here[one][_PARENT] == sides.translated(Code.KIND, wire)[_PARENT]:
                draft.sets.get(Code.KIND, {}).get(one, {}).pop(_PARENT, None)


def _loop(draft: Draft) -> list[bytes]:
    """Codes that would lie below each other in a circle."""
    above = {wire[0]: wire[_PARENT] for wire in draft.all(Code.KIND)}
    fine: set[bytes] = set()
    for start in above:
        path: dict[bytes, None] = {}
        step: Any = start
        while step is not None and step not in fine and step not in path:
            path[step] = None
            step = above.get(step)
        if step in path:
            listed = list(path)
            return listed[listed.index(step) :]
        fine.update(path)
    return []
