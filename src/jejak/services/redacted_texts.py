"""The texts of sources as strangers may have them."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Block, Evidence, Segment, Source
from ..store import Rows
from ..store.correcting import Edit, Moves, corrected
from ..store.outward import Outward
from .hiding import Hiding
from .redacted import Carried

__all__ = ["as_carried", "edits_of"]

# What stands for each sign of material that is no evidence: where everything is stays as it was.
_COVERED = "·"


def as_carried(rows: Rows, source: Source, hiding: Hiding, texts: str = "whole") -> Carried:
    """The text of a source as it leaves (``texts``: *whole*, or *evidence* with the rest covered), and
    how stretches of it are carried there."""
    edits = edits_of(rows, source, hiding, texts)
    # What is covered has its old length: stretches within it stay where they are.
    names = [
        one for one in edits if len(one.text) != one.end - one.start or _COVERED not in one.text
    ]
    text = corrected(rows.text(source.text), edits)
    return Carried(text, Outward(names), Moves(names))


def edits_of(rows: Rows, source: Source, hiding: Hiding, texts: str) -> list[Edit]:
    """What a copy puts where in the text of a source."""
    text = rows.text(source.text)
    names = hiding.edits(text, rows.each(Block, source=source.guid))
    if texts == "whole":
        return names
    shown = _evidence(rows, source, names)
    kept = [one for one in names if any(a <= one.start and one.end <= b for a, b in shown)]
    gaps = zip([0, *(b for _, b in shown)], [*(a for a, _ in shown), len(text)], strict=True)
    covered = [Edit(a, b, _cover(text[a:b])) for a, b in gaps if a < b]
    return sorted([*kept, *covered])


def _evidence(rows: Rows, source: Source, names: Iterable[Edit]) -> list[tuple[int, int]]:
    """The stretches of a source that are evidence, apart and in order; a name is in one whole."""
    used = {one.target for one in rows.each(Evidence, target_kind=Segment.KIND)}
    spans = [
        (one.start, one.end)
        for one in rows.each(Segment, source=source.guid, lost=None)
        if one.guid in used and one.anchor in {"text", "page", "cell"}
    ]
    for name in names:
        if any(name.start < b and name.end > a for a, b in spans):
            spans.append((name.start, name.end))
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _cover(words: str) -> str:
    return "".join(sign if sign == "\n" else _COVERED for sign in words)
