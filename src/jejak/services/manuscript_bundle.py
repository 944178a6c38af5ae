"""A manuscript's annotations with the sources they rest on, as one archive for a repository."""

from __future__ import annotations

from collections.abc import Iterator

from ..formats.plain.layout import FileNames
from ..formats.table_out import table_bytes
from ..formats.zip_writing import zipped
from ..i18n import check_language, translate
from ..model import Manuscript, say
from ..report.words import WORDS
from ..store import Rows
from .hiding import Hiding
from .leaving import Leaving
from .manuscript_cards import sources_of
from .manuscript_files import ANNOTATION_ENDINGS, annotations_file
from .manuscript_sharing import Standing, sharing
from .redacted_texts import as_carried

__all__ = ["bundle"]

_COLUMNS = ("source", "kind", "collected", "shared", "file", "why not")


def bundle(rows: Rows, manuscript: Manuscript, language: str) -> bytes:
    """A ZIP archive: what is tied (a data overview, a table, W3C annotations), the texts of the sources
    that may be shared, as they leave, and a table of all the sources with the reason for those that
    may not. Raises :class:`InvalidInput`, :class:`MissingExtra`."""
    check_language(language)
    return zipped(_files(rows, manuscript, language))


def _files(rows: Rows, manuscript: Manuscript, language: str) -> Iterator[tuple[str, bytes]]:
    for name, ending in zip(("annotations", "annotations", "overview"), ANNOTATION_ENDINGS, strict=True):  # fmt: skip
        yield f"{name}{ending}", annotations_file(rows, manuscript, ending, language)
    leaving = Leaving(rows)
    hiding, names = Hiding(rows, leaving), FileNames()
    lines: list[dict[str, object]] = []
    for one in sharing(rows, sources_of(rows, manuscript)).standings:
        file = ""
        if one.reason is None:
            file = f"sources/{names.give(leaving.text(one.source.name), one.source.guid)}.txt"
            yield file, leaving.quotation(as_carried(rows, one.source, hiding).text).encode()
        lines.append(_line(one, file, leaving, language))
    yield "sources.csv", table_bytes(".csv", list(_COLUMNS), lines)


def _line(one: Standing, file: str, leaving: Leaving, language: str) -> dict[str, object]:
    source = one.source
    told = "" if one.reason is None else leaving.text(translate(one.reason, language))
    values = (
        leaving.text(source.name),
        translate(WORDS[source.kind], language),
        leaving.text(source.collected or ""),
        translate(say("yes") if one.reason is None else say("no"), language),
        file,
        told,
    )
    return dict(zip(_COLUMNS, values, strict=True))
