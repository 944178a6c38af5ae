"""What is selected of pages, pictures and recordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .intake import parts

__all__ = ["SHAPES", "spoken"]

# Fewer words are found by chance.
_FEWEST = 8


def _numbers(element: Any, names: Iterable[str]) -> list[int]:
    return [int(element.get(name)) for name in names]


def _rectangle(element: Any) -> list[int]:
    return _numbers(element, ("firstX", "firstY", "secondX", "secondY"))


def _page(element: Any) -> dict[str, Any]:
    # There the first page is 0, as programs that write and draw them have it.
    page = int(element.get("page")) + 1
    return {
        "anchor": "page",
        "start": 0,
        "end": 0,
        "region": {"page": page, "rectangles": [_rectangle(element)]},
    }


def spoken(element: Any, text: str) -> dict[str, int]:
    """Where the words of a selection stand that are said beside it, if they are in the text once."""
    words = "".join(
        "".join(told.itertext())
        for one in parts(element, "Representation")
        for told in parts(one, "PlainTextContent")
    )
    for said in (words, element.get("name") or ""):
        if len(said) >= _FEWEST and text.count(said) == 1:
            start = text.find(said)
            return {"start": start, "end": start + len(said)}
    return {}


def _picture(element: Any) -> dict[str, Any]:
    return {"anchor": "picture", "start": 0, "end": 0, "region": {"rectangle": _rectangle(element)}}


def _time(element: Any) -> dict[str, Any]:
    begin, end = _numbers(element, ("begin", "end"))
    return {"anchor": "time", "start": begin, "end": end}


SHAPES: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "PDFSelection": _page, "PictureSelection": _picture, "AudioSelection": _time, "VideoSelection": _time,
}  # fmt: skip
