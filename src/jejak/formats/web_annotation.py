"""Web Annotations (W3C, JSON-LD): about texts that lie elsewhere, by their words and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ..errors import UnreadableSource
from ..model import say
from ..model.identity import moment_text
from ..model.parcel import Parcel, Tally
from .annotating import Annotating, OutCoding, OutText
from .json_text import begins, json_of, mappings, number, text, written
from .projects import Opened, Outgoing, ProjectFormat, ProjectOptions, Sink

__all__ = ["FORMAT", "annotation_rows", "elsewhere", "is_web_annotation", "selected"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_CHARS = re.compile(r"char=(\d+),(\d+)")
_AROUND = 32
_DEEPEST = 8


def recognise(path: Path) -> bool:
    """Whether a file holds Web Annotations."""
    head = begins(path, ".jsonld", ".json")
    return CONTEXT in head or ("oa:" in head and '"target"' in head)


def is_web_annotation(value: object) -> bool:
    """Whether what JSON held are Web Annotations."""
    return any(
        isinstance(one.get("target"), dict | str | list) and "uri" not in one
        for one in _items(value)
    )


def annotation_rows(value: object) -> list[dict[str, object]]:
    """Annotations as rows of codings: a row for each code that an annotation tags its target with.

    The source is named by its address, and by its title where there is one.
    """
    return [row for one in _items(value) for row in _rows(one)]


def _items(value: object, depth: int = 0) -> list[dict[str, Any]]:
    """The annotations of a collection, a page, a list, or one alone."""
    if isinstance(value, list):
        return (
            [found for one in value for found in _items(one, depth + 1)] if depth < _DEEPEST else []
        )
    if not isinstance(value, dict) or depth >= _DEEPEST:
        return []
    for name in ("first", "items", "@graph"):
        if name in value and "target" not in value:
            return _items(value[name], depth + 1)
    return [value] if "target" in value else []


def _rows(one: dict[str, Any]) -> Iterator[dict[str, object]]:
    bodies = [_body(body) for body in _listed(one.get("body", one.get("bodyValue")))]
    codes = [
        value for purpose, value in bodies if purpose in {"tagging", "classifying", "identifying"}
    ]
    comments = [
        value
        for purpose, value in bodies
        if purpose in {"commenting", "describing", "replying", ""}
    ]
    weights = [number(value) for purpose, value in bodies if purpose == "assessing"]
    creator = one.get("creator")
    shared: dict[str, object] = {
        "coder": text(creator.get("name") or creator.get("nickname") or creator.get("id"))
        if isinstance(creator, dict)
        else text(creator),
        "memo": "\n\n".join(filter(None, comments)),
        "weight": next((weight for weight in weights if weight is not None), None),
    }
    for target in _listed(one.get("target")):
        place = selected(target)
        for code in codes or [""]:
            yield {**place, **shared, "code": code, "loosely": True}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _body(body: object) -> tuple[str, str]:
    """The purpose of a body and its text."""
    if not isinstance(body, dict):
        return "", text(body)
    purpose = text(next(iter(_listed(body.get("purpose"))), ""))
    value = body.get("value") or body.get("label") or body.get("name")
    source = body.get("source") or body.get("id")
    if not value and isinstance(source, dict):
        value, source = source.get("name") or source.get("label"), source.get("id")
    return purpose, text(value) or unquote(
        text(source).rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    )


def selected(target: object) -> dict[str, object]:
    """The source of a target and the place in it: words and what is around them, or positions."""
    if not isinstance(target, dict):
        return {"source": text(target), "title": ""}
    source = target.get("source") or target.get("id")
    named = source if isinstance(source, dict) else {}
    found: dict[str, object] = {
        "source": text(named.get("id") if named else source),
        "title": text(named.get("name") or named.get("title") or target.get("title")),
    }
    waiting = _listed(target.get("selector"))
    for one in waiting[:_DEEPEST]:
        if isinstance(one, dict):
            found |= _selector(one)
            refined = one.get("refinedBy")
            if refined is not None and len(waiting) < _DEEPEST:
                waiting += _listed(refined)
                found |= {
                    k: v for more in mappings(_listed(refined)) for k, v in _selector(more).items()
                }
    return found


def _selector(one: Mapping[str, Any]) -> dict[str, object]:
    kind = text(one.get("type") or one.get("@type")).rpartition(":")[2]
    if kind == "TextQuoteSelector":
        return {
            "quote": text(one.get("exact")), "prefix": text(one.get("prefix")),
            "suffix": text(one.get("suffix")),
        }  # fmt: skip
    if kind == "TextPositionSelector":
        return {"start": number(one.get("start")), "end": number(one.get("end"))}
    match = _CHARS.search(text(one.get("value"))) if kind == "FragmentSelector" else None
    return {"start": int(match[1]), "end": int(match[2])} if match else {}


def read(opened: Opened, _options: ProjectOptions) -> Parcel:
    """Nothing: the texts are not in such a file. Raises :class:`UnreadableSource`, which says what to do."""
    raise elsewhere(annotation_rows(json_of(opened.path)))


def elsewhere(rows: list[dict[str, object]]) -> UnreadableSource:
    """That annotations are about texts which are not in their file."""
    if not rows:
        return UnreadableSource("corrupt", "The file holds no annotation.")
    count = len({row["source"] for row in rows})
    return UnreadableSource(
        "texts-elsewhere",
        f"The file holds {len(rows)} annotations of {count} texts, but not the texts.",
        "Bring the texts into a study (jejak add STUDY FILES), then: jejak code STUDY FILE",
    )


def write(study: Outgoing, sink: Sink, tally: Tally) -> None:
    """An annotation for each coding: the words with what is around them, their place in code points, the
    code as a tag, the memo as a comment, the weight as an assessment."""
    out = Annotating(study, tally, relations=False, notes=True, weights=True)
    sink.put("", _pieces(out))


def _pieces(out: Annotating) -> Iterator[bytes]:
    yield b'{"@context": "' + CONTEXT.encode() + b'", "type": "AnnotationCollection", "first": {\n'
    yield b'"type": "AnnotationPage", "items": ['
    mark = b"\n"
    for one in out.texts():
        for coding in one.codings:
            yield mark + written(_annotation(one, coding))
            mark = b",\n"
    yield b"\n]}}\n"


def _annotation(one: OutText, coding: OutCoding) -> dict[str, object]:
    body: list[dict[str, object]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": coding.code}
    ]
    if coding.note:
        body.append({"type": "TextualBody", "purpose": "commenting", "value": coding.note})
    if coding.weight is not None:
        body.append({"type": "TextualBody", "purpose": "assessing", "value": str(coding.weight)})
    source = one.source
    return {
        "id": f"urn:uuid:{coding.guid}",
        "type": "Annotation",
        "created": moment_text(coding.created),
        "creator": {"type": "Person", "name": coding.user},
        "body": body,
        "target": {
            "source": {"id": f"urn:uuid:{source.guid}", "type": "Text", "name": source.name},
            "selector": [
                {"type": "TextQuoteSelector", **quoted(one.text, coding.start, coding.end)},
                {"type": "TextPositionSelector", "start": coding.start, "end": coding.end},
            ],
        },
    }


def quoted(whole: str, start: int, end: int) -> dict[str, str]:
    """The words of a stretch with some before and after them."""
    return {
        "exact": whole[start:end],
        "prefix": whole[max(0, start - _AROUND) : start],
        "suffix": whole[end : end + _AROUND],
    }


FORMAT = ProjectFormat(
    "web-annotation", say("Web Annotations"), (".jsonld",), recognise, read, write
)
