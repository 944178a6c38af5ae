"""Which source and which place in it a passage is from that is told from outside: by an address or a
name, by its words, by its positions."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import NoReturn
from urllib.parse import unquote, urlsplit

from ..errors import Conflict, JejakError, NotFound
from ..model import Source
from ..model.anchors import Utf16Index, locate_quote, occurrences
from ..model.identity import name_key
from ..store import Rows
from ..store.lookups import find_source

__all__ = ["place_of", "source_told"]


def source_told(rows: Rows, name: str, title: str = "") -> Source:
    """The source of that name, GUID or address (the ``url`` of its metadata; else the last part of it,
    with or without its ending), or else of that title. Raises :class:`NotFound`."""
    try:
        return find_source(rows, name.removeprefix("urn:uuid:"))
    except NotFound as error:
        refused = error
    last = PurePosixPath(unquote(urlsplit(name).path)).name if ":" in name or "/" in name else name
    wanted = {name_key(one) for one in (last, PurePosixPath(last).stem, title) if one}
    sources = rows.all(Source)
    by_address = [one for one in sources if one.metadata.get("url") == name]
    found = by_address or [
        one
        for one in sources
        if not wanted.isdisjoint({name_key(one.name), name_key(one.original_name or one.name)})
    ]
    if len(found) != 1:
        raise refused
    return found[0]


def place_of(
    text: str,
    span: tuple[int, int] | None,
    quote: str,
    prefix: str = "",
    suffix: str = "",
    *,
    loosely: bool = False,
) -> tuple[int, int, bool]:
    """The span of a passage, and whether its words stand elsewhere than its place says.

    Words go before places: where others stand at ``span``, counted in code points or UTF-16 units, the
    passage is where its words are; nearest to its place where they are there more than once. ``loosely``,
    words around it only help to choose, and white space counts as white space however it is written.
    Raises :class:`InvalidInput`, :class:`NotFound`, :class:`Conflict`.
    """
    if span is not None:
        index = Utf16Index.of(text)
        wide = index.from_utf16(span[0]), index.from_utf16(span[1])
        for start, end in (span, wide):
            if 0 <= start < end and text[start:end] == quote:
                return start, end, False
    found = _found(text, span, quote, prefix, suffix, loosely=loosely)
    return *found, span is not None


def _found(
    text: str, span: tuple[int, int] | None, quote: str, prefix: str, suffix: str, *, loosely: bool
) -> tuple[int, int]:
    try:
        return locate_quote(text, quote, prefix, suffix)
    except (NotFound, Conflict) as error:
        refused: JejakError = error
    found = occurrences(text, quote, prefix, suffix) or (
        occurrences(text, quote) if loosely else []
    )
    spans = [(at, at + len(quote)) for at in found]
    if not spans and loosely:
        pattern = r"\s+".join(map(re.escape, quote.split()))
        spans = [match.span() for match in re.finditer(pattern, text)] if pattern else []
    if len(spans) > 1 and span is not None:
        near = span[0]
        return min(spans, key=lambda one: abs(one[0] - near))
    if len(spans) == 1:
        return spans[0]
    # Of several it is said that they are several.
    return locate_quote(text, quote) if spans else _refuse(refused)


def _refuse(error: JejakError) -> NoReturn:
    raise error
