"""What hypothes.is gives of its annotations (the JSON of its interface), about pages that lie elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..model import say
from ..model.anchors import Utf16Index
from ..model.identity import moment_text
from ..model.parcel import Parcel, Tally
from .annotating import Annotating, OutCoding, OutText
from .json_text import begins, json_of, mappings, text, written
from .projects import Opened, Outgoing, ProjectFormat, ProjectOptions, Sink
from .web_annotation import elsewhere, quoted, selected

__all__ = ["FORMAT", "hypothesis_rows", "is_hypothesis"]


def recognise(path: Path) -> bool:
    """Whether a file holds annotations of hypothes.is."""
    head = begins(path, ".json")
    return '"uri"' in head and '"target"' in head and '"tags"' in head


def is_hypothesis(value: object) -> bool:
    """Whether what JSON held are annotations of hypothes.is."""
    return any("uri" in one and "target" in one for one in _items(value))


def hypothesis_rows(value: object) -> list[dict[str, object]]:
    """Annotations as rows of codings: a row for each tag, the comment as its memo."""
    return [row for one in _items(value) for row in _rows(one)]


def _items(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        value = value.get("rows", value.get("annotations", [value]))
    return mappings(value)


def _rows(one: dict[str, Any]) -> Iterator[dict[str, object]]:
    user = text(one.get("user")).removeprefix("acct:").partition("@")[0]
    shown = one.get("user_info")
    told = text(shown.get("display_name")) if isinstance(shown, dict) else ""
    document = one.get("document")
    titles = document.get("title") if isinstance(document, dict) else ""
    title = text(titles[0]) if isinstance(titles, list) and titles else text(titles)
    tags = one.get("tags")
    for target in mappings(one.get("target")) or [{}]:
        place = selected(target)
        for tag in tags if isinstance(tags, list) and tags else [""]:
            yield {
                **place, "source": text(one.get("uri")) or place["source"],
                "title": title or place["title"], "code": text(tag), "coder": told or user,
                "memo": text(one.get("text")), "loosely": True,
            }  # fmt: skip


def read(opened: Opened, _options: ProjectOptions) -> Parcel:
    """Nothing: the texts are not in such a file. Raises :class:`UnreadableSource`, which says what to do."""
    raise elsewhere(hypothesis_rows(json_of(opened.path)))


def write(study: Outgoing, sink: Sink, tally: Tally) -> None:
    """An annotation for each coding, on the address that the source has in its metadata (``url``), or on
    one of its own."""
    out = Annotating(study, tally, relations=False, notes=True, weights=False)
    sink.put("", _pieces(out))


def _pieces(out: Annotating) -> Iterator[bytes]:
    yield b'{"rows": ['
    mark, count = b"\n", 0
    for one in out.texts():
        index = Utf16Index.of(one.text)
        for coding in one.codings:
            yield mark + written(_annotation(one, coding, index))
            mark, count = b",\n", count + 1
    yield b'\n], "total": ' + str(count).encode() + b"}\n"


def _annotation(one: OutText, coding: OutCoding, index: Utf16Index) -> dict[str, object]:
    made = moment_text(coding.created)
    address = text(one.source.metadata.get("url")) or f"urn:uuid:{one.source.guid}"
    position = {"start": index.to_utf16(coding.start), "end": index.to_utf16(coding.end)}
    return {
        "id": coding.guid, "created": made, "updated": made, "user": f"acct:{coding.user}@jejak",
        "uri": address, "text": coding.note, "tags": [coding.code],
        "document": {"title": [one.source.name]},
        "target": [
            {
                "source": address,
                "selector": [
                    {"type": "TextPositionSelector", **position},
                    {"type": "TextQuoteSelector", **quoted(one.text, coding.start, coding.end)},
                ],
            }
        ],
    }  # fmt: skip


FORMAT = ProjectFormat(
    "hypothesis", say("hypothes.is"), (".hypothesis.json",), recognise, read, write
)
