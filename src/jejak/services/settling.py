"""Disagreements of coders: listed by code and by place, and settled one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from ..analysis.agreement.settling import decided
from ..errors import InvalidInput, NotFound
from ..model import (
    Assignment,
    Code,
    Message,
    Round,
    Segment,
    Settlement,
    Source,
    User,
    Version,
    say,
)
from ..store import Rows, Store
from .open_differences import OpenDifferences
from .round_cards import being_read
from .settled import Disagreement, Disagreements, Had, SettledCard, told_decision
from .settling_codings import give_stretches, versions_at

__all__ = ["ORDERS", "Settling"]

# Those over most characters first; code by code or source by source, those with most first.
ORDERS = ("size", "code", "place")
_REASON = 10_000


class Settling:
    """What coders of a study differ over, and what was decided about it."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def open(
        self,
        *,
        coders: Sequence[str] | None = None,
        codes: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
        read: Mapping[str, Sequence[str]] | None = None,
        by: str = "size",
        offset: int = 0,
        limit: int | None = 50,
        context: int = 0,
    ) -> Disagreements:
        """The disagreements that are open: each a place in a source where those who read it differ
        under one code.

        ``coders``, ``codes`` (each with all below it) and ``sources`` are names, all by default;
        ``read`` states by coder which sources they read, in place of what the history tells. They come
        in one of :data:`ORDERS`, with so many characters of ``context`` around them. Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        if by not in ORDERS:
            raise InvalidInput(
                "unknown-order",
                f"Disagreements have no order “{by}”.",
                f"Use: {', '.join(ORDERS)}.",
            )
        self._store.sight.apart().refuse()
        with self._store.view() as rows:
            found = OpenDifferences(
                rows, self._store.corpus(), coders=coders, codes=codes, sources=sources, read=read
            )
            return found.listed(by, offset, limit, context)

    def settle(
        self,
        keys: Sequence[str],
        decision: str,
        *,
        kept: str | None = None,
        reason: str = "",
        coders: Sequence[str] | None = None,
        codes: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
        read: Mapping[str, Sequence[str]] | None = None,
    ) -> list[Settlement]:
        """Settle disagreements by their keys (or the beginnings of these) as one change: afterwards all
        who had read the place have the same there.

        ``decision`` is one of :data:`.DECISIONS`; ``kept`` names whose version is kept. What each had is
        put on record with the ``reason``. ``coders``, ``codes``, ``sources`` and ``read`` are what
        :meth:`open` was asked with. Raises :class:`Conflict` where a disagreement is not there any more, or
        one of those who differ is reading the source in an open round, :class:`InvalidInput` where the decision makes no sense for one of them, :class:`NotFound`.
        """
        reason = reason.strip()
        if len(reason) > _REASON:
            raise InvalidInput("too-long", f"A reason has at most {_REASON} characters.")
        self._store.sight.apart().refuse()
        with self._store.write(say("Settle a disagreement"), self._user) as change:
            there = OpenDifferences(
                change.rows, self._store.corpus(), coders=coders, codes=codes, sources=sources,
                read=read,
            )  # fmt: skip
            found = there.named(list(dict.fromkeys(keys)))
            _refuse_being_read(change.rows, found)
            made = []
            for one in found:
                whose = None if kept is None else _place_of(one, kept)
                stretches = decided([had.stretches for had in one.had], decision, whose)
                settlement, versions = versions_at(
                    change, one, decision, None if whose is None else one.had[whose].coder,
                    reason, self._user,
                )  # fmt: skip
                change.add(settlement)
                change.add_many(versions)
                give_stretches(change, one, stretches)
                made.append(settlement)
            change.retell(_verb(found, decision, kept))
        return made

    def all(self) -> list[SettledCard]:
        """What was settled, the latest first."""
        self._store.sight.apart().refuse()
        with self._store.view() as rows:
            return _cards(rows, rows.all(Settlement)[::-1], self._store.text)

    def get(self, guid: str) -> SettledCard:
        """One settlement. Raises :class:`NotFound`."""
        self._store.sight.apart().refuse()
        with self._store.view() as rows:
            (found,) = _cards(rows, [rows.get(Settlement, guid)], self._store.text)
        return found


def _refuse_being_read(rows: Rows, found: Sequence[Disagreement]) -> None:
    """Raise :class:`Conflict` where somebody who differs reads the source in an open round: they code it
    by themselves until it is closed."""
    for one in rows.all(Round, closed=None):
        given = {(task.coder, task.source) for task in rows.all(Assignment, round=one.guid)}
        for each in found:
            for had in each.had:
                if (had.coder, each.source) in given:
                    raise being_read(had.name, each.source_name, one.name)


def _place_of(one: Disagreement, kept: str) -> int:
    """Whose version is kept: their place among those who differ."""
    for place, had in enumerate(one.had):
        if kept in {had.coder, had.name}:
            return place
    raise NotFound(
        "no-such-version", f"“{kept}” has no version at this place.",
        f"There are those of {', '.join(had.name for had in one.had)}.",
    )  # fmt: skip


def _verb(found: Sequence[Disagreement], decision: str, kept: str | None) -> Message:
    if len(found) != 1:
        return say("Settle {n} disagreements", n=len(found))
    (one,) = found
    name = "" if kept is None else one.had[_place_of(one, kept)].name
    return say(
        "Settle “{code}” in “{source}”: {decision}",
        code=one.code_name, source=one.source_name, decision=told_decision(decision, name),
    )  # fmt: skip


def _cards(
    rows: Rows, settled: Sequence[Settlement], text: Callable[[str], str]
) -> list[SettledCard]:
    versions: dict[str, list[Version]] = defaultdict(list)
    for version in rows.among(Version, "settlement", [one.guid for one in settled]):
        versions[version.settlement].append(version)
    wanted = [one.segment for one in settled]
    wanted += [v.segment for many in versions.values() for v in many if v.segment]
    segments = {one.guid: one for one in rows.among(Segment, "guid", wanted)}
    sources = {s.guid: s for s in rows.among(Source, "guid", [g.source for g in segments.values()])}
    codes = {c.guid: c.name for c in rows.among(Code, "guid", [one.code for one in settled])}
    names = {user.guid: user.name for user in rows.all(User)}
    cards = []
    for one in settled:
        place = segments[one.segment]
        source = sources[place.source]
        words = text(source.text)[place.start : place.end] if place.lost is None else place.lost
        cards.append(
            SettledCard(
                one, codes[one.code], source.guid, source.name, place.start, place.end, words,
                _had(versions[one.guid], segments, names), names,
            )
        )  # fmt: skip
    return cards


def _had(
    versions: Sequence[Version], segments: Mapping[str, Segment], names: Mapping[str, str]
) -> tuple[Had, ...]:
    by_coder: dict[str, list[tuple[int, int]]] = {}
    for one in versions:
        stretches = by_coder.setdefault(one.coder, [])
        segment = segments.get(one.segment or "")
        if segment is not None:
            stretches.append((segment.start, segment.end))
    return tuple(
        Had(coder, names[coder], tuple(sorted(stretches))) for coder, stretches in by_coder.items()
    )
