"""The places where coders differ now, each with what every one of them has there, and a key."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

import numpy as np

from ..analysis.agreement.coded_texts import coded_by_hand, stretches
from ..analysis.agreement.differences import Difference, differences
from ..analysis.agreement.independent import independent
from ..errors import Conflict, InvalidInput
from ..model import User
from ..model.corpus import Corpus
from ..store import Rows
from .code_groups import code_groups
from .readers import coder_rows, read_by, source_rows, who_read
from .settled import Disagreement, Disagreements, Had, Tally

__all__ = ["OpenDifferences"]

_KEY = 16
# The shortest beginning of a key that may stand for it.
_LEAST = 4


class OpenDifferences:
    """Those of some coders, codes and sources, in one view of a study: what was settled counts as it was
    decided."""

    def __init__(
        self,
        rows: Rows,
        corpus: Corpus,
        *,
        coders: Sequence[str] | None = None,
        codes: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
        read: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Raises :class:`NotFound` for names that are not there."""
        self._corpus = corpus
        machines = coder_rows(corpus, [one.guid for one in rows.all(User) if one.machine])
        alone = independent(corpus)
        seen = read_by(rows, alone, coded_by_hand(alone, machines), read or {})
        self._who = who_read(corpus, seen, machines, coders)
        if sources is not None:
            within = np.zeros(seen.shape[1], bool)
            within[source_rows(corpus, sources)] = True
            seen = seen & within
        self._rows = sorted(
            row for group in code_groups(rows, corpus, codes) for row in group
            if corpus.codes.codable[row]
        )  # fmt: skip
        self._counted = coded_by_hand(corpus, machines, settled=True)
        if sources is not None:
            self._counted = self._counted & within[corpus.codings.source]
        self._spans = stretches(
            corpus, self._who, [[row] for row in self._rows], seen, self._counted
        )
        self._found = differences(self._spans)

    def listed(self, by: str, offset: int, limit: int | None, context: int = 0) -> Disagreements:
        """Some of them in an order, with so many characters around them, and how all spread over codes
        and sources."""
        codes, sources = self._tallies()
        found = self._found
        if by == "code":
            rank = {tally.guid: place for place, tally in enumerate(codes)}
            found = sorted(found, key=lambda one: (rank[self._code(one)], -one.apart))
        elif by == "place":
            rank = {tally.guid: place for place, tally in enumerate(sources)}
            found = sorted(found, key=lambda one: (rank[self._source(one)], one.start, one.end))
        end = None if limit is None else offset + limit
        return Disagreements(
            tuple(self._told(found[offset:end], context)), len(self._found), codes, sources,
            tuple((self._corpus.users.guid[row], self._corpus.users.name[row]) for row in self._who),
            int((self._spans.readers() >= 2).sum()), self._corpus.version,
        )  # fmt: skip

    def named(self, keys: Sequence[str]) -> list[Disagreement]:
        """Those with these keys, or the beginnings of them. Raises :class:`Conflict` where one is not
        there (any more), :class:`InvalidInput` where a beginning may be several."""
        places = self._places()
        by_key = {self._key(places, one): one for one in self._found}
        found = []
        for key in keys:
            meant = [whole for whole in by_key if len(key) >= _LEAST and whole.startswith(key)]
            if len(meant) > 1:
                raise InvalidInput(
                    "ambiguous-key", f"More than one disagreement begins with “{key}”.",
                    "Give more of its letters.",
                )  # fmt: skip
            if not meant:
                raise Conflict(
                    "no-such-disagreement",
                    f"There is no open disagreement “{key}”: it is settled, or somebody coded there or "
                    "read it since it was listed.",
                    "Nothing was changed. List the disagreements again.",
                )
            found.append(by_key[meant[0]])
        return self._told(found)

    def _tallies(self) -> tuple[tuple[Tally, ...], tuple[Tally, ...]]:
        codes, sources = self._corpus.codes, self._corpus.sources
        names = dict(zip(codes.guid, codes.path, strict=True))
        by_code = _tally(((self._code(one), one.apart) for one in self._found), names)
        names = dict(zip(sources.guid, sources.name, strict=True))
        return by_code, _tally(((self._source(one), one.apart) for one in self._found), names)

    def _code(self, one: Difference) -> str:
        return self._corpus.codes.guid[self._rows[one.value]]

    def _source(self, one: Difference) -> str:
        return self._corpus.sources.guid[one.source]

    def _told(self, found: Iterable[Difference], context: int = 0) -> list[Disagreement]:
        places = self._places()
        corpus = self._corpus
        told = []
        for one in found:
            text = corpus.texts[one.source]
            had = (
                Had(corpus.users.guid[row], corpus.users.name[row], stretches)
                for row, stretches in self._had(places, one)
            )
            told.append(
                Disagreement(
                    self._key(places, one), self._source(one), corpus.sources.name[one.source],
                    one.start, one.end, self._code(one), corpus.codes.path[self._rows[one.value]],
                    tuple(had), one.apart, text[one.start : one.end],
                    text[max(one.start - context, 0) : one.start],
                    text[one.end : one.end + context],
                )
            )  # fmt: skip
        return told

    def _had(
        self, places: _Places, one: Difference
    ) -> list[tuple[int, tuple[tuple[int, int], ...]]]:
        """What each of those who differ has there, by the rows of users."""
        found = places.of(self._rows[one.value], one)
        involved = sorted((*one.coded, *one.without))
        return [(self._who[at], tuple(sorted(found.get(self._who[at], ())))) for at in involved]

    def _key(self, places: _Places, one: Difference) -> str:
        users = self._corpus.users.guid
        had = [[users[row], *stretches] for row, stretches in self._had(places, one)]
        told = json.dumps([self._code(one), self._source(one), sorted(had)])
        return sha256(told.encode()).hexdigest()[:_KEY]

    def _places(self) -> _Places:
        return _Places(self._corpus, self._counted)


class _Places:
    """Where the codings of each code are in each source."""

    def __init__(self, corpus: Corpus, counted: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> None:
        codings = corpus.codings
        kept = np.flatnonzero(counted & (codings.end > codings.start))
        # By source and code, then by their begin.
        self._order = kept[
            np.lexsort((codings.start[kept], codings.source[kept], codings.code[kept]))
        ]
        self._many = len(corpus.sources.guid)
        self._where = (
            codings.code[self._order].astype(np.int64) * self._many + codings.source[self._order]
        )
        self._codings = codings

    def of(self, code: int, one: Difference) -> dict[int, list[tuple[int, int]]]:
        """The stretches at a place by the rows of those who coded them."""
        where = code * self._many + one.source
        low, high = np.searchsorted(self._where, [where, where + 1])
        begins = self._codings.start[self._order[low:high]]
        first, last = np.searchsorted(begins, [one.start, one.end])
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in self._order[low + first : low + last].tolist():
            found[int(self._codings.coder[row])].append(
                (int(self._codings.start[row]), int(self._codings.end[row]))
            )
        return found


def _tally(pairs: Iterable[tuple[str, float]], names: Mapping[str, str]) -> tuple[Tally, ...]:
    count: dict[str, int] = defaultdict(int)
    apart: dict[str, float] = defaultdict(float)
    for guid, many in pairs:
        count[guid] += 1
        apart[guid] += many
    found = (Tally(guid, names[guid], count[guid], apart[guid]) for guid in count)
    return tuple(sorted(found, key=lambda one: (-one.apart, one.name)))
