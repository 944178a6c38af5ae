"""Passages as files, as they may leave the study: tables, and documents to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ..documents.document import Document, Paragraph, Quote, Section, Text, words
from ..errors import InvalidInput
from ..formats.table_out import table_bytes
from ..i18n import check_language
from ..model import Attribute, Message, StudyInfo, say
from ..model.corpus import Corpus
from ..model.identity import now
from ..model.table import Column, rows_of, told_apart
from ..report.discretion import fit_to_leave
from ..report.teller import Teller
from ..store import Rows
from .leaving import Leaving
from .passage_table import memos_of, passage_columns
from .segment_cards import FoundSegment
from .table_document import table_document

__all__ = ["ENDINGS", "Headed", "check_ending", "columns_file", "passages_file"]

_DOCUMENTS = (".docx", ".html", ".md")
_TABLES = (".csv", ".xlsx", ".json", ".jsonl")
ENDINGS = (".csv", ".xlsx", ".docx", ".html", ".md", ".parquet", ".json", ".jsonl")
# So many headings are listed at the beginning of a document.
_LISTED = 300
_QUOTED = ("before", "text", "after")
_TOLD_APART = ("guid", "source", "start", "end", "before", "text", "after", "case")


@dataclass(frozen=True, slots=True)
class Headed:
    """Passages, each with the heading it stands under (``None``: that of those that have none), as
    they were arranged by ``by``; ``asked`` is the query, as far as it may be told."""

    by: str
    headings: Sequence[str | None]
    passages: Sequence[FoundSegment]
    asked: str


def check_ending(ending: str) -> str:
    """The ending in small letters. Raises :class:`InvalidInput` for none that passages can have."""
    if ending.lower() in ENDINGS:
        return ending.lower()
    raise InvalidInput(
        "unknown-ending",
        f"What is found cannot be written as {ending or 'a file without an ending'}.",
        f"Use one of: {', '.join(ENDINGS)}.",
    )


def passages_file(
    rows: Rows,
    corpus: Corpus,
    found: Headed,
    ending: str,
    language: str,
    *,
    context: bool = False,
    authors: Sequence[str] | None = None,
) -> bytes:
    """Passages with their context, codes, coders, weights and memos, their case and source and all
    that is known of them, but for what stays in the study.

    Raises :class:`InvalidInput` (ending, a text too long for a spreadsheet), :class:`MissingExtra`.
    """
    ending, leaving = check_ending(ending), Leaving(rows)
    columns = passage_columns(
        corpus,
        found.passages,
        memos_of(rows, found.passages, authors),
        context=context,
        hidden=_hidden(rows, leaving),
    )
    if ending in _DOCUMENTS:
        tell = Teller(check_language(language))
        document = _document(rows, found, columns, tell)
        return _writer(ending)(fit_to_leave(document, leaving.discretion))
    if found.by in ("code", "coder"):
        columns.insert(0, Column(found.by, "text", found.headings))
    quoted = [
        replace(one, values=[leaving.quotation(text) for text in one.values])
        if one.name in _QUOTED
        else one
        for one in columns
    ]
    return columns_file(rows, quoted, ending, "quotations")


def columns_file(
    rows: Rows, columns: Sequence[Column], ending: str, title: str, *, cut: bool = False
) -> bytes:
    """Any table of texts as it may leave the study; ``cut`` says that texts may begin or end within a
    name, so that parts of names are hidden too. Raises as :func:`passages_file`."""
    leaves = Leaving(rows).quotation if cut else Leaving(rows).text
    named = [replace(column, name=leaves(column.name)) for column in columns]
    clean = [_retold(column, leaves) for column in told_apart(named)]
    if ending == ".parquet":
        from ..formats.frame import as_parquet

        return as_parquet(clean)
    if ending == ".docx":
        return _writer(ending)(table_document(clean, title))
    return table_bytes(ending, [column.name for column in clean], rows_of(clean), title=title)


def _retold(column: Column, leaves: Callable[[str], str]) -> Column:
    if column.type == "text" and column.name != "guid":
        known: dict[str | None, str | None] = {None: None}
        for value in column.values:
            if value not in known:
                known[value] = leaves(value)
        return replace(column, values=[known[value] for value in column.values])
    if column.type == "texts":
        told = {one: leaves(one) for one in {one for value in column.values for one in value}}
        return replace(column, values=[[told[one] for one in value] for value in column.values])
    return column


def _hidden(rows: Rows, leaving: Leaving) -> frozenset[tuple[str, str]]:
    stay = leaving.privacy.hidden
    return frozenset((one.of, one.name) for one in rows.all(Attribute) if one.guid in stay)


def _writer(ending: str) -> Callable[[Document], bytes]:
    if ending == ".docx":
        from ..documents.docx import as_word

        return as_word
    if ending == ".html":
        from ..documents.html import as_page

        return as_page
    from ..documents.markdown import as_markdown

    return as_markdown


# --- to read ---

_NONE = {
    "source": say("No source"),
    "case": say("No case"),
    "code": say("Not coded"),
    "coder": say("Coded by nobody"),
}
_NAMES: dict[str, Message] = {
    "codes": say("Codes"),
    "coders": say("Coded by"),
    "weights": say("Weights"),
    "memos": say("Memos"),
}


def _document(rows: Rows, found: Headed, columns: Sequence[Column], tell: Teller) -> Document:
    count = len(found.passages)
    said = say("{n} quotation|{n} quotations", n=count)
    sections = tuple(_sections(found, columns, tell))
    return Document(
        language=tell.language,
        title=rows.all(StudyInfo)[0].title,
        subtitle=tell(said),
        opening=(Paragraph(words(found.asked), "note"),) if found.asked else (),
        sections=sections,
        contents=tell(say("Contents")),
        closing=tell(say("Written by Jejak on {day}.", day=tell.day(now()))),
        figure=tell(say("Figure")),
        table=tell(say("Table")),
    )


def _sections(found: Headed, columns: Sequence[Column], tell: Teller) -> Iterable[Section]:
    known = [column for column in columns if column.name not in _TOLD_APART]
    runs = [
        (heading, [at for at, _ in run])
        for heading, run in groupby(enumerate(found.headings), key=lambda pair: pair[1])
    ]
    for number, (heading, places) in enumerate(runs, 1):
        title = tell(_NONE[found.by]) if heading is None else heading
        quotes = tuple(_quote(found.passages[at], known, at, tell) for at in places)
        yield Section(f"g{number}", title, quotes, listed=len(runs) <= _LISTED)


def _quote(one: FoundSegment, known: Sequence[Column], at: int, tell: Teller) -> Quote:
    where = f"{one.source_name}, {one.start}–{one.end}"
    details = ((column.name, _detail(column.values[at], tell)) for column in known)
    return Quote(
        text=one.text,
        told=f"{one.case_name} · {where}" if one.case_name else where,
        lead=one.before,
        tail=one.after,
        details=tuple(
            (tell(_NAMES[name]) if name in _NAMES else name, text) for name, text in details if text
        ),
    )


def _detail(value: object, tell: Teller) -> Text:
    if isinstance(value, list | tuple):
        return words("; ".join(map(str, value))) if value else ()
    return words(value) if isinstance(value, str) and value else tell.cell(value or None)
