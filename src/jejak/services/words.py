"""Words in their context: where a phrase or expression stands, over all texts, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from ..model import Source
from ..store import Rows
from .study_lookups import Sought, TextHit, passages_with

__all__ = ["Line", "Lines", "SourceCount", "WordCounts", "count_words", "lines_of", "words_in"]


# Of so many sources in a piece the words are told.
_TOLD = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A match with the words before and after it, line breaks as spaces."""

    source: str
    source_name: str
    start: int
    end: int
    before: str
    match: str
    after: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of matches; ``more`` says that there are others after it."""

    lines: tuple[Line, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How often words were found in a source, and the first of them in their context."""

    source: str
    name: str
    count: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """What was found in a piece of the material; ``next`` begins the next piece (``None``: that was
    the last), ``done`` is the share of the texts looked through so far, 0 to 1."""

    sources: tuple[SourceCount, ...]
    count: int
    next: int | None
    done: float


def words_in(rows: Rows, sought: Sought, offset: int, limit: int, context: int) -> Lines:
    """A page of matches, in the order of the texts."""
    found = (hit for _, hits in passages_with(rows, sought) for hit in hits)
    page = list(islice(found, offset, offset + limit + 1))
    return Lines(lines_of(rows, page[:limit], context), len(page) > limit)


def count_words(
    rows: Rows, sought: Sought, *, characters: int, lines: int, context: int
) -> WordCounts:
    """Matches counted by source, over so many characters of text that may hold them.

    At most ``lines`` of each source are told with their context, of the first 100 sources.
    """
    found: dict[str, list[TextHit]] = {}
    after, read, whole = sought.after, 0, True
    for passage, hits in passages_with(rows, sought):
        if read >= characters:
            whole = False
            break
        after, read = passage.key, read + passage.own
        if hits:
            found.setdefault(passage.digest, []).extend(hits)
    names = _sources(rows, found)
    told: list[SourceCount] = []
    for digest, hits in found.items():
        for guid, name in names.get(digest, ()):
            shown = hits[:lines] if len(told) < _TOLD else []
            told.append(
                SourceCount(guid, name, len(hits), _lines(rows, guid, name, shown, context))
            )
    count = sum(one.count for one in told)
    return WordCounts(
        tuple(told), count, None if whole else after, 1.0 if whole else sought.share(rows, after)
    )


def lines_of(rows: Rows, hits: Sequence[TextHit], context: int) -> tuple[Line, ...]:
    """Matches with the words around them, in every source that has the text."""
    names = _sources(rows, {hit.digest for hit in hits})
    return tuple(
        line
        for hit in hits
        for guid, name in names.get(hit.digest, ())
        for line in _lines(rows, guid, name, [hit], context)
    )


def _sources(rows: Rows, digests: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for text, *source in rows.fields(Source, ("text", "guid", "name"), ("text", digests)):
        found.setdefault(text, []).append((source[0], source[1]))
    return found


def _lines(
    rows: Rows, guid: str, name: str, hits: Sequence[TextHit], context: int
) -> tuple[Line, ...]:
    told = []
    for hit in hits:
        begin = max(hit.start - context, 0)
        body = rows.text(hit.digest, begin, hit.end + context).replace("\n", " ")
        cut, over = hit.start - begin, hit.end - begin
        told.append(Line(guid, name, hit.start, hit.end, body[:cut], body[cut:over], body[over:]))
    return tuple(told)
