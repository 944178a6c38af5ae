"""Whose codings of which sources are compared: everybody's, those of a round, or one person's twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..analysis.agreement.coded_texts import coded_by_hand
from ..analysis.spans import Bools
from ..errors import InvalidInput
from ..model import Assignment, Round, User, say
from ..model.corpus import Corpus, NamedColumns
from ..store import Rows
from ..store.apart import keys_of_codings
from .readers import by_status, coder_rows, read_by, source_rows, who_read

__all__ = ["Compared", "compared", "compared_in_round"]


@dataclass(frozen=True, slots=True)
class Compared:
    """The columns with, by row of users, ``who`` is compared, which sources they ``read``, and which
    codings are ``counted``."""

    corpus: Corpus
    who: tuple[int, ...]
    read: Bools
    counted: Bools

    def within(self, sources: Bools) -> Compared:
        """The same in some sources alone (a mask of them)."""
        return replace(self, read=self.read & sources, counted=self._in(self.read & sources))

    def as_settled(self, rows: Rows, corpus: Corpus) -> Compared:
        """The same people in the same sources, with what was decided where they differed: of the
        columns as they are."""
        counted = coded_by_hand(corpus, _machines(rows, corpus), settled=True)
        return replace(self, corpus=corpus, counted=counted).within(np.asarray(self.read.any(0)))

    def _in(self, read: Bools) -> Bools:
        codings = self.corpus.codings
        return np.asarray(self.counted & read[codings.coder, codings.source])


def _machines(rows: Rows, corpus: Corpus) -> list[int]:
    return coder_rows(corpus, [one.guid for one in rows.all(User) if one.machine])


def compared(
    rows: Rows,
    corpus: Corpus,
    *,
    coders: Sequence[str] | None = None,
    sources: Sequence[str] | None = None,
    read: Mapping[str, Sequence[str]] | None = None,
    machines: bool = False,
) -> Compared:
    """Everybody who read anything, or ``coders`` by name; without machines unless they are wanted or
    named. Raises :class:`NotFound`."""
    robots = _machines(rows, corpus)
    counted = coded_by_hand(corpus, robots)
    seen = read_by(rows, corpus, counted, read or {})
    whole = Compared(corpus, (), seen, counted)
    if sources is not None:
        only = np.zeros(len(corpus.sources.guid), bool)
        only[source_rows(corpus, sources)] = True
        whole = whole.within(only)
    who = who_read(corpus, whole.read, () if machines else robots, coders)
    return replace(whole, who=tuple(who))


def compared_in_round(
    rows: Rows, corpus: Corpus, one: Round, coders: Sequence[str] | None = None
) -> Compared:
    """The coders of a round in what each was to read and has read; in a round ``again`` one coder's
    first reading with the second. Raises :class:`InvalidInput` where it must be said whose."""
    given = rows.all(Assignment, round=one.guid)
    who = {guid: row for row, guid in enumerate(corpus.users.guid)}
    place = {guid: row for row, guid in enumerate(corpus.sources.guid)}
    wanted = np.zeros((len(who), len(place)), bool)
    marked = wanted.copy()
    for each in given:
        wanted[who[each.coder], place[each.source]] = True
        marked[who[each.coder], place[each.source]] = each.read is not None
    rows_of = list(dict.fromkeys(who[each.coder] for each in given))
    if coders is not None:
        named = coder_rows(corpus, coders)
        rows_of = [row for row in rows_of if row in named]
    counted = coded_by_hand(corpus, _machines(rows, corpus))
    if one.again:
        if len(rows_of) != 1:
            raise InvalidInput(
                "whose-readings",
                say("In the round “{name}” each is compared with themselves.", name=one.name),
                say("Name one of its coders."),
            )
        return _twice(rows, corpus, one, rows_of[0], Compared(corpus, (), wanted, counted), marked)
    read = (read_by(rows, corpus, counted, {}) | marked) & wanted
    return Compared(corpus, tuple(rows_of), read, counted).within(np.asarray(read.any(0)))


def _twice(
    rows: Rows, corpus: Corpus, one: Round, row: int, asked: Compared, marked: Bools
) -> Compared:
    """One person as two: a further user has what they coded since the round was opened."""
    codings, users = corpus.codings, corpus.users
    last = len(users.guid)
    mine = (codings.coder == row) & asked.read[row][codings.source]
    first = mine & np.isin(codings.coding, keys_of_codings(rows, one.earlier))
    coder = np.where(mine & ~first, last, codings.coder).astype(codings.coder.dtype)
    name = users.name[row]
    names = (
        *(f"{name} (1)" if at == row else each for at, each in enumerate(users.name)),
        f"{name} (2)",
    )
    facets = {key: (*column, column[row]) for key, column in users.facets.items()}
    doubled = replace(
        corpus, codings=replace(codings, coder=coder),
        users=NamedColumns((*users.guid, users.guid[row]), names, facets),
    )  # fmt: skip
    read = np.zeros((last + 1, len(corpus.sources.guid)), bool)
    read[row] = by_status(rows, corpus)[row]
    read[row, codings.source[first & asked.counted]] = True
    read[last] = marked[row]
    read[last, codings.source[mine & ~first & asked.counted]] = True
    read &= asked.read[row]
    return Compared(doubled, (row, last), read, asked.counted).within(asked.read[row])
