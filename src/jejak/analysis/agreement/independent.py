"""A study as its coders left it, each by themselves: before disagreements were settled."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from ...model.coding import ORIGINS, SETTLED, UNREAD
from ...model.corpus import CodingColumns, Corpus
from ...model.identity import to_millis
from ...model.settlement import SettledPlace, Stood
from ..spans import Bools

__all__ = ["independent"]

_SETTLED = ORIGINS.index(SETTLED)
_UNREAD = [ORIGINS.index(name) for name in UNREAD]
# Coder, source and code by their rows.
_Whose = tuple[int, int, int]


def independent(corpus: Corpus) -> Corpus:
    """The corpus with what each coder had before disagreements were settled, in place of what was
    decided; the very same where none was.

    At a settled place stands what was put on record then, for each coder whom it bound. What they coded
    there afterwards was coded after the talk, and counts as little as what was decided. A stretch that
    two settlements put on record stands as the first has it.
    """
    if not corpus.settled:
        return corpus
    places = _Places(corpus)
    columns = corpus.codings
    kept = (columns.origin != _SETTLED) & ~places.bound(columns)
    stood = places.stood()
    first = {one.name: getattr(columns, one.name)[kept] for one in fields(CodingColumns)}
    if stood:
        more = _columns(stood)
        first = {
            name: np.concatenate([column, np.asarray(more[name], column.dtype)])
            for name, column in first.items()
        }
    order = np.lexsort([first[name] for name in ("code", "end", "start", "source")])
    codings = CodingColumns(**{name: column[order] for name, column in first.items()})
    return replace(corpus, codings=codings)


def _columns(stood: list[tuple[_Whose, Stood]]) -> dict[str, list[float]]:
    return {
        "coding": [-1] * len(stood),
        "segment": [-1] * len(stood),
        "source": [source for (_, source, _), _ in stood],
        "start": [one.start for _, one in stood],
        "end": [one.end for _, one in stood],
        "code": [code for (_, _, code), _ in stood],
        "coder": [coder for (coder, _, _), _ in stood],
        "case": [-1] * len(stood),
        "created": [0 if one.made is None else to_millis(one.made) for _, one in stood],
        "weight": [np.nan if one.weight is None else one.weight for _, one in stood],
        "origin": [ORIGINS.index(one.origin) for _, one in stood],
    }


class _Places:
    """The settled places of a corpus, by the rows of coder, source and code."""

    def __init__(self, corpus: Corpus) -> None:
        self._coder = {guid: row for row, guid in enumerate(corpus.users.guid)}
        self._source = {guid: row for row, guid in enumerate(corpus.sources.guid)}
        self._code = {guid: row for row, guid in enumerate(corpus.codes.guid)}
        self._settled = corpus.settled

    def bound(self, codings: CodingColumns) -> Bools:
        """Which codings that somebody made lie at a settled place of those whom it bound."""
        found = np.zeros(len(codings), bool)
        for place in self._settled:
            source, code = self._source[place.source], self._code[place.code]
            low, high = np.searchsorted(codings.source, [source, source + 1])
            part = slice(int(low), int(high))
            coders = [self._coder[guid] for guid in place.coders]
            found[part] |= (
                (codings.code[part] == code)
                & (codings.start[part] < place.end)
                & (codings.end[part] > place.start)
                & np.isin(codings.coder[part], coders)
            )
        return np.asarray(found & ~np.isin(codings.origin, _UNREAD))

    def stood(self) -> list[tuple[_Whose, Stood]]:
        """What stood at the settled places, by whom, without what was decided or came after a talk."""
        found: list[tuple[_Whose, Stood]] = []
        covered: dict[_Whose, list[SettledPlace]] = {}
        for place in self._settled:
            source, code = self._source[place.source], self._code[place.code]
            for one in place.before:
                whose = (self._coder[one.coder], source, code)
                later = any(
                    one.start < other.end and one.end > other.start
                    for other in covered.get(whose, ())
                )
                if one.origin != SETTLED and not later:
                    found.append((whose, one))
            for guid in place.coders:
                covered.setdefault((self._coder[guid], source, code), []).append(place)
        return found
