"""Passages as a table: their words, codes and memos, and all that is known of case and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Link, Memo
from ..model.corpus import Corpus, NamedColumns
from ..model.table import Column, typed_column
from ..store import Rows
from .segment_cards import FoundSegment

__all__ = ["memos_of", "passage_columns"]


def passage_columns(
    corpus: Corpus,
    found: Sequence[FoundSegment],
    memos: Sequence[Sequence[str]],
    *,
    context: bool = False,
    hidden: frozenset[tuple[str, str]] = frozenset(),
) -> list[Column]:
    """One row a passage. With ``context`` the words before and after it stand beside its own;
    ``hidden`` are attributes left out, as pairs of ``case`` or ``source`` and a name."""
    paths = dict(zip(corpus.codes.guid, corpus.codes.path, strict=True))
    weights = _Weights(corpus, paths)
    return [
        Column("guid", "text", [one.segment for one in found]),
        Column("source", "text", [one.source_name for one in found]),
        Column("start", "whole", [one.start for one in found]),
        Column("end", "whole", [one.end for one in found]),
        *([Column("before", "text", [one.before for one in found])] if context else []),
        Column("text", "text", [one.text for one in found]),
        *([Column("after", "text", [one.after for one in found])] if context else []),
        Column("codes", "texts", [[paths[code] for code in one.codes] for one in found]),
        Column("coders", "texts", [list(one.coders) for one in found]),
        Column("weights", "texts", [list(weights.of(one)) for one in found]),
        Column("memos", "texts", [list(told) for told in memos]),
        Column("case", "text", [one.case_name for one in found]),
        *_known(corpus, "source", [one.source for one in found], hidden),
        *_known(corpus, "case", [one.case for one in found], hidden),
    ]


def memos_of(
    rows: Rows, found: Sequence[FoundSegment], authors: Sequence[str] | None = None
) -> list[list[str]]:
    """For each passage the memos about it or about a coding on it, by anybody or by ``authors``
    (GUIDs) alone: the title, and below it the words."""
    links = [
        link for link in rows.all(Link, role="memo") if link.target_kind in ("segment", "coding")
    ]
    told = {
        memo.guid: "\n".join(part for part in (memo.title, memo.body) if part)
        for memo in rows.among(Memo, "guid", [link.owner for link in links])
        if authors is None or memo.user in authors
    }
    about: dict[str, list[str]] = {}
    for link in links:
        if link.owner in told:
            about.setdefault(link.target, []).append(link.owner)
    if not about:
        return [[] for _ in found]
    return [
        [
            told[memo]
            for memo in dict.fromkeys(
                memo for thing in (one.segment or "", *one.codings) for memo in about.get(thing, ())
            )
        ]
        for one in found
    ]


class _Weights:
    """The weights of the codings on a passage: ``Folder/Code: 70``, and whose where people differ."""

    def __init__(self, corpus: Corpus, paths: dict[str, str]) -> None:
        self._paths = paths
        self._people = dict(zip(corpus.users.guid, corpus.users.name, strict=True))

    def of(self, one: FoundSegment) -> Iterator[str]:
        several = len({mark.coder for mark in one.marks}) > 1
        for mark in one.marks:
            if mark.weight is not None:
                by = f" ({self._people[mark.coder]})" if several else ""
                yield f"{self._paths[mark.code]}{by}: {mark.weight}"


def _known(
    corpus: Corpus,
    of: str,
    guids: Sequence[str | None],
    hidden: frozenset[tuple[str, str]],
) -> list[Column]:
    """What is known of the source or the case of each passage, as ``source.kind``, ``case.role``."""
    owners: NamedColumns = corpus.sources if of == "source" else corpus.cases
    place = {guid: number for number, guid in enumerate(owners.guid)}
    rows = [place.get(guid) if guid is not None else None for guid in guids]

    def taken(values: Sequence[str | None]) -> list[str | None]:
        return [None if row is None else values[row] for row in rows]

    columns = [
        Column(f"{of}.{name}", "text", taken(values)) for name, values in owners.facets.items()
    ]
    for attribute in corpus.attributes:
        if attribute.of == of and (of, attribute.name) not in hidden:
            values = taken(attribute.value)
            columns.append(typed_column(f"{of}.{attribute.name}", attribute.type, values))
    return columns
