"""A document of Taguette with its highlights: a web page as a text, and each quote where it stands."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ...model import say
from ...model.parcel import Original
from ..language import guess_language
from ..turns import find_turns
from .packing import Packing
from .pages import Page
from .places import Words
from .rows import Row
from .taguette_history import Acts
from .telling import shown

__all__ = ["Highlight", "pack_document"]

_LEFTWARD = "RIGHT_TO_LEFT"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A highlight as it is kept: ``[start, end)`` in bytes, ``snippet`` the page between them, and its
    tags by number and GUID of the code."""

    number: int | None
    start: int
    end: int
    snippet: str
    tags: tuple[tuple[int | None, str], ...]
    where: str


def pack_document(packing: Packing, row: Row, highlights: Sequence[Highlight], acts: Acts) -> str:
    """Pack a document, its description and its codings; its GUID."""
    tally = packing.telling.tally
    tally.read["source"] += 1
    html = row.text("contents")
    page = Page(html)
    # An export gives new numbers; what stays is when the document was made, and of which file.
    guid = packing.guid("document", row.text("created") or row.text("id"), row.text("filename"))
    turns = find_turns(page.text)
    name = PurePath(row.text("filename")).stem or row.text("name")
    packing.source(
        guid, row.text("name"), page.text,
        blocks=turns or tuple(page.blocks), original=_original(html),
        original_name=f"{name}.html" if html else None,
        kind="interview" if turns else "document", language=guess_language(page.text),
        metadata=_metadata(row), created=row.moment("created"), where=row.where,
    )  # fmt: skip
    if row.has("description"):
        login = acts.made("document", row.whole("id")).login
        maker = packing.user(login) if login else packing.first_user()
        packing.memo(
            packing.guid("description", guid), row.text("name"), row.text("description"), maker,
            row.moment("created"), "summary", ("source", guid),
        )  # fmt: skip
    words = Words(page.text)
    spans = page.spans((one.start, one.end) for one in highlights)
    for one in highlights:
        tally.read["segment"] += 1
        tally.read["coding"] += len(one.tags)
        start, end = _checked(packing, page, words, one, spans[one.start, one.end])
        if start < end:
            _code(packing, guid, start, end, one, acts)
        else:
            message = say("A highlight that holds no character was left out.")
            packing.telling.note("empty-highlight", message, one.where)
    return guid


def _checked(
    packing: Packing, page: Page, words: Words, one: Highlight, span: tuple[int, int]
) -> tuple[int, int]:
    """The stretch of a highlight, by its position if that leads to its words, else by its words."""
    quote = Page(one.snippet).text if one.snippet else ""
    telling = packing.telling
    if not quote or "".join(quote.split()) == "".join(page.text[slice(*span)].split()):
        return span
    found = words.find(*span, quote)
    if found is not None and found.how not in {"differs", "cut"}:
        message = say(
            "The highlight “{quote}” is not where its position says; it was set to where its words stand.",
            quote=shown(quote),
        )  # fmt: skip
        telling.note("moved", message, one.where)
        return found.start, found.end
    message = say(
        "The words at the position of the highlight are not those that were kept with it (“{quote}”); the "
        "position was kept.", quote=shown(quote),
    )  # fmt: skip
    telling.note("quote-differs", message, one.where)
    return span


def _code(packing: Packing, source: str, start: int, end: int, one: Highlight, acts: Acts) -> None:
    segment = packing.text_segment(source, start, end)
    if not one.tags:
        message = say("A highlight without a tag came in as a passage without a code.")
        packing.telling.note("no-tag", message, one.where)
    for tag, code in one.tags:
        act = acts.tagged(one.number, tag)
        packing.coding(segment, code, packing.user(act.login), act.when, one.where)


def _metadata(row: Row) -> dict[str, object]:
    """The name of the file it was made of, and how its text runs where that is not from the left."""
    found = {"format": "html", "file": row.text("filename")}
    if row.text("text_direction") == _LEFTWARD:
        found["direction"] = "rtl"
    return {key: value for key, value in found.items() if value}


def _original(html: str) -> Original | None:
    """The page as Taguette has it, which keeps what a plain text cannot."""
    if not html:
        return None
    content = html.encode("utf-8", "surrogatepass")
    return Original(hashlib.sha256(content).hexdigest(), len(content), lambda: io.BytesIO(content))
