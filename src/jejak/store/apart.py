"""What somebody does not see while a round is open: the one rule that every door of a study follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from ..errors import NotAllowed
from ..model import Assignment, Coding, Round, say
from ..model.codec import guid_bytes
from ..model.corpus import CodingColumns, Corpus
from .rows import Rows, keys_of
from .schema import TABLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "NOTHING", "Apart", "Sight", "apart_of", "first_readings", "keys_of_codings", "read_now",
    "standing",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Apart:
    """What ``reader`` (GUID) does not see: codings of others in the ``sources`` (GUIDs) of open
    ``rounds`` (names) that the reader codes in; the ``earlier`` ones of their own where they read
    again; and, of others who read again, the ``second`` readings: (coder, source, the codings there
    before)."""

    reader: str = ""
    rounds: tuple[str, ...] = ()
    sources: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    second: frozenset[tuple[str, str, frozenset[str]]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rounds or self.second)

    @property
    def blind(self) -> bool:
        """Whether the reader codes in an open round."""
        return bool(self.rounds)

    def refuse(self) -> None:
        """Raise :class:`NotAllowed` where the reader codes in an open round."""
        if self.rounds:
            raise NotAllowed(
                "round-open",
                say("This tells of everybody’s work, and you code without seeing the others: the round "
                    "“{name}” is open.", name=self.rounds[0]),
                say("Close the round first, or ask somebody who does not code in it."),
            )  # fmt: skip

    def hides(self, coding: str, coder: str, source: str) -> bool:
        """Whether a coding of a coder in a source (GUIDs) is not seen."""
        if coder == self.reader:
            return coding in self.earlier
        return source in self.sources or any(
            (coder, source) == (again, place) and coding not in before
            for again, place, before in self.second
        )

    def of(self, corpus: Corpus, rows: Rows) -> Corpus:
        """The corpus as the reader sees it."""
        seen = self._seen(corpus, rows)
        columns = {
            one.name: getattr(corpus.codings, one.name)[seen] for one in fields(CodingColumns)
        }
        # What was settled in these sources says what others had there.
        settled = tuple(one for one in corpus.settled if one.source not in self.sources)
        return replace(corpus, codings=CodingColumns(**columns), settled=settled)

    def _seen(self, corpus: Corpus, rows: Rows) -> NDArray[np.bool_]:
        import numpy as np

        codings = corpus.codings
        user = {guid: row for row, guid in enumerate(corpus.users.guid)}
        place = {guid: row for row, guid in enumerate(corpus.sources.guid)}
        mine = codings.coder == user.get(self.reader, -1)
        theirs = np.isin(codings.source, [place[one] for one in self.sources if one in place])
        hidden = (theirs & ~mine) | (
            mine & np.isin(codings.coding, keys_of_codings(rows, self.earlier))
        )
        for coder, source, before in self.second:
            again = (codings.coder == user.get(coder, -1)) & (
                codings.source == place.get(source, -1)
            )
            hidden |= again & ~np.isin(codings.coding, keys_of_codings(rows, before))
        return np.asarray(~hidden)


NOTHING = Apart()


def keys_of_codings(rows: Rows, codings: Iterable[str]) -> list[int]:
    """The internal keys of codings (GUIDs), of those that are there."""
    return list(keys_of(rows.conn, Coding.KIND, [guid_bytes(one) for one in codings]).values())


def apart_of(rows: Rows, reader: str) -> Apart:
    """What a person (GUID) does not see now."""
    # Most studies have no round: one question is all that asks of them.
    table = TABLES[Round.KIND]
    query = table.select().with_only_columns(table.c.id).where(table.c.closed.is_(None)).limit(1)
    if rows.conn.execute(query).first() is None:
        return NOTHING
    names: list[str] = []
    sources: set[str] = set()
    earlier: set[str] = set()
    second: set[tuple[str, str, frozenset[str]]] = set()
    for one in rows.all(Round, closed=None):
        given = rows.all(Assignment, round=one.guid)
        if any(each.coder == reader for each in given):
            names.append(one.name)
            sources |= {each.source for each in given}
            earlier |= set(one.earlier)
        if one.again:
            before = frozenset(one.earlier)
            second |= {(e.coder, e.source, before) for e in given if e.coder != reader}
    return Apart(reader, tuple(names), frozenset(sources), frozenset(earlier), frozenset(second))


class Sight:
    """What whoever looks at a store (``reader``, a GUID; ``None``: nobody in particular) sees of it.

    ``read`` is a view of the study as it is today: of an earlier moment, too, no more is seen than the
    rounds of today let one see.
    """

    def __init__(
        self, read: Callable[[], AbstractContextManager[Rows]], reader: str | None = None
    ) -> None:
        self.reader = reader
        self._read = read
        self._seen: tuple[Corpus, Apart, Corpus] | None = None

    def apart(self) -> Apart:
        """What is not seen now."""
        if self.reader is None:
            return NOTHING
        with self._read() as rows:
            return apart_of(rows, self.reader)

    def of(self, whole: Corpus, rows: Rows) -> Corpus:
        """The corpus as it is seen: the same one again for the same columns and rounds, as much is
        kept by it."""
        apart, kept = self.apart(), self._seen
        if not apart:
            return whole
        if kept is None or kept[0] is not whole or kept[1] != apart:
            kept = self._seen = (whole, apart, apart.of(whole, rows))
        return kept[2]


def first_readings(rows: Rows) -> frozenset[str]:
    """The codings (GUIDs) that are put aside while they who made them read the same again."""
    return frozenset(
        one for each in rows.all(Round, closed=None, again=True) for one in each.earlier
    )


def read_now(rows: Rows, codings: Iterable[Coding]) -> list[Coding]:
    """Those of some codings that are not put aside: what a new one may be a double of."""
    found = list(codings)
    aside = first_readings(rows) if found else frozenset()
    return [one for one in found if one.guid not in aside]


def standing(rows: Rows) -> Callable[[Coding], tuple[str, str, bool]]:
    """Where a coding stands and whose it is: two of one code that stand alike are doubles, but for a
    first reading beside the second."""
    aside = first_readings(rows)
    return lambda one: (one.segment, one.user, one.guid in aside)
