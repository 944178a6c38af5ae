"""What is compared with what: codes by the units that hold them, cases and sources by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.clustering import Tree, average_linkage
from ..analysis.cooccurrence import cooccurrence
from ..analysis.likeness import likeness
from ..analysis.spans import Bools, Floats, Ints, different
from ..model.corpus import Corpus, NamedColumns
from ..model.message import Message, say
from ..model.query import Query, code
from ..model.shape import Heading
from .display import DisplayFilter, Setting
from .queries import CodeQueries, in_cases, in_sources
from .shown_codes import ShownCodes, shown_codes
from .words import code_headings, code_names

__all__ = ["LIKENESS", "UNIT", "Profiles", "choices_of", "codes_of", "profiles"]

_UNITS: dict[str, Message] = {
    "segment": say("segments"),
    "block": say("blocks"),
    "source": say("sources"),
    "case": say("cases"),
}
UNIT = Setting(
    "unit",
    say("Codes are compared by the units that hold them"),
    "choice",
    tuple(_UNITS.items()),
    "block",
)
_LIKENESSES: dict[str, Message] = {
    "jaccard": say("Jaccard: what both have, of what either has"),
    "matching": say("Simple matching: what both have or both lack"),
    "russell-rao": say("Russell and Rao: what both have, of everything"),
    "zeta": say("Kuckartz and Rädiker: as simple matching, what both have counting twice"),
}
LIKENESS = Setting(
    "likeness", say("How likeness is measured"), "choice", tuple(_LIKENESSES.items()), "jaccard"
)
_OF: dict[str, Message] = {"codes": say("Codes"), "cases": say("Cases"), "sources": say("Sources")}
_TITLES: dict[str, Message] = {
    "codes": say("Code"), "cases": say("Case"), "sources": say("Source"),
}  # fmt: skip


def choices_of(*names: str) -> tuple[tuple[str, Message], ...]:
    """The choices of a setting ``of``: what is compared."""
    return tuple((name, _OF[name]) for name in names)


@dataclass(frozen=True, slots=True)
class Profiles:
    """What is compared: its headings; how many features two share and each has, of how many; the
    codings of each, as a query and a number; how many codings were counted; and notes. Of cases and
    sources also which of the codes each ``has``."""

    title: Message
    features: Message
    headings: tuple[Heading, ...]
    both: Ints
    size: Ints
    many: int
    queries: tuple[Query, ...]
    codings: Ints
    n: int
    notes: tuple[Message, ...]
    has: Bools | None = None

    def likeness(self, measure: str) -> Floats:
        """A square of coefficients, as :func:`jejak.analysis.likeness.likeness`."""
        return likeness(self.both, self.size, self.many, measure)

    def tree(self, measure: str) -> Tree:
        """Average linkage over 1 - likeness."""
        apart = 1 - np.nan_to_num(self.likeness(measure))
        np.fill_diagonal(apart, 0)
        return average_linkage(apart)


def profiles(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Profiles:
    """By the settings ``of``, ``unit``, ``codes``, ``below`` and ``top``. What has no code at all is
    like nothing, and is left out and named."""
    if settings["of"] == "codes":
        return _of_codes(corpus, settings, only)
    return _of_owners(corpus, settings, only, codes_of(corpus, settings, only))


def codes_of(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> ShownCodes:
    """The codes by which cases and sources are compared: all that are chosen, however many."""
    return shown_codes(corpus, {**settings, "top": len(corpus.codes.guid)}, only)


def _of_codes(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Profiles:
    unit, chosen = settings["unit"], shown_codes(corpus, settings, only)
    found = cooccurrence(corpus, unit, label=chosen.of_codings, size=len(chosen.codes))
    some = np.flatnonzero(found.n > 0)
    notes = list(chosen.left_out())
    if len(some) < len(chosen.codes):
        names = code_names(corpus, chosen.codes[found.n == 0].tolist())
        notes.append(say("In none of the units, so left out: {names}.", names=_some(names)))
    rows, queries = chosen.codes[some], CodeQueries(corpus)
    counts = np.bincount(chosen.of_codings[chosen.of_codings >= 0], minlength=len(chosen.codes))
    return Profiles(
        title=_TITLES["codes"],
        features=_UNITS[unit],
        headings=code_headings(corpus, rows.tolist(), nested=False),
        both=found.n12[np.ix_(some, some)],
        size=found.n[some],
        many=found.units or 0,
        queries=tuple(only.narrow(queries.codes(chosen.counted[row])) for row in some.tolist()),
        codings=counts[some],
        n=int(counts.sum()),
        notes=tuple(notes),
    )


def _of_owners(
    corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter, chosen: ShownCodes
) -> Profiles:
    of, wide = settings["of"], max(len(chosen.codes), 1)
    owners = corpus.cases if of == "cases" else corpus.sources
    owner = corpus.codings.case if of == "cases" else corpus.codings.source
    counted = (chosen.of_codings >= 0) & (owner >= 0)
    codings = np.bincount(owner[counted], minlength=len(owners.guid))
    some = np.flatnonzero(codings)
    kept = np.sort(some[np.argsort(-codings[some], kind="stable")[: settings["top"]]])
    place = np.full(len(owners.guid), -1, np.int64)
    place[kept] = np.arange(len(kept))
    at, label = place[owner[counted]], chosen.of_codings[counted].astype(np.int64)
    held = different(at[at >= 0] * wide + label[at >= 0])
    has = np.zeros((len(kept), wide), np.float32)
    has[np.divmod(held, wide)] = 1
    where = in_cases if of == "cases" else in_sources
    codes = code() if not settings["codes"] else CodeQueries(corpus).codes(_all(chosen))
    return Profiles(
        title=_TITLES[of],
        features=say("codes"),
        headings=tuple(Heading(owners.guid[row], owners.name[row]) for row in kept.tolist()),
        both=np.rint(has @ has.T).astype(np.int64),
        size=has.sum(1).astype(np.int64),
        many=len(chosen.codes),
        queries=tuple(only.narrow(codes, where(corpus, [row])) for row in kept.tolist()),
        codings=codings[kept],
        n=int(codings[kept].sum()),
        notes=_left_out(of, owners, some, kept),
        has=has > 0,
    )


def _all(chosen: ShownCodes) -> list[int]:
    return [row for rows in chosen.counted for row in rows]


def _left_out(of: str, owners: NamedColumns, some: Ints, kept: Ints) -> tuple[Message, ...]:
    notes = []
    if len(kept) < len(some):
        few, many = len(kept), len(some)
        notes.append(
            say("Only the {n} with the most codings, of {all}, are shown.", n=few, all=many)
        )
    bare = np.setdiff1d(np.arange(len(owners.guid)), some).tolist()
    if bare:
        names = _some([owners.name[row] for row in bare])
        told = say("Cases without any of the codes, left out: {names}.", names=names)
        if of == "sources":
            told = say("Sources without any of the codes, left out: {names}.", names=names)
        notes.append(told)
    return tuple(notes)


def _some(names: list[str]) -> list[str | Message]:
    most = 6
    if len(names) <= most:
        return list(names)
    return [*names[: most - 1], say("{n} others", n=len(names) - most + 1)]
