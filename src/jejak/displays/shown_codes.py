"""Which codes a display shows, and which codings each of them counts, every coding once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.spans import Bools, Column, Ints
from ..model.corpus import Corpus
from ..model.message import Message, say
from .display import DisplayFilter

__all__ = ["ShownCodes", "shown_codes"]


@dataclass(frozen=True, slots=True)
class ShownCodes:
    """The codes shown; the row of each coding among them (-1 none); the codes that each row counts;
    how many codes could be shown; whether some of them lie below others, which do not count them."""

    codes: Ints
    of_codings: Column
    counted: tuple[tuple[int, ...], ...]
    possible: int
    apart: bool = False

    def left_out(self) -> Iterator[Message]:
        """The notes on codes that are not shown, or not counted with those above them, where there
        are any."""
        if self.apart:
            yield say("A code that is chosen beside one above it is not counted with that one.")
        if len(self.codes) < self.possible:
            yield say(
                "Only the {n} most used of {all} codes are shown.",
                n=len(self.codes),
                all=self.possible,
            )


def shown_codes(
    corpus: Corpus,
    settings: Mapping[str, Any],
    only: DisplayFilter,
    among: Bools | None = None,
) -> ShownCodes:
    """The codes that ``codes``, ``below`` and ``top`` choose: those given, else all that are used (at
    the top of the tree, where each counts all below it); ``among`` limits the codings that count.

    A chosen code below another takes its own codings.
    """
    size = len(corpus.codes.guid)
    chosen = np.asarray(settings["codes"] or _every(corpus, below=settings["below"]), np.int64)
    home = np.full(size, -1, np.int64)
    for row in chosen.tolist():  # depth first
        home[row : int(corpus.codes.last[row]) if settings["below"] else row + 1] = row
    code = corpus.codings.code
    of_codings = home[code] if size else np.empty(0, np.int64)
    if only.rows is not None:
        outside = np.ones(len(code), np.bool_)
        outside[only.rows] = False
        of_codings[outside] = -1
    if among is not None:
        of_codings[~among] = -1
    count = np.bincount(of_codings[of_codings >= 0], minlength=size)
    used = chosen if settings["codes"] else chosen[count[chosen] > 0]
    kept = np.sort(used[np.argsort(-count[used], kind="stable")[: settings["top"]]])
    place = np.full(size + 1, -1, np.int64)
    place[kept] = np.arange(len(kept))
    counted = tuple(tuple(np.flatnonzero(home == row).tolist()) for row in kept.tolist())
    apart = bool(settings["below"]) and any(
        home[row : int(corpus.codes.last[row])].max() > row for row in kept.tolist()
    )
    return ShownCodes(kept, place[of_codings], counted, len(used), apart)


def _every(corpus: Corpus, *, below: bool) -> list[int]:
    """All codes; counted with all below them, those at the top."""
    parents = corpus.codes.parent.tolist()
    return [row for row, parent in enumerate(parents) if parent < 0 or not below]
