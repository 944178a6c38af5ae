"""Memos as files: for Word, as Markdown, and as tables. Names known to be real do not get into them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..documents.document import Block, Document, Facts, Section
from ..documents.docx import as_word
from ..errors import InvalidInput
from ..formats.table_out import table_bytes
from ..i18n import check_language
from ..model import Memo, StudyInfo, say
from ..model.identity import now
from ..report.discretion import fit_to_leave
from ..report.prose import prose
from ..report.teller import Teller
from ..store import Rows
from .form_text import Asked, read_form
from .leaving import Leaving
from .memo_rows import MemoRow, memo_rows

__all__ = ["ENDINGS", "form_table", "memo_file", "table_file"]

_TABLES = (".csv", ".xlsx", ".json")
ENDINGS = (".docx", ".md", *_TABLES)
_MENTION = re.compile(r"\[((?:\\.|[^\]\\\n])*)\]\(jejak:[a-z]+/[0-9a-fA-F-]{36}\)")
_COLUMNS = ("title", "kind", "author", "created", "changed", "about", "body")


def memo_file(rows: Rows, memos: Sequence[Memo], ending: str, language: str) -> bytes:
    """Memos as the bytes of a file with one of :data:`ENDINGS`. Raises :class:`InvalidInput`,
    :class:`MissingExtra`."""
    ending, tell = ending.lower(), Teller(check_language(language))
    told = memo_rows(rows, memos)
    if ending in _TABLES:
        return table_file(rows, ending, _COLUMNS, [_row(one) for one in told])
    if ending == ".docx":
        return as_word(
            fit_to_leave(_document(rows, told, tell, language), Leaving(rows).discretion)
        )
    if ending == ".md":
        text = "\n\n---\n\n".join(_markdown(one, tell) for one in told)
        return Leaving(rows).text(f"{text}\n").encode()
    raise InvalidInput(
        "unknown-ending",
        f"Memos cannot be written as “{ending}”.",
        f"They can be: {', '.join(ENDINGS)}.",
    )


def table_file(
    rows: Rows, ending: str, names: Sequence[str], table: Sequence[Mapping[str, object]]
) -> bytes:
    """A table of texts as it may leave the study."""
    leaves = Leaving(rows).text
    clean = [
        {name: leaves(one) if isinstance(one, str) else one for name, one in row.items()}
        for row in table
    ]
    return table_bytes(ending, names, clean, title="memos")


def form_table(
    rows: Rows, asked: Sequence[Asked], memos: Sequence[str], language: str
) -> tuple[list[str], list[dict[str, object]]]:
    """Filled forms as a table: whose it is, a column for each field, and what stands beside them."""
    language = check_language(language)
    heads = {one.name: one.heading[language] for one in asked}
    names = ["about", "author", "changed", *dict.fromkeys(heads.values()), "other"]
    table = []
    for told in memo_rows(rows, rows.among(Memo, "guid", memos)):
        values, other = read_form(asked, told.memo.body.lstrip("\n").partition("\n")[2])
        row: dict[str, object] = {heads[name]: _plain(text) for name, text in values.items()}
        table.append(
            {**row, "about": _about(told), "author": told.author, "changed": told.changed,
             "other": _plain(other)}
        )  # fmt: skip
    return names, table


def _row(told: MemoRow) -> dict[str, object]:
    memo = told.memo
    return {
        "title": memo.title, "kind": memo.kind, "author": told.author, "created": memo.created,
        "changed": told.changed, "about": _about(told), "body": _plain(memo.body),
    }  # fmt: skip


def _about(told: MemoRow) -> str:
    return "; ".join(thing.label for thing in told.about if thing.label)


def _plain(body: str) -> str:
    """A text whose mentions are words alone: their addresses lead nowhere outside the study."""
    return _MENTION.sub(r"\1", body)


def _facts(told: MemoRow, tell: Teller) -> list[tuple[str, str]]:
    memo = told.memo
    kinds = {
        "theoretical": say("theoretical memo"),
        "method": say("memo on method"),
        "reflexive": say("reflexive memo"),
        "summary": say("summary"),
        "jotting": say("jotting"),
        "metaphor": say("metaphor"),
    }
    pairs = [
        (tell(say("Kind of memo")), tell(kinds[memo.kind])),
        (tell(say("Written by")), f"{told.author}, {tell.day(memo.created)}"),
    ]
    about = _about(told)
    return [*pairs, (tell(say("It is about")), about)] if about else pairs


def _markdown(told: MemoRow, tell: Teller) -> str:
    facts = "  \n".join(f"*{name}: {text}*" for name, text in _facts(told, tell))
    return f"# {told.memo.title}\n\n{facts}\n\n{_plain(told.memo.body).strip()}"


def _document(rows: Rows, told: Sequence[MemoRow], tell: Teller, language: str) -> Document:
    info = rows.all(StudyInfo)[0]
    sections = tuple(_section(number, one, tell) for number, one in enumerate(told, 1))
    return Document(
        language=language,
        title=info.title,
        subtitle=tell(say("Memos of a study")),
        opening=(),
        sections=sections,
        contents=tell(say("Contents")),
        closing=tell(say("Written by Jejak on {day}.", day=tell.day(now()))),
        figure=tell(say("Figure")),
        table=tell(say("Table")),
    )


def _section(number: int, told: MemoRow, tell: Teller) -> Section:
    facts = Facts(tuple((name, tell.cell(text)) for name, text in _facts(told, tell)))
    blocks: tuple[Block, ...] = (facts, *prose(told.memo.body))
    return Section(f"memo-{number}", told.memo.title, blocks)
