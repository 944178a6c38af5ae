"""Tables as readings: posts where the columns say so, else a survey with a row a respondent.

Every cell stands in the text verbatim, so a quotation from a cell is a quotation from the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ..errors import UnreadableSource
from ..model import Problem, ReadBlock, Reading
from .decoding import even_lines
from .language import guess_language

__all__ = ["reading_of_table"]

Row = Sequence[str]
_ROLES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "post", "tweet", "content", "message", "caption", "teks", "isi", "pesan", "body"),
    "speaker": ("author", "user", "username", "screen_name", "handle", "account", "penulis", "akun", "pengguna", "nama"),
    "time": ("time", "date", "created_at", "created", "timestamp", "waktu", "tanggal"),
    "url": ("url", "link", "permalink", "tautan"),
    "reply_to": ("reply_to", "in_reply_to", "reply", "balasan"),
    "hashtags": ("hashtags", "tags", "tagar"),
}  # fmt: skip
_WHO = ("respondent", "responden", "participant", "partisipan", "name", "nama", "id", "no", "kode")
_TAG = re.compile(r"#(\w+)")


@dataclass(slots=True)
class _Text:
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, piece: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(piece)
        self.length += len(piece)
        return start, self.length


def reading_of_table(
    format: str,
    rows: Sequence[Row],
    *,
    encoding: str | None = None,
    problems: tuple[Problem, ...] = (),
) -> Reading:
    """The reading of a table whose first row names the columns.

    Raises :class:`UnreadableSource` where there is no row below it.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if len(filled) < 2:
        raise UnreadableSource("empty", "The table has no rows below its heading.")
    header = [
        even_lines(name).strip().replace("\n", " ") or f"Column {n}"
        for n, name in enumerate(filled[0], 1)
    ]
    body = [[even_lines(cell) for cell in row] for row in filled[1:]]
    roles = _roles(header)
    text, blocks = _posts(body, roles) if _is_posts(roles) else _answers(header, body)
    joined = "".join(text.parts)
    return Reading(
        format=format,
        medium="table",
        text=joined,
        blocks=tuple(blocks),
        kind="posts" if _is_posts(roles) else "survey",
        language=guess_language(joined),
        encoding=encoding,
        metadata={"columns": ", ".join(header), "rows": str(len(body))},
        problems=problems,
    )


def _roles(header: Sequence[str]) -> dict[str, int]:
    names = [re.sub(r"[\s\-]+", "_", name.casefold()) for name in header]
    found: dict[str, int] = {}
    for role, words in _ROLES.items():
        for word in words:
            if word in names and role not in found:
                found[role] = names.index(word)
    return found


def _is_posts(roles: Mapping[str, int]) -> bool:
    return "text" in roles and ("speaker" in roles or "time" in roles)


def _cell(row: Row, number: int | None) -> str:
    return row[number] if number is not None and number < len(row) else ""


def _posts(rows: Sequence[Row], roles: Mapping[str, int]) -> tuple[_Text, list[ReadBlock]]:
    text, blocks = _Text(), []
    for row in rows:
        body = _cell(row, roles["text"])
        start, end = text.add(body)
        text.add("\n\n")
        if not body.strip():
            continue
        tags = _cell(row, roles.get("hashtags")) or " ".join(
            f"#{tag}" for tag in _TAG.findall(body)
        )
        blocks.append(
            ReadBlock(
                "post",
                start,
                end,
                speaker=_cell(row, roles.get("speaker")).strip() or None,
                time=_when(_cell(row, roles.get("time"))),
                url=_cell(row, roles.get("url")).strip() or None,
                reply_to=_cell(row, roles.get("reply_to")).strip() or None,
                hashtags=tuple(dict.fromkeys(re.findall(r"\w+", tags))),
            )
        )
    return text, blocks


def _when(cell: str) -> datetime | None:
    cell = cell.strip().replace("Z", "+00:00")
    for form in (
        None,
        "%d/%m/%Y %H:%M",
        "%d/%m/%Y",
        "%d-%m-%Y %H:%M",
        "%d-%m-%Y",
        "%d/%m/%Y %H:%M:%S",
    ):
        try:
            moment = _parsed(cell, form)
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def _parsed(cell: str, form: str | None) -> datetime:
    if form is None:
        return datetime.fromisoformat(cell)
    return datetime.strptime(cell, form).replace(tzinfo=UTC)


def _answers(header: Sequence[str], rows: Sequence[Row]) -> tuple[_Text, list[ReadBlock]]:
    text, blocks = _Text(), []
    names = [name.casefold() for name in header]
    who = next((names.index(word) for word in _WHO if word in names), None)
    for number, row in enumerate(rows, 1):
        respondent = _cell(row, who).strip() or f"R{number}"
        for column, label in enumerate(header):
            answer = _cell(row, column)
            if not answer.strip():
                continue
            text.add(f"{label}: ")
            start, end = text.add(answer)
            text.add("\n")
            blocks.append(ReadBlock("answer", start, end, label=label, speaker=respondent))
        text.add("\n")
    return text, blocks
