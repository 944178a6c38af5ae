"""Annotated texts one a line (``.jsonl``), as spaCy, Prodigy, doccano and many others have them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import UnreadableSource
from ..model import say
from ..model.identity import moment_text
from ..model.parcel import Parcel, Tally
from .annotated import POSITIONS, AnnotatedText, Mark, Tie, parcel_of
from .annotating import Annotating, OutText
from .json_text import begins, json_lines, mappings, moment, number, text, written
from .projects import Opened, Outgoing, ProjectFormat, ProjectOptions, Sink

__all__ = ["FORMAT"]

# What programs call the annotations of a line, and the parts of one.
_LISTS = ("spans", "entities", "label", "labels", "annotations", "ents")
_START = ("start", "start_offset", "begin", "start_char")
_END = ("end", "end_offset", "end_char")
_LABEL = ("label", "tag", "type", "category", "code")
_NAMES = ("source", "name", "title", "filename", "file")
_PEOPLE = ("annotator", "_annotator_id", "_session_id", "user", "coder")


def recognise(path: Path) -> bool:
    """Whether the first line of a file is a text with annotations."""
    first = begins(path, ".jsonl", ".ndjson")
    return (
        first.startswith(("{", "["))
        and any(f'"{one}"' in first for one in _LISTS)
        and ('"text"' in first or '"entities"' in first)
    )


def read(opened: Opened, options: ProjectOptions) -> Parcel:
    """Each line as a source; its spans as codings. Lines whose answer is *reject* or *ignore* come in
    without their spans, as the annotator decided."""
    tally = Tally("jsonl")
    texts = list(_texts(opened.path, tally))
    if not texts:
        raise UnreadableSource("corrupt", "No line of the file is a text with annotations.")
    return parcel_of(
        opened.path.stem, texts, tally, unit="points", options=options, nobody="unknown"
    )


def _texts(path: Path, tally: Tally) -> Iterator[AnnotatedText]:
    for line, value in json_lines(path):
        where = f"line {line}"
        if isinstance(value, list) and len(value) == 2 and isinstance(value[1], dict):
            value = {"text": value[0], **value[1]}  # noqa: PLW2901  (the older form of spaCy)
        if not isinstance(value, dict) or not isinstance(value.get("text"), str):
            message = say("The line is no text with annotations and was left out.")
            tally.note("line-left-out", message, where)
            continue
        meta = value["meta"] if isinstance(value.get("meta"), dict) else {}
        told = {**meta, **value}
        name = next((text(told.get(one)) for one in _NAMES if told.get(one)), f"{path.stem} {line}")
        marks: list[Mark] = []
        answer = value.get("answer", "accept")
        if answer == "accept":
            marks = list(_marks(value, where, tally))
        else:
            message = say("Its spans were left out: the answer is “{answer}”.", answer=text(answer))
            tally.note("not-accepted", message, where)
        yield AnnotatedText(
            name, value["text"], marks, list(_ties(value)), guid=text(told.get("guid"))
        )


def _marks(value: dict[str, Any], where: str, tally: Tally) -> Iterator[Mark]:
    person = next((text(value.get(one)) for one in _PEOPLE if value.get(one)), "")
    found: list[object] = next(
        (value[one] for one in _LISTS if isinstance(value.get(one), list)), []
    )
    for one in found:
        mark = _mark(one, person)
        if mark is None:
            message = say("A span without a place or a label was left out.")
            tally.note("span-left-out", message, where)
        else:
            yield mark
    cats = value.get("accept") or value.get("cats")
    if isinstance(cats, dict):
        cats = [
            name for name, share in cats.items() if isinstance(share, int | float) and share >= 0.5
        ]
    for label in cats if isinstance(cats, list) else []:
        if text(label):
            yield Mark(0, 0, text(label), user=person, whole=True)


def _mark(one: object, person: str) -> Mark | None:
    if isinstance(one, list) and len(one) >= 3:
        one = dict(zip(("start", "end", "label"), one, strict=False))
    if isinstance(one, str):
        return Mark(0, 0, one, user=person, whole=True)
    if not isinstance(one, dict):
        return None
    start, end = (
        next((number(one[name]) for name in names if name in one), None) for names in (_START, _END)
    )
    label = next((text(one[name]) for name in _LABEL if one.get(name)), "")
    if start is None or end is None or not label:
        return None
    quote = one.get("text")
    return Mark(
        start, end, label, words=quote if isinstance(quote, str) and quote else None,
        user=text(one.get("annotator")) or person, note=text(one.get("note")),
        weight=number(one.get("weight")), created=moment(one.get("created")), key=text(one.get("id")),
    )  # fmt: skip


def _ties(value: dict[str, Any]) -> Iterator[Tie]:
    """Relations by the ids of spans, as doccano has them."""
    for one in mappings(value.get("relations")):
        if "from_id" in one and "to_id" in one:
            yield Tie(text(one.get("type")) or "relation", text(one["from_id"]), text(one["to_id"]))


def write(study: Outgoing, sink: Sink, tally: Tally) -> None:
    """A line for each source."""
    out = Annotating(study, tally, relations=True, notes=True, weights=True)
    sink.put("", (written(_line(one)) + b"\n" for one in out.texts()))


def _line(one: OutText) -> dict[str, object]:
    spans = []
    for coding in one.codings:
        span: dict[str, object] = {
            "start": coding.start, "end": coding.end, "label": coding.code,
            "text": one.text[coding.start : coding.end], "annotator": coding.user,
            "id": coding.guid, "created": moment_text(coding.created),
        }  # fmt: skip
        if coding.weight is not None:
            span["weight"] = coding.weight
        if coding.note:
            span["note"] = coding.note
        spans.append(span)
    line: dict[str, object] = {
        "text": one.text, "spans": spans,
        "meta": {"source": one.source.name, "guid": one.source.guid},
    }  # fmt: skip
    if one.relations:
        line["relations"] = [
            {"type": type, "from_id": origin, "to_id": target}
            for type, origin, target in one.relations
        ]
    return line


FORMAT = ProjectFormat(
    "jsonl", say("Annotated texts, one a line"), (".jsonl",), recognise, read, write,
    questions=(POSITIONS,),
)  # fmt: skip
