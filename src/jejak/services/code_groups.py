"""Codes by name, each with all below it, or every code of the codebook by itself."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.corpus import Corpus
from ..store import Rows
from ..store.lookups import find_code

__all__ = ["code_groups"]

_BELOW = "/*"


def code_groups(rows: Rows, corpus: Corpus, names: Sequence[str] | None) -> list[list[int]]:
    """Groups of rows of codes, each counting as its first: those named with all below them that are not
    named themselves (``Frame/*`` names each code right below one), or each code that can be applied.
    Raises :class:`NotFound`."""
    codes = corpus.codes
    if names is None:
        return [[row] for row, codable in enumerate(codes.codable) if codable]
    place = {guid: row for row, guid in enumerate(codes.guid)}
    chosen: dict[int, None] = {}
    for name in names:
        row = place[find_code(rows, name.removesuffix(_BELOW)).guid]
        under = [one for one, above in enumerate(codes.parent.tolist()) if above == row]
        chosen |= dict.fromkeys(under if name.endswith(_BELOW) else [row])
    home: dict[int, int] = {}
    for row in sorted(chosen):
        home |= dict.fromkeys(range(row, int(codes.last[row])), row)
    return [[row, *(r for r, top in home.items() if top == row and r != row)] for row in chosen]
